package rubicon.model.scurve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.NeumaierSum;

/// Marks on drawn S-curves at one moment, read as shares of what is to gain: `s = σ(κ(u − ½))`.
///
/// @param shares `s`, one a category
/// @param phases of the shares
/// @param aggregateGain `Σ gain·s`
/// @param meanNormalisedSlope mean of `4s(1 − s)`, 1 where all stand at their steepest
public record Positions(
        List<Double> shares, List<Phase> phases, double aggregateGain, double meanNormalisedSlope) {
    /// How wide the steep part is drawn.
    public static final double KAPPA = 10;

    public Positions {
        shares = List.copyOf(shares);
        phases = List.copyOf(phases);
    }

    /// Reads marks.
    ///
    /// @param marks `u` in [0, 1], one a category
    /// @param kappa width, above 0; 4 to 14 are sensible
    /// @param gains one a category, at least 0
    /// @param theta share of the greatest slope that counts as steep
    public static Positions of(List<Double> marks, double kappa, List<Double> gains, double theta) {
        if (marks.isEmpty() || marks.size() != gains.size() || !(kappa > 0)) {
            throw new IllegalArgumentException(
                    "%d marks, %d gains, kappa %s".formatted(marks.size(), gains.size(), kappa));
        }
        List<Double> shares = new ArrayList<>();
        var gain = new NeumaierSum();
        var slope = new NeumaierSum();
        for (int i = 0; i < marks.size(); i++) {
            if (!(marks.get(i) >= 0 && marks.get(i) <= 1)) {
                throw new IllegalArgumentException(marks.get(i) + " is not in [0, 1]");
            }
            double share = share(marks.get(i), kappa);
            shares.add(share);
            gain.add(gains.get(i) * share);
            slope.add(4 * share * (1 - share));
        }
        return new Positions(
                shares,
                shares.stream().map(share -> Phase.of(share, theta)).toList(),
                gain.value(),
                slope.value() / marks.size());
    }

    /// What a mark says, `σ(κ(u − ½))`.
    public static double share(double mark, double kappa) {
        return Logistic.of(kappa * (mark - 0.5));
    }

    /// Number of categories on the steep part.
    public int steep() {
        return (int) phases.stream().filter(Phase::steep).count();
    }

    /// Number of categories on the first half of the steep part.
    public int earlySteep() {
        return (int) phases.stream().filter(phase -> phase == Phase.EARLY_STEEP).count();
    }

    /// `Σ gain·(s − s before)`: what was added since other positions of the same categories.
    public double pendingSince(Positions before, List<Double> gains) {
        if (before.shares.size() != shares.size() || gains.size() != shares.size()) {
            throw new IllegalArgumentException("the positions are of other categories");
        }
        return NeumaierSum.of(
                IntStream.range(0, shares.size())
                        .mapToDouble(i -> gains.get(i) * (shares.get(i) - before.shares.get(i)))
                        .toArray());
    }
}
