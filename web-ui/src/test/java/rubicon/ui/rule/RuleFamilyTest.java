package rubicon.ui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.ConditionPayload;

class RuleFamilyTest {

    @Test
    void rulesOfOneReasonAreOneFamilyNamedByWhatTheirIdsShare() {
        assertThat(
                        RuleFamily.of(
                                List.of(
                                        rule("benchmark-spent-a", "A is full."),
                                        rule("horizon-ladder", "A working day."),
                                        rule("benchmark-spent-b-c", "A is full. "))))
                .extracting(RuleFamily::name, RuleFamily::why, it -> it.rules().size())
                .containsExactly(
                        tuple("Benchmark spent", "A is full.", 2),
                        tuple("Title of horizon-ladder", "A working day.", 1));
    }

    @Test
    void withoutAReasonNoneBelongsWithAnother() {
        assertThat(RuleFamily.of(List.of(rule("a", null), rule("b", " "))))
                .extracting(RuleFamily::why)
                .containsExactly("", "");
    }

    @Test
    void ofAPolicyThresholdIsOnlyWhatReadsItsDeterminationsOrWords() {
        assertThat(RuleWords.threshold(about("DETERMINATION"))).contains("an-entry");
        assertThat(RuleWords.threshold(about("REWORDED"))).contains("an-entry");
        assertThat(RuleWords.threshold(about("FORECAST_DUE"))).isEmpty();
    }

    private static RulePayload rule(String id, @Nullable String why) {
        return new RulePayload(
                id,
                "Title of " + id,
                why,
                "some-indicator",
                ConditionPayload.of("FRONTIER", "GE"),
                List.of(),
                "KEEP",
                Map.of(),
                true,
                1,
                null);
    }

    private static RulePayload about(String kind) {
        return new RulePayload(
                "r",
                "R",
                "why",
                "some-indicator",
                new ConditionPayload(
                        kind,
                        "GE",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "an-entry",
                        null,
                        null),
                List.of(),
                "KEEP",
                Map.of(),
                true,
                1,
                null);
    }
}
