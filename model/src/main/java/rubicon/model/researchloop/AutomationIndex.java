package rubicon.model.researchloop;

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
        List<Double> raised = scores.stream().map(s -> Math.max(s, least)).toList();
        List<Double> shares = weights.stream().map(w -> w / sum).toList();
        int weakest =
                IntStream.range(0, scores.size())
                        .reduce(0, (a, b) -> scores.get(b) < scores.get(a) ? b : a);
        double value = mean(raised, shares, sigma);
        List<Double> elasticities =
                sigma == 0
                        ? ofTheLowest(raised, shares, value)
                        : elasticities(raised, shares, value, sigma);
        return new AutomationIndex(value, dot(shares, raised), weakest, raised, elasticities);
    }

    private static List<Double> elasticities(
            List<Double> scores, List<Double> shares, double value, double sigma) {
        double theta = (sigma - 1) / sigma;
        return IntStream.range(0, scores.size())
                .mapToObj(i -> shares.get(i) * Math.pow(scores.get(i) / value, theta))
                .toList();
    }

    /// Their limit for σ → 0: those that are lowest and count, by their weights.
    private static List<Double> ofTheLowest(
            List<Double> scores, List<Double> shares, double value) {
        List<Double> lowest =
                IntStream.range(0, scores.size())
                        .mapToObj(i -> scores.get(i) == value ? shares.get(i) : 0.0)
                        .toList();
        double all = NeumaierSum.of(array(lowest));
        return lowest.stream().map(it -> it / all).toList();
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

    private static double mean(List<Double> scores, List<Double> shares, double sigma) {
        // About the lowest score that counts, so that no power overflows.
        double lowest =
                IntStream.range(0, scores.size())
                        .filter(i -> shares.get(i) > 0)
                        .mapToDouble(scores::get)
                        .min()
                        .orElseThrow();
        if (sigma == 0) {
            return lowest;
        }
        double theta = (sigma - 1) / sigma;
        if (theta == 0) {
            return Math.exp(dot(shares, scores.stream().map(Math::log).toList()));
        }
        List<Double> powers = scores.stream().map(s -> Math.pow(s / lowest, theta)).toList();
        return lowest * Math.pow(dot(shares, powers), 1 / theta);
    }

    private static double dot(List<Double> one, List<Double> other) {
        return NeumaierSum.of(
                IntStream.range(0, one.size())
                        .mapToDouble(i -> one.get(i) * other.get(i))
                        .toArray());
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
