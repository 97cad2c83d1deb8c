package rubicon.model.arrival;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A hazard that is constant between anchors: `H_j = −ln(1 − p_j)`, `λ_j = ΔH/Δt`, `F(d) = 1 −
/// e^{−H(d)}`. The last hazard goes on.
///
/// @param start date of the statement; before it the probability is 0
/// @param until end of each piece, rising
/// @param perYear hazard of each piece, in years of 365.25 days
public record PiecewiseHazard(LocalDate start, List<LocalDate> until, List<Double> perYear) {
    public PiecewiseHazard {
        until = List.copyOf(until);
        perYear = List.copyOf(perYear);
    }

    /// The curve through anchors, which it hits exactly.
    ///
    /// @param anchors rising in date and probability, after `start`
    public static PiecewiseHazard through(LocalDate start, List<Anchor> anchors) {
        List<Double> hazards = new ArrayList<>();
        LocalDate date = start;
        double gathered = 0;
        for (Anchor it : Anchor.rising(start, anchors)) {
            hazards.add((it.gathered() - gathered) / Anchor.years(date, it.by()));
            date = it.by();
            gathered = it.gathered();
        }
        return new PiecewiseHazard(start, anchors.stream().map(Anchor::by).toList(), hazards);
    }

    /// Probability that it has happened by the end of a day.
    public double by(LocalDate date) {
        return by(
                start.toEpochDay(),
                until.stream().mapToLong(LocalDate::toEpochDay).toArray(),
                perYear.stream().mapToDouble(Double::doubleValue).toArray(),
                date.toEpochDay());
    }

    /// [#by(LocalDate)] on numbers in place, for many curves one after another.
    ///
    /// @param start and all other days counted from 1970-01-01
    public static double by(long start, long[] until, double[] perYear, long day) {
        double gathered = 0;
        long from = start;
        for (int piece = 0; piece < until.length && day > from; piece++) {
            long to = piece == until.length - 1 ? day : Math.min(day, until[piece]);
            gathered += perYear[piece] * Anchor.years(from, to);
            from = to;
        }
        return -Math.expm1(-gathered);
    }

    /// The hazards of the curve [#through] anchors, on numbers in place.
    ///
    /// @param until days of the anchors, rising, after `start`
    /// @param probabilities of the anchors, rising, in (0, 1)
    /// @param perYear receives the hazard of each piece
    public static void perYear(long start, long[] until, double[] probabilities, double[] perYear) {
        long from = start;
        double gathered = 0;
        for (int piece = 0; piece < until.length; piece++) {
            double by = Anchor.gathered(probabilities[piece]);
            perYear[piece] = (by - gathered) / Anchor.years(from, until[piece]);
            from = until[piece];
            gathered = by;
        }
    }

    /// Probability that it happens in a piece if it has not before, on numbers in place.
    public static double conditional(long start, long[] until, double[] perYear, int piece) {
        long from = piece == 0 ? start : until[piece - 1];
        return -Math.expm1(-perYear[piece] * Anchor.years(from, until[piece]));
    }

    /// Of each piece: probability that it happens there if it has not before, `1 − (1 − p_j)/(1 −
    /// p_{j−1})`.
    public List<Double> conditional() {
        List<Double> chances = new ArrayList<>();
        LocalDate from = start;
        for (int piece = 0; piece < until.size(); piece++) {
            chances.add(-Math.expm1(-perYear.get(piece) * Anchor.years(from, until.get(piece))));
            from = until.get(piece);
        }
        return chances;
    }

    /// The same curve with every hazard from a date on multiplied: what evidence does to it. The
    /// curve stays monotone, which it would not if each date's probability moved by itself.
    ///
    /// @param ratio see [EvidenceUpdate#hazardRatio], at least 0
    /// @param from not before `start`
    public PiecewiseHazard multiplied(double ratio, LocalDate from) {
        if (!(ratio >= 0) || from.isBefore(start)) {
            throw new IllegalArgumentException("ratio %s from %s".formatted(ratio, from));
        }
        List<LocalDate> ends = new ArrayList<>();
        List<Double> hazards = new ArrayList<>();
        LocalDate begin = start;
        for (int piece = 0; piece < until.size(); piece++) {
            double hazard = perYear.get(piece);
            LocalDate end = until.get(piece);
            boolean last = piece == until.size() - 1;
            if (from.isAfter(begin) && (from.isBefore(end) || last)) {
                ends.add(from);
                hazards.add(hazard);
                begin = from;
                end = end.isAfter(from) ? end : from.plusDays(1);
            }
            ends.add(end);
            hazards.add(from.isAfter(begin) ? hazard : hazard * ratio);
            begin = end;
        }
        return new PiecewiseHazard(start, ends, hazards);
    }
}
