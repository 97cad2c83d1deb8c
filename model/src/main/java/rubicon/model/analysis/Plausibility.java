package rubicon.model.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.History.Held;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;

/// Finds values that cannot be: those far from all that an indicator's other observations say of
/// the time before them, and those far from what their own observation said before. Such a value is
/// held until its source mends it, another source says the same, or somebody confirms it.
///
/// A value is held for one of three reasons, each in the space of the indicator's scale.
///
/// - It lies more deviations than the catalogue allows from the median of the values nearest before
///   it, and farther outside their range, without the lowest and the highest of them, than twice
///   its width. A deviation is 1.4826 times their median absolute deviation, and no finer than the
///   scale's own.
/// - It corrects what its observation said before, by more than the scale's largest correction.
///   Held against is the newest word before it that is not at fault itself; a withdrawal or a
///   dispute between them begins anew. Where most of the values near it were corrected as far, a
///   file has moved as a whole, and no word before is found at fault by it.
/// - It lies beyond the best of the dates before its own by more than three times the largest of
///   the last eight steps by which the best has moved; by more than eight times, where there were
///   fewer than five of them; and, however it has moved, by more than the scale's farthest step.
///   The best is that of what counts: what is held is no measure of what comes after it.
///
/// The verdicts are a function of the *set* of statements. Values of one date are near each other,
/// wherever they stand in the order of keys; the best of a date is a measure for later dates, and
/// for its own where it went too far and is vouched for. What is disputed by its source or
/// withdrawn judges nobody. What is held is among the values near, for a median does not mind it.
///
/// Mutable: it is asked about what it was told so far.
///
/// @see HeldValues
/// @see "B. Iglewicz, D. C. Hoaglin: How to Detect and Handle Outliers, ASQC 1993, section 3"
/// @see "docs/adr/0013-held-values.md"
public final class Plausibility {
    /// By how many values another one is judged.
    static final int MOST = 20;

    /// With fewer their spread gives no verdict.
    static final int FEWEST = 8;

    /// With fewer there is no verdict at all.
    private static final int FEWEST_OF_ALL = 3;

    /// How many times the width of their range a value may lie outside it. Real break-throughs lie
    /// nearer: o1 lay 1.4 times outside what FrontierMath had seen.
    private static final double WIDTHS = 2;

    /// Makes the median absolute deviation of normal values their standard deviation.
    private static final double NORMAL = 1.4826;

    private static final MathContext SHORT = new MathContext(4);

    private final Yardstick yardstick;
    private final double allowed;
    private final Sorted<Result> said = new Sorted<>(Result.BY_DATE);
    private final Map<String, Integer> sources = new HashMap<>();
    private final RecordSteps steps;
    private final Comparator<Result> group;

    private Plausibility(Indicator indicator, double allowed) {
        this.yardstick = Yardstick.of(indicator);
        this.allowed = allowed;
        this.steps = new RecordSteps(indicator.direction(), yardstick);
        this.group = Result.group(indicator.identity());
    }

    /// A value that lies too far off.
    ///
    /// @param alike how far another source's value may lie from it and still say the same
    record Doubt(double alike, String reason) {}

    /// What judges an indicator's values, before any was said; empty where the catalogue declares
    /// no check.
    static Optional<Plausibility> of(Indicator indicator) {
        return Optional.ofNullable(indicator.plausibility())
                .map(allowed -> new Plausibility(indicator, allowed));
    }

    /// The histories with what is implausible held, in the same order.
    ///
    /// @param histories all of the indicator
    public static List<History> judged(Indicator indicator, Collection<History> histories) {
        Optional<Plausibility> check = of(indicator);
        if (check.isEmpty() || histories.size() <= FEWEST_OF_ALL) {
            return List.copyOf(histories);
        }
        Map<ObservationKey, History> byKey = new HashMap<>();
        HeldValues values = new HeldValues(check.get());
        for (History it : histories) {
            if (!it.statements().isEmpty()) {
                byKey.put(it.key(), it);
                values.say(it, said(it).orElse(null));
            }
        }
        Map<ObservationKey, Optional<Held>> held =
                values.judgeAll(key -> byKey.getOrDefault(key, History.EMPTY));
        return histories.stream()
                .map(it -> it.statements().isEmpty() ? it : judged(it, held))
                .toList();
    }

