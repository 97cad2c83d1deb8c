package rubicon.model.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.Direction;

/// The newest value against a threshold. Of several of one date the best one counts.
///
/// @param of which number of the results
/// @param minN results of fewer cases, or of unknown many, do not count; 0 for any
/// @param consecutive how many of the newest dates must agree: the value is that of them which lies
///   least far into the breach
/// @param reading which values are asked
public record LatestCondition(
        Comparison op, ValueEnd of, int minN, int consecutive, SeriesReading reading)
        implements Condition {

    /// As far back as anyone may ask.
    static final int MOST_CONSECUTIVE = 24;

    /// Of clean values.
    public LatestCondition(Comparison op, ValueEnd of, int minN, int consecutive) {
        this(op, of, minN, consecutive, SeriesReading.CLEAN);
    }

    @Override
    public ConditionKind kind() {
        return ConditionKind.LATEST;
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var direction = held.indicator(rule.watched()).direction();
        var newest = newest(held.standing(rule.watched(), reading).series(), direction);
        if (newest.size() < consecutive) {
            return new Measured.Nothing(
                    newest.isEmpty()
                            ? "no value stands that counts"
                            : "values of %d dates are fewer than %d"
                                    .formatted(newest.size(), consecutive));
        }
        Optional<Double> least = Optional.empty();
        for (var result : newest) {
            var value = of.of(result.estimate());
            if (value == null) {
                return new Measured.Nothing("the newest value states no interval");
            }
            if (least.isEmpty() || op.isFarther(least.get(), value)) {
                least = Optional.of(value);
            }
        }
        return Measured.of(least.orElseThrow(), newest);
    }

    /// The same of one date more.
    LatestCondition ofOneMore() {
        return new LatestCondition(op, of, minN, consecutive + 1, reading);
    }

    /// The best result of each of the newest dates, as many as are asked for; the newest first.
    private List<Result> newest(SequencedCollection<Result> results, Direction direction) {
        var newest = new ArrayList<Result>();
        for (var result : results.reversed()) {
            if (!isOfEnough(result, minN)) {
                continue;
            }
            if (!newest.isEmpty() && newest.getLast().observedOn().equals(result.observedOn())) {
                if (direction != Direction.NONE
                        && !direction.isBeyond(newest.getLast().value(), result.value())) {
                    newest.set(newest.size() - 1, result);
                }
            } else if (newest.size() == consecutive) {
                break;
            } else {
                newest.add(result);
            }
        }
        return newest;
    }

    static List<Result> ofEnough(Collection<Result> results, int minN) {
        return results.stream().filter(it -> isOfEnough(it, minN)).toList();
    }

    private static boolean isOfEnough(Result it, int minN) {
        Long n = it.estimate().n();
        return minN == 0 || (n != null && n >= minN);
    }
}
