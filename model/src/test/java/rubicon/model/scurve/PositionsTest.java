package rubicon.model.scurve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {
    @ParameterizedTest
    @CsvSource({
        "0.14644, NOT_STARTED",
        "0.14645, EARLY_STEEP",
        "0.4999, EARLY_STEEP",
        "0.5, LATE_STEEP",
        "0.85355, LATE_STEEP",
        "0.85356, SATURATED"
    })
    void thePhaseFollowsFromTheShareOfTheGain(double share, Phase phase) {
        assertThat(Phase.of(share, Phase.STEEP)).isEqualTo(phase);
    }

    @Test
    void nothingIsPendingSinceThePositionsThemselves() {
        var now = Positions.of(List.of(0.2, 0.9), 10, List.of(1.0, 2.0), Phase.STEEP);
        assertThat(now.pendingSince(now, List.of(1.0, 2.0))).isZero();
    }

    @Test
    void aMarkOutsideTheDrawingIsRefused() {
        assertThatThrownBy(() -> Positions.of(List.of(1.1), 10, List.of(1.0), Phase.STEEP))
                .hasMessage("1.1 is not in [0, 1]");
    }
}