    private static History judged(History history, Map<ObservationKey, Optional<Held>> held) {
        return held.getOrDefault(history.key(), Optional.empty())
                .map(it -> new History(history.statements(), it))
                .orElse(history);
    }

    /// What each observation says now, oldest first.
    Sorted<Result> said() {
        return said;
    }

    /// The steps of the best of what counts, kept by who knows what does.
    RecordSteps steps() {
        return steps;
    }

    /// Takes in what an observation says now.
    void add(Result it) {
        said.add(it);
        sources.merge(it.key().source(), 1, Integer::sum);
    }

    /// Takes away what an observation does not say any more.
    void remove(Result it) {
        said.remove(it);
        sources.computeIfPresent(
                it.key().source(), (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
    }

    /// What an observation says now; empty if its source disputes it or took it back.
    static Optional<Result> said(History history) {
        return history.current().map(Plausibility::undisputed);
    }

    /// Whether somebody stands for what an observation says now.
    static boolean isConfirmed(History history) {
        return history.current().filter(Plausibility::isConfirmed).isPresent();
    }

    static boolean isConfirmed(Revision revision) {
        return revision.statement().content() instanceof Reported(Observation it)
                && it.confirmed() != null;
    }

    /// What a revision says; null for a withdrawal, and for what its source disputes.
    static @Nullable Result undisputed(Revision revision) {
        return revision.statement().content() instanceof Reported(Observation it)
                        && it.disputed() == null
                ? Result.of(revision, it)
                : null;
    }

    /// Whether two results are of one subject, of a series also of one date.
    boolean isOfOneGroup(Result one, Result other) {
        return group.compare(one, other) == 0;
    }

    /// Whether so many other values are near that there can be a verdict.
    static boolean areEnough(double[] near) {
        return near.length >= FEWEST_OF_ALL;
    }

    /// Whether a value lies too far from those near it; null if it does not.
    ///
    /// @param near see [#near]
    @Nullable Doubt bySpread(Result it, double[] near) {
        double place = yardstick.place(it.value());
        return near.length < FEWEST || isInRange(place, near)
                ? null
                : bySpreadOf(it, place, sorted(near));
    }

    /// Whether a place is at most twice its width outside the range of others, without the lowest
    /// and the highest of them: nearly all are, and so nothing is sorted.
    private static boolean isInRange(double place, double[] near) {
        double lowest = Double.POSITIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double it : near) {
            if (it < low) {
                low = Math.max(it, lowest);
                lowest = Math.min(it, lowest);
            }
            if (it > high) {
                high = Math.min(it, highest);
                highest = Math.max(it, highest);
            }
        }
        return Math.max(low - place, place - high) <= WIDTHS * (high - low);
    }

    /// Whether a value lies so far from what its observation said before that it may be too far.
    boolean isMoved(Result it, Result before) {
        double from = yardstick.place(before.value());
        return Math.abs(yardstick.place(it.value()) - from)
                > yardstick.largestCorrection(from, from);
    }

    /// Whether a value lies too far from what its observation said before; null if it does not.
    ///
    /// @param near see [#near]
    @Nullable Doubt byCorrection(Result it, Result before, double[] near) {
        double from = yardstick.place(before.value());
        double place = yardstick.place(it.value());
        double moved = Math.abs(place - from);
        double plausible = yardstick.largestCorrection(from, median(sorted(near)));
        if (moved <= plausible) {
            return null;
        }
        return new Doubt(
                yardstick.alike(place),
                "%s corrects %s by %s; up to %s are plausible"
                        .formatted(
                                digits(it.value()),
                                digits(before.value()),
                                yardstick.told(moved),
                                yardstick.told(plausible)));
    }

    private @Nullable Doubt bySpreadOf(Result it, double place, double[] places) {
        double lowest = places[1];
        double highest = places[places.length - 2];
        double median = median(places);
        double[] distances =
                Arrays.stream(places).map(other -> Math.abs(other - median)).sorted().toArray();
        double deviation = Math.max(NORMAL * median(distances), yardstick.finest(median));
        double deviations = (place - median) / deviation;
        if (Math.abs(deviations) <= allowed) {
            return null;
        }
        return new Doubt(
                deviation,
                "%s lies %.1f deviations %s %s, the median of the %d values nearest before it (without two, %s to %s); up to %s are plausible"
                        .formatted(
                                digits(it.value()),
                                Math.abs(deviations),
                                deviations < 0 ? "below" : "above",
                                digits(yardstick.value(median)),
                                places.length,
                                digits(yardstick.value(lowest)),
                                digits(yardstick.value(highest)),
                                digits(allowed)));
    }

    /// The places of the values [nearest][#nearest] to one.
    double[] near(Result it) {
        return yardstick.places(nearest(it));
    }

    /// As [#near], of what an observation says now: nothing else of it is among the others.
    double[] nearSaid(Result it) {
        double[] places = new double[MOST];
        int found = 0;
        for (Result other : said.after(it)) {
            if (found == MOST || !other.observedOn().equals(it.observedOn())) {
                break;
            }
            places[found++] = yardstick.place(other.value());
        }
        for (Result other : said.before(it)) {
            if (found == MOST) {
                break;
            }
            places[found++] = yardstick.place(other.value());
        }
        return found == MOST ? places : Arrays.copyOf(places, found);
    }

    /// The other values nearest to one: those of its date that follow it, then those before it.
    List<Result> nearest(Result it) {
        List<Result> found = new ArrayList<>(MOST);
        Iterator<Result> after = said.after(it).iterator();
        while (found.size() < MOST && after.hasNext()) {
            Result other = after.next();
            if (!other.observedOn().equals(it.observedOn())) {
                break;
            }
            if (!other.key().equals(it.key())) {
                found.add(other);
            }
        }
        Iterator<Result> before = said.before(it).iterator();
        while (found.size() < MOST && before.hasNext()) {
            Result other = before.next();
            if (!other.key().equals(it.key())) {
                found.add(other);
            }
        }
        return found;
    }

    /// Those that one value has a part in judging, whether it is said or not: the next ones, and
    /// those of its date before it.
    List<Result> neighbours(Result it) {
        List<Result> touched = new ArrayList<>();
        Iterator<Result> after = said.after(it).iterator();
        for (int i = 0; i <= MOST && after.hasNext(); i++) {
            touched.add(after.next());
        }
        Iterator<Result> before = said.before(it).iterator();
        for (int i = 0; i <= MOST && before.hasNext(); i++) {
            Result other = before.next();
            if (!other.observedOn().equals(it.observedOn())) {
                break;
            }
            touched.add(other);
        }
        return touched;
    }

    /// Whether another source says of the subject what is in doubt.
    boolean isSaidElsewhere(Result it, Doubt doubt) {
        if (sources.size() < 2) {
            return false;
        }
        double place = yardstick.place(it.value());
        return said.stream()
                .filter(other -> !other.key().source().equals(it.key().source()))
                .filter(other -> isOfOneGroup(other, it))
                .anyMatch(
                        other -> Math.abs(yardstick.place(other.value()) - place) <= doubt.alike());
    }

    private static double[] sorted(double[] places) {
        double[] sorted = places.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /// @param sorted not empty
    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static String digits(double value) {
        return BigDecimal.valueOf(value).round(SHORT).stripTrailingZeros().toPlainString();
    }
}
