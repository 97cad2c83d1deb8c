package rubicon.model.researchloop;

import java.util.List;
import java.util.stream.IntStream;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.NeumaierSum;

/// Where a category stands, from the saturations of the indicators that speak of it.
///
/// @param score `s = σ(Σw·logit u/Σw)`, of saturations held within [.01, .99]
/// @param mark place along the drawn S, `½ + logit s/κ`; outside [0, 1] where `s` is extreme
/// @param logitSd weighted population standard deviation of the logits: how far indicators are
///   apart, not how well each is measured
public record CategoryPosition(double score, double mark, double logitSd) {
    private static final double LEAST = 0.01;

    /// The position.
    ///
    /// @param saturations at least one; what is outside [.01, .99] is moved to its end
    /// @param weights as many, at least 0, not all 0
    /// @param kappa width of the drawn S, above 0
    public static CategoryPosition of(
            List<Double> saturations, List<Double> weights, double kappa) {
        double all = NeumaierSum.of(weights.stream().mapToDouble(Double::doubleValue).toArray());
        if (saturations.size() != weights.size() || !(all > 0 && kappa > 0)) {
            throw new IllegalArgumentException(
                    "%d saturations with %d weights of sum %s, kappa %s"
                            .formatted(saturations.size(), weights.size(), all, kappa));
        }
        List<Double> logits = saturations.stream().map(u -> Logistic.logit(held(u))).toList();
        var sum = new NeumaierSum();
        for (int i = 0; i < logits.size(); i++) {
            sum.add(weights.get(i) * logits.get(i));
        }
        double mean = sum.value() / all;
        double variance =
                NeumaierSum.of(
                                IntStream.range(0, logits.size())
                                        .mapToDouble(
                                                i -> weights.get(i) * square(logits.get(i) - mean))
                                        .toArray())
                        / all;
        return new CategoryPosition(Logistic.of(mean), 0.5 + mean / kappa, Math.sqrt(variance));
    }

    /// A saturation moved into [.01, .99].
    static double held(double saturation) {
        return Math.clamp(saturation, LEAST, 1 - LEAST);
    }

    private static double square(double x) {
        return x * x;
    }
}
