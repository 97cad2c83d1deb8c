package rubicon.model.researchloop;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Range;

/// One number from the scores of all categories, in which a weak one weighs more than a strong one
/// makes up for: a mean with constant elasticity of substitution, `A = (Σ w·max(s, ε)^θ)^{1/θ}`
/// with `θ = (σ − 1)/σ`.
///
/// The form is this project's. The index is never shown without the arithmetic mean and the weakest
/// category.
///
/// @param value `A`, between the lowest score and the arithmetic mean while `sigma ≤ 1`
/// @param arithmetic weighted arithmetic mean of the same scores
/// @param weakest place of the lowest score, the first of equals
/// @param scores raised to `ε`
/// @param elasticities `w(s/A)^θ`, sum 1: by how many per cent the index moves with one per cent of
///   a category's score
public record AutomationIndex(
        double value,
        double arithmetic,
        int weakest,
        List<Double> scores,
        List<Double> elasticities) {
    /// Elasticity of substitution between categories: the index is then the harmonic mean.
    public static final double SIGMA = 0.5;

    /// To what a lower score is raised, or the weakest alone would count.
    public static final double LEAST = 0.01;

    /// Coverage of the interval that is shown.
    public static final double LEVEL = 0.8;

    public AutomationIndex {
        scores = List.copyOf(scores);
        elasticities = List.copyOf(elasticities);
    }

    /// The index.
    ///
    /// @param scores in [0, 1], at least one
    /// @param weights as many, at least 0, not all 0; they are scaled to sum 1
    /// @param sigma at least 0: 1 gives the geometric mean, 0 the lowest score
    /// @param least `ε`, in (0, 1)
    public static AutomationIndex of(
            List<Double> scores, List<Double> weights, double sigma, double least) {
        double sum = NeumaierSum.of(array(weights));
        if (scores.isEmpty() || scores.size() != weights.size() || !(sum > 0)) {
            throw new IllegalArgumentException(
                    "%d scores with %d weights of sum %s"
                            .formatted(scores.size(), weights.size(), sum));
        }
        if (scores.stream().anyMatch(s -> !(s >= 0 && s <= 1))) {
            throw new IllegalArgumentException("a score is not in [0, 1]: " + scores);
        }
        if (weights.stream().anyMatch(w -> !(w >= 0))) {
            throw new IllegalArgumentException("a weight is not at least 0: " + weights);
        }
        if (!(least > 0 && least < 1 && sigma >= 0)) {
            throw new IllegalArgumentException(
                    "sigma %s is below 0, or eps %s not in (0, 1)".formatted(sigma, least));
        }
        var index = new Working(scores.size());
        index.join(array(scores), array(weights), sigma, least);
        return new AutomationIndex(
                index.value,
                index.arithmetic,
                index.weakest,
                list(index.raised),
                list(index.elasticities));
    }

    /// Standard deviation of `ln A` where each category's logit has its own and all are
    /// independent: `√Σ[elasticity·(1 − s)·sd]²`.
    ///
    /// @param logitSd one a category, at least 0
    public double logSd(List<Double> logitSd) {
        if (logitSd.size() != scores.size()) {
            throw new IllegalArgumentException("a deviation is needed for each category");
        }
        return Math.sqrt(
                NeumaierSum.of(
                        IntStream.range(0, scores.size())
                                .mapToDouble(i ->
                                        elasticities.get(i) * (1 - scores.get(i)) * logitSd.get(i))
                                .map(part -> part * part)
                                .toArray()));
    }

    /// `A·e^{±z·logSd}`; the upper end may lie above 1.
    ///
    /// @param level in (0, 1)
    public Range interval(List<Double> logitSd, double level) {
        double half = Normal.standardQuantile((1 + level) / 2) * logSd(logitSd);
        return new Range(value * Math.exp(-half), value * Math.exp(half));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /// An index that is joined again and again, in place.
    public static final class Working {
        private final double[] raised;
        private final double[] shares;
        private final double[] elasticities;
        private final NeumaierSum sum = new NeumaierSum();
        private double value;
        private double arithmetic;
        private int weakest;

        /// Of so many categories.
        public Working(int categories) {
            this.raised = new double[categories];
            this.shares = new double[categories];
            this.elasticities = new double[categories];
        }

        /// Joins as [AutomationIndex#of] does what it would not refuse.
        public void join(double[] scores, double[] weights, double sigma, double least) {
            double all = sum.clear().addAll(weights).value();
            weakest = 0;
            for (int i = 0; i < scores.length; i++) {
                raised[i] = Math.max(scores[i], least);
                shares[i] = weights[i] / all;
                weakest = scores[i] < scores[weakest] ? i : weakest;
            }
            value = mean(sigma);
            sum.clear();
            for (int i = 0; i < raised.length; i++) {
                sum.add(shares[i] * raised[i]);
            }
            arithmetic = sum.value();
            if (sigma == 0) {
                shareAmongLowest();
                return;
            }
            double theta = (sigma - 1) / sigma;
            for (int i = 0; i < raised.length; i++) {
                elasticities[i] = shares[i] * Math.pow(raised[i] / value, theta);
            }
        }

        /// The limit for σ → 0: those that are lowest and count, by their weights.
        private void shareAmongLowest() {
            sum.clear();
            for (int i = 0; i < raised.length; i++) {
                elasticities[i] = raised[i] == value ? shares[i] : 0;
                sum.add(elasticities[i]);
            }
            double all = sum.value();
            for (int i = 0; i < raised.length; i++) {
                elasticities[i] /= all;
            }
        }

        private double mean(double sigma) {
            // About the lowest score that counts, so that no power overflows.
            double lowest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < raised.length; i++) {
                lowest = shares[i] > 0 ? Math.min(lowest, raised[i]) : lowest;
            }
            if (sigma == 0) {
                return lowest;
            }
            double theta = (sigma - 1) / sigma;
            sum.clear();
            for (int i = 0; i < raised.length; i++) {
                sum.add(
                        shares[i]
                                * (theta == 0
                                        ? Math.log(raised[i])
                                        : Math.pow(raised[i] / lowest, theta)));
            }
            return theta == 0 ? Math.exp(sum.value()) : lowest * Math.pow(sum.value(), 1 / theta);
        }

        /// See [AutomationIndex#value].
        public double value() {
            return value;
        }

        /// See [AutomationIndex#arithmetic].
        public double arithmetic() {
            return arithmetic;
        }

        /// See [AutomationIndex#weakest].
        public int weakest() {
            return weakest;
        }

        /// See [AutomationIndex#elasticities].
        public double elasticity(int category) {
            return elasticities[category];
        }

        /// See [AutomationIndex#logSd].
        public double logSd(double[] logitSd) {
            sum.clear();
            for (int i = 0; i < raised.length; i++) {
                double part = elasticities[i] * (1 - raised[i]) * logitSd[i];
                sum.add(part * part);
            }
            return Math.sqrt(sum.value());
        }
    }
}
