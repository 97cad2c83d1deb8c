package rubicon.model.rule;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;

/// How many values speak of the time before now. One with a qualifier, such as `<=`, is not settled
/// and counts half.
///
/// @param window that time, in whole days
/// @param reading which values are asked
public record CountCondition(Comparison op, Duration window, SeriesReading reading)
        implements Condition {

    /// Of clean values.
    public CountCondition(Comparison op, Duration window) {
        this(op, window, SeriesReading.CLEAN);
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.COUNT;
    }

    @Override
    public String unit(String indicator) {
        return "count";
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var results = held.standing(rule.watched(), reading).results();
        if (results.isEmpty()) {
            return new Measured.Nothing("no value stands");
        }
        var outside = held.now().atZone(ZoneOffset.UTC).toLocalDate().minusDays(window.toDays());
        var counted = new ArrayList<Result>();
        double count = 0;
        for (var result : results.reversed()) {
            if (!result.observedOn().date().isAfter(outside)) {
                break;
            }
            counted.add(result);
            count += result.qualifier() == null ? 1 : 0.5;
        }
        if (counted.isEmpty()) {
            var newest = results.getLast();
            return new Measured.Value(
                    0, null, List.of(), newest.recordedAt(), newest.knownAt(), null);
        }
        var value = Measured.of(count, counted);
        var leaves =
                counted.stream()
                        .map(it -> it.observedOn().date())
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .plusDays(window.toDays());
        return new Measured.Value(
                count,
                value.subject(),
                value.rows(),
                value.recordedAt(),
                value.knownAt(),
                leaves.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
