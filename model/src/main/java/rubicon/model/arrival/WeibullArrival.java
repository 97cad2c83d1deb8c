package rubicon.model.arrival;

import java.time.LocalDate;
import java.util.List;

/// A hazard that rises or falls as a power of time: `F(t) = 1 − e^{−(t/η)^k}`. Near the start it
/// says something quite different from [PiecewiseHazard] through the same two anchors; show both.
///
/// @param start date of the statement
/// @param shape `k`; 1 is a constant hazard, 2 one that rises in proportion to time
/// @param scaleYears `η`, years of 365.25 days
/// @see "Weibull, A statistical distribution function of wide applicability (1951)"
public record WeibullArrival(LocalDate start, double shape, double scaleYears) {
    private static final double LOG_2 = Math.log(2);

    /// `k = ln(H₂/H₁)/ln(t₂/t₁)`, `η = t₁/H₁^{1/k}`.
    ///
    /// @param near earlier anchor, after `start`
    /// @param far later one, with a higher probability
    public static WeibullArrival through(LocalDate start, Anchor near, Anchor far) {
        Anchor.rising(start, List.of(near, far));
        double early = Anchor.years(start, near.by());
        double late = Anchor.years(start, far.by());
        double shape = shape(early, near.probability(), late, far.probability());
        return new WeibullArrival(start, shape, scaleYears(early, near.probability(), shape));
    }

    /// `k` of the curve through two probabilities.
    ///
    /// @param early, late years from the start, rising
    /// @param near, far the probabilities, rising, in (0, 1)
    public static double shape(double early, double near, double late, double far) {
        return Math.log(Anchor.gathered(far) / Anchor.gathered(near)) / Math.log(late / early);
    }

    /// `η` of the curve through a probability.
    ///
    /// @param early years from the start
    /// @param near the probability by then, in (0, 1)
    public static double scaleYears(double early, double near, double shape) {
        return early / Math.pow(Anchor.gathered(near), 1 / shape);
    }

    /// Probability that it has happened by the end of a day.
    public double by(LocalDate date) {
        return after(Anchor.years(start, date), shape, scaleYears);
    }

    /// Probability that it has happened within a time.
    ///
    /// @param years from the start; before it the probability is 0
    public static double after(double years, double shape, double scaleYears) {
        return -Math.expm1(-Math.pow(Math.max(0, years) / scaleYears, shape));
    }

    /// Years after which it has happened as likely as not, `η(ln 2)^{1/k}`.
    public double medianYears() {
        return medianYears(shape, scaleYears);
    }

    /// [#medianYears()] on numbers in place.
    public static double medianYears(double shape, double scaleYears) {
        return scaleYears * Math.pow(LOG_2, 1 / shape);
    }

    /// Years of 365.25 days between two days.
    public static double years(long from, long to) {
        return Anchor.years(from, to);
    }
}
