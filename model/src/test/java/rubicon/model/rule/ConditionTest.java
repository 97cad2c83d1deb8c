package rubicon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rubicon.model.testing.Samples.P50;
import static rubicon.model.testing.Samples.P80;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.analysis.Frontier;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Statement;
import rubicon.model.milestone.MilestoneKind;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.Qualifier;
import rubicon.model.observation.RetractionReason;
import rubicon.model.testing.Samples;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.PolicyThresholdPayload.DeterminationPayload;

/// What each kind of condition reads. Two indicators, `horizon-p50` and `horizon-p80`; now is
/// 2026-11-20, noon.
class ConditionTest {
    private static final List<SeverityLevel> LEVELS = List.of(SeverityLevel.values());

    private final Held held =
            new Held()
                    .with(Samples.horizon(P50, Direction.HIGHER, null))
                    .with(Samples.horizon(P80, Direction.HIGHER, null));
    private int events;

    @Test
    void frontierIsTheBestValueOfThoseOfEnoughCases() {
        observe(P50, "a", 10, "2026-01-01", 12L);
        observe(P50, "b", 30, "2026-02-01", 4L);
        observe(P50, "c", 20, "2026-03-01", null);

        assertThat(value(new FrontierCondition(Comparison.GE))).isEqualTo(30);
        assertThat(value(new FrontierCondition(Comparison.GE, ValueEnd.VALUE, 10))).isEqualTo(10);
        assertThat(nothing(new FrontierCondition(Comparison.GE, ValueEnd.LOW, 0)))
                .isEqualTo("the best value states no interval");
    }

    /// The best value is flagged, and the newest of all.
    @Test
    void flaggedValuesAreReadByThoseAloneThatSaySo() {
        held.with(Samples.horizon(P50, Direction.HIGHER, null));
        held.with(Samples.horizon(P80, Direction.HIGHER, null));
        observe(P50, "plain", 10, "2026-01-01", null);
        held.with(
                Samples.reported(
                        "flagged",
                        "2026-03-01T00:00:00Z",
                        Samples.tagged(
                                Samples.observation(P50, "first", "leaked", 30, "2026-02-01"),
                                "leakage",
                                "true")));
        observe(P80, "plain", 4, "2026-01-01", null);
        var window = Duration.ofDays(3650);
        for (var reading : List.of(SeriesReading.COUNTED, SeriesReading.STANDING)) {
            assertThat(value(new FrontierCondition(Comparison.GE, ValueEnd.VALUE, 0, reading)))
                    .isEqualTo(30);
            assertThat(value(new LatestCondition(Comparison.GE, ValueEnd.VALUE, 0, 1, reading)))
                    .isEqualTo(30);
            assertThat(
                            value(
                                    new GapCondition(
                                            Comparison.GE,
                                            P80,
                                            GapCondition.Measure.DIFFERENCE,
                                            GapCondition.Per.FRONTIER,
                                            reading)))
                    .isEqualTo(26);
            assertThat(value(new CountCondition(Comparison.GE, window, reading))).isEqualTo(2);
            assertThat(value(new ChangeCondition(Comparison.GE, Duration.ofDays(7), reading)))
                    .isEqualTo(20);
        }
        assertThat(value(new FrontierCondition(Comparison.GE))).isEqualTo(10);
        assertThat(value(latest(Comparison.GE, 1))).isEqualTo(10);
        assertThat(value(gap(GapCondition.Measure.DIFFERENCE, GapCondition.Per.FRONTIER)))
                .isEqualTo(6);
        assertThat(value(new CountCondition(Comparison.GE, window))).isEqualTo(1);
        assertThat(nothing(new ChangeCondition(Comparison.GE, Duration.ofDays(7))))
                .isEqualTo("no value is 7 days older than the newest");
    }

    @Test
    void frontierOfADirectionlessIndicatorIsNothing() {
        held.with(Samples.horizon(P50, Direction.NONE, null));
        observe(P50, "a", 10, "2026-01-01", null);

        assertThat(nothing(new FrontierCondition(Comparison.GE)))
                .isEqualTo("neither direction is better");
    }

    @Test
    void latestIsTheNewestDatesBestValue() {
        observe(P50, "a", 90, "2026-01-01", null);
        observe(P50, "b", 20, "2026-03-01", null);
        observe(P50, "c", 30, "2026-03-01", null);

        assertThat(value(latest(Comparison.GE, 1))).isEqualTo(30);
    }

