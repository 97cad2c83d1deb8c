package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.HumanBaseline;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.NoiseCeiling;
import rubicon.model.catalogue.ReferenceLine;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.testing.Samples;
import rubicon.model.trend.SteadyRecords;
import rubicon.model.verdict.Word;

/// Verdict, saturation and forecasts of a state.
class StateOfADayTest {
    private static final TrendWindow WINDOW =
            new TrendWindow(LocalDate.parse("2023-01-01"), 960.0, null);
    private static final Indicator HORIZON = Samples.horizon(Samples.P50, Direction.HIGHER, WINDOW);

    /// METR's records since 2023 below 16 hours: `benchmark_results_1_1.yaml` as of May 2026.
    private static final List<String> METR =
            List.of(
                    "2023-03-14 3.987428",
                    "2023-11-06 4.044959",
                    "2024-05-13 6.991195",
                    "2024-06-20 11.395377",
                    "2024-09-12 20.326586",
                    "2024-10-22 20.522872",
                    "2024-12-05 38.831588",
                    "2025-02-24 60.388937",
                    "2025-04-16 119.732634",
                    "2025-08-07 203.012577",
                    "2025-11-18 224.325884",
                    "2025-11-24 292.994594",
                    "2025-12-11 352.249302",
                    "2026-02-05 718.80683");

    private static List<Statement> rows(Indicator indicator, List<String> values) {
        return values.stream()
                .map(it -> it.split(" ", -1))
                .map(it ->
                        Samples.reported(
                                it[0] + it[1],
                                "2026-03-03T00:00:00Z",
                                Samples.observation(
                                        indicator.id(),
                                        "first",
                                        it[0],
                                        Double.parseDouble(it[1]),
                                        it[0])))
                .toList();
    }

    private static IndicatorState state(Indicator indicator, List<String> values, String today) {
        return StateCalculator.state(
                Standing.of(indicator, IndicatorLedger.of(rows(indicator, values)).histories()),
                List.of(),
                LocalDate.parse(today));
    }

    private static Indicator marked(Indicator it, double... lines) {
        return Samples.withMarks(
                it,
                null,
                null,
                Arrays.stream(lines)
                        .mapToObj(value -> new ReferenceLine(value, "line " + value, "s"))
                        .toList());
    }

    private static Course course(Indicator indicator, List<String> values) {
        return Course.of(
                Standing.of(indicator, IndicatorLedger.of(rows(indicator, values)).histories()),
                List.of());
    }

    @Test
    void aThresholdThatSomebodyAsksForIsForecastLikeAMarkedOne() {
        LocalDate today = LocalDate.parse("2026-05-08");
        CrossingDates marked =
                state(marked(HORIZON, 6000), METR, today.toString()).crossings().getFirst();

        CrossingDates asked = CrossingDates.of(course(HORIZON, METR), 6000, today);

        assertThat(asked.windows()).hasSizeGreaterThan(1).isEqualTo(marked.windows());
        assertThat(asked.label()).isEqualTo("asked for");
        assertThatThrownBy(() -> CrossingDates.of(course(HORIZON, METR), 700, today))
                .hasMessageContaining("was crossed");
        assertThatThrownBy(() -> CrossingDates.of(course(HORIZON, METR.subList(0, 3)), 6000, today))
                .hasMessageContaining("3 points are fewer than 4");
    }

    @Test
    void hundredHoursByTheEndOf2026DependOnTheWindow() {
        // Oracle: .0708 and .29 on the records since 2023 and since 2024 (models.md 4.4).
        IndicatorState state = state(marked(HORIZON, 6000), METR, "2026-02-05");

        assertThat(state.crossings()).hasSize(1);
        CrossingDates crossing = state.crossings().getFirst();
        assertThat(crossing.threshold()).isEqualTo(6000);
        assertThat(crossing.windows())
                .extracting(CrossingDates.Window::from)
                .containsExactly(
                        LocalDate.parse("2023-01-01"),
                        LocalDate.parse("2024-01-01"),
                        LocalDate.parse("2025-01-01"));
        LocalDate end = LocalDate.parse("2026-12-31");
        assertThat(crossing.windows().get(0).byDate().get(end)).isCloseTo(0.0708, within(0.001));
        assertThat(crossing.windows().get(1).byDate().get(end)).isCloseTo(0.29, within(0.005));
    }

