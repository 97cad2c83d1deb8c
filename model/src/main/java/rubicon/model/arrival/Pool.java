package rubicon.model.arrival;

import java.util.Arrays;
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

    private static final String OUTSIDE =
            "probabilities are in (0, 1), each with a weight of at least 0";

    /// Joins probabilities.
    ///
    /// @param probabilities in (0, 1), at least one
    /// @param weights as many, at least 0, not all 0; they are scaled to sum 1
    /// @param extremize `e`, above 0; 1 for dependent experts
    public static Pool of(List<Double> probabilities, List<Double> weights, double extremize) {
        double[] chances = probabilities.stream().mapToDouble(p -> p).toArray();
        double[] shares = weights.stream().mapToDouble(w -> w).toArray();
        if (chances.length != shares.length) {
            throw new IllegalArgumentException(OUTSIDE);
        }
        var pool = new Working(chances.length);
        pool.join(chances, shares, extremize);
        return new Pool(
                pool.linear, pool.geometricOdds, pool.extremized, pool.median, pool.logOddsSd);
    }

    /// A pool that is joined again and again, in place.
    public static final class Working {
        private final double[] sorted;
        private final NeumaierSum sum = new NeumaierSum();
        private double linear;
        private double geometricOdds;
        private double extremized;
        private double median;
        private double logOddsSd;

        /// Of so many people.
        public Working(int people) {
            this.sorted = new double[people];
        }

        /// Joins as [Pool#of] does.
        public void join(double[] probabilities, double[] weights, double extremize) {
            double all = all(weights);
            if (!(all > 0 && extremize > 0)) {
                throw new IllegalArgumentException(OUTSIDE);
            }
            sum.clear();
            for (int i = 0; i < sorted.length; i++) {
                if (!(probabilities[i] > 0 && probabilities[i] < 1 && weights[i] >= 0)) {
                    throw new IllegalArgumentException(OUTSIDE);
                }
                sum.add(weights[i] / all * probabilities[i]);
            }
            linear = sum.value();
            sum.clear();
            for (int i = 0; i < sorted.length; i++) {
                sum.add(weights[i] / all * Logistic.logit(probabilities[i]));
            }
            double mean = sum.value();
            sum.clear();
            for (int i = 0; i < sorted.length; i++) {
                double off = Logistic.logit(probabilities[i]) - mean;
                sum.add(weights[i] / all * off * off);
            }
            logOddsSd = Math.sqrt(sum.value());
            geometricOdds = Logistic.of(mean);
            extremized = Logistic.of(extremize * mean);
            System.arraycopy(probabilities, 0, sorted, 0, sorted.length);
            Arrays.sort(sorted);
            median = Quantiles.ofSorted(sorted, 0.5);
        }

        private double all(double[] weights) {
            sum.clear();
            for (double weight : weights) {
                sum.add(weight);
            }
            return sum.value();
        }

        /// See [Pool#linear].
        public double linear() {
            return linear;
        }

        /// See [Pool#geometricOdds].
        public double geometricOdds() {
            return geometricOdds;
        }

        /// See [Pool#extremized].
        public double extremized() {
            return extremized;
        }

        /// See [Pool#median].
        public double median() {
            return median;
        }

        /// See [Pool#logOddsSd].
        public double logOddsSd() {
            return logOddsSd;
        }
    }
}
