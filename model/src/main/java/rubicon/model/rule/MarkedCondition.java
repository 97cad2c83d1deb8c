package rubicon.model.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Frontier;
import rubicon.model.analysis.Result;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.History;
import rubicon.model.ledger.KnowledgeTime;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.RetractionReason;

/// How many leading values were taken back as contaminated a short while ago: those that would be
/// on the frontier had none been taken back for that reason in that while. A mark on a value that
/// did not lead changes no headline and does not count; nor does one that lay further back when
/// this ledger heard of it: history is not news.
///
/// @param window that while, by knowledge time
public record MarkedCondition(Comparison op, Duration window) implements Condition {

    @Override
    public ConditionKind kind() {
        return ConditionKind.MARKED;
    }

    @Override
    public String unit(String indicator) {
        return "count";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var from = held.now().minus(window);
        List<Revision> current = new ArrayList<>();
        List<Revision> marks = new ArrayList<>();
        List<History> unmarked = new ArrayList<>();
        for (History history : held.histories(rule.watched())) {
            history.current().ifPresent(current::add);
            var mark = mark(history, from);
            mark.ifPresent(marks::add);
            unmarked.add(mark.map(it -> before(it, history)).orElse(history));
        }
        if (current.isEmpty()) {
            return new Measured.Nothing("nothing was ever stated");
        }
        if (marks.isEmpty()) {
            return value(List.of(), current, null);
        }
        var leaves =
                marks.stream()
                        .map(it -> KnowledgeTime.of(it).plus(window))
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        var indicator = held.indicator(rule.watched());
        var frontier = Frontier.of(Result.standing(indicator, unmarked), indicator);
        return value(leading(frontier, marks), current, leaves);
    }

    /// The revision that took the value back, if that is the last word and no older.
    private static Optional<Revision> mark(History history, Instant from) {
        return history.current()
                .filter(it ->
                        it.statement().content() instanceof Retracted(var reason, var _)
                                && reason == RetractionReason.CONTAMINATION)
                .filter(it -> KnowledgeTime.of(it).isAfter(from));
    }

    private static History before(Revision mark, History history) {
        return new History(
                history.statements().stream()
                        .filter(it -> Statement.ORDER.compare(it, mark.statement()) < 0)
                        .toList());
    }

    private static List<Led> leading(List<Result> frontier, List<Revision> marks) {
        var byKey =
                marks.stream()
                        .collect(Collectors.toMap(it -> it.statement().key(), Function.identity()));
        List<Led> leading = new ArrayList<>();
        for (var result : frontier) {
            var mark = byKey.get(result.key());
            if (mark != null) {
                leading.addFirst(new Led(result, mark));
            }
        }
        return leading;
    }

    /// @param leading the best first
    private static Measured.Value value(
            List<Led> leading, List<Revision> current, @Nullable Instant changesAt) {
        var rested = leading.isEmpty() ? current : leading.stream().map(Led::mark).toList();
        return new Measured.Value(
                leading.size(),
                leading.isEmpty() ? null : leading.getFirst().result().subject().displayName(),
                leading.stream().map(it -> it.mark().statement().id()).toList(),
                newest(rested, it -> it.statement().recordedAt()),
                newest(rested, KnowledgeTime::of),
                changesAt);
    }

    private static Instant newest(List<Revision> revisions, Function<Revision, Instant> time) {
        return revisions.stream().map(time).max(Comparator.naturalOrder()).orElseThrow();
    }

    /// A value that led, and what took it back.
    private record Led(Result result, Revision mark) {}
}