    @Test
    void consecutiveDatesAreAsFarAsTheLeastOfThem() {
        observe(P50, "june", 14, "2026-06-01", null);
        observe(P50, "july", 22, "2026-07-01", null);
        observe(P50, "august", 26, "2026-08-01", null);

        assertThat(value(latest(Comparison.GE, 2))).isEqualTo(22);
        assertThat(value(latest(Comparison.LE, 2))).isEqualTo(26);
        assertThat(nothing(latest(Comparison.GE, 4)))
                .isEqualTo("values of 3 dates are fewer than 4");
    }

    /// A breach of `k` consecutive dates is a breach of each of them, whatever the values.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void consecutiveBreachMeansThatEachDateBreaches(long seed) {
        var random = new Random(seed);
        var values = new ArrayList<Double>();
        for (int i = 1; i <= 6; i++) {
            values.add(1 + random.nextDouble() * 99);
            observe(P50, "m" + i, values.getLast(), "2026-0%d-01".formatted(i), null);
        }
        for (var op : Comparison.values()) {
            for (int k = 1; k <= 6; k++) {
                double threshold = 1 + random.nextDouble() * 99;
                boolean all =
                        values.subList(6 - k, 6).stream().allMatch(it -> op.test(it, threshold));
                assertThat(op.test(value(latest(op, k)), threshold))
                        .as("seed %d, %s %s of %s, last %d", seed, op, threshold, values, k)
                        .isEqualTo(all);
            }
        }
    }

    @Test
    void gapIsTheDifferenceOrTheRatioOfTheBestValues() {
        observe(P50, "a", 80, "2026-01-01", null);
        observe(P80, "b", 60, "2026-02-01", null);

        assertThat(value(gap(GapCondition.Measure.DIFFERENCE, GapCondition.Per.FRONTIER)))
                .isEqualTo(20);
        assertThat(value(gap(GapCondition.Measure.RATIO, GapCondition.Per.FRONTIER)))
                .isCloseTo(1.3333, within(0.0001));
        assertThat(nothing(gap(GapCondition.Measure.RATIO, GapCondition.Per.SUBJECT)))
                .isEqualTo("no subject has a value of both");
    }

    @Test
    void gapOfSubjectsIsThatOfTheFarthest() {
        observe(P50, "a", 80, "2026-01-01", null);
        observe(P80, "a", 40, "2026-01-01", null);
        observe(P50, "b", 30, "2026-01-01", null);
        observe(P80, "b", 10, "2026-01-01", null);

        assertThat(value(gap(GapCondition.Measure.RATIO, GapCondition.Per.SUBJECT))).isEqualTo(3);
    }

    /// Both directions of a difference are the same number with opposite signs.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void gapIsAntisymmetric(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            observe(P50, "a" + i, 1 + random.nextInt(100), "2026-01-1" + i, null);
            observe(P80, "b" + i, 1 + random.nextInt(100), "2026-01-1" + i, null);
        }
        var there = gap(GapCondition.Measure.DIFFERENCE, GapCondition.Per.FRONTIER);
        var back =
                new GapCondition(
                        Comparison.GE,
                        P50,
                        GapCondition.Measure.DIFFERENCE,
                        GapCondition.Per.FRONTIER);

        assertThat(((Measured.Value) back.measure(rule(back, P80, 1), held)).value())
                .as("seed %d", seed)
                .isEqualTo(-value(there));
    }

    @Test
    void trendIsTheDoublingTimeInDays() {
        held.with(Samples.horizon(P50, Direction.HIGHER, new TrendWindow(null, null, null)));
        observe(P50, "a", 1, "2026-01-01", null);
        assertThat(nothing(new TrendCondition(Comparison.LT)))
                .isEqualTo("1 points are fewer than three");

        observe(P50, "b", 2, "2026-01-31", null);
        observe(P50, "c", 4, "2026-03-02", null);

        assertThat(value(new TrendCondition(Comparison.LT))).isCloseTo(30, within(1e-9));
    }

    @Test
    void halvingCountsWhereLowerIsBetter() {
        held.with(Samples.horizon(P50, Direction.LOWER, new TrendWindow(null, null, null)));
        observe(P50, "a", 4, "2026-01-01", null);
        observe(P50, "b", 2, "2026-01-31", null);
        observe(P50, "c", 1, "2026-03-02", null);

        assertThat(value(new TrendCondition(Comparison.LT))).isCloseTo(30, within(1e-9));
    }

    /// A back-test: each best of METR's suite 1.1 when it was the newest. Oracle: least squares on
    /// logarithms by hand and Student's t by Simpson's rule, in Python; .9 is the upper end of an
    /// 80 % interval.
    @Test
    void predictedIsThePlaceOfTheNewestBestInTheForecastOfTheTrendBeforeIt() {
        held.with(
                Samples.horizon(
                        P50,
                        Direction.HIGHER,
                        new TrendWindow(LocalDate.of(2023, 1, 1), 960.0, null)));
        var predicted = new PredictedCondition(Comparison.GT);
        assertThat(nothing(predicted)).isEqualTo("no value stands that counts");
        observe(P50, "an old one", 100, "2022-01-01", null);
        observe(P50, "a", 3.987428, "2023-03-14", null);
        var bests =
                """
                2023-11-06 4.044959
                2024-05-13 6.991195
                2024-06-20 11.395377
                2024-09-12 20.326586 .8733
                2024-10-22 20.522872 .6986
                2024-12-05 38.831588 .9060
                2025-02-24 60.388937 .8718
                2025-04-16 119.732634 .9389
                2025-08-07 203.012577 .8541
                2025-11-18 224.325884 .5451
                2025-11-24 292.994594 .6916
                2025-12-11 352.249302 .7216
                2026-02-05 718.80683 .8968
                2026-04-07 1044.8 .8611
                """;
        for (var line : bests.lines().toList()) {
            var part = line.split(" ", -1);
            observe(P50, part[0], Double.parseDouble(part[1]), part[0], null);
            if (part.length == 2) {
                assertThat(nothing(predicted)).endsWith("before the newest best are fewer than 4");
            } else {
                assertThat(value(predicted))
                        .as(line)
                        .isCloseTo(Double.parseDouble(part[2]), within(1e-4));
            }
        }
        observe(P50, "no best", 20, "2026-05-01", null);
        assertThat(value(predicted)).isCloseTo(.8611, within(1e-4));
    }

    @Test
    void nothingIsPredictedWithoutATrend() {
        observe(P50, "a", 1, "2026-01-01", null);
        assertThat(nothing(new PredictedCondition(Comparison.GT)))
                .isEqualTo("the catalogue declares no window for a trend");
    }

    @Test
    void changeIsTheDistanceToTheValueOfAWhileBefore() {
        var change = new ChangeCondition(Comparison.GT, Duration.ofDays(30));
        observe(P50, "a", 10, "2026-01-01", null);
        assertThat(nothing(change)).isEqualTo("no value is 30 days older than the newest");

        observe(P50, "b", 30, "2026-01-20", null);
        observe(P50, "c", 4, "2026-02-10", null);

        assertThat(value(change)).isEqualTo(6);
    }

    @Test
    void countLetsGoOfWhatIsOldAndHalvesWhatIsNotSettled() {
        var count = new CountCondition(Comparison.GE, Duration.ofDays(60));
        observe(P50, "a", 1, "2026-09-01", null);
        observe(P50, "b", 2, "2026-10-01", null);
        qualified(P50, "c", 3, "2026-11-01");

        var read = (Measured.Value) count.measure(rule(count, P50, 3), held);

        assertThat(read.value()).isEqualTo(1.5);
        assertThat(read.changesAt()).isEqualTo("2026-11-30T00:00:00Z");
        held.at("2026-11-30T00:00:00Z");
        assertThat(value(count)).isEqualTo(0.5);
        held.at("2027-06-01T00:00:00Z");
        assertThat(value(count)).isZero();
    }

    @Test
    void silenceGrowsByTheDayAndTellsWhenItReachesTheNextThreshold() {
        var silence = new SilenceCondition(Comparison.GE, SilenceCondition.Since.RECORD);
        observe(P50, "best", 50, "2026-11-10", null);
        observe(P50, "worse", 40, "2026-11-19", null);
        var rule = rule(silence, P50, 5, 20);

        var read = (Measured.Value) silence.measure(rule, held);

        assertThat(read.value()).isEqualTo(10.5);
        assertThat(read.knownAt()).as("5 days were over").isEqualTo("2026-11-15T00:00:00Z");
        assertThat(read.changesAt()).isEqualTo("2026-11-30T00:00:01Z");
    }

    /// Doubles each ten days, so sixty days of silence are six doublings; with other values
    /// between, each twenty, the same silence is half as many.
    @Test
    void standstillIsMeasuredByTheTrendThatStands() {
        var standstill = new StandstillCondition(Comparison.GE);
        assertThat(nothing(standstill)).isNotBlank();
        held.with(
                Samples.horizon(
                        P50,
                        Direction.HIGHER,
                        new TrendWindow(LocalDate.parse("2023-01-01"), null, null)));
        var day = LocalDate.parse("2026-09-20").minusDays(50);
        for (int i = 0; i <= 5; i++) {
            observe(P50, "m" + i, Math.pow(2, i), day.plusDays(10L * i).toString(), null);
        }
        var read = (Measured.Value) standstill.measure(rule(standstill, P50, 2, 10), held);
        assertThat(read.value()).isCloseTo(61.5 / 10, within(1e-9));
        assertThat(read.knownAt()).as("two doublings").isEqualTo("2026-10-10T00:00:00Z");
        assertThat(read.changesAt()).as("ten").isEqualTo("2026-12-29T00:00:01Z");

        held.at("2026-10-09T00:00:00Z");
        assertThat(value(standstill)).isCloseTo(1.9, within(1e-9));
        observe(P50, "no best", 3, "2026-10-01", null);
        assertThat(value(standstill))
                .as("what is no best ends nothing")
                .isCloseTo(1.9, within(1e-9));
    }

    /// When time is said to change something, it does, and not a second before.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingChangesBeforeItIsSaidTo(long seed) {
        var random = new Random(seed);
        var op = random.nextBoolean() ? Comparison.GE : Comparison.GT;
        var silence = new SilenceCondition(op, SilenceCondition.Since.RECORD);
        observe(P50, "best", 50, "2026-11-10", null);
        var rule = rule(silence, P50, 10.6 + random.nextInt(30), 50 + random.nextInt(100));
        var read = (Measured.Value) silence.measure(rule, held);
        var changes = Objects.requireNonNull(read.changesAt());
        var before = RuleEvaluation.of(rule, read.value());

        held.at(changes.minusSeconds(2).toString());
        var justBefore = (Measured.Value) silence.measure(rule, held);
        held.at(changes.toString());
        var then = (Measured.Value) silence.measure(rule, held);

        assertThat(RuleEvaluation.of(rule, justBefore.value()))
                .as("seed %d", seed)
                .isEqualTo(before);
        assertThat(RuleEvaluation.of(rule, then.value())).as("seed %d", seed).isNotEqualTo(before);
    }

    @Test
    void silenceOfASourceEndsWithAnythingThatItStates() {
        var silence = new SilenceCondition(Comparison.GE, SilenceCondition.Since.STATEMENT);
        stated("a", 10, "2026-01-01", "2026-11-01T12:00:00Z");
        assertThat(value(silence)).isEqualTo(19);

        stated("a", 11, "2026-01-01", "2026-11-18T12:00:00Z");

        assertThat(value(silence)).isEqualTo(2);
    }

    @Test
    void aQuotationDoesNotEndTheSilenceOfTheSourceThatIsRankedFirst() {
        var silence = new SilenceCondition(Comparison.GE, SilenceCondition.Since.STATEMENT);
        var late = "2026-11-18T12:00:00Z";
        heard(Samples.observation(P50, "second", "a", 10, "2026-01-01"), late, late);
        assertThat(value(silence)).as("nobody else ever spoke").isEqualTo(2);

        stated("a", 10, "2026-01-01", "2026-11-01T12:00:00Z");

        assertThat(value(silence)).isEqualTo(19);
    }

    @Test
    void restatedIsTheShareOfASourcesValuesThatChanged() {
        var restated = new RestatedCondition(Comparison.GE, Duration.ofDays(7), 4);
        for (var model : List.of("a", "b", "c", "d")) {
            stated(model, 10, "2026-01-01", "2026-11-01T12:00:00Z");
        }
        assertThat(value(restated)).isZero();

        stated("a", 12, "2026-01-01", "2026-11-18T12:00:00Z");
        stated("b", 10, "2026-01-01", "2026-11-18T12:00:00Z");

        assertThat(value(restated)).as("b was only confirmed").isEqualTo(0.25);
        held.at("2026-11-27T12:00:00Z");
        assertThat(value(restated)).as("a week later").isZero();
        assertThat(nothing(new RestatedCondition(Comparison.GE, Duration.ofDays(7), 5)))
                .isEqualTo("no source has 5 values that stand");
    }

    @Test
    void restatedLongBeforeTheLedgerHeardOfItIsHistory() {
        var restated = new RestatedCondition(Comparison.GE, Duration.ofDays(7), 2);
        heard("a", 10, "2026-03-01T00:00:00Z", "2026-11-19T12:00:00Z");
        heard("a", 12, "2026-05-01T00:00:00Z", "2026-11-19T12:00:01Z");
        heard("b", 10, "2026-03-01T00:00:00Z", "2026-11-19T12:00:00Z");

        assertThat(value(restated)).isZero();

        heard("b", 11, "2026-11-19T11:00:00Z", "2026-11-19T12:00:02Z");

        var read = (Measured.Value) restated.measure(rule(restated, P50, 1), held);
        assertThat(read.value()).isEqualTo(0.5);
        assertThat(read.knownAt()).isEqualTo("2026-11-19T11:00:00Z");
        assertThat(read.recordedAt()).isEqualTo("2026-11-19T12:00:02Z");
        assertThat(read.changesAt()).isEqualTo("2026-11-26T11:00:00Z");
    }

    /// MLE-bench: the best clean row is marked for leakage two weeks after its date.
    @Test
    void markedIsTheLeadingValueThatWasTakenBackAsContaminated() {
        var marked = new MarkedCondition(Comparison.GE, Duration.ofDays(30));
        stated("PiEvolve", 59.56, "2026-01-05", "2026-02-23T10:00:00Z");
        stated("LoongFlow", 62.66, "2026-02-09", "2026-02-23T10:00:00Z");
        stated("MLEvolve", 61.33, "2026-02-14", "2026-02-24T10:00:00Z");
        held.at("2026-03-01T00:00:00Z");
        assertThat(value(marked)).isZero();

        takenBack("LoongFlow", RetractionReason.CONTAMINATION, "2026-02-26T10:42:47Z");

        var read = (Measured.Value) marked.measure(rule(marked, P50, 1), held);
        assertThat(read.value()).isEqualTo(1);
        assertThat(read.subject()).isEqualTo("LoongFlow");
        assertThat(read.rows()).containsExactly("row-3");
        assertThat(read.knownAt()).isEqualTo("2026-02-26T10:42:47Z");
        assertThat(read.changesAt()).isEqualTo("2026-03-28T10:42:47Z");
        held.at("2026-03-28T10:42:46Z");
        assertThat(value(marked)).as("a second before it is long ago").isEqualTo(1);
        held.at(String.valueOf(read.changesAt()));
        assertThat(value(marked)).isZero();
    }

    @Test
    void markOnAValueThatDidNotLeadIsNone() {
        var marked = new MarkedCondition(Comparison.GE, Duration.ofDays(30));
        stated("leader", 61, "2026-01-01", "2026-11-01T00:00:00Z");
        stated("equal", 61, "2026-02-01", "2026-11-01T00:00:00Z");
        stated("later", 70, "2026-05-01", "2026-11-01T00:00:00Z");
        stated("between", 65, "2026-03-01", "2026-11-01T00:00:00Z");
        takenBack("equal", RetractionReason.CONTAMINATION, "2026-11-10T00:00:00Z");
        assertThat(value(marked)).isZero();

        takenBack("between", RetractionReason.CONTAMINATION, "2026-11-11T00:00:00Z");

        assertThat(value(marked)).as("the best of its time, passed since").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = RetractionReason.class, names = "CONTAMINATION", mode = Mode.EXCLUDE)
    void leaderThatIsTakenBackForAnotherReasonIsNotMarked(RetractionReason reason) {
        var marked = new MarkedCondition(Comparison.GE, Duration.ofDays(30));
        assertThat(nothing(marked)).isEqualTo("nothing was ever stated");
        stated("a", 10, "2026-01-01", "2026-11-01T00:00:00Z");

        takenBack("a", reason, "2026-11-10T00:00:00Z");

        assertThat(value(marked)).isZero();
    }

    @Test
    void markThatIsLiftedOrOlderThanTheLedgerIsNone() {
        var marked = new MarkedCondition(Comparison.GE, Duration.ofDays(30));
        stated("a", 10, "2026-01-01", "2026-11-01T00:00:00Z");
        takenBack("a", RetractionReason.CONTAMINATION, "2026-11-10T00:00:00Z");
        assertThat(value(marked)).as("nothing else stands, and it led").isEqualTo(1);

        stated("a", 10, "2026-01-01", "2026-11-12T00:00:00Z");
        assertThat(value(marked)).as("reported again").isZero();

        stated("b", 20, "2026-02-01", "2026-03-01T00:00:00Z");
        takenBack("b", RetractionReason.CONTAMINATION, "2026-04-01T00:00:00Z", Samples.NOW);
        assertThat(value(marked)).as("of April, heard of today").isZero();
    }

    @Test
    void whatABetterSourceSaysOfASubjectIsWhatLed() {
        var marked = new MarkedCondition(Comparison.GE, Duration.ofDays(30));
        stated("a", 10, "2026-01-01", "2026-11-01T00:00:00Z");
        var at = "2026-11-02T00:00:00Z";
        heard(Samples.observation(P50, "second", "a", 30, "2026-01-01"), at, at);

        takenBack(
                new ObservationKey("second", P50, "a"),
                RetractionReason.CONTAMINATION,
                "2026-11-10T00:00:00Z",
                Instant.parse("2026-11-10T00:00:00Z"));

        assertThat(value(marked)).isZero();
    }

    /// However many are marked: those that were on the frontier before, and in any order of
    /// arrival.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void marksCountAsManyAsWereOnTheFrontier(long seed) {
        var random = new Random(seed);
        held.with(
                Samples.horizon(
                        P50, random.nextBoolean() ? Direction.HIGHER : Direction.LOWER, null));
        for (int i = 0; i < 30; i++) {
            var day = LocalDate.parse("2026-01-01").plusDays(random.nextInt(60)).toString();
            stated("model " + i, 1 + random.nextInt(40), day, "2026-11-01T00:00:00Z");
        }
        var frontier =
                Frontier.of(held.standing(P50).results(), held.indicator(P50)).stream()
                        .map(it -> it.key().externalId())
                        .toList();
        var models = new ArrayList<>(held.histories(P50));
        Collections.shuffle(models, random);
        int led = 0;
        for (var history : models.subList(0, 10)) {
            var model = history.statements().getFirst().key().externalId();
            takenBack(model, RetractionReason.CONTAMINATION, "2026-11-10T00:00:00Z");
            led += frontier.contains(model) ? 1 : 0;
        }

        assertThat(value(new MarkedCondition(Comparison.GE, Duration.ofDays(30))))
                .as("seed %d", seed)
                .isEqualTo(led);
    }

    @Test
    void milestonesOfTheKindThatNameTheIndicatorCount() {
        var all = new MilestonesCondition(Comparison.GE, Set.of(MilestoneKind.EVAL_CHANGE), null);
        held.told("2026-11-01T00:00:00Z", milestone("one", "EVAL_CHANGE", P50.value(), false));
        held.told("2026-11-02T00:00:00Z", milestone("two", "STATEMENT", P50.value(), false));
        held.told("2026-11-03T00:00:00Z", milestone("three", "EVAL_CHANGE", P80.value(), false));

        assertThat(value(all)).isEqualTo(1);
        held.told("2026-11-04T00:00:00Z", milestone("one", "EVAL_CHANGE", P50.value(), true));
        assertThat(value(all)).isZero();
    }

    @Test
    void whatTookAnothersPlaceIsNoChangeOfItsOwn() {
        var all = new MilestonesCondition(Comparison.GE, Set.of(MilestoneKind.EVAL_CHANGE), null);
        held.told(
                "2026-11-01T00:00:00Z",
                milestone(
                        "replaced",
                        "EVAL_CHANGE",
                        List.of(P80.value(), P50.value()),
                        List.of(P50.value()),
                        false));

        assertThat(value(all)).isZero();
        assertThat(((Measured.Value) all.measure(rule(all, P80, 1), held)).value()).isEqualTo(1);
    }

    @Test
    void milestonesLeaveTheirWindow() {
        var recent =
                new MilestonesCondition(
                        Comparison.GE, Set.of(MilestoneKind.EVAL_CHANGE), Duration.ofDays(30));
        held.told("2026-11-01T00:00:00Z", milestone("one", "EVAL_CHANGE", P50.value(), false));

        var read = (Measured.Value) recent.measure(rule(recent, P50, 1), held);

        assertThat(read.value()).isEqualTo(1);
        held.at(String.valueOf(read.changesAt()));
        assertThat(value(recent)).isZero();
    }

    @Test
    void forecastCountsTheDaysToItsDayAndIsNothingOnceResolved() {
        var due = new ForecastDueCondition(Comparison.GE, new EntryRef("intern", null));
        assertThat(nothing(due)).isEqualTo("no forecast is called intern");

        held.told("2026-11-01T00:00:00Z", forecast("2026-11-30", null));
        assertThat(value(due)).isEqualTo(-9.5);

        held.told(
                "2026-11-02T00:00:00Z",
                forecast(
                        "2026-11-30",
                        new ForecastEntryPayload.ResolutionPayload(
                                "HAPPENED",
                                LocalDate.parse("2026-11-02"),
                                null,
                                null,
                                "c",
                                null,
                                null)));
        assertThat(nothing(due)).isEqualTo("it is resolved");
    }

    @Test
    void determinationIsTheGradeOfTheLastOne() {
        var determination =
                new DeterminationCondition(Comparison.GE, new EntryRef("high", "tests"));
        held.told("2026-11-01T00:00:00Z", threshold("v1", List.of()));
        assertThat(nothing(determination)).isEqualTo("no determination is held");

        held.told("2026-11-02T00:00:00Z", threshold("v1", List.of("NOT_CROSSED", "GRAY_ZONE")));

        var read = (Measured.Value) determination.measure(rule(determination, P50, 1), held);
        assertThat(read.value()).isEqualTo(1);
        assertThat(read.subject()).isEqualTo("model 2");
        held.told("2026-11-03T00:00:00Z", threshold("v1", List.of("CROSSED")));
        assertThat(value(determination)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPERSEDED", "WITHDRAWN"})
    void whatWasDeterminedIsHistoryOnceItsThresholdIsNoLongerInForce(String status) {
        var determination =
                new DeterminationCondition(Comparison.GE, new EntryRef("high", "tests"));
        held.told("2026-11-01T00:00:00Z", threshold("v1", List.of("GRAY_ZONE")));
        assertThat(value(determination)).isEqualTo(1);

        held.told("2026-11-02T00:00:00Z", threshold("v1", List.of("GRAY_ZONE"), status));

        assertThat(value(determination)).isZero();
    }

    @Test
    void rewordedCountsChangesOfWordsAndNoDeterminations() {
        var reworded =
                new RewordedCondition(
                        Comparison.GE, new EntryRef("high", null), Duration.ofDays(30));
        held.told("2026-11-01T00:00:00Z", threshold("v1", List.of()));
        held.told("2026-11-02T00:00:00Z", threshold("v1", List.of("CROSSED")));
        assertThat(value(reworded)).isZero();

        held.told("2026-11-10T00:00:00Z", threshold("v2", List.of("CROSSED")));

        var read = (Measured.Value) reworded.measure(rule(reworded, P50, 1), held);
        assertThat(read.value()).isEqualTo(1);
        assertThat(read.changesAt()).isEqualTo("2026-12-10T00:00:00Z");
        held.told("2026-11-11T00:00:00Z", threshold("v2", List.of(), "NOT_STATED"));
        assertThat(value(reworded)).as("nobody said that it is no longer in force").isEqualTo(1);
        held.told("2026-11-12T00:00:00Z", threshold("v2", List.of(), "WITHDRAWN"));
        assertThat(value(reworded)).isEqualTo(2);
        held.at("2026-12-12T00:00:00Z");
        assertThat(value(reworded)).isZero();
    }

    @Test
    void onlyWhatIsToldOfItsOwnEntryConcernsARule() {
        var due = new ForecastDueCondition(Comparison.GE, new EntryRef("intern", "tests"));
        var reworded =
                new RewordedCondition(
                        Comparison.GE, new EntryRef("intern", null), Duration.ofDays(30));
        var milestones =
                new MilestonesCondition(Comparison.GE, Set.of(MilestoneKind.EVAL_CHANGE), null);
        var forecast = forecast("2026-11-30", null);

        assertThat(due.concerns(rule(due, P50, 1), forecast)).isTrue();
        assertThat(due.concerns(rule(due, P50, 1), threshold("v1", List.of()))).isFalse();
        assertThat(reworded.concerns(rule(reworded, P50, 1), forecast))
                .as("of the same id, but no threshold")
                .isFalse();
        var told = milestone("one", "STATEMENT", P50.value(), false);
        assertThat(milestones.concerns(rule(milestones, P50, 1), told)).isTrue();
        assertThat(milestones.concerns(rule(milestones, P80, 1), told)).isFalse();
    }

    private static LatestCondition latest(Comparison op, int consecutive) {
        return new LatestCondition(op, ValueEnd.VALUE, 0, consecutive);
    }

    private static GapCondition gap(GapCondition.Measure measure, GapCondition.Per per) {
        return new GapCondition(Comparison.GE, P80, measure, per);
    }

    private double value(Condition condition) {
        return ((Measured.Value) condition.measure(rule(condition, P50, 1), held)).value();
    }

    private String nothing(Condition condition) {
        return ((Measured.Nothing) condition.measure(rule(condition, P50, 1), held)).reason();
    }

    private static Rule rule(Condition condition, IndicatorId indicator, double... fires) {
        var severities = new ArrayList<Severity>();
        for (int i = 0; i < fires.length; i++) {
            severities.add(
                    Severity.of(LEVELS.get(i), fires[i], fires[i], Duration.ZERO, Duration.ZERO));
        }
        return new Rule(
                new RuleId("a-rule"),
                "A rule",
                "",
                indicator.value(),
                condition,
                severities,
                NoDataPolicy.KEEP,
                new MissingPolicy.Keep(),
                Map.of(),
                true,
                1,
                Samples.NOW);
    }

    private void observe(
            IndicatorId indicator, String model, double value, String date, @Nullable Long n) {
        var it = Samples.observation(indicator, "first", model, value, date);
        var estimate = new Estimate(value, null, null, null, null, n);
        held.with(Samples.reported("e" + events++, date + "T00:00:00Z", with(it, estimate, null)));
    }

    private void qualified(IndicatorId indicator, String model, double value, String date) {
        var it = Samples.observation(indicator, "first", model, value, date);
        var atMost = Qualifier.of("<=").orElseThrow();
        held.with(
                Samples.reported(
                        "e" + events++, date + "T00:00:00Z", with(it, it.estimate(), atMost)));
    }

    /// Stated and recorded at one moment.
    private void stated(String model, double value, String date, String at) {
        heard(Samples.observation(P50, "first", model, value, date), at, at);
    }

    private void heard(String model, double value, String statedAt, String recordedAt) {
        heard(Samples.observation(P50, "first", model, value, "2026-01-01"), statedAt, recordedAt);
    }

    private void heard(Observation it, String statedAt, String recordedAt) {
        held.with(
                new Statement(
                        "row-" + events,
                        new EventKey("test", "e" + events++),
                        it.key(),
                        Instant.parse(statedAt),
                        Instant.parse(recordedAt),
                        new Content.Reported(it)));
    }

    /// Stated and recorded at one moment.
    private void takenBack(String model, RetractionReason reason, String at) {
        takenBack(model, reason, at, Instant.parse(at));
    }

    private void takenBack(String model, RetractionReason reason, String at, Instant recordedAt) {
        takenBack(new ObservationKey("first", P50, model), reason, at, recordedAt);
    }

    private void takenBack(
            ObservationKey key, RetractionReason reason, String statedAt, Instant recordedAt) {
        held.with(
                new Statement(
                        "row-" + events,
                        new EventKey("test", "e" + events++),
                        key,
                        Instant.parse(statedAt),
                        recordedAt,
                        new Content.Retracted(reason, null)));
    }

    private static Observation with(
            Observation it, Estimate estimate, @Nullable Qualifier qualifier) {
        return new Observation(
                it.key(),
                it.subject(),
                estimate,
                qualifier,
                it.observedOn(),
                null,
                null,
                it.evaluator(),
                null,
                null,
                it.disputed(),
                it.confirmed(),
                new TreeMap<>(),
                it.provenance());
    }

    private static MilestonePayload milestone(
            String id, String kind, String indicator, boolean withdrawn) {
        return milestone(id, kind, List.of(indicator), List.of(), withdrawn);
    }

    private static MilestonePayload milestone(
            String id,
            String kind,
            List<String> indicators,
            List<String> successors,
            boolean withdrawn) {
        return new MilestonePayload(
                id,
                "tests",
                LocalDate.parse("2026-11-01"),
                "DAY",
                "Somebody",
                "Something",
                kind,
                List.of(),
                indicators,
                successors,
                List.of(),
                "c",
                null,
                null,
                null,
                withdrawn,
                null,
                null,
                null,
                null);
    }

    private static PolicyThresholdPayload threshold(String version, List<String> determined) {
        return threshold(version, determined, "IN_FORCE");
    }

    private static PolicyThresholdPayload threshold(
            String version, List<String> determined, String status) {
        var determinations = new ArrayList<DeterminationPayload>();
        for (var each : determined) {
            determinations.add(
                    new DeterminationPayload(
                            "model " + (determinations.size() + 1),
                            LocalDate.parse("2026-10-01"),
                            "MONTH",
                            each,
                            null,
                            "c",
                            null,
                            null));
        }
        return new PolicyThresholdPayload(
                "high",
                "tests",
                "A lab",
                "A policy",
                version,
                "High",
                "t",
                List.of(),
                List.of(),
                LocalDate.parse("2026-01-01"),
                "DAY",
                status,
                null,
                determinations,
                "c",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static ForecastEntryPayload forecast(
            String due, ForecastEntryPayload.@Nullable ResolutionPayload resolution) {
        return new ForecastEntryPayload(
                "intern",
                "tests",
                "Somebody",
                "Something",
                null,
                null,
                0.5,
                null,
                null,
                null,
                null,
                false,
                null,
                LocalDate.parse(due),
                null,
                null,
                "c",
                null,
                null,
                null,
                null,
                resolution,
                null,
                null,
                null);
    }
}
