package rubicon.model.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Frontier;
import rubicon.model.analysis.Result;
import rubicon.model.catalogue.Direction;
import rubicon.model.observation.ObservedOn;

/// The newest value against a threshold. Of several of one date the best one counts.
///
/// @param of which number of the results
/// @param minN results of fewer cases, or of unknown many, do not count; 0 for any
/// @param consecutive how many of the newest dates must agree: the value is that of them which lies
///   least far into the breach
public record LatestCondition(Comparison op, ValueEnd of, int minN, int consecutive)
        implements Condition {

    /// As far back as anyone may ask.
    static final int MOST_CONSECUTIVE = 24;

    @Override
    public ConditionKind kind() {
        return ConditionKind.LATEST;
    }

    @Override
    public Measured measure(Rule rule, Holdings held) {
        var direction = held.indicator(rule.watched()).direction();
        var results = ofEnough(held.results(rule.watched()), minN);
        var dates = new TreeMap<ObservedOn, List<Result>>();
        results.forEach(
                it -> dates.computeIfAbsent(it.observedOn(), _ -> new ArrayList<>()).add(it));
        if (dates.size() < consecutive) {
            return new Measured.Nothing(
                    dates.isEmpty()
                            ? "no value stands that counts"
                            : "values of %d dates are fewer than %d"
                                    .formatted(dates.size(), consecutive));
        }
        var newest = new ArrayList<Result>();
        for (var ofDate : dates.descendingMap().values()) {
            if (newest.size() < consecutive) {
                newest.add(best(ofDate, direction));
            }
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

    private static Result best(List<Result> ofDate, Direction direction) {
        return Frontier.best(ofDate, direction).orElse(ofDate.getLast());
    }

    static List<Result> ofEnough(List<Result> results, int minN) {
        return minN == 0
                ? results
                : results.stream().filter(it -> isOfEnough(it.estimate().n(), minN)).toList();
    }

    private static boolean isOfEnough(@Nullable Long n, int minN) {
        return n != null && n >= minN;
    }
}
