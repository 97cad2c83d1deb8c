package rubicon.model.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import rubicon.model.observation.Estimate;

class HumanGainTest {

    @Test
    void untunedModelsReachNothingOfItAndTheDevelopersOwnAll() {
        assertThat(HumanGain.share(Estimate.of(7.53)).value()).isZero();
        assertThat(HumanGain.share(Estimate.of(51.14)).value()).isEqualTo(1);
        assertThat(HumanGain.share(Estimate.of(5)).value()).isNegative();
    }

    @Test
    void theIntervalGoesAlongWithItsKindAndTheNumberOfRuns() {
        // Claude Opus 4.6 (1M context), March 2026: 17.2888, 16.7696 and 17.808 of 43.61.
        Estimate share =
                HumanGain.share(
                        new Estimate(
                                24.8188, 24.2996, 25.338, null, "STANDARD_DEVIATION_OF_RUNS", 3L));

        assertThat(share.value()).isCloseTo(0.39644, within(1e-5));
        assertThat(share.low()).isCloseTo(0.38454, within(1e-5));
        assertThat(share.high()).isCloseTo(0.40835, within(1e-5));
        assertThat(share.level()).isNull();
        assertThat(share.method()).isEqualTo("STANDARD_DEVIATION_OF_RUNS");
        assertThat(share.n()).isEqualTo(3);
    }
}
