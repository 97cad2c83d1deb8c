package rubicon.model.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.policy.DeterminationStatus;
import rubicon.model.policy.ThresholdStatus;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.PolicyThresholdPayload.DeterminationPayload;

/// What was determined last under a policy threshold: 0 for not crossed, 1 for the gray zone, 2 for
/// crossed. Under one that is superseded or withdrawn nothing is determined any more, so it counts
/// as not crossed: what was determined is history.
public record DeterminationCondition(Comparison op, EntryRef entry) implements Condition {

    @Override
    public ConditionKind kind() {
        return ConditionKind.DETERMINATION;
    }

    @Override
    public boolean concerns(Rule rule, ChroniclePayload told) {
        return told.entryKind() == EntryKind.POLICY_THRESHOLD && entry.isOf(told);
    }

    @Override
    public String unit(String indicator) {
        return "status";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var told = entry.find(EntryKind.POLICY_THRESHOLD, held);
        if (told.isEmpty()) {
            return new Measured.Nothing("no policy threshold is called " + entry.id());
        }
        var standing = told.get().standing().orElseThrow().statement();
        if (!(standing.content() instanceof PolicyThresholdPayload it)
                || it.determinations() == null
                || it.determinations().isEmpty()) {
            return new Measured.Nothing("no determination is held");
        }
        if (isPast(it)) {
            return new Measured.Value(
                    0, null, List.of(), standing.recordedAt(), standing.statedAt(), null);
        }
        var last = it.determinations().getLast();
        return new Measured.Value(
                grade(DeterminationStatus.valueOf(String.valueOf(last.status()))),
                last.model(),
                List.of(),
                standing.recordedAt(),
                knownAt(last),
                null);
    }

    private static boolean isPast(PolicyThresholdPayload it) {
        return switch (ThresholdStatus.valueOf(String.valueOf(it.status()))) {
            case SUPERSEDED, WITHDRAWN -> true;
            case IN_FORCE, NOT_STATED, DEFINITION -> false;
        };
    }

    private static double grade(DeterminationStatus status) {
        return switch (status) {
            case NOT_CROSSED -> 0;
            case GRAY_ZONE -> 1;
            case CROSSED -> 2;
        };
    }

    private static Instant knownAt(DeterminationPayload it) {
        var precision = it.precision() == null ? Precision.DAY : Precision.valueOf(it.precision());
        var date = Objects.requireNonNull(it.date());
        return new ObservedOn(date, precision).end().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
