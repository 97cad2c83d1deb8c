package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.RulePayload.SeverityPayload;
import rubicon.ui.testing.Wire;

final class NextThresholdTest {
    @Test
    void theNearestLineThatIsNotCrossedIsNext() {
        var ladder =
                Wire.ladder(
                        List.of(
                                new SeverityPayload("NOTICE", 480.0, 400.0, "PT0S", "PT0S"),
                                new SeverityPayload("WARNING", 2_400.0, 2_000.0, "PT0S", "PT0S")));

        assertThat(NextThreshold.of(718.81, List.of(ladder, Wire.rule("suite", 960, true))))
                .contains(new NextThreshold(960, "WARNING", "suite"));
        assertThat(NextThreshold.of(960, List.of(ladder, Wire.rule("suite", 960, true))))
                .contains(new NextThreshold(2_400, "WARNING", "ladder"));
    }

    @Test
    void aRuleThatIsSwitchedOffIsNotAhead() {
        assertThat(NextThreshold.of(1, List.of(Wire.rule("off", 960, false)))).isEmpty();
    }

    @Test
    void nothingIsAheadOfABestValueBeyondEveryLine() {
        assertThat(NextThreshold.of(1_000, List.of(Wire.rule("suite", 960, true)))).isEmpty();
    }
}
