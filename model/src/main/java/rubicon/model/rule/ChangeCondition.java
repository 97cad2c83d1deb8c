package rubicon.model.rule;

import java.time.Duration;
import java.util.List;

/// How far the newest value lies from the newest one that is at least a while older, either way.
///
/// @param window that while, in whole days
public record ChangeCondition(Comparison op, Duration window) implements Condition {

    @Override
    public ConditionKind kind() {
        return ConditionKind.CHANGE;
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var results = held.standing(rule.watched()).results();
        if (results.isEmpty()) {
            return new Measured.Nothing("no value stands");
        }
        var newest = results.getLast();
        var before = newest.observedOn().date().minusDays(window.toDays());
        return results.reversed().stream()
                .filter(it -> !it.observedOn().date().isAfter(before))
                .findFirst()
                .<Measured>map(it ->
                        Measured.of(Math.abs(newest.value() - it.value()), List.of(newest, it)))
                .orElseGet(() ->
                        new Measured.Nothing(
                                "no value is %d days older than the newest"
                                        .formatted(window.toDays())));
    }
}
