package rubicon.model.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.observation.ObservedOn;

/// The running best of an indicator over the dates that its values speak of.
public final class Frontier {
    private Frontier() {}

    /// The results that were better than all before them, oldest first. Results of one date are
    /// compared together: only their best can be a record. The first of equals is the record. What
    /// [cannot be a record][Result#canBeRecord] is left out.
    ///
    /// @param results in any order
    /// @return empty where the indicator has no better direction
    public static List<Result> of(Collection<Result> results, Indicator indicator) {
        return of(
                results.stream().filter(it -> it.canBeRecord(indicator)).toList(),
                indicator.direction());
    }

    /// The same of results that all can be records.
    static List<Result> of(Collection<Result> results, Direction direction) {
        if (direction == Direction.NONE) {
            return List.of();
        }
        SortedMap<ObservedOn, Result> bestOfDate = new TreeMap<>();
        for (Result result : results.stream().sorted(Result.BY_DATE).toList()) {
            bestOfDate.merge(
                    result.observedOn(),
                    result,
                    (best, next) -> direction.isBeyond(next.value(), best.value()) ? next : best);
        }
        List<Result> frontier = new ArrayList<>();
        for (Result result : bestOfDate.values()) {
            if (frontier.isEmpty()
                    || direction.isBeyond(result.value(), frontier.getLast().value())) {
                frontier.add(result);
            }
        }
        return List.copyOf(frontier);
    }

    /// The best result of all: the frontier's end.
    public static Optional<Result> best(Collection<Result> results, Indicator indicator) {
        List<Result> frontier = of(results, indicator);
        return frontier.isEmpty() ? Optional.empty() : Optional.of(frontier.getLast());
    }
}
