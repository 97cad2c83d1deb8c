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
        double shape = Math.log(far.gathered() / near.gathered()) / Math.log(late / early);
        return new WeibullArrival(start, shape, early / Math.pow(near.gathered(), 1 / shape));
    }

    /// Probability that it has happened by the end of a day.
    public double by(LocalDate date) {
        double years = Math.max(0, Anchor.years(start, date));
        return -Math.expm1(-Math.pow(years / scaleYears, shape));
    }

    /// Years after which it has happened as likely as not, `η(ln 2)^{1/k}`.
    public double medianYears() {
        return scaleYears * Math.pow(LOG_2, 1 / shape);
    }
}
