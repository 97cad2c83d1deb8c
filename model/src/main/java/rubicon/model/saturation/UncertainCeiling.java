package rubicon.model.saturation;

import java.util.List;
import rubicon.model.saturation.Scores.Point;
import rubicon.model.stats.NeumaierSum;

/// A ceiling that nobody has sourced: several are possible, with equal weight, and one that a score
/// reaches is none any more.
///
/// @param fits one for each ceiling that still stands, at least one
public record UncertainCeiling(List<BayesFit> fits) {
    /// Ceilings of benchmarks with 2 to 6 % of wrong labels.
    public static final List<Double> DEFAULT = List.of(0.94, 0.95, 0.96, 0.97, 0.98);

    public UncertainCeiling {
        fits = List.copyOf(fits);
    }

    /// Fits a line for each ceiling that no score reaches.
    ///
    /// @throws IllegalArgumentException if scores reach all of them: the ceiling has to be raised
    public static UncertainCeiling of(
            List<Point> points, double floor, List<Double> ceilings, BayesFit.Prior prior) {
        double top = points.stream().mapToDouble(Point::score).max().orElseThrow();
        List<BayesFit> fits =
                ceilings.stream()
                        .filter(ceiling -> top < ceiling)
                        .map(ceiling -> BayesFit.of(Scores.of(points, floor, ceiling), prior))
                        .toList();
        if (fits.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s reaches every ceiling of %s".formatted(top, ceilings));
        }
        return new UncertainCeiling(fits);
    }

    /// The chance that the next score is above a score at a time.
    public double nextAbove(double score, double time) {
        return NeumaierSum.mean(
                fits.stream().mapToDouble(fit -> fit.nextAbove(score, time)).toArray());
    }
}
