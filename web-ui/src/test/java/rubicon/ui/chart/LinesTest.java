package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.IndicatorPayload.HumanBaselinePayload;
import rubicon.model.wire.IndicatorPayload.NoiseCeilingPayload;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.SeverityPayload;
import rubicon.ui.chart.Annotations.PolicyLine;
import rubicon.ui.testing.Wire;

final class LinesTest {
    @Test
    void whatStandsAtTheSameHeightSharesALineAndItsLabel() {
        List<Line> lines =
                Lines.of(
                        Wire.indicator("metr-horizon-p50", "Time horizon", "LOG"),
                        List.of(Wire.rule("beyond the suite", 960, true)),
                        List.of());

        assertThat(lines)
                .containsExactly(
                        new Line(960, "limit of the suite · warning", "WARNING", Line.Kind.RULE));
    }

    @Test
    void theStepsOfALadderAreToldApartByTheirSeverity() {
        List<Line> lines = Lines.of(null, List.of(ladder()), List.of());

        assertThat(lines)
                .containsExactly(
                        new Line(480, "notice", "NOTICE", Line.Kind.RULE),
                        new Line(2_400, "warning", "WARNING", Line.Kind.RULE),
                        new Line(6_000, "critical", "CRITICAL", Line.Kind.RULE));
    }

    @Test
    void twoRulesAtOneHeightAreOneLineOfTheGravestColour() {
        List<Line> lines =
                Lines.of(null, List.of(ladder(), Wire.rule("a working day", 480, true)), List.of());

        assertThat(lines.getFirst())
                .isEqualTo(
                        new Line(
                                480, "notice · warning: a working day", "WARNING", Line.Kind.RULE));
    }

    @Test
    void aRuleThatIsSwitchedOffDrawsNoLine() {
        assertThat(Lines.of(null, List.of(Wire.rule("off", 480, false)), List.of())).isEmpty();
    }

    @Test
    void aPolicyNamesItsLineInPlaceOfTheCatalogue() {
        List<Line> lines =
                Lines.of(
                        Wire.indicator("metr-horizon-p50", "Time horizon", "LOG"),
                        List.of(),
                        List.of(
                                new PolicyLine(960, "A lab · Level 4 · v2", false),
                                new PolicyLine(480, "A lab · Level 3 · v1 · superseded", true)));

        assertThat(lines)
                .containsExactly(
                        new Line(
                                480,
                                "A lab · Level 3 · v1 · superseded",
                                null,
                                Line.Kind.SUPERSEDED),
                        new Line(960, "A lab · Level 4 · v2", null, Line.Kind.POLICY));
    }

    @Test
    void aRuleAtAPolicysHeightKeepsItsColour() {
        List<Line> lines =
                Lines.of(
                        null,
                        List.of(Wire.rule("watched", 480, true)),
                        List.of(new PolicyLine(480, "A lab · Level 3", false)));

        assertThat(lines)
                .containsExactly(
                        new Line(480, "A lab · Level 3 · warning", "WARNING", Line.Kind.RULE));
    }

    @Test
    void whatPeopleReachAndANoiseCeilingAreLinesWhoeverElseStandsThere() {
        var indicator =
                Wire.between(
                        Wire.indicator("p50", "Time horizon", "LOG"),
                        new HumanBaselinePayload(480.0, "an expert", "8 h", "A paper", null),
                        new NoiseCeilingPayload(2_400.0, "labels are wrong", "Another paper"));

        List<Line> lines = Lines.of(indicator, List.of(Wire.rule("passed", 480, true)), List.of());

        assertThat(lines)
                .containsExactly(
                        new Line(
                                480,
                                "baseline: an expert · warning",
                                "WARNING",
                                Line.Kind.RULE,
                                true,
                                false),
                        new Line(960, "limit of the suite", null, Line.Kind.REFERENCE),
                        new Line(2_400, "noise ceiling", null, Line.Kind.CEILING, false, true));
    }

    private static RulePayload ladder() {
        return Wire.ladder(
                List.of(step("NOTICE", 480), step("WARNING", 2_400), step("CRITICAL", 6_000)));
    }

    private static SeverityPayload step(String name, double fire) {
        return new SeverityPayload(name, fire, fire, "PT0S", "PT0S");
    }
}
