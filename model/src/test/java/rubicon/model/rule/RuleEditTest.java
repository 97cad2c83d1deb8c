package rubicon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleEditTest {

    private static final Severity SLOW = warning(480, Duration.ofDays(3), Duration.ZERO);

    private static final Rule BEFORE =
            rule("A title", "A reason", "a", Comparison.GE, SLOW, NoDataPolicy.KEEP, "x", true);

    @Test
    void sameContentIsNoEdit() {
        assertEdit(
                rule("A title", "A reason", "a", Comparison.GE, SLOW, NoDataPolicy.KEEP, "x", true),
                RuleEdit.NONE);
    }

    @Test
    void otherWordsAreText() {
        assertEdit(
                rule("Other", "A reason", "a", Comparison.GE, SLOW, NoDataPolicy.KEEP, "x", true),
                RuleEdit.TEXT);
        assertEdit(
                rule("A title", "Other", "a", Comparison.GE, SLOW, NoDataPolicy.KEEP, "x", true),
                RuleEdit.TEXT);
    }

    @Test
    void otherPatienceOrPolicyAreTimers() {
        var pending = warning(480, Duration.ofDays(2), Duration.ZERO);
        var keepFiring = warning(480, Duration.ofDays(3), Duration.ofDays(1));
        assertEdit(
                rule(
                        "Other",
                        "A reason",
                        "a",
                        Comparison.GE,
                        pending,
                        NoDataPolicy.KEEP,
                        "x",
                        true),
                RuleEdit.TIMERS);
        assertEdit(
                rule("A title", "", "a", Comparison.GE, keepFiring, NoDataPolicy.KEEP, "x", true),
                RuleEdit.TIMERS);
        assertEdit(
                rule("A title", "A reason", "a", Comparison.GE, SLOW, NoDataPolicy.OK, "x", true),
                RuleEdit.TIMERS);
    }

    @Test
    void anotherQuestionIsSemantic() {
        var threshold = warning(490, Duration.ofDays(2), Duration.ZERO);
        assertEdit(
                rule("Other", "A reason", "b", Comparison.GE, SLOW, NoDataPolicy.KEEP, "x", true),
                RuleEdit.SEMANTIC);
        assertEdit(
                rule("A title", "A reason", "a", Comparison.GT, SLOW, NoDataPolicy.KEEP, "x", true),
                RuleEdit.SEMANTIC);
        assertEdit(
                rule(
                        "A title",
                        "A reason",
                        "a",
                        Comparison.GE,
                        threshold,
                        NoDataPolicy.KEEP,
                        "x",
                        true),
                RuleEdit.SEMANTIC);
        assertEdit(
                rule("A title", "A reason", "a", Comparison.GE, SLOW, NoDataPolicy.KEEP, "y", true),
                RuleEdit.SEMANTIC);
    }

    @Test
    void switchingOffOrOnOutweighsAllElse() {
        var off = rule("Other", "", "b", Comparison.GE, SLOW, NoDataPolicy.KEEP, "x", false);

        assertEdit(off, RuleEdit.PAUSED);
        assertThat(RuleEdit.between(off, BEFORE)).isEqualTo(RuleEdit.RESUMED);
    }

    @Test
    void differentRulesAreNotAnEdit() {
        var other =
                new Rule(
                        new RuleId("another"),
                        "A title",
                        "",
                        "a",
                        new FrontierCondition(Comparison.GE),
                        List.of(SLOW),
                        NoDataPolicy.KEEP,
                        new MissingPolicy.Keep(),
                        Map.of(),
                        true,
                        1,
                        Instant.EPOCH);

        assertThatThrownBy(() -> RuleEdit.between(BEFORE, other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertEdit(Rule after, RuleEdit expected) {
        assertThat(RuleEdit.between(BEFORE, after)).isEqualTo(expected);
    }

    private static Severity warning(double fire, Duration pending, Duration keepFiring) {
        return Severity.of(SeverityLevel.WARNING, fire, 460, pending, keepFiring);
    }

    private static Rule rule(
            String title,
            String why,
            String indicator,
            Comparison op,
            Severity severity,
            NoDataPolicy noData,
            String label,
            boolean enabled) {
        return new Rule(
                new RuleId("a-rule"),
                title,
                why,
                indicator,
                new FrontierCondition(op),
                List.of(severity),
                noData,
                new MissingPolicy.Keep(),
                Map.of("team", label),
                enabled,
                7,
                Instant.EPOCH);
    }
}
