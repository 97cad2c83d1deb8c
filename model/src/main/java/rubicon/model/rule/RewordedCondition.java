package rubicon.model.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.policy.ThresholdStatus;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.PolicyThresholdPayload;

/// How often a policy threshold got another name, wording, number, version or status a short while
/// ago. New determinations are none of these.
///
/// @param window that while, by the chronicle's time
public record RewordedCondition(Comparison op, EntryRef entry, Duration window)
        implements Condition {

    @Override
    public ConditionKind kind() {
        return ConditionKind.REWORDED;
    }

    @Override
    public boolean concerns(Rule rule, ChroniclePayload told) {
        return told.entryKind() == EntryKind.POLICY_THRESHOLD && entry.isOf(told);
    }

    @Override
    public String unit(String indicator) {
        return "count";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var told = entry.find(EntryKind.POLICY_THRESHOLD, held);
        if (told.isEmpty()) {
            return new Measured.Nothing("no policy threshold is called " + entry.id());
        }
        var from = held.now().minus(window);
        var revisions = told.get().revisions();
        int count = 0;
        Instant leaves = null;
        Instant knownAt = revisions.getFirst().statement().statedAt();
        for (int i = 1; i < revisions.size(); i++) {
            var now = revisions.get(i).statement();
            var before = revisions.get(i - 1).statement();
            if (now.recordedAt().isAfter(from)
                    && !words(now.content()).equals(words(before.content()))) {
                count++;
                knownAt = now.statedAt();
                leaves = leaves == null ? now.recordedAt().plus(window) : leaves;
            }
        }
        var recordedAt = revisions.getLast().statement().recordedAt();
        return new Measured.Value(count, null, List.of(), recordedAt, knownAt, leaves);
    }

    /// That nobody says whether a threshold is still in force is no change of it.
    private static @Nullable String told(@Nullable String status) {
        return ThresholdStatus.NOT_STATED.name().equals(status)
                ? ThresholdStatus.IN_FORCE.name()
                : status;
    }

    private static List<Object> words(ChroniclePayload content) {
        return content instanceof PolicyThresholdPayload it
                ? Arrays.asList(
                        it.framework(),
                        it.version(),
                        it.level(),
                        it.test(),
                        it.lines(),
                        told(it.status()),
                        it.supersededBy())
                : List.of(content);
    }
}
