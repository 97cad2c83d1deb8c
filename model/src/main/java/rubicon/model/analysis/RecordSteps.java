package rubicon.model.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Plausibility.Doubt;
import rubicon.model.catalogue.Direction;
import rubicon.model.observation.ObservedOn;

/// The steps by which the best has moved: the measure of how far the next one may go beyond it.
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

    /// Takes in a value.
    ///
    /// @return records, and such as are none any more, that are judged anew
    List<Result> add(Result it) {
        List<Result> judged = new ArrayList<>(records.outdoneBy(it));
        if (!records.add(it)) {
            return List.of();
        }
        judged.addAll(records.from(it.observedOn(), it.observedOn(), RECORDS + 1));
        return judged;
    }

    /// Takes a value away.
    ///
    /// @param others values that are left
    /// @return records that are judged anew
    List<Result> remove(Result it, NavigableSet<Result> others) {
        ObservedOn next = records.next(it.observedOn());
        return records.remove(it, others)
                ? records.from(it.observedOn(), next, RECORDS)
                : List.of();
    }

    /// Whether a value goes too far beyond the best before it; null if it does not.
    ///
    /// @param near places of the values nearest before it, sorted
    @Nullable Doubt doubt(Result it, double[] near) {
        double place = yardstick.place(it.value());
        double best = direction == Direction.LOWER ? near[0] : near[near.length - 1];
        if (!direction.isBeyond(place, best) || records.isOutdone(it)) {
            return null;
        }
        double[] before =
                records.before(it, RECORDS).stream()
                        .mapToDouble(record -> yardstick.place(record.value()))
                        .toArray();
        if (before.length > 0 && direction.isBeyond(before[0], best)) {
            best = before[0];
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
                yardstick.finest(place),
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
