package rubicon.model.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.milestone.MilestoneKind;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.MilestonePayload;

/// How many milestones of these kinds name the rule's indicator. One that was withdrawn does not
/// count, nor one that names the indicator only as what took another's place.
///
/// @param milestones their kinds, at least one
/// @param window only those of the time before now, in whole days; null for all
public record MilestonesCondition(
        Comparison op, Set<MilestoneKind> milestones, @Nullable Duration window)
        implements Condition {

    public MilestonesCondition {
        milestones = Set.copyOf(milestones);
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.MILESTONES;
    }

    @Override
    public boolean concerns(Rule rule, ChroniclePayload told) {
        return told instanceof MilestonePayload it
                && it.indicators() != null
                && it.indicators().contains(rule.indicator())
                && (it.successors() == null || !it.successors().contains(rule.indicator()));
    }

    @Override
    public String unit(String indicator) {
        return "count";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var counted = new ArrayList<ObservedOn>();
        Instant recordedAt = Instant.EPOCH;
        for (var history : held.entries(EntryKind.MILESTONE)) {
            var standing = history.standing().orElseThrow().statement();
            if (standing.content() instanceof MilestonePayload it && counts(it, rule, held.now())) {
                counted.add(dateOf(it));
            }
            recordedAt =
                    standing.recordedAt().isAfter(recordedAt) ? standing.recordedAt() : recordedAt;
        }
        Optional<Instant> newest =
                counted.stream().map(it -> midnight(it.end())).max(Comparator.naturalOrder());
        return new Measured.Value(
                counted.size(),
                null,
                List.of(),
                recordedAt,
                newest.orElse(Instant.EPOCH),
                firstLeaves(counted));
    }

    private boolean counts(MilestonePayload it, Rule rule, Instant now) {
        return !Boolean.TRUE.equals(it.withdrawn())
                && milestones.contains(MilestoneKind.valueOf(String.valueOf(it.kind())))
                && concerns(rule, it)
                && (window == null
                        || midnight(dateOf(it).end().plusDays(window.toDays())).isAfter(now));
    }

    private @Nullable Instant firstLeaves(List<ObservedOn> counted) {
        if (window == null) {
            return null;
        }
        return counted.stream()
                .map(it -> midnight(it.end().plusDays(window.toDays())))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static ObservedOn dateOf(MilestonePayload it) {
        var precision = it.precision() == null ? Precision.DAY : Precision.valueOf(it.precision());
        return new ObservedOn(Objects.requireNonNull(it.date()), precision);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
