package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.testing.Samples;

class StalenessTest {
    private static final Indicator TOLERATES_TEN_DAYS =
            Samples.horizon(Samples.P50, Direction.HIGHER, null, Duration.ofDays(10));
    private static final Observation A =
            Samples.observation(Samples.P50, "first", "a", 1, "2025-01-01");
    private static final Observation B =
            Samples.observation(Samples.P50, "first", "b", 2, "2025-02-01");

    @Test
    void toleranceRunsFromTheNewestStatementThatStands() {
        assertThat(
                        Staleness.dueAt(
                                standing(
                                        TOLERATES_TEN_DAYS,
                                        Samples.reported("1", "2026-01-20T00:00:00Z", B),
                                        Samples.reported("2", "2026-01-01T00:00:00Z", A))))
                .contains(Instant.parse("2026-01-30T00:00:00Z"));
    }

    @Test
    void retractedStatementIsNoSignOfLife() {
        assertThat(
                        Staleness.dueAt(
                                standing(
                                        TOLERATES_TEN_DAYS,
                                        Samples.reported("1", "2026-01-01T00:00:00Z", A),
                                        Samples.reported("2", "2026-01-20T00:00:00Z", B),
                                        Samples.retracted("3", "2026-01-21T00:00:00Z", B.key()))))
                .contains(Instant.parse("2026-01-11T00:00:00Z"));
    }

    @Test
    void nothingGoesStaleWithoutValueOrTolerance() {
        Indicator patient = Samples.horizon(Samples.P50, Direction.HIGHER, null);
        assertThat(Staleness.dueAt(standing(TOLERATES_TEN_DAYS))).isEmpty();
        assertThat(
                        Staleness.dueAt(
                                standing(
                                        patient, Samples.reported("1", "2026-01-01T00:00:00Z", A))))
                .isEmpty();
    }

    private static Standing standing(Indicator indicator, Statement... statements) {
        return Standing.of(indicator, IndicatorLedger.of(List.of(statements)).histories());
    }
}