    /// What a course of a decade does now its newest years say, not those after its first.
    @Test
    void theWindowsOfALongCourseAreTheNewestThatHaveEnough() {
        List<String> values = new ArrayList<>();
        for (int quarter = 0; quarter < 40; quarter++) {
            LocalDate day = LocalDate.parse("2016-02-01").plusMonths(3L * quarter);
            values.add(day + " " + Math.pow(2, quarter / 4.0 + (quarter % 2) * 0.05));
        }
        Indicator whole = marked(Samples.horizon(Samples.P50, Direction.HIGHER, null), 6000);
        assertThat(state(whole, values, "2026-01-01").crossings().getFirst().windows())
                .extracting(CrossingDates.Window::from)
                .as("2025 leaves four")
                .containsExactly(
                        null,
                        LocalDate.parse("2022-01-01"),
                        LocalDate.parse("2023-01-01"),
                        LocalDate.parse("2024-01-01"));
    }

    @Test
    void nothingIsExpectedBeforeTodayAndWhatWasCrossedIsNoForecast() {
        IndicatorState state = state(marked(HORIZON, 480, 960, 6000), METR, "2026-11-22");

        assertThat(state.crossings())
                .extracting(CrossingDates::threshold)
                .containsExactly(960.0, 6000.0);
        for (CrossingDates crossing : state.crossings()) {
            for (CrossingDates.Window window : crossing.windows()) {
                assertThat(window.p10()).isAfter(LocalDate.parse("2026-11-22"));
                assertThat(window.p50()).isAfter(window.p10());
                assertThat(window.p90()).isAfter(window.p50());
                assertThat(List.copyOf(window.byDate().values())).isSorted();
            }
        }
        assertThat(state.today()).isEqualTo(LocalDate.parse("2026-11-22"));
    }

    @Test
    void whatTheLimitCutsOffIsNoPointOfTheLineButIsKnown() {
        List<String> beyond = new ArrayList<>(METR);
        beyond.add("2026-04-01 1400");
        IndicatorState state = state(marked(HORIZON, 1200, 6000), beyond, "2026-04-02");

        assertThat(state.crossings())
                .as("1,200 minutes were crossed by a value that the line leaves out")
                .extracting(CrossingDates::threshold)
                .containsExactly(6000.0);
        assertThat(state.crossings().getFirst().windows().getFirst().points()).isEqualTo(14);
    }

    @Test
    void wordsFollowTheCourse() {
        Indicator stale =
                Samples.horizon(Samples.P50, Direction.HIGHER, WINDOW, Duration.ofDays(120));
        assertThat(word(state(stale, METR, "2026-07-01"))).isEqualTo(Word.ACCELERATING);
        assertThat(word(state(stale, METR, "2026-07-02"))).isEqualTo(Word.STALE);
        assertThat(word(state(HORIZON, METR.subList(0, 5), "2026-07-02")))
                .isEqualTo(Word.TOO_EARLY);
        assertThat(word(state(HORIZON, exponential(1, 1), "2026-07-02"))).isEqualTo(Word.STEADY);
        assertThat(word(state(HORIZON, exponential(2, 0.5), "2026-07-02"))).isEqualTo(Word.SLOWING);
        assertThat(word(state(HORIZON, exponential(0.5, 2), "2026-07-02")))
                .isEqualTo(Word.ACCELERATING);
    }

    /// Fourteen records, 81 days apart in the mean: 3.37 mean gaps are 275 days.
    @Test
    void weakerResultsWithoutARecordAreAPlateau() {
        List<String> weaker = new ArrayList<>(METR);
        LocalDate day = LocalDate.parse("2026-03-05");
        while (day.isBefore(LocalDate.parse("2026-11-01"))) {
            weaker.add(day + " 300");
            day = day.plusMonths(1);
        }
        assertThat(word(state(HORIZON, weaker, "2027-06-01")))
                .as("what is told until October is no plateau yet, whatever day it is")
                .isEqualTo(Word.ACCELERATING);
        weaker.add("2026-12-05 310");
        assertThat(word(state(HORIZON, weaker, "2026-12-04")))
                .as("of the day before")
                .isEqualTo(Word.ACCELERATING);
        IndicatorState plateau = state(HORIZON, weaker, "2027-06-01");
        assertThat(word(plateau)).isEqualTo(Word.SLOWING);
        assertThat(Objects.requireNonNull(plateau.verdict()).reason())
                .startsWith("no record for 303 days, 3.72 mean gaps, though 9 results came since");
    }

