package rubicon.model.rule;

import java.time.Duration;
import java.util.List;
import rubicon.model.analysis.SeriesReading;

/// How far the newest value lies from the newest one that is at least a while older, either way.
///
/// @param window that while, in whole days
/// @param reading which values are asked
public record ChangeCondition(Comparison op, Duration window, SeriesReading reading)
        implements Condition {

    /// Of clean values.
    public ChangeCondition(Comparison op, Duration window) {
        this(op, window, SeriesReading.CLEAN);
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.CHANGE;
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var results = held.standing(rule.watched(), reading).series();
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
