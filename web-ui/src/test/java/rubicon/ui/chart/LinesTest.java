package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.SeverityPayload;
import rubicon.ui.testing.Wire;

final class LinesTest {
    @Test
    void whatStandsAtTheSameHeightSharesALineAndItsLabel() {
        List<Line> lines =
                Lines.of(
                        Wire.indicator("metr-horizon-p50", "Time horizon", "LOG"),
                        List.of(Wire.rule("beyond the suite", 960, true)));

        assertThat(lines).containsExactly(new Line(960, "limit of the suite · warning", "WARNING"));
    }

    @Test
    void theStepsOfALadderAreToldApartByTheirSeverity() {
        List<Line> lines = Lines.of(null, List.of(ladder()));

        assertThat(lines)
                .containsExactly(
                        new Line(480, "notice", "NOTICE"),
                        new Line(2_400, "warning", "WARNING"),
                        new Line(6_000, "critical", "CRITICAL"));
    }

    @Test
    void twoRulesAtOneHeightAreOneLineOfTheGravestColour() {
        List<Line> lines = Lines.of(null, List.of(ladder(), Wire.rule("a working day", 480, true)));

        assertThat(lines.getFirst())
                .isEqualTo(new Line(480, "notice · warning: a working day", "WARNING"));
    }

    @Test
    void aRuleThatIsSwitchedOffDrawsNoLine() {
        assertThat(Lines.of(null, List.of(Wire.rule("off", 480, false)))).isEmpty();
    }

    private static RulePayload ladder() {
        return Wire.ladder(
                List.of(step("NOTICE", 480), step("WARNING", 2_400), step("CRITICAL", 6_000)));
    }

    private static SeverityPayload step(String name, double fire) {
        return new SeverityPayload(name, fire, fire, "PT0S", "PT0S");
    }
}
