package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.observation.RetractionReason;
import rubicon.model.testing.Samples;

/// The source that is ranked first has measured a run, the second has copied it.
class WithdrawalTest {
    private static final Indicator INDICATOR = Samples.horizon(Samples.P50, Direction.HIGHER, null);
    private static final Statement MEASURED = said("first", 100, 1);
    private static final Statement COPIED = said("second", 100, 2);

    private static Statement said(String source, double value, int day) {
        Observation it = Samples.observation(Samples.P50, source, "m", value, "2026-01-01");
        return Samples.reported(source + " " + day, "2026-03-0%dT00:00:00Z".formatted(day), it);
    }

    private static Statement withdrawn(String source, int day, RetractionReason reason) {
        return Samples.retracted(
                source + " gone " + day,
                "2026-03-0%dT00:00:00Z".formatted(day),
                said(source, 1, day).key(),
                reason);
    }

    private static List<Double> standing(Statement... statements) {
        List<History> histories = List.copyOf(IndicatorLedger.of(List.of(statements)).histories());
        List<Result> results = Result.standing(INDICATOR, histories);
        assertThat(Standing.of(INDICATOR, histories).results()).containsExactlyElementsOf(results);
        return results.stream().map(Result::value).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "CONTAMINATION, false",
        "GRADER_FAULT, false",
        "WRONG_UNIT, false",
        "WITHDRAWN, false",
        "DUPLICATE, true"
    })
    void aCopyOfWhatWasTakenBackCountsOnlyIfThatWasADuplicate(
            RetractionReason reason, boolean counts) {
        assertThat(standing(MEASURED, COPIED, withdrawn("first", 3, reason)))
                .hasSize(counts ? 1 : 0);
    }

    @Test
    void whatIsRestatedSinceCounts() {
        Statement gone = withdrawn("first", 3, RetractionReason.GRADER_FAULT);
        assertThat(standing(MEASURED, COPIED, gone, said("second", 100, 4))).isEmpty();
        assertThat(standing(MEASURED, COPIED, gone, said("second", 80, 4))).containsExactly(80.0);
        assertThat(standing(MEASURED, gone, said("second", 90, 4))).containsExactly(90.0);
        assertThat(standing(MEASURED, COPIED, gone, said("other", 70, 4))).containsExactly(70.0);
        assertThat(standing(MEASURED, COPIED, gone, said("first", 60, 5))).containsExactly(60.0);
    }

    @Test
    void whoIsRankedAfterTakesNothingBackFromWhoIsRankedBefore() {
        Statement gone = withdrawn("second", 3, RetractionReason.WITHDRAWN);
        assertThat(standing(MEASURED, COPIED, gone)).containsExactly(100.0);
        assertThat(standing(COPIED, said("other", 100, 1), gone)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"alpha, omega", "omega, alpha"})
    void whoIsNotRankedTakesNothingBackFromWhoIsNotRankedEither(String one, String other) {
        Statement gone = withdrawn(one, 3, RetractionReason.WITHDRAWN);
        assertThat(standing(said(one, 100, 1), said(other, 100, 2), gone)).containsExactly(100.0);
        assertThat(standing(said(one, 100, 1), gone, said(other, 100, 4))).containsExactly(100.0);
    }

    @ParameterizedTest
    @CsvSource({"alpha, omega", "omega, alpha"})
    void whoIsRankedTakesBackFromAllWhoAreNot(String one, String other) {
        Statement[] all = {
            MEASURED,
            said(one, 100, 1),
            said(other, 90, 1),
            withdrawn("first", 3, RetractionReason.WITHDRAWN),
            withdrawn(one, 4, RetractionReason.WITHDRAWN)
        };
        assertThat(standing(all)).isEmpty();
    }

    @Test
    void theWithdrawnValueIsACopyWheneverItIsRead() {
        Statement gone = withdrawn("first", 3, RetractionReason.CONTAMINATION);
        assertThat(standing(MEASURED, gone, said("second", 100, 4))).isEmpty();
        assertThat(standing(MEASURED, COPIED, gone, withIntervalOnDay4())).isEmpty();
        assertThat(standing(MEASURED, gone, withIntervalOnDay4())).isEmpty();
    }

    /// The copy again, with an interval that it had not before.
    private static Statement withIntervalOnDay4() {
        Observation it =
                Samples.withInterval(
                        Samples.observation(Samples.P50, "second", "m", 100, "2026-01-01"),
                        90,
                        110);
        return Samples.reported("second interval", "2026-03-04T00:00:00Z", it);
    }

    @Test
    void anotherValueOfTheSameSourceGoesOnToStand() {
        Observation again =
                Samples.withId(
                        Samples.observation(Samples.P50, "first", "m", 95, "2026-01-01"),
                        "m again");
        Statement second = Samples.reported("again", "2026-03-01T00:00:00Z", again);
        Statement gone = withdrawn("first", 3, RetractionReason.WITHDRAWN);
        assertThat(standing(MEASURED, second, COPIED, gone)).containsExactly(95.0);
    }
}
