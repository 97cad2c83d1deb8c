package rubicon.model.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.Rule;
import rubicon.model.rule.RuleEvaluation;
import rubicon.model.rule.SeverityLevel;
import rubicon.model.rule.Signal;

/// The severities of an alert, in rising order. What is latched reaches from the lowest one up
/// without a gap: a graver breach is a lesser one too, so it ends the lesser one's wait, and a
/// lesser one does not let go before the graver one does.
public record Latches(List<Latch> all) {

    public Latches {
        all = List.copyOf(all);
    }

    /// A rule's severities, none of them breached.
    static Latches of(Rule rule) {
        return new Latches(
                rule.severities().stream()
                        .<Latch>map(one -> new Latch.Off(one.level(), one.patience()))
                        .toList());
    }

    /// The severity of the episode; empty if nothing fires.
    Optional<SeverityLevel> highestLatched() {
        return highest(Latch::isLatched);
    }

    /// The severity of what is pending; empty if nothing is.
    Optional<SeverityLevel> highestWaiting() {
        return highest(Latch.Waiting.class::isInstance);
    }

    boolean isAnyHeld() {
        return all.stream().anyMatch(Latch.Held.class::isInstance);
    }

    /// Moved by what a value says.
    Latches on(RuleEvaluation evaluation, Instant at) {
        return each(latch -> latch.on(evaluation.signal(latch.level()), at));
    }

    /// Moved as if the lowest severity were breached, and all that wait or are latched still were.
    Latches alarm(Instant at) {
        var lowest = all.getFirst().level();
        return each(latch ->
                latch.level() == lowest || !(latch instanceof Latch.Off)
                        ? latch.on(Signal.BREACHED, at)
                        : latch);
    }

    /// Moved as if the value were clear.
    Latches clear(Instant at) {
        return each(latch -> latch.on(Signal.CLEAR, at));
    }

    Latches off() {
        return each(Latch::off);
    }

    /// Those of the given severities hold without a wait.
    Latches hold(Predicate<SeverityLevel> levels) {
        return each(latch -> levels.test(latch.level()) ? latch.held() : latch);
    }

    Latches resume(Instant at) {
        return each(latch -> latch.resume(at));
    }

    Latches stop(Instant at) {
        return each(latch -> latch.stop(at));
    }

    /// The same with the patience of that rule.
    Latches withPatienceOf(Rule rule) {
        return each(latch -> latch.with(rule.severity(latch.level()).patience()));
    }

    /// Completes the waits that are over by then.
    Latches complete(Instant at) {
        var completed = new ArrayList<Latch>();
        boolean latchedAbove = false;
        for (var latch : all.reversed()) {
            var next = complete(latch, at, latchedAbove);
            latchedAbove |= next.isLatched();
            completed.addFirst(next);
        }
        return new Latches(completed);
    }

    private static Latch complete(Latch latch, Instant at, boolean latchedAbove) {
        return switch (latch) {
            case Latch.Off off -> latchedAbove ? off.held() : off;
            case Latch.Waiting waiting ->
                    latchedAbove || waiting.stopwatch().hasReached(waiting.patience().pending(), at)
                            ? waiting.held()
                            : waiting;
            case Latch.Held held -> held;
            case Latch.Clearing clearing ->
                    !latchedAbove
                                    && clearing.stopwatch()
                                            .hasReached(clearing.patience().keepFiring(), at)
                            ? clearing.off()
                            : clearing;
        };
    }

    /// When the next wait is over, if one runs.
    Optional<Instant> deadline() {
        boolean latchedAbove = false;
        var dues = Stream.<Instant>builder();
        for (var latch : all.reversed()) {
            var due = due(latch, latchedAbove);
            if (due != null) {
                dues.add(due);
            }
            latchedAbove |= latch.isLatched();
        }
        return dues.build().min(Instant::compareTo);
    }

    private static @Nullable Instant due(Latch latch, boolean latchedAbove) {
        return switch (latch) {
            case Latch.Off _, Latch.Held _ -> null;
            case Latch.Waiting waiting -> waiting.stopwatch().reaches(waiting.patience().pending());
            case Latch.Clearing clearing ->
                    latchedAbove
                            ? null
                            : clearing.stopwatch().reaches(clearing.patience().keepFiring());
        };
    }

    private Optional<SeverityLevel> highest(Predicate<Latch> which) {
        return all.reversed().stream().filter(which).map(Latch::level).findFirst();
    }

    private Latches each(UnaryOperator<Latch> change) {
        return new Latches(all.stream().map(change).toList());
    }
}