    /// What is high in one month is so in the next: with independent errors one in three would
    /// bend.
    @Test
    void aSeriesThatWandersAboutItsLineSeldomChangesItsWord() {
        Indicator series = Samples.withIdentity(HORIZON, Identity.SERIES);
        int changed = 0;
        for (int trial = 0; trial < 200; trial++) {
            Word word = word(state(series, wandering(trial), "2026-07-02"));
            changed += word == Word.ACCELERATING || word == Word.SLOWING ? 1 : 0;
        }
        assertThat(changed).isLessThan(28);
    }

    /// By a t for independent errors one in five would, of those that can be told at all.
    @Test
    void recordsOfSteadyGrowthSeldomChangeTheirWord() {
        Indicator records = Samples.horizon(Samples.P50, Direction.HIGHER, null);
        int changed = 0;
        for (int trial = 0; trial < 300; trial++) {
            List<String> values =
                    SteadyRecords.steady(trial, 20).stream()
                            .map(it -> it.date() + " " + Math.exp(0.3 * it.value()))
                            .toList();
            Word word = word(state(records, values, "2032-01-01"));
            changed += word == Word.ACCELERATING || word == Word.SLOWING ? 1 : 0;
        }
        assertThat(changed).isBetween(3, 27);
    }

    /// Doublings each year with AR(1) errors of .6, 60 values twenty days apart.
    private static List<String> wandering(int seed) {
        Random random = new Random(seed);
        List<String> values = new ArrayList<>();
        LocalDate start = LocalDate.parse("2023-01-01");
        double error = random.nextGaussian() / 0.8;
        for (int i = 0; i < 60; i++) {
            values.add(
                    "%s %s"
                            .formatted(
                                    start.plusDays(20L * i),
                                    Math.pow(2, 20 * i / 365.25 + 0.1 * error)));
            error = 0.6 * error + random.nextGaussian();
        }
        return values;
    }

    /// Doublings a year before and after the middle, with a little noise that any fit needs.
    private static List<String> exponential(double before, double after) {
        Random random = new Random(1);
        List<String> values = new ArrayList<>();
        LocalDate start = LocalDate.parse("2023-01-01");
        for (int month = 0; month <= 36; month += 2) {
            double years = month / 12.0;
            double log = years <= 1.5 ? before * years : before * 1.5 + after * (years - 1.5);
            values.add(
                    "%s %s"
                            .formatted(
                                    start.plusMonths(month),
                                    Math.pow(2, log + random.nextGaussian() * 0.005)));
        }
        return values;
    }

    @Test
    void whereLowerIsBetterAFallIsAnAscent() {
        Indicator time = Samples.horizon(Samples.P50, Direction.LOWER, null);
        List<String> falling =
                exponential(1, 1).stream()
                        .map(it -> it.split(" ", -1))
                        .map(it -> it[0] + " " + 1000 / Double.parseDouble(it[1]))
                        .toList();
        IndicatorState state = state(marked(time, 50), falling, "2026-02-01");

        assertThat(word(state)).isEqualTo(Word.STEADY);
        CrossingDates crossing = state.crossings().getFirst();
        assertThat(crossing.threshold()).isEqualTo(50);
        // 1000 min halve each year: 50 are reached after log2(20) = 4.32 years.
        assertThat(crossing.windows().getFirst().p50())
                .isBetween(LocalDate.parse("2027-04-01"), LocalDate.parse("2027-05-20"));
    }

