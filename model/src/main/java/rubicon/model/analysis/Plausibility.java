package rubicon.model.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.History.Held;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.Observation;

/// Finds values that cannot be: those far from all that an indicator's other observations say of
/// the time before them. Such a value is held until its source mends it, another source says the
/// same, or somebody confirms it.
///
/// A value is held for one of two reasons, each in the space of the indicator's scale.
///
/// - It lies more deviations than the catalogue allows from the median of the values nearest before
///   it, and farther outside their range, without the lowest and the highest of them, than twice
///   its width. A deviation is 1.4826 times their median absolute deviation, and no finer than the
///   scale's own.
/// - It lies beyond the best before it by more than three times the largest of the last eight steps
///   by which the best has moved; by more than eight times, where there were fewer than five of
///   them; and, however it has moved, by more than the scale's farthest step.
///
/// Values of its own date are near, wherever they stand in the order of keys. The verdicts are a
/// function of the *set* of statements. What is disputed by its source or withdrawn judges nobody;
/// what is held does, for a median does not mind it, and whoever comes after a real break-through
/// is no break-through any more.
///
/// Mutable: it is asked about what it was told so far.
///
/// @see "B. Iglewicz, D. C. Hoaglin: How to Detect and Handle Outliers, ASQC 1993, section 3"
/// @see "docs/adr/0013-held-values.md"
public final class Plausibility {
    /// By how many values another one is judged.
    static final int MOST = 20;

    /// With fewer their spread gives no verdict.
    static final int FEWEST = 8;

    /// With fewer there is no verdict at all.
    static final int FEWEST_OF_ALL = 3;

    /// How many times the width of their range a value may lie outside it. Real break-throughs lie
    /// nearer: o1 lay 1.4 times outside what FrontierMath had seen.
    private static final double WIDTHS = 2;

    /// Makes the median absolute deviation of normal values their standard deviation.
    private static final double NORMAL = 1.4826;

    private static final MathContext SHORT = new MathContext(4);

    private final Yardstick yardstick;
    private final double allowed;
    private final NavigableSet<Result> said = new TreeSet<>(Result.BY_DATE);
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
        histories.forEach(it -> said(it).ifPresent(check.get()::add));
        return histories.stream().map(check.get()::judged).toList();
    }

    /// What each observation says now, oldest first.
    SequencedCollection<Result> said() {
        return Collections.unmodifiableNavigableSet(said);
    }

    /// Takes in what an observation says now.
    ///
    /// @return records that this may bring into doubt or out of it, beside [#neighbours]
    List<Result> add(Result it) {
        said.add(it);
        return steps.add(it);
    }

    /// Takes away what an observation does not say any more.
    ///
    /// @return as of [#add]
    List<Result> remove(Result it) {
        said.remove(it);
        return steps.remove(it, said);
    }

    /// What an observation says now; empty if its source disputes it or took it back.
    static Optional<Result> said(History history) {
        return history.current().map(Plausibility::undisputed);
    }

    /// The history, with its last word held if that cannot be.
    History judged(History history) {
        Result last = isConfirmed(history) ? null : said(history).orElse(null);
        String fault = last == null ? null : fault(last);
        return fault == null
                ? history
                : new History(history.statements(), new Held(standing(history), fault));
    }

    /// Whether somebody stands for what an observation says now.
    static boolean isConfirmed(History history) {
        return history.current().filter(Plausibility::isConfirmed).isPresent();
    }

    private static boolean isConfirmed(Revision revision) {
        return revision.statement().content() instanceof Reported(Observation it)
                && it.confirmed() != null;
    }

    private static @Nullable Result undisputed(Revision revision) {
        return revision.statement().content() instanceof Reported(Observation it)
                        && it.disputed() == null
                ? Result.of(revision, it)
                : null;
    }

    /// The newest revision before the last that can be; a withdrawal or a dispute ends the search.
    private int standing(History history) {
        List<Revision> revisions = history.revisions();
        for (int i = revisions.size() - 2; i >= 0; i--) {
            Result before = undisputed(revisions.get(i));
            if (before == null) {
                return 0;
            }
            if (isConfirmed(revisions.get(i)) || fault(before) == null) {
                return i + 1;
            }
        }
        return 0;
    }

    /// Why a value cannot be; null if it can.
    private @Nullable String fault(Result it) {
        Doubt doubt = doubt(it);
        return doubt == null || isSaidElsewhere(it, doubt) ? null : doubt.reason();
    }

    /// Whether a value lies too far off, be it said elsewhere or not; null if it does not.
    @Nullable Doubt doubt(Result it) {
        double[] places = judges(it);
        if (places.length < FEWEST_OF_ALL) {
            return null;
        }
        Arrays.sort(places);
        Doubt bySpread = places.length < FEWEST ? null : doubtBySpread(it, places);
        return bySpread == null ? steps.doubt(it, places) : bySpread;
    }

    private @Nullable Doubt doubtBySpread(Result it, double[] places) {
        double place = yardstick.place(it.value());
        double lowest = places[1];
        double highest = places[places.length - 2];
        if (Math.max(lowest - place, place - highest) <= WIDTHS * (highest - lowest)) {
            return null;
        }
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

    /// The places of the other values nearest to one: those of its date that follow it, then those
    /// before it.
    private double[] judges(Result it) {
        double[] places = new double[MOST];
        int found = 0;
        Iterator<Result> after = said.tailSet(it, false).iterator();
        while (found < MOST && after.hasNext()) {
            Result other = after.next();
            if (!other.observedOn().equals(it.observedOn())) {
                break;
            }
            if (!other.key().equals(it.key())) {
                places[found++] = yardstick.place(other.value());
            }
        }
        Iterator<Result> before = said.headSet(it, false).descendingIterator();
        while (found < MOST && before.hasNext()) {
            Result other = before.next();
            if (!other.key().equals(it.key())) {
                places[found++] = yardstick.place(other.value());
            }
        }
        return found == MOST ? places : Arrays.copyOf(places, found);
    }

    /// Those that one value has a part in judging, whether it is said or not: the next ones, and
    /// those of its date before it.
    List<Result> neighbours(Result it) {
        List<Result> touched = new ArrayList<>();
        Iterator<Result> after = said.tailSet(it, false).iterator();
        for (int i = 0; i <= MOST && after.hasNext(); i++) {
            touched.add(after.next());
        }
        Iterator<Result> before = said.headSet(it, false).descendingIterator();
        for (int i = 0; i <= MOST && before.hasNext(); i++) {
            Result other = before.next();
            if (!other.observedOn().equals(it.observedOn())) {
                break;
            }
            touched.add(other);
        }
        return touched;
    }

    private boolean isSaidElsewhere(Result it, Doubt doubt) {
        double place = yardstick.place(it.value());
        return said.stream()
                .filter(other -> !other.key().source().equals(it.key().source()))
                .filter(other -> group.compare(other, it) == 0)
                .anyMatch(
                        other -> Math.abs(yardstick.place(other.value()) - place) <= doubt.alike());
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
