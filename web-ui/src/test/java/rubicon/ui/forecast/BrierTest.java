package rubicon.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import rubicon.ui.testing.Tales;

final class BrierTest {
    /// (0.8 - 1)² = 0.04 and 0.4² = 0.16, whose mean is 0.1.
    @Test
    void itIsTheMeanSquareOfWhatWasMissed() {
        Brier brier =
                Brier.of(
                                List.of(
                                        Tales.probability("a", 0.8, "2026-01-01", "HAPPENED"),
                                        Tales.probability(
                                                "b", 0.4, "2026-01-01", "DID_NOT_HAPPEN")))
                        .orElseThrow();

        assertThat(brier.score()).isCloseTo(0.1, Offset.offset(1e-12));
        assertThat(brier.count()).isEqualTo(2);
    }

    @Test
    void whatIsOpenOrVoidOrAGoalOrWithoutAProbabilityIsNotScored() {
        assertThat(
                        Brier.of(
                                List.of(
                                        Tales.probability("open", 0.8, "2026-01-01", null),
                                        Tales.probability("void", 0.8, "2026-01-01", "VOID"),
                                        Tales.goal(
                                                Tales.probability(
                                                        "goal", 0.8, "2026-01-01", "HAPPENED")),
                                        Tales.forecast("words", null, "2026-01-01"))))
                .isEmpty();
    }
}