    @Test
    void saturationIsHeldAgainstASourcedCeilingOnly() {
        Indicator share =
                Samples.withScale(
                        Samples.horizon(Samples.P50, Direction.HIGHER, null),
                        Scale.LOGIT,
                        new Bounds(0.0, false, 100.0, false));
        List<String> values =
                List.of("2024-01-01 10", "2024-06-01 30", "2025-01-01 60", "2025-06-01 94");
        assertThat(state(share, values, "2026-01-01").saturation()).isNull();
        assertThat(state(share, values, "2026-01-01").reasons())
                .containsEntry("saturation", "the indicator has no sourced noise ceiling");

        IndicatorState full = state(ceiling(share, 96), values, "2026-01-01");
        assertThat(Objects.requireNonNull(full.saturation()).share())
                .isCloseTo(94.0 / 96, within(1e-12));
        assertThat(word(full)).isEqualTo(Word.SATURATED);

        IndicatorState refuted = state(ceiling(share, 90), values, "2026-01-01");
        assertThat(refuted.saturation()).isNull();
        assertThat(refuted.reasons().get("saturation")).contains("reaches the ceiling");
    }

    @Test
    void aValueAtTheEndOfItsScaleTakesNeitherVerdictNorForecasts() {
        Indicator share =
                Samples.withScale(
                        Samples.horizon(Samples.P50, Direction.HIGHER, null),
                        Scale.LOGIT,
                        new Bounds(0.0, false, 100.0, false));
        List<String> values =
                List.of(
                        "2023-01-01 5",
                        "2023-07-01 10",
                        "2024-01-01 20",
                        "2024-07-01 40",
                        "2025-01-01 70",
                        "2025-06-01 100");
        assertThat(word(state(share, values, "2025-07-01"))).isNotNull();
        IndicatorState state =
                state(marked(share, 60, 80, 100), values.subList(0, 5), "2025-02-01");
        assertThat(state.crossings())
                .as("60 was crossed, 100 cannot be")
                .extracting(CrossingDates::threshold)
                .containsExactly(80.0);
    }

    @Test
    void whatWasCrossedBeforeTheWindowIsNoForecast() {
        Indicator late =
                marked(
                        Samples.horizon(
                                Samples.P50,
                                Direction.HIGHER,
                                new TrendWindow(LocalDate.parse("2025-01-01"), null, null)),
                        50,
                        70);
        List<String> values =
                List.of(
                        "2024-06-01 60",
                        "2025-01-01 30",
                        "2025-03-01 34",
                        "2025-05-01 39",
                        "2025-07-01 48");
        assertThat(state(late, values, "2025-08-01").crossings())
                .extracting(CrossingDates::threshold)
                .containsExactly(70.0);
    }

    @Test
    void theLimitOfAWindowLeavesValuesOfASeriesOutOfTheLine() {
        Indicator series =
                marked(
                        Samples.withIdentity(
                                Samples.horizon(
                                        Samples.P50,
                                        Direction.HIGHER,
                                        new TrendWindow(null, 99.0, null)),
                                Identity.SERIES),
                        200);
        List<String> values =
                List.of(
                        "2025-01-01 10",
                        "2025-02-01 20",
                        "2025-03-01 39",
                        "2025-04-01 82",
                        "2025-05-01 120");
        CrossingDates crossing = state(series, values, "2025-06-01").crossings().getFirst();
        assertThat(crossing.windows().getFirst().points()).isEqualTo(4);
    }

    private static Indicator ceiling(Indicator it, double value) {
        return Samples.withMarks(it, new NoiseCeiling(value, "label errors", "s"), null, List.of());
    }

    @Test
    void whatPeopleReachIsALineToo() {
        Indicator it =
                Samples.withMarks(
                        HORIZON,
                        null,
                        new HumanBaseline(3000, "experts", "a week", "s"),
                        List.of());
        assertThat(state(it, METR, "2026-02-05").crossings().getFirst().label())
                .isEqualTo("experts");
    }

    @Test
    void anyOrderGivesTheSameState() {
        Indicator it = marked(HORIZON, 6000);
        List<Statement> rows = new ArrayList<>(rows(it, METR));
        LocalDate day = LocalDate.parse("2026-11-22");
        IndicatorState expected = state(it, METR, "2026-11-22");
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(rows, random);
            Standing standing = Standing.of(it, IndicatorLedger.of(rows).histories());
            assertThat(StateCalculator.state(standing, List.of(), day))
                    .as("round %d", round)
                    .isEqualTo(expected);
        }
    }

    private static @Nullable Word word(IndicatorState state) {
        return state.verdict() == null ? null : state.verdict().word();
    }
}
