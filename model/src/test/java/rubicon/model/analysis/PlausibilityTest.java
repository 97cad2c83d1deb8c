package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Scale;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Revision.Status;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.testing.Samples;

class PlausibilityTest {
    private static final Indicator INDEX = indicator(Scale.LINEAR, Bounds.UNBOUNDED, 10.0);

    /// Scores of one spring, as an index of models has them.
    private static final double[] SPRING = {
        145.9, 149.7, 150.1, 151.3, 152.4, 153.4, 154.2, 155.1, 155.5, 156.0, 157.1, 158.2
    };

    private static Indicator indicator(Scale scale, Bounds bounds, @Nullable Double plausibility) {
        Indicator horizon = Samples.horizon(Samples.P50, Direction.HIGHER, null);
        return Samples.withPlausibility(Samples.withScale(horizon, scale, bounds), plausibility);
    }

    private static Observation observation(String source, String model, double value, int day) {
        return Samples.observation(
                Samples.P50,
                source,
                model,
                value,
                LocalDate.parse("2026-01-01").plusDays(day).toString());
    }

    private static Statement value(String model, double value, int day) {
        return stated("first", model, value, day, 1);
    }

    private static Statement stated(String source, String model, double value, int day, int hour) {
        Observation it = observation(source, model, value, day);
        return stated(it, hour);
    }

    private static Statement stated(Observation it, int hour) {
        String event =
                "%s %s %02d %s"
                        .formatted(
                                it.key().source(),
                                it.key().externalId(),
                                hour,
                                it.estimate().value());
        return Samples.reported(
                event,
                Instant.parse("2026-05-01T00:00:00Z").plusSeconds(3_600L * hour).toString(),
                it);
    }

