package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.SeverityPayload;
import rubicon.ui.testing.Wire;

final class NextThresholdTest {
    private static final RulePayload LADDER =
            Wire.ladder(
                    List.of(
                            new SeverityPayload("NOTICE", 480.0, 400.0, "PT0S", "PT0S"),
                            new SeverityPayload("WARNING", 2_400.0, 2_000.0, "P3D", "PT0S")));

    @Test
    void theNearestLineThatIsNotCrossedIsNext() {
        var suite = Wire.rule("suite", 960, true);

        assertThat(NextThreshold.ahead(Wire.state("p50", 1, 718), List.of(LADDER, suite)))
                .contains(new NextThreshold(960, 242, "WARNING", "suite", ""));
        assertThat(NextThreshold.ahead(Wire.state("p50", 1, 960), List.of(LADDER, suite)))
                .contains(new NextThreshold(2_400, 1_440, "WARNING", "ladder", ""));
    }

    @Test
    void aRuleThatReadsTheLowerEndOfTheIntervalIsMeasuredByIt() {
        var low =
                new RulePayload.ConditionPayload(
                        "FRONTIER",
                        "GE",
                        "LOW",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        var rule = Wire.rule("certainly a day", 480, true);
        var certain =
                new RulePayload(
                        rule.id(),
                        rule.title(),
                        rule.why(),
                        rule.indicator(),
                        low,
                        rule.severities(),
                        rule.noData(),
                        rule.labels(),
                        true,
                        1,
                        null);

        assertThat(NextThreshold.ahead(Wire.state("p50", 1, 718), List.of(certain)))
                .hasValueSatisfying(next -> assertThat(next.far()).isEqualTo(480 - 319.3));
    }

    @Test
    void aRuleThatIsSwitchedOffIsNotAhead() {
        assertThat(
                        NextThreshold.ahead(
                                Wire.state("p50", 1, 10), List.of(Wire.rule("off", 960, false))))
                .isEmpty();
    }

    @Test
    void nothingIsAheadOfABestValueBeyondEveryLine() {
        assertThat(
                        NextThreshold.ahead(
                                Wire.state("p50", 1, 1_000),
                                List.of(Wire.rule("suite", 960, true))))
                .isEmpty();
    }

    @Test
    void aLineThatIsCrossedForLessThanItsRuleWaitsSaysHowLong() {
        var pending = Wire.ofRule(Wire.alert("a", 1, "PENDING", "WARNING", List.of()), "ladder");
        var now = Wire.RECORDED.plus(Duration.ofHours(50));

        assertThat(
                        NextThreshold.waiting(
                                Wire.state("p50", 1, 3_000),
                                List.of(LADDER),
                                List.of(pending),
                                now))
                .contains(new NextThreshold(2_400, 0, "WARNING", "ladder", "crossed, 2 of 3 days"));
    }

    @Test
    void aGraverStepOfAFiringRuleWaitsUntilItsAlertIsRaised() {
        var notice = Wire.ofRule(Wire.alert("a", 1, "FIRING", "NOTICE", List.of()), "ladder");
        var raised = Wire.ofRule(Wire.alert("a", 2, "FIRING", "WARNING", List.of()), "ladder");
        var state = Wire.state("p50", 1, 3_000);

        assertThat(NextThreshold.waiting(state, List.of(LADDER), List.of(notice), Wire.RECORDED))
                .hasValueSatisfying(next ->
                        assertThat(next.waits()).isEqualTo("crossed, for less than 3 days"));
        assertThat(NextThreshold.waiting(state, List.of(LADDER), List.of(raised), Wire.RECORDED))
                .isEmpty();
    }
}
