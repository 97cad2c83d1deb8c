package rubicon.model.analysis;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Plausibility.Doubt;
import rubicon.model.catalogue.Direction;
import rubicon.model.observation.ObservedOn;

/// The steps by which the best of what counts has moved: the measure of how far the next one may go
/// beyond it. What is held is no part of it.
///
/// @see "docs/adr/0013-held-values.md"
final class RecordSteps {
    /// How many records before it a value is held against, and so one step fewer.
    private static final int RECORDS = 9;

    /// With fewer records they are no measure.
    private static final int FEWEST_RECORDS = 3;

    /// From so many steps on the largest of them is a close measure.
    private static final int MANY = 5;

    /// The boldest real step after many was 1.6 times the largest of them.
    private static final double AFTER_MANY = 3;

    /// The boldest real step after few was 6 times the larger of two.
    private static final double AFTER_FEW = 8;

    private final Direction direction;
    private final Yardstick yardstick;
    private final RunningBest records;

    RecordSteps(Direction direction, Yardstick yardstick) {
        this.direction = direction;
        this.yardstick = yardstick;
        this.records = new RunningBest(direction);
    }

    /// Takes in a value that counts.
    ///
    /// @return whether it is a record
    boolean add(Result it) {
        return records.add(it);
    }

    /// Takes away a value that counted.
    ///
    /// @param others values that go on to count
    /// @return whether it was a record
    boolean remove(Result it, RunningBest.Others others) {
        return records.remove(it, others);
    }

    /// Date of the record after another date; null for none.
    @Nullable ObservedOn next(ObservedOn date) {
        return records.next(date);
    }

    /// Records that a change of the best at a date may bring into doubt or out of it.
    ///
    /// @param settled date of the record that came after it before the change
    List<Result> judgedBy(ObservedOn date, @Nullable ObservedOn settled) {
        return records.after(date, settled, RECORDS);
    }

    /// Whether a value goes too far beyond the best of the dates before its own; null if it does
    /// not.
    ///
    /// @param peers others that went too far and are vouched for: those that went as far are a
    ///   measure too
    @Nullable Doubt doubt(Result it, Collection<Result> peers) {
        Result newest = records.before(it.observedOn());
        if (newest == null || !direction.isBeyond(it.value(), newest.value())) {
            return null;
        }
        double place = yardstick.place(it.value());
        double[] before = yardstick.places(records.before(it.observedOn(), RECORDS));
        double best = before[0];
        for (Result peer : peers) {
            double other = yardstick.place(peer.value());
            best = direction.isBeyond(other, best) ? other : best;
        }
        double step = Math.abs(place - best);
        double largest = largestStep(before);
        double plausible =
                before.length < FEWEST_RECORDS
                        ? yardstick.largestStep()
                        : Math.clamp(
                                (before.length > MANY ? AFTER_MANY : AFTER_FEW) * largest,
                                yardstick.smallStep(best),
                                yardstick.largestStep());
        if (!direction.isBeyond(place, best) || step <= plausible) {
            return null;
        }
        return new Doubt(
                yardstick.alike(place),
                "%s lies %s beyond %s, the best before it; %s up to %s are plausible"
                        .formatted(
                                Plausibility.digits(it.value()),
                                yardstick.told(step),
                                Plausibility.digits(yardstick.value(best)),
                                before.length < FEWEST_RECORDS
                                        ? "with so few records"
                                        : "the largest of its last %d steps was %s and"
                                                .formatted(
                                                        before.length - 1, yardstick.told(largest)),
                                yardstick.told(plausible)));
    }

    /// @param places of records, the newest first
    private static double largestStep(double[] places) {
        double largest = 0;
        for (int i = 1; i < places.length; i++) {
            largest = Math.max(largest, Math.abs(places[i - 1] - places[i]));
        }
        return largest;
    }
}
