package rubicon.model.researchloop;

import java.util.ArrayList;
import java.util.List;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Range;

/// How many categories stand on the steep part of their S-curve, with what is not known of their
/// positions: each is steep with the chance that its normal logit lies within the steep part, all
/// independent, so the count is Poisson-binomial.
///
/// @param count as the scores stand
/// @param distribution chance of 0, 1, … categories
public record SteepCount(int count, List<Double> distribution) {
    public SteepCount {
        distribution = List.copyOf(distribution);
    }

    /// The count.
    ///
    /// @param scores in (0, 1), one a category
    /// @param logitSd one a category, at least 0
    /// @param theta steep is where `4s(1 − s) ≥ θ`
    public static SteepCount of(List<Double> scores, List<Double> logitSd, double theta) {
        double edge = Logistic.logit((1 + Math.sqrt(1 - theta)) / 2);
        int count = 0;
        double[] chances = {1};
        for (int i = 0; i < scores.size(); i++) {
            double logit = Logistic.logit(scores.get(i));
            boolean steep = Math.abs(logit) <= edge;
            count += steep ? 1 : 0;
            double sd = logitSd.get(i);
            double chance =
                    sd == 0
                            ? (steep ? 1 : 0)
                            : Normal.standardCumulative((edge - logit) / sd)
                                    - Normal.standardCumulative((-edge - logit) / sd);
            double[] next = new double[chances.length + 1];
            for (int n = 0; n < chances.length; n++) {
                next[n] += chances[n] * (1 - chance);
                next[n + 1] += chances[n] * chance;
            }
            chances = next;
        }
        List<Double> distribution = new ArrayList<>();
        for (double chance : chances) {
            distribution.add(chance);
        }
        return new SteepCount(count, distribution);
    }

    /// Chance that at least so many are steep.
    public double atLeast(int least) {
        return distribution.stream().skip(Math.max(0, least)).mapToDouble(p -> p).sum();
    }

    /// The counts between which the middle `level` of the chance lies.
    public Range interval(double level) {
        return new Range(quantile((1 - level) / 2), quantile((1 + level) / 2));
    }

    private int quantile(double p) {
        double below = 0;
        for (int n = 0; n < distribution.size() - 1; n++) {
            below += distribution.get(n);
            if (below >= p) {
                return n;
            }
        }
        return distribution.size() - 1;
    }
}
