package rubicon.model.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.observation.ObservedOn;

/// The frontier of results that come and go, as [Frontier#of] finds it in all of them at once.
final class RunningBest {
    private final Direction direction;
    private final Predicate<Result> candidates;
    private final NavigableMap<ObservedOn, Result> members = new TreeMap<>();

    /// Of all results.
    RunningBest(Direction direction) {
        this(direction, _ -> true);
    }

    /// Of an indicator's results that [can be records][Result#canBeRecord].
    RunningBest(Indicator indicator) {
        this(indicator.direction(), it -> it.canBeRecord(indicator));
    }

    private RunningBest(Direction direction, Predicate<Result> candidates) {
        this.direction = direction;
        this.candidates = candidates;
    }

    /// Its results, oldest first.
    SequencedCollection<Result> results() {
        return Collections.unmodifiableSequencedCollection(members.sequencedValues());
    }

    /// Takes a result in.
    ///
    /// @return whether it is a record
    boolean add(Result result) {
        if (!candidates.test(result)) {
            return false;
        }
        Map.Entry<ObservedOn, Result> before = members.lowerEntry(result.observedOn());
        Result ofDate = members.get(result.observedOn());
        if (direction == Direction.NONE
                || (before != null && !isBeyond(result, before.getValue()))
                || (ofDate != null && !isRatherThan(result, ofDate))) {
            return false;
        }
        members.put(result.observedOn(), result);
        Map.Entry<ObservedOn, Result> after = members.higherEntry(result.observedOn());
        while (after != null && !isBeyond(after.getValue(), result)) {
            members.remove(after.getKey());
            after = members.higherEntry(result.observedOn());
        }
        return true;
    }

    /// Results of some dates.
    @FunctionalInterface
    interface Others {
        /// Those from one on, before another one in the order of [Result#BY_DATE].
        ///
        /// @param to null for all from the first on
        Iterable<Result> between(Result from, @Nullable Result to);
    }

    /// Takes a result away.
    ///
    /// @param others results that are left
    /// @return whether it was a record
    boolean remove(Result result, Sorted<Result> others) {
        return remove(result, (from, to) -> between(from, to, others));
    }

    /// As above.
    boolean remove(Result result, Others others) {
        if (!members.remove(result.observedOn(), result)) {
            return false;
        }
        Map.Entry<ObservedOn, Result> after = members.higherEntry(result.observedOn());
        Result end = after == null ? null : endOf(after.getValue());
        others.between(endOf(result), end).forEach(this::add);
        return true;
    }

    /// Date of the record after another date; null for none.
    @Nullable ObservedOn next(ObservedOn date) {
        return members.higherKey(date);
    }

    /// The records after a date: all before another date, and some from that one on.
    ///
    /// @param settled null for no such date
    List<Result> after(ObservedOn date, @Nullable ObservedOn settled, int more) {
        if (settled == null) {
            return List.copyOf(members.tailMap(date, false).values());
        }
        List<Result> found = new ArrayList<>(members.subMap(date, false, settled, false).values());
        members.tailMap(settled, true).values().stream().limit(more).forEach(found::add);
        return found;
    }

    /// The record before a date; null for none.
    @Nullable Result before(ObservedOn date) {
        Map.Entry<ObservedOn, Result> before = members.lowerEntry(date);
        return before == null ? null : before.getValue();
    }

    /// The records before a date, the newest first.
    List<Result> before(ObservedOn date, int most) {
        List<Result> found = new ArrayList<>(most);
        Iterator<Result> before = members.headMap(date, false).descendingMap().values().iterator();
        while (found.size() < most && before.hasNext()) {
            found.add(before.next());
        }
        return found;
    }

    /// The running best of what is of this date or later: from the first result of the whole
    /// frontier on it is the same.
    ///
    /// @param all results
    List<Result> from(LocalDate from, Sorted<Result> all) {
        ObservedOn start = ObservedOn.day(from);
        Map.Entry<ObservedOn, Result> same = members.ceilingEntry(start);
        List<Result> found = new ArrayList<>();
        if (direction != Direction.NONE && !all.isEmpty()) {
            Result first = all.getFirst().beforeAllOf(start);
            RunningBest own = new RunningBest(direction, candidates);
            between(first, same == null ? null : endOf(same.getValue()), all).forEach(own::add);
            found.addAll(own.results());
        }
        found.addAll(members.tailMap(start, true).values());
        return List.copyOf(found);
    }

    /// What comes before all results of a result's date.
    private static Result endOf(Result result) {
        return result.beforeAllOf(result.observedOn());
    }

    /// Results from one on, before another one.
    ///
    /// @param to null for all from the first on
    static Iterable<Result> between(Result from, @Nullable Result to, Sorted<Result> all) {
        if (to == null) {
            return all.from(from);
        }
        List<Result> found = new ArrayList<>();
        for (Result it : all.from(from)) {
            if (Result.BY_DATE.compare(it, to) >= 0) {
                break;
            }
            found.add(it);
        }
        return found;
    }

    private boolean isBeyond(Result one, Result other) {
        return direction.isBeyond(one.value(), other.value());
    }

    /// Of one date the better one is the record, of equals the first.
    private boolean isRatherThan(Result one, Result other) {
        return isBeyond(one, other)
                || (!isBeyond(other, one) && one.key().compareTo(other.key()) < 0);
    }
}
