package rubicon.model.arrival;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Probabilities by dates, for who believes that it happens at all, beside the belief that it never
/// does.
///
/// @param by dates with the probability by the end of each, not falling, in [0, 1]
/// @param never probability that it never happens, in [0, 1)
public record ArrivalCurve(SortedMap<LocalDate, Double> by, double never) {
    public ArrivalCurve {
        by = Collections.unmodifiableSortedMap(new TreeMap<>(by));
        if (!(never >= 0 && never < 1)) {
            throw new IllegalArgumentException("never %s is not in [0, 1)".formatted(never));
        }
        double before = 0;
        for (Map.Entry<LocalDate, Double> it : by.entrySet()) {
            if (!(it.getValue() >= before && it.getValue() <= 1)) {
                throw new IllegalArgumentException(
                        "%s by %s does not rise from %s towards 1"
                                .formatted(it.getValue(), it.getKey(), before));
            }
            before = it.getValue();
        }
    }

    /// What is believed after silence.
    ///
    /// @param by the later dates, with the probability of all that is believed, never counted in
    /// @param never probability that it never happens
    public record Posterior(SortedMap<LocalDate, Double> by, double never) {
        public Posterior {
            by = Collections.unmodifiableSortedMap(new TreeMap<>(by));
        }
    }

    /// What remains to be believed when nothing happened by the end of a day: `(1 − never)(F(d) −
    /// F(T))/(never + (1 − never)(1 − F(T)))` of later dates, and `never/(never + (1 − never)(1 −
    /// F(T)))`.
    ///
    /// Between two dates of the curve the hazard is taken as constant.
    ///
    /// @param survivedTo `T`, not before the curve's first date nor after its last
    /// @throws IllegalArgumentException if the curve does not reach `T`, or leaves no chance that
    ///   nothing happened
    public Posterior survived(LocalDate survivedTo) {
        double gone = at(survivedTo);
        double left = never + (1 - never) * (1 - gone);
        if (!(left > 0)) {
            throw new IllegalArgumentException(
                    "the curve leaves no chance that nothing happened by " + survivedTo);
        }
        SortedMap<LocalDate, Double> later = new TreeMap<>();
        by.tailMap(survivedTo.plusDays(1))
                .forEach((date, p) -> later.put(date, (1 - never) * (p - gone) / left));
        return new Posterior(later, never / left);
    }

    private double at(LocalDate date) {
        Double exact = by.get(date);
        if (exact != null) {
            return exact;
        }
        NavigableMap<LocalDate, Double> dates = new TreeMap<>(by);
        Map.Entry<LocalDate, Double> earlier = dates.lowerEntry(date);
        Map.Entry<LocalDate, Double> later = dates.higherEntry(date);
        if (earlier == null || later == null) {
            throw new IllegalArgumentException("the curve does not reach " + date);
        }
        double low = -Math.log1p(-earlier.getValue());
        double high = -Math.log1p(-later.getValue());
        double way =
                Anchor.years(earlier.getKey(), date)
                        / Anchor.years(earlier.getKey(), later.getKey());
        return -Math.expm1(-(low + way * (high - low)));
    }

    /// Mean squared error over the curve's dates, `(F(d) − 1[d ≥ outcome])²`: the ranked
    /// probability score.
    ///
    /// @param happened the day on which it happened
    /// @see "Epstein, A scoring system for probability forecasts of ranked categories (1969)"
    public Score scoreHappened(LocalDate happened) {
        return score(by, happened.minusDays(1));
    }

    /// The same while it has not happened: over the dates that are past, by which it had not.
    ///
    /// @param until the last day known
    public Score scoreSilent(LocalDate until) {
        return score(by.headMap(until.plusDays(1)), until);
    }

    /// A score, 0 best, and over how many dates it was taken.
    public record Score(double rps, int dates) {}

    private static Score score(SortedMap<LocalDate, Double> dates, LocalDate lastWithout) {
        if (dates.isEmpty()) {
            throw new IllegalArgumentException("no date of the curve is past");
        }
        double sum = 0;
        for (Map.Entry<LocalDate, Double> it : dates.entrySet()) {
            double error = it.getValue() - (it.getKey().isAfter(lastWithout) ? 1 : 0);
            sum += error * error;
        }
        return new Score(sum / dates.size(), dates.size());
    }
}
