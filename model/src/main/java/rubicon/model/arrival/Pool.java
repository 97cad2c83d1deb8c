package rubicon.model.arrival;

import java.util.List;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Quantiles;

/// Several people's probabilities of one event, as one.
///
/// @param linear `Σ w·p`
/// @param geometricOdds `σ(Σ w·logit p)`
/// @param extremized `σ(e·Σ w·logit p)`: independent experts know more together than their mean
///   says; wrong for those who read the same papers
/// @param median without weights
/// @param logOddsSd `√Σ w(logit p − mean)²`: how far they are apart
/// @see <a href="https://doi.org/10.1016/j.ijforecast.2013.09.009">Satopää et al. 2014</a>
public record Pool(
        double linear, double geometricOdds, double extremized, double median, double logOddsSd) {
    /// By how much independent experts are extremized, within 1.3 to 2.5.
    public static final double EXTREMIZE = 1.5;

    /// Joins probabilities.
    ///
    /// @param probabilities in (0, 1), at least one
    /// @param weights as many, at least 0, not all 0; they are scaled to sum 1
    /// @param extremize `e`, above 0; 1 for dependent experts
    public static Pool of(List<Double> probabilities, List<Double> weights, double extremize) {
        double all = NeumaierSum.of(weights.stream().mapToDouble(w -> w).toArray());
        if (probabilities.size() != weights.size()
                || !(all > 0 && extremize > 0)
                || weights.stream().anyMatch(w -> !(w >= 0))
                || probabilities.stream().anyMatch(p -> !(p > 0 && p < 1))) {
            throw new IllegalArgumentException(
                    "probabilities are in (0, 1), each with a weight of at least 0");
        }
        var linear = new NeumaierSum();
        var logit = new NeumaierSum();
        for (int i = 0; i < weights.size(); i++) {
            linear.add(weights.get(i) / all * probabilities.get(i));
            logit.add(weights.get(i) / all * Logistic.logit(probabilities.get(i)));
        }
        double mean = logit.value();
        var variance = new NeumaierSum();
        for (int i = 0; i < weights.size(); i++) {
            double off = Logistic.logit(probabilities.get(i)) - mean;
            variance.add(weights.get(i) / all * off * off);
        }
        return new Pool(
                linear.value(),
                Logistic.of(mean),
                Logistic.of(extremize * mean),
                Quantiles.type7(probabilities.stream().mapToDouble(p -> p).toArray(), 0.5),
                Math.sqrt(variance.value()));
    }
}
