package rubicon.model.researchloop;

import java.util.List;
import rubicon.model.stats.NeumaierSum;

/// How much faster a whole becomes when its parts become faster by different factors.
///
/// @param speedup `Σf / Σ(f/s)`
/// @param limit the same when all parts that are sped up take no time at all, `Σf` over the shares
///   of those with speed 1; infinite where there is none
/// @param residualShares `(f/s)/Σ(f/s)`, one a part: the largest is the new bottleneck
/// @see <a href="https://doi.org/10.1145/1465482.1465560">Amdahl 1967</a>
public record Amdahl(double speedup, double limit, List<Double> residualShares) {
    public Amdahl {
        residualShares = List.copyOf(residualShares);
    }

    /// A part of the work.
    ///
    /// @param share of the time that it took, at least 0; the shares need not sum to 1
    /// @param speed how many times faster it is now, above 0
    public record Part(double share, double speed) {
        public Part {
            if (!(share >= 0 && Double.isFinite(share) && speed > 0)) {
                throw new IllegalArgumentException(
                        "share %s at speed %s is no part".formatted(share, speed));
            }
        }

        private double left() {
            return share / speed;
        }
    }

    /// The speed-up of a whole of parts.
    ///
    /// @throws IllegalArgumentException if the shares sum to 0
    public static Amdahl of(List<Part> parts) {
        double all = NeumaierSum.of(parts.stream().mapToDouble(Part::share).toArray());
        if (!(all > 0)) {
            throw new IllegalArgumentException("the shares sum to " + all);
        }
        double left = NeumaierSum.of(parts.stream().mapToDouble(Part::left).toArray());
        double untouched =
                NeumaierSum.of(
                        parts.stream()
                                .filter(part -> part.speed() == 1)
                                .mapToDouble(Part::share)
                                .toArray());
        return new Amdahl(
                all / left, all / untouched, parts.stream().map(it -> it.left() / left).toList());
    }

    /// `1/(1 − share)`: the speed-up when a share of the work takes no time at all.
    ///
    /// @param share in [0, 1]; infinite at 1
    public static double bound(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(share + " is not in [0, 1]");
        }
        return 1 / (1 - share);
    }
}
