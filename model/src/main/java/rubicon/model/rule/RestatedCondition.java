package rubicon.model.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.History;
import rubicon.model.ledger.KnowledgeTime;
import rubicon.model.ledger.Revision;

/// The share of a source's standing values that it changed, or took back, a short while ago; of
/// several sources that of the one which changed most. Another definition of a benchmark is another
/// indicator, so a change of definition never counts. Nor does a change that lay further back when
/// this ledger heard of it: history is not news.
///
/// @param window that while, by knowledge time
/// @param minN sources with fewer values are passed over
public record RestatedCondition(Comparison op, Duration window, int minN) implements Condition {

    @Override
    public ConditionKind kind() {
        return ConditionKind.RESTATED;
    }

    @Override
    public String unit(String indicator) {
        return "share";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        Map<String, List<Revision>> bySource = new TreeMap<>();
        for (History history : held.histories(rule.watched())) {
            history.current()
                    .filter(it -> it.status() != Revision.Status.DISPUTED)
                    .ifPresent(it ->
                            bySource.computeIfAbsent(
                                            it.statement().key().source(), _ -> new ArrayList<>())
                                    .add(it));
        }
        var from = held.now().minus(window);
        Measured farthest =
                new Measured.Nothing("no source has %d values that stand".formatted(minN));
        for (var values : bySource.values()) {
            var share = share(values, from);
            if (share != null
                    && !(farthest instanceof Measured.Value best
                            && !op.isFarther(share.value(), best.value()))) {
                farthest = share;
            }
        }
        return farthest;
    }

    private Measured.@Nullable Value share(List<Revision> values, Instant from) {
        var restated =
                values.stream()
                        .filter(it -> it.number() > 1)
                        .filter(it -> KnowledgeTime.of(it).isAfter(from))
                        .toList();
        long standing =
                values.stream()
                        .filter(it ->
                                it.statement().content() instanceof Content.Reported
                                        || restated.contains(it))
                        .count();
        if (standing < minN || standing == 0) {
            return null;
        }
        var rested = restated.isEmpty() ? values : restated;
        return new Measured.Value(
                (double) restated.size() / standing,
                null,
                restated.stream().map(it -> it.statement().id()).toList(),
                newest(rested, it -> it.statement().recordedAt()),
                newest(rested, KnowledgeTime::of),
                restated.stream()
                        .map(it -> KnowledgeTime.of(it).plus(window))
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    private static Instant newest(List<Revision> revisions, Function<Revision, Instant> time) {
        return revisions.stream().map(time).max(Comparator.naturalOrder()).orElseThrow();
    }
}
