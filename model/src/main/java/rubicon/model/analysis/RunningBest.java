package rubicon.model.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SequencedCollection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Direction;
import rubicon.model.observation.ObservedOn;

/// The frontier of results that come and go, as [Frontier#of] finds it in all of them at once.
final class RunningBest {
    private final Direction direction;
    private final NavigableMap<ObservedOn, Result> members = new TreeMap<>();

    RunningBest(Direction direction) {
        this.direction = direction;
    }

    /// Its results, oldest first.
    SequencedCollection<Result> results() {
        return Collections.unmodifiableSequencedCollection(members.sequencedValues());
    }

    /// Takes a result in.
    ///
    /// @return whether it is a record
    boolean add(Result result) {
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

    /// Takes a result away.
    ///
    /// @param others results that are left
    /// @return whether it was a record
    boolean remove(Result result, NavigableSet<Result> others) {
        if (!members.remove(result.observedOn(), result)) {
            return false;
        }
        Map.Entry<ObservedOn, Result> after = members.higherEntry(result.observedOn());
        between(result, after == null ? null : after.getValue(), others).forEach(this::add);
        return true;
    }

    /// Date of the record after another date; null for none.
    @Nullable ObservedOn next(ObservedOn date) {
        return members.higherKey(date);
    }

    /// The records from a date on: all before another date, and some from that one on.
    ///
    /// @param settled null for no such date
    List<Result> from(ObservedOn date, @Nullable ObservedOn settled, int more) {
        if (settled == null) {
            return List.copyOf(members.tailMap(date, true).values());
        }
        List<Result> found = new ArrayList<>(members.subMap(date, true, settled, false).values());
        members.tailMap(settled, true).values().stream().limit(more).forEach(found::add);
        return found;
    }

    /// The records before the date of a result, the newest first, without that of its observation.
    List<Result> before(Result result, int most) {
        return members.headMap(result.observedOn(), false).descendingMap().values().stream()
                .filter(it -> !it.key().equals(result.key()))
                .limit(most)
                .toList();
    }

    /// The records from a result's date on that it would take the place of, if it is one.
    List<Result> outdoneBy(Result result) {
        return members.tailMap(result.observedOn(), true).values().stream()
                .takeWhile(it -> !isBeyond(it, result))
                .toList();
    }

    /// Whether another observation is the record of a result's date.
    boolean isOutdone(Result result) {
        Result record = members.get(result.observedOn());
        return record != null && !record.key().equals(result.key()) && !isBeyond(result, record);
    }

    /// The running best of what is of this date or later: from the first result of the whole
    /// frontier on it is the same.
    ///
    /// @param all results
    List<Result> from(LocalDate from, NavigableSet<Result> all) {
        ObservedOn start = ObservedOn.day(from);
        Map.Entry<ObservedOn, Result> same = members.ceilingEntry(start);
        List<Result> found = new ArrayList<>();
        if (direction != Direction.NONE && !all.isEmpty()) {
            Result first = all.getFirst().beforeAllOf(start);
            RunningBest own = new RunningBest(direction);
            between(first, same == null ? null : same.getValue(), all).forEach(own::add);
            found.addAll(own.results());
        }
        found.addAll(members.tailMap(start, true).values());
        return List.copyOf(found);
    }

    /// Results from the date of the one on, before the date of the other.
    private static NavigableSet<Result> between(
            Result from, @Nullable Result to, NavigableSet<Result> all) {
        Result first = from.beforeAllOf(from.observedOn());
        return to == null
                ? all.tailSet(first, true)
                : all.subSet(first, true, to.beforeAllOf(to.observedOn()), false);
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
