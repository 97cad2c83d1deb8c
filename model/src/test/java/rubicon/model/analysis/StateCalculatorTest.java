package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Qualifier;
import rubicon.model.testing.Samples;

class StateCalculatorTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final TrendWindow WINDOW =
            new TrendWindow(LocalDate.parse("2023-01-01"), 960.0, null);
    private static final Indicator P50 = Samples.horizon(Samples.P50, Direction.HIGHER, WINDOW);

    private static Statement row(
            IndicatorId indicator, String source, String model, double value, String date) {
        return Samples.reported(
                source + model + value,
                "2026-01-01T00:00:00Z",
                Samples.observation(indicator, source, model, value, date));
    }

    private static Statement row(String model, double value, String date) {
        return row(Samples.P50, "first", model, value, date);
    }

    private static Collection<History> histories(Statement... statements) {
        return IndicatorLedger.of(List.of(statements)).histories();
    }

    private static IndicatorState state(Statement... statements) {
        return StateCalculator.state(Standing.of(P50, histories(statements)), List.of(), TODAY);
    }

    @Test
    void exactDoublingGivesItsOwnPeriodWithAnIntervalOfNoWidth() {
        // 1, 2, 4, 8 at 100 days each: closed form.
        IndicatorState state =
                state(
                        row("a", 1, "2023-01-01"),
                        row("b", 2, "2023-04-11"),
                        row("c", 4, "2023-07-20"),
                        row("d", 8, "2023-10-28"));
        Trend trend = Objects.requireNonNull(state.trend());
        assertThat(trend.doublingTime().days()).isCloseTo(100, within(1e-9));
        assertThat(trend.doublingTime().low()).isCloseTo(100, within(1e-6));
        assertThat(trend.doublingTime().high()).isCloseTo(100, within(1e-6));
        assertThat(trend.points()).isEqualTo(4);
        assertThat(trend.r2()).isCloseTo(1, within(1e-12));
    }

    @Test
    void intervalIsStudentsTOnTheSlope() {
        // Oracle: scipy 1.10, stats.linregress on log2 of these values and day numbers, t(2) at
        // .975.
        IndicatorState state =
                state(
                        row("a", 1, "2023-01-01"),
                        row("b", 3, "2023-04-11"),
                        row("c", 5, "2023-07-20"),
                        row("d", 20, "2023-10-28"));
        DoublingTime doubling = Objects.requireNonNull(state.trend()).doublingTime();
        assertThat(doubling.days()).isCloseTo(72.97805249624163, within(1e-6));
        assertThat(doubling.low()).isCloseTo(48.26564791820141, within(1e-6));
        assertThat(doubling.high()).isCloseTo(149.5476838017296, within(1e-6));
    }

    @Test
    void frontierIsTheRunningBestAndTheFirstOfEqualsIsTheRecord() {
        IndicatorState state =
                state(
                        row("a", 4, "2023-01-01"),
                        row("b", 4, "2023-02-01"),
                        row("c", 3, "2023-03-01"),
                        row("d", 9, "2023-04-01"),
                        row("e", 8, "2023-04-01"));
        assertThat(state.frontier())
                .extracting(it -> it.subject().model())
                .containsExactly("a", "d");
    }

    @Test
    void lowerIsBetterWhereTheCatalogueSaysSo() {
        Indicator lower = Samples.horizon(Samples.P50, Direction.LOWER, null);
        IndicatorState state =
                StateCalculator.state(
                        Standing.of(
                                lower,
                                histories(
                                        row("a", 4, "2023-01-01"),
                                        row("b", 5, "2023-02-01"),
                                        row("c", 3, "2023-03-01"))),
                        List.of(),
                        TODAY);
        assertThat(state.frontier())
                .extracting(it -> it.subject().model())
                .containsExactly("a", "c");
        assertThat(state.trend()).isNull();
        assertThat(state.reasons()).containsKey("trend");
    }

    @Test
    void trendLeavesOutWhatIsOlderThanItsWindowOrOverItsLimit() {
        IndicatorState state =
                state(
                        row("old", 0.1, "2020-01-01"),
                        row("a", 1, "2023-01-01"),
                        row("b", 2, "2023-04-11"),
                        row("c", 4, "2023-07-20"),
                        row("beyond", 961, "2024-01-01"));
        assertThat(Objects.requireNonNull(state.trend()).points()).isEqualTo(3);
        assertThat(state.frontier()).hasSize(5);
    }

    @Test
    void horizonAt80IsCutByTheSameAgentsHorizonAt50() {
        Indicator p80 =
                Samples.horizon(
                        Samples.P80,
                        Direction.HIGHER,
                        new TrendWindow(LocalDate.parse("2023-01-01"), 960.0, Samples.P50));
        List<Result> p50 =
                Result.standing(
                        P50, histories(row("c", 1_000, "2023-07-20"), row("d", 900, "2023-10-28")));
        IndicatorState state =
                StateCalculator.state(
                        Standing.of(
                                p80,
                                histories(
                                        row(Samples.P80, "first", "a", 1, "2023-01-01"),
                                        row(Samples.P80, "first", "b", 2, "2023-04-11"),
                                        row(Samples.P80, "first", "c", 4, "2023-07-20"),
                                        row(Samples.P80, "first", "d", 8, "2023-10-28"))),
                        p50,
                        TODAY);
        assertThat(Objects.requireNonNull(state.trend()).points()).isEqualTo(3);
    }

    @Test
    void ofSeveralSourcesOfOneSubjectTheFirstRankedStands() {
        IndicatorState state =
                state(
                        row(Samples.P50, "second", "m", 9, "2023-01-01"),
                        row(Samples.P50, "first", "m", 4, "2023-01-01"));
        assertThat(state.frontier()).hasSize(1);
        assertThat(state.frontier().getFirst().value()).isEqualTo(4);
        assertThat(state.counts().standing()).isEqualTo(2);
        assertThat(state.counts().results()).isEqualTo(1);
    }

    @Test
    void whatIsDisputedIsCountedApartAndIsNoResult() {
        Statement disputed =
                Samples.reported(
                        "x",
                        "2026-01-01T00:00:00Z",
                        Samples.observation(Samples.P50, "first", "c", 900, "2024-01-01")
                                .disputedBecause("a slip of the pen"));
        IndicatorState with = state(row("a", 1, "2023-01-01"), row("b", 2, "2023-04-11"), disputed);
        IndicatorState without = state(row("a", 1, "2023-01-01"), row("b", 2, "2023-04-11"));

        assertThat(with.frontier()).isEqualTo(without.frontier());
        assertThat(with.latest()).isEqualTo(without.latest());
        assertThat(with.trend()).isEqualTo(without.trend());
        assertThat(with.counts()).isEqualTo(new IndicatorState.Counts(2, 1, 0, 2, 0, 0));
    }

    @Test
    void whatBeganElsewhereIsListedBesideAndJoinedInNoLine() {
        Indicator ledger =
                Samples.ofKind(
                        Samples.horizon(Samples.P50, Direction.LOWER, WINDOW),
                        Kind.RECORD_LEDGER,
                        Feed.LIVE);
        List<Statement> running =
                List.of(
                        row("a", 100, "2023-01-01"),
                        row("b", 50, "2023-04-11"),
                        row("c", 48, "2023-07-20"),
                        row("d", 24, "2023-10-28"));
        List<Statement> both = new ArrayList<>(running);
        both.add(
                Samples.reported(
                        "x",
                        "2026-01-01T00:00:00Z",
                        Samples.withId(
                                Samples.startedFrom(
                                        Samples.observation(
                                                Samples.P50, "first", "d", 3, "2023-12-01"),
                                        "empty file"),
                                "from nothing")));
        IndicatorState with = state(ledger, both);
        IndicatorState without = state(ledger, running);

        assertThat(with.frontier()).isEqualTo(without.frontier());
        assertThat(with.frontier())
                .extracting(Result::value)
                .containsExactly(100.0, 50.0, 48.0, 24.0);
        assertThat(with.latest()).isEqualTo(without.latest());
        assertThat(with.trend()).isEqualTo(without.trend());
        assertThat(with.verdict()).isEqualTo(without.verdict());
        assertThat(with.counts()).isEqualTo(new IndicatorState.Counts(5, 0, 0, 5, 0, 1));

        Indicator series =
                Samples.withIdentity(
                        Samples.horizon(Samples.P50, Direction.LOWER, WINDOW), Identity.SERIES);
        assertThat(
                        Course.of(
                                        Standing.of(series, IndicatorLedger.of(both).histories()),
                                        List.of())
                                .fitted())
                .as("elsewhere an empty file is where all begin")
                .hasSize(5);
        assertThat(state(ledger, List.of(both.getLast())).reasons())
                .containsEntry("latest", "all that stands began elsewhere than the series does");
    }

    /// At most 5 may be 0: that is no record where more is better, and one where less is.
    @ParameterizedTest
    @CsvSource({
        "HIGHER, <=, 4", "HIGHER, <, 4", "HIGHER, >=, 5", "HIGHER, >, 5", "HIGHER, ~, 5",
        "LOWER, >=, 4", "LOWER, >, 4", "LOWER, <=, 3", "LOWER, <, 3", "LOWER, ~, 3"
    })
    void aBoundOnTheSideThatFlattersSetsNoRecord(Direction direction, String symbol, double best) {
        double bound = direction == Direction.HIGHER ? 5 : 3;
        Statement bounded =
                Samples.reported(
                        "x",
                        "2026-01-01T00:00:00Z",
                        Samples.qualified(
                                Samples.observation(Samples.P50, "first", "b", bound, "2023-04-11"),
                                Qualifier.of(symbol).orElseThrow()));
        IndicatorState state =
                state(
                        Samples.horizon(Samples.P50, direction, WINDOW),
                        List.of(row("a", 4, "2023-01-01"), bounded));
        assertThat(state.frontier().getLast().value()).isEqualTo(best);
        assertThat(Objects.requireNonNull(state.latest()).value()).isEqualTo(bound);
        if (best == 4) {
            assertThat(
                            state(Samples.horizon(Samples.P50, direction, WINDOW), List.of(bounded))
                                    .reasons())
                    .containsEntry("frontier", "all that stands are bounds that set no record");
        }
    }

    private static IndicatorState state(Indicator indicator, List<Statement> statements) {
        return StateCalculator.state(
                Standing.of(indicator, IndicatorLedger.of(statements).histories()),
                List.of(),
                TODAY);
    }

    @Test
    void whereTheFirstSourceIsDisputedTheNextOneStands() {
        Statement disputed =
                Samples.reported(
                        "x",
                        "2026-01-01T00:00:00Z",
                        Samples.observation(Samples.P50, "first", "m", 4, "2023-01-01")
                                .disputedBecause("a slip of the pen"));
        IndicatorState state = state(row(Samples.P50, "second", "m", 9, "2023-01-01"), disputed);
        assertThat(state.frontier().getFirst().value()).isEqualTo(9);
    }

    @Test
    void emptyLedgerGivesAStateThatSaysWhy() {
        IndicatorState state = state();
        assertThat(state.latest()).isNull();
        assertThat(state.frontier()).isEmpty();
        assertThat(state.reasons()).containsKeys("latest", "trend", "lastReleaseAt");
    }

    @Test
    void anyOrderOfArrivalEndsInTheSameState() {
        long seed = 7;
        Random random = new Random(seed);
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String model = "m" + random.nextInt(12);
            String date = LocalDate.parse("2023-01-01").plusDays(random.nextInt(900)).toString();
            String statedAt = "2026-01-0%dT00:00:00Z".formatted(1 + random.nextInt(9));
            statements.add(
                    Samples.reported(
                            "e" + i,
                            statedAt,
                            Samples.observation(
                                    Samples.P50, "first", model, 1 + random.nextInt(2_000), date)));
        }
        IndicatorState expected =
                StateCalculator.state(
                        Standing.of(P50, IndicatorLedger.of(statements).histories()),
                        List.of(),
                        TODAY);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(statements, random);
            IndicatorLedger ledger = IndicatorLedger.of(List.of());
            statements.forEach(ledger::append);
            assertThat(
                            StateCalculator.state(
                                    Standing.of(P50, ledger.histories()), List.of(), TODAY))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(expected);
        }
    }
}