    private static List<Statement> spring() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < SPRING.length; i++) {
            statements.add(value("spring " + i, SPRING[i], i));
        }
        return statements;
    }

    private static List<History> judged(Indicator indicator, Collection<Statement> statements) {
        return Plausibility.judged(indicator, IndicatorLedger.of(statements).histories());
    }

    private static History of(String model, List<History> histories) {
        return of("first", model, histories);
    }

    private static History of(String source, String model, List<History> histories) {
        ObservationKey key = new ObservationKey(source, Samples.P50, model);
        return histories.stream()
                .filter(it -> it.statements().getFirst().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String reason(History history) {
        return history.held() == null ? "" : history.held().reason();
    }

    @Test
    void anIndexOfSixtyForTheBestModelIsHeldWithItsNumbersUntilItIsMended() {
        List<Statement> statements = spring();
        statements.add(stated("first", "best", 60, 20, 1));
        // By hand: median 153.8, median distance from it 2.35; 93.8 / (1.4826 * 2.35) = 26.92
        List<History> held = judged(INDEX, statements);
        assertThat(reason(of("best", held)))
                .isEqualTo(
                        "60 lies 26.9 deviations below 153.8, the median of the 12 values nearest before it (without two, 149.7 to 157.1); up to 10 are plausible");
        assertThat(of("best", held).current().orElseThrow().status()).isEqualTo(Status.DISPUTED);
        assertThat(held).filteredOn(it -> it.held() != null).hasSize(1);
        assertThat(Result.standing(INDEX, held)).hasSize(12);
        assertThat(Standing.of(INDEX, IndicatorLedger.of(statements).histories()).counts())
                .isEqualTo(new IndicatorState.Counts(12, 1, 0, 12, 1, 0));

        statements.add(stated("first", "best", 154, 20, 2));
        List<History> mended = judged(INDEX, statements);
        assertThat(mended).allSatisfy(it -> assertThat(it.held()).isNull());
        assertThat(Result.standing(INDEX, mended)).hasSize(13);
    }

    @Test
    void whatStoodBeforeAHeldRevisionGoesOnToCount() {
        List<Statement> statements = spring();
        statements.add(stated("first", "best", 159, 20, 1));
        statements.add(stated("first", "best", 60, 20, 2));
        statements.add(stated("first", "best", 61, 20, 3));
        History best = of("best", judged(INDEX, statements));
        assertThat(best.revisions())
                .extracting(Revision::status)
                .containsExactly(Status.STANDING, Status.SUPERSEDED, Status.DISPUTED);
        assertThat(best.current().orElseThrow().number()).isEqualTo(1);
        Standing standing = Standing.of(INDEX, IndicatorLedger.of(statements).histories());
        assertThat(standing.frontier().getLast().value()).isEqualTo(159);
        assertThat(standing.counts()).isEqualTo(new IndicatorState.Counts(13, 0, 0, 13, 1, 0));
    }

    @Test
    void nothingCountsMeanwhileWhereTheValueBeforeWasWithdrawn() {
        List<Statement> statements = spring();
        Statement first = stated("first", "best", 159, 20, 1);
        statements.add(first);
        statements.add(Samples.retracted("gone", "2026-05-01T02:00:00Z", first.key()));
        statements.add(stated("first", "best", 60, 20, 3));
        assertThat(of("best", judged(INDEX, statements)).current().orElseThrow().status())
                .isEqualTo(Status.DISPUTED);
    }

    @Test
    void aBreakThroughIsNotHeld() {
        List<Statement> statements = spring();
        statements.add(value("break-through", 175, 20));
        assertThat(reason(of("break-through", judged(INDEX, statements)))).isEmpty();
        // and one that is as far off as a misprint is
        statements.add(value("misprint", 1_540, 21));
        assertThat(reason(of("misprint", judged(INDEX, statements)))).contains("above");
    }

    @Test
    void fewValuesJudgeNobody() {
        List<Statement> seven = new ArrayList<>(spring().subList(0, 7));
        seven.add(value("odd", 60, 20));
        assertThat(reason(of("odd", judged(INDEX, seven)))).isEmpty();
        List<Statement> eight = new ArrayList<>(spring().subList(0, 8));
        eight.add(value("odd", 60, 20));
        assertThat(reason(of("odd", judged(INDEX, eight)))).contains("of the 8 values");
    }

    @Test
    void onlyTheValuesNearestBeforeItJudgeAndThoseOfItsOwnDate() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            statements.add(value("old " + i, 60 + i % 3, i));
            statements.add(value("new " + i, 150 + i % 3, 100 + i));
        }
        statements.add(value("then", 61, 20));
        statements.add(value("now", 61, 120));
        statements.add(value("a peer of its date", 62, 120));
        List<History> histories = judged(INDEX, statements);
        assertThat(reason(of("then", histories))).isEmpty();
        assertThat(reason(of("now", histories))).isNotEmpty();
        for (int i = 0; i < 12; i++) {
            statements.add(value("peer " + i, 60 + i % 3, 120));
        }
        assertThat(reason(of("now", judged(INDEX, statements)))).isEmpty();
    }

    @Test
    void itIsConfirmedByAnotherSourceThatSaysTheSame() {
        List<Statement> statements = spring();
        statements.add(value("odd", 60, 20));
        Observation elsewhere = observation("second", "odd", 100, 20);
        statements.add(stated(elsewhere, 1));
        assertThat(reason(of("odd", judged(INDEX, statements)))).isNotEmpty();
        statements.add(stated(observation("second", "odd", 61, 20), 2));
        List<History> histories = judged(INDEX, statements);
        assertThat(reason(of("odd", histories))).isEmpty();
        assertThat(reason(of("second", "odd", histories))).isEmpty();
    }

    @Test
    void aConfirmationIsARevisionAndHoldsUntilAnotherValueIsStated() {
        List<Statement> statements = spring();
        statements.add(stated("first", "odd", 60, 20, 1));
        statements.add(stated(observation("first", "odd", 60, 20).confirmed("ann: I saw it"), 2));
        History confirmed = of("odd", judged(INDEX, statements));
        assertThat(confirmed.held()).isNull();
        assertThat(confirmed.revisions()).hasSize(2);
        statements.add(stated("first", "odd", 60, 20, 3)); // the source says it again
        History repeated = of("odd", judged(INDEX, statements));
        assertThat(repeated.held()).isNull();
        assertThat(repeated.revisions()).hasSize(2);
        statements.add(stated("first", "odd", 50, 20, 4));
        History changed = of("odd", judged(INDEX, statements));
        assertThat(reason(changed)).startsWith("50 lies");
        assertThat(changed.current().orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void whatItsSourceDisputesIsNotHeldAndJudgesNobody() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            statements.add(
                    stated(
                            observation("first", "spring " + i, SPRING[i], i).disputedBecause("?"),
                            1));
        }
        statements.add(value("odd", 60, 20));
        assertThat(judged(INDEX, statements)).allSatisfy(it -> assertThat(it.held()).isNull());
    }

    @Test
    void anIndicatorWithoutACheckHoldsNothing() {
        List<Statement> statements = spring();
        statements.add(value("odd", 60, 20));
        assertThat(judged(indicator(Scale.LINEAR, Bounds.UNBOUNDED, null), statements))
                .allSatisfy(it -> assertThat(it.held()).isNull());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "LOG, 140, false",
        "LOG, 200, true",
        "LOG, 480, true",
        "LOG, 0.001, true",
        "LOG, 1000000, true",
        "LOGIT, 85, false",
        "LOGIT, 0.7, true",
        "LOGIT, 100, true",
        "LINEAR, 85, false",
        "LINEAR, 400, true"
    })
    void distancesAreThoseOfTheScale(Scale scale, double value, boolean held) {
        Bounds bounds = new Bounds(0.0, false, scale == Scale.LOG ? null : 100.0, false);
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            statements.add(value("v" + i, 50 + 2 * i, i));
        }
        statements.add(value("it", value, 20));
        Indicator indicator =
                indicator(scale, scale == Scale.LINEAR ? Bounds.UNBOUNDED : bounds, 10.0);
        assertThat(!reason(of("it", judged(indicator, statements))).isEmpty())
                .as(reason(of("it", judged(indicator, statements))))
                .isEqualTo(held);
    }

    private static final Bounds SHARE = new Bounds(0.0, false, 100.0, false);

    /// One value a day, from the first of the year on.
    private static List<Statement> series(double... values) {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            statements.add(value("v" + i, values[i], i));
        }
        return statements;
    }

    private static String reasonOfNext(Scale scale, List<Statement> before, double value) {
        Bounds bounds = scale == Scale.LOGIT ? SHARE : Bounds.UNBOUNDED;
        List<Statement> statements = new ArrayList<>(before);
        statements.add(value("next", value, 100));
        return reason(of("next", judged(indicator(scale, bounds, 10.0), statements)));
    }

    /// Minutes that models of 2019 to 2026 work by themselves: 14 doublings in 14 values.
    private static final double[] HORIZONS = {
        0.04, 0.15, 0.6, 4, 3.5, 7, 9, 11, 21, 21.1, 40, 60, 120, 115, 137, 203, 224, 300, 352, 719
    };

    @Test
    void aSlipOfUnitBeyondTheBestIsHeldHoweverFarTheValuesBeforeItSpread() {
        List<Statement> before = series(HORIZONS);
        // By hand: log2(60) = 5.907; the last eight steps of the best end with
        // 352 to 719, log2(719/352) = 1.030, the largest; 3 * 1.030 = 3.091
        assertThat(reasonOfNext(Scale.LOG, before, 60 * 719))
                .isEqualTo(
                        "43140 lies 5.907 doublings beyond 719, the best before it; the largest of its last 8 steps was 1.03 doublings and up to 3.091 doublings are plausible");
        assertThat(reasonOfNext(Scale.LOG, before, 7_190)).isNotEmpty();
        assertThat(reasonOfNext(Scale.LOG, before, 8 * 719)).isEmpty();
    }

    @Test
    void aStepIsMeasuredByTheBestAloneAndNotByWhatFellBehindIt() {
        List<Statement> before = series(HORIZONS);
        for (int i = 0; i < 12; i++) {
            before.add(value("behind " + i, 0.01 * (i + 1), 30 + i));
        }
        assertThat(reasonOfNext(Scale.LOG, before, 1_400)).isEmpty();
        assertThat(reasonOfNext(Scale.LOG, before, 60 * 719)).startsWith("43140 lies 5.9");
    }

    @ParameterizedTest(name = "{0} after {1} is held: {2}")
    @CsvSource({
        // o1 on FrontierMath, and an agent on a bench for debugging: both were real
        "9.3, 0.5 1 1.6 2.1, false",
        "78.05, 43 48 49 50, false",
        "100, 43 48 49 50, true",
        "100, 20 30 40 45 50 60 70 74, true",
        "100, 50 30 40, true",
        "100, 90 30 40, false",
        "100, 20 30, false",
        "96, 60 70 80 88 90 93 94, false"
    })
    void ofSharesTheStepIsMeasuredInLogOdds(double value, String before, boolean held) {
        double[] values =
                Arrays.stream(before.split(" ")).mapToDouble(Double::parseDouble).toArray();
        String reason = reasonOfNext(Scale.LOGIT, series(values), value);
        assertThat(!reason.isEmpty()).as(reason).isEqualTo(held);
    }

    @ParameterizedTest(name = "{0} after {1} is held: {2}")
    @CsvSource({
        "3000, 60 30 50, true",
        "1900, 60 30 50, false",
        "3000, 60 30, false",
        "600, 10 12 14, true",
        "200, 10 20 40, false"
    })
    void afterFewRecordsAStepMayBeWider(double value, String before, boolean held) {
        double[] values =
                Arrays.stream(before.split(" ")).mapToDouble(Double::parseDouble).toArray();
        String reason = reasonOfNext(Scale.LOG, series(values), value);
        assertThat(!reason.isEmpty()).as(reason).isEqualTo(held);
    }

    @Test
    void whereLessIsBetterAStepGoesDown() {
        Indicator time =
                Samples.withScale(
                        Samples.horizon(Samples.P50, Direction.LOWER, null),
                        Scale.LOG,
                        Bounds.UNBOUNDED);
        List<Statement> statements = series(45, 31.4, 24.9, 22.3, 15.2, 12, 10.8);
        statements.add(value("faster", 8, 20));
        statements.add(value("hours", 7 / 60.0, 21));
        List<History> histories = judged(Samples.withPlausibility(time, 10.0), statements);
        assertThat(reason(of("faster", histories))).isEmpty();
        assertThat(reason(of("hours", histories))).contains("beyond 8, the best before it");
    }

    private static final Indicator HORIZON = indicator(Scale.LOG, Bounds.UNBOUNDED, 10.0);

    /// The subjects of what is held.
    private static List<String> held(List<Statement> statements) {
        return judged(HORIZON, statements).stream()
                .filter(it -> it.held() != null)
                .map(it -> it.key().externalId())
                .sorted()
                .toList();
    }

    private static Statement confirmed(String model, double value, int day) {
        return stated(observation("first", model, value, day).confirmed("ann: I saw it"), 2);
    }

    private static List<Statement> with(List<Statement> statements, Statement... more) {
        List<Statement> all = new ArrayList<>(statements);
        all.addAll(List.of(more));
        return all;
    }

    /// Two rows in minutes for hours: neither makes the other one plausible.
    @Test
    void whatIsHeldIsNoMeasureOfWhatComesAfterIt() {
        List<Statement> statements = series(HORIZONS);
        statements.add(value("first", 60 * 719, 30));
        statements.add(value("second", 55 * 719, 31));
        statements.add(value("of the first's date", 50 * 719, 30));
        statements.add(value("right", 1_400, 32));
        assertThat(held(statements)).containsExactly("first", "of the first's date", "second");
        assertThat(reason(of("second", judged(HORIZON, statements))))
                .contains("beyond 719, the best before it");
    }

    @Test
    void allAtTheHeightOfABreakThroughIsReleasedByOneThatIsConfirmed() {
        List<Statement> statements = series(HORIZONS);
        statements.add(value("a", 20_000, 30));
        statements.add(value("b", 19_000, 30));
        statements.add(value("c", 21_000, 31));
        statements.add(value("d", 15_000, 32));
        assertThat(held(statements)).containsExactly("a", "b", "c", "d");
        assertThat(held(with(statements, confirmed("a", 20_000, 30)))).isEmpty();
        assertThat(held(with(statements, confirmed("b", 19_000, 30)))).isEmpty();
        assertThat(held(with(statements, confirmed("d", 15_000, 32)))).isEmpty();
        Statement elsewhere = stated("second", "c", 21_500, 31, 1);
        assertThat(held(with(statements, elsewhere))).isEmpty();
        // and what lies beyond what was confirmed as slips do goes on to be held
        Statement slip = value("slip", 60 * 20_000, 33);
        assertThat(held(with(statements, confirmed("d", 15_000, 32), slip)))
                .containsExactly("slip");
    }

    @Test
    void aConfirmedValueWithinReachReleasesNobody() {
        List<Statement> statements = series(HORIZONS);
        statements.add(value("slip", 60 * 719, 30));
        assertThat(held(with(statements, confirmed("near", 3_000, 30)))).containsExactly("slip");
    }

    @Test
    void theBestThatGoesOnToStandIsAMeasureForLaterDates() {
        List<Statement> statements = series(HORIZONS);
        statements.add(value("best", 5_000, 30));
        statements.add(stated("first", "best", 5, 30, 2));
        statements.add(value("next", 40_000, 31));
        // 40,000 lies 3 doublings beyond 5,000, and 5.8 beyond 719
        assertThat(held(statements)).containsExactly("best");
    }

    @ParameterizedTest(name = "{0}: {1} corrected to {2} is held: {3}")
    @CsvSource({
        "LOG, 719, 71.9, true",
        "LOG, 719, 200, false",
        "LOG, 719, 12, true",
        "LOG, 9, 90, true",
        "LOG, 9, 33, false",
        "LOGIT, 60, 6, true",
        "LOGIT, 60, 20, false",
        "LOGIT, 2, 30, true",
        "LOGIT, 2, 1, false",
        "LINEAR, 60, 6, true",
        "LINEAR, 60, 35, false",
        "LINEAR, 60, 91, true",
        "LINEAR, 0.1, 5, false",
        "LINEAR, 0, 60, false"
    })
    void aCorrectionThatMovesAValueTooFarIsHeld(
            Scale scale, double value, double corrected, boolean held) {
        Indicator indicator =
                indicator(scale, scale == Scale.LOGIT ? SHARE : Bounds.UNBOUNDED, 10.0);
        // shares and values that spread so widely that nothing is far from them
        List<Statement> statements =
                scale == Scale.LOG
                        ? series(HORIZONS)
                        : series(1, 80, 5, 30, 2, 70, 90, 12, 50, 3, 20, 85);
        statements.add(value("it", value, 30));
        assertThat(reason(of("it", judged(indicator, statements)))).isEmpty();
        statements.add(stated("first", "it", corrected, 30, 2));
        History it = of("it", judged(indicator, statements));
        assertThat(it.held() != null).as(reason(it)).isEqualTo(held);
        assertThat(it.current().orElseThrow().number()).isEqualTo(held ? 1 : 2);
    }

    @Test
    void aCorrectionTellsWhatItCorrects() {
        List<Statement> statements = series(HORIZONS);
        statements.add(stated("first", "v19", 7.19, 19, 2));
        // By hand: log2(100) = 6.644
        assertThat(reason(of("v19", judged(HORIZON, statements))))
                .isEqualTo("7.19 corrects 719 by 6.644 doublings; up to 2 doublings are plausible");
    }

    @Test
    void aHeldCorrectionIsMendedByAWordNearTheOneThatStood() {
        List<Statement> statements = series(HORIZONS);
        statements.add(stated("first", "v19", 7.19, 19, 2));
        statements.add(stated("first", "v19", 7.3, 19, 3)); // near the slip, not what stood
        History slipped = of("v19", judged(HORIZON, statements));
        assertThat(reason(slipped)).startsWith("7.3 corrects 719 by");
        assertThat(slipped.current().orElseThrow().number()).isEqualTo(1);
        statements.add(stated("first", "v19", 730, 19, 4));
        History mended = of("v19", judged(HORIZON, statements));
        assertThat(mended.held()).isNull();
        assertThat(mended.current().orElseThrow().number()).isEqualTo(4);
    }

    @Test
    void theMendOfAHeldSlipIsNoCorrectionOfIt() {
        List<Statement> statements = series(HORIZONS);
        statements.add(value("it", 60 * 719, 30));
        statements.add(stated("first", "it", 719, 30, 2));
        assertThat(held(statements)).isEmpty();
    }

    /// Among the first three nothing is held, neither a slip nor its mend.
    @Test
    void aSlipAmongTheFirstValuesIsMendedLikeAnyOther() {
        List<Statement> statements = series(HORIZONS);
        statements.add(stated("first", "v1", 9, 1, 2));
        statements.add(stated("first", "v1", 0.15, 1, 3));
        assertThat(held(statements)).isEmpty();
    }

    /// A tenfold slip that was within reach counted: its mend waits for somebody who knows.
    @Test
    void theMendOfASlipThatCountedIsHeldUntilItIsConfirmedOrSaidElsewhere() {
        List<Statement> statements = series(1, 2, 4, 32, 64, 128);
        statements.add(value("it", 1_280, 30));
        assertThat(held(statements)).isEmpty();
        statements.add(stated("first", "it", 128, 30, 2));
        assertThat(held(statements)).containsExactly("it");
        Observation mended = observation("first", "it", 128, 30);
        assertThat(held(with(statements, stated(mended.confirmed("ann: I saw it"), 3)))).isEmpty();
        assertThat(held(with(statements, stated("second", "it", 130, 30, 3)))).isEmpty();
    }

    @Test
    void aSourceMendsWhatSomebodyConfirmedByMistakeAndGoesOnWithWhatWasRight() {
        List<Statement> statements = series(HORIZONS);
        statements.add(stated(observation("first", "v19", 7.19, 19).confirmed("ann: so"), 2));
        assertThat(held(statements)).isEmpty();
        assertThat(held(with(statements, stated("first", "v19", 720, 19, 3)))).isEmpty();
        assertThat(held(with(statements, stated("first", "v19", 7.3, 19, 3)))).isEmpty();
        assertThat(held(with(statements, stated("first", "v19", 0.1, 19, 3))))
                .containsExactly("v19");
        // also where it never said anything else
        statements.add(stated(observation("first", "it", 60 * 719, 30).confirmed("ann: so"), 1));
        statements.add(stated("first", "it", 719, 30, 2));
        assertThat(held(statements)).isEmpty();
    }

    @Test
    void aWithdrawalOrADisputeBeginsAnew() {
        List<Statement> statements = series(HORIZONS);
        Statement withdrawn =
                Samples.retracted(
                        "gone",
                        "2026-05-01T02:00:00Z",
                        new ObservationKey("first", Samples.P50, "v19"));
        Observation last = observation("first", "v19", 719, 19);
        Statement disputed = stated(last.disputedBecause("?"), 2);
        Statement again = stated("first", "v19", 7.19, 19, 3);
        assertThat(held(with(statements, again))).containsExactly("v19");
        assertThat(held(with(statements, withdrawn, again))).isEmpty();
        assertThat(held(with(statements, disputed, again))).isEmpty();
    }

    @Test
    void aRetimedRecordIsNoCorrectionOfItsValue() {
        List<Statement> statements = series(HORIZONS);
        statements.add(stated("first", "v19", 719, 25, 2));
        statements.add(stated("first", "v18", 352, 24, 2));
        assertThat(held(statements)).isEmpty();
        // too early for its value: what it said of the later date goes on to stand
        statements.add(stated("first", "v19", 719, 4, 3));
        assertThat(held(statements)).containsExactly("v19");
        assertThat(of("v19", judged(HORIZON, statements)).current().orElseThrow().number())
                .isEqualTo(2);
    }

    @Test
    void aFileThatMovesToAnotherUnitIsHeldWhole() {
        List<Statement> statements = series(HORIZONS);
        for (int i = 0; i < HORIZONS.length; i++) {
            statements.add(stated("first", "v" + i, HORIZONS[i] / 60, i, 2));
        }
        // the first three values are judged by nobody
        assertThat(held(statements)).hasSize(HORIZONS.length - 3);
        Standing standing = Standing.of(HORIZON, IndicatorLedger.of(statements).histories());
        assertThat(standing.frontier().getLast().value()).isEqualTo(719);
        // once most are confirmed, the rest is believed
        for (int i = 3; i < 16; i++) {
            statements.add(
                    stated(
                            observation("first", "v" + i, HORIZONS[i] / 60, i).confirmed("ann: so"),
                            3));
        }
        assertThat(held(statements)).isEmpty();
    }

    /// The values around it had moved and were mended; a slip of a new one is mended like any
    /// other.
    @Test
    void theMendOfANewValueCountsWhereTheFileAroundItHadMoved() {
        List<Statement> statements = series(HORIZONS);
        for (int i = 0; i < HORIZONS.length; i++) {
            statements.add(stated("first", "v" + i, 60 * HORIZONS[i], i, 2));
            statements.add(stated("first", "v" + i, HORIZONS[i], i, 3));
        }
        statements.add(stated("first", "new", 60 * 800, 30, 2));
        assertThat(held(statements)).containsExactly("new");

        statements.add(stated("first", "new", 800, 30, 4));
        assertThat(held(statements)).isEmpty();
        Standing standing = Standing.of(HORIZON, IndicatorLedger.of(statements).histories());
        assertThat(standing.frontier().getLast().value()).isEqualTo(800);
    }

    /// On a linear scale nothing near 0 tells values apart: another source's 150 does not say 0.
    @Test
    void aCorrectionToNothingIsNotSaidByWhoSaysSomething() {
        List<Statement> statements = spring();
        statements.add(stated("first", "spring 5", 0, 5, 2));
        statements.add(stated("second", "spring 5", 153.4, 5, 2));
        assertThat(
                        judged(INDEX, statements).stream()
                                .filter(it -> it.held() != null)
                                .map(it -> it.key().source() + " " + it.key().externalId()))
                .containsExactly("first spring 5");
    }

    @Test
    void aFileOfOneDateThatMovesIsHeldWholeWhereItsValuesLieClose() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < SPRING.length; i++) {
            statements.add(stated("first", "spring " + i, SPRING[i], 0, 1));
            statements.add(stated("first", "spring " + i, SPRING[i] / 10, 0, 2));
        }
        assertThat(judged(INDEX, statements)).allSatisfy(it -> assertThat(it.held()).isNotNull());
    }

    @Test
    void equalValuesBeforeItLeaveRoomForAnother() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            statements.add(value("v" + i, 100, i));
        }
        statements.add(value("near", 109, 20));
        statements.add(value("far", 120, 21));
        List<History> histories = judged(INDEX, statements);
        assertThat(reason(of("near", histories))).isEmpty();
        assertThat(reason(of("far", histories))).isNotEmpty();
    }

    @Test
    void anyOrderOfArrivalAndAnyRepetitionEndInTheSameVerdicts() {
        long seed = 11;
        Random random = new Random(seed);
        int found = 0;
        for (int world = 0; world < 20; world++) {
            List<Statement> statements = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String source = random.nextInt(4) == 0 ? "second" : "first";
                double value =
                        random.nextInt(8) == 0 ? 1 + random.nextInt(9) : 140 + random.nextInt(20);
                Observation it =
                        observation(source, "m" + random.nextInt(25), value, random.nextInt(90));
                Observation said = random.nextInt(12) == 0 ? it.confirmed("by") : it;
                statements.add(
                        Samples.reported(
                                "e" + i,
                                "2026-05-0%dT00:00:00Z".formatted(1 + random.nextInt(9)),
                                said));
            }
            List<History> expected = judged(INDEX, statements);
            found += (int) expected.stream().filter(it -> it.held() != null).count();
            for (int round = 0; round < 10; round++) {
                List<Statement> arriving = new ArrayList<>(statements);
                Collections.shuffle(arriving, random);
                IndicatorLedger ledger = IndicatorLedger.of(List.of());
                arriving.forEach(ledger::append);
                List<History> histories = new ArrayList<>(ledger.histories());
                Collections.shuffle(histories, random);
                assertThat(Plausibility.judged(INDEX, histories))
                        .as("seed %d world %d round %d", seed, world, round)
                        .containsExactlyInAnyOrderElementsOf(expected);
            }
        }
        assertThat(found).isGreaterThan(20);
    }
}
