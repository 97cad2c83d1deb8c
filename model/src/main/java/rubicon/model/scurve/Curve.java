package rubicon.model.scurve;

import java.util.Optional;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.Range;

/// One kind of self-improvement: what intelligence put in gives of improvement of the next AI,
/// `overlap·gain·σ(k(I − midpoint))`.
///
/// @param gain when saturated, in the unit of intelligence, at least 0
/// @param k steepness per unit of intelligence, above 0
/// @param midpoint intelligence at which half is gained
/// @param overlap the part that no other category counts too, in (0, 1]
public record Curve(double gain, double k, double midpoint, double overlap) {
    public Curve {
        if (!(gain >= 0 && k > 0 && Double.isFinite(gain * k) && Double.isFinite(midpoint))) {
            throw new IllegalArgumentException(
                    "gain %s, steepness %s, midpoint %s make no curve"
                            .formatted(gain, k, midpoint));
        }
        if (!(overlap > 0 && overlap <= 1)) {
            throw new IllegalArgumentException("overlap %s is not in (0, 1]".formatted(overlap));
        }
    }

    /// Share of the gain at an intelligence, in [0, 1].
    public double share(double intelligence) {
        return Logistic.of(k * (intelligence - midpoint));
    }

    /// What counts when saturated, `overlap·gain`.
    public double weight() {
        return overlap * gain;
    }

    /// What is gained at an intelligence.
    public double gained(double intelligence) {
        return weight() * share(intelligence);
    }

    /// Gain per intelligence, `overlap·gain·k·s(1 − s)`.
    public double slope(double intelligence) {
        double share = share(intelligence);
        return weight() * k * share * (1 - share);
    }

    /// The greatest slope, `overlap·gain·k/4`, at the midpoint.
    public double greatestSlope() {
        return weight() * k / 4;
    }

    /// Where one more unit in returns more than one out: `midpoint ± ln((1 + q)/(1 − q))/k` with `q
    /// = √(1 − 4/(overlap·gain·k))`; empty unless the greatest slope is above 1.
    public Optional<Range> supercritical() {
        if (!(greatestSlope() > 1)) {
            return Optional.empty();
        }
        double half = supercriticalHalf(greatestSlope(), k);
        return Optional.of(new Range(midpoint - half, midpoint + half));
    }

    static double supercriticalHalf(double greatestSlope, double k) {
        double q = Math.sqrt(1 - 1 / greatestSlope);
        return (Math.log1p(q) - Math.log1p(-q)) / k;
    }
}
