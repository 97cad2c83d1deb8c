package rubicon.model.arrival;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.NeumaierSum;

/// What pieces of evidence do to a probability: `logit p' = logit p + Σ w·ln LR`. Their order does
/// not matter.
///
/// @param posterior `p'`
/// @param hazardRatio `ln(1 − p')/ln(1 − p)`: by what every later hazard is multiplied, see
///   [PiecewiseHazard#multiplied]
/// @param bits `Σ w·log₂ LR`
public record EvidenceUpdate(double posterior, double hazardRatio, double bits) {
    /// The most that the evidence of one quarter may move the odds by, whatever it says.
    public static final double MOST_PER_QUARTER = 4;

    private static final double LOG_2 = Math.log(2);

    /// A piece of evidence.
    ///
    /// @param likelihoodRatio how much more likely it is where the event is near, above 0
    /// @param weight what is left of it after what other pieces say too, in [0, 1]
    public record Piece(double likelihoodRatio, double weight) {
        public Piece {
            if (!(likelihoodRatio > 0 && Double.isFinite(likelihoodRatio))
                    || !(weight >= 0 && weight <= 1)) {
                throw new IllegalArgumentException(
                        "ratio %s at weight %s is no evidence".formatted(likelihoodRatio, weight));
            }
        }
    }

    /// A likelihood ratio with the family of sources that it comes from.
    public record FromFamily(String family, double likelihoodRatio) {}

    /// Weighs each piece with one over the number of pieces of its family: one release that shows
    /// on several indicators is not several pieces of news.
    public static List<Piece> discounted(List<FromFamily> evidence) {
        Map<String, Long> sizes =
                evidence.stream()
                        .collect(
                                Collectors.groupingBy(
                                        FromFamily::family, HashMap::new, Collectors.counting()));
        return evidence.stream()
                .map(it ->
                        new Piece(it.likelihoodRatio(), 1.0 / sizes.getOrDefault(it.family(), 1L)))
                .toList();
    }

    /// Moves a probability by evidence.
    ///
    /// @param prior in (0, 1)
    public static EvidenceUpdate of(double prior, List<Piece> evidence) {
        return moved(prior, weighed(evidence));
    }

    /// The same with the odds moved by a factor of four at most, in either direction: what one
    /// quarter is allowed to do.
    public static EvidenceUpdate ofQuarter(double prior, List<Piece> evidence) {
        double most = Math.log(MOST_PER_QUARTER);
        return moved(prior, Math.clamp(weighed(evidence), -most, most));
    }

    /// Likelihood ratio of a measured value between a fast and a slow world that predict it with
    /// the same deviation: `exp{[(y − slow)² − (y − fast)²]/2σ²}`.
    ///
    /// @param sigma predictive standard deviation, above 0
    public static double normalRatio(double y, double fast, double slow, double sigma) {
        if (!(sigma > 0)) {
            throw new IllegalArgumentException("sigma %s is not above 0".formatted(sigma));
        }
        // (y − slow)² − (y − fast)², without squares that cancel.
        return Math.exp((fast - slow) * (2 * y - fast - slow) / (2 * sigma * sigma));
    }

    private static double weighed(List<Piece> evidence) {
        return NeumaierSum.of(
                evidence.stream()
                        .mapToDouble(it -> it.weight() * Math.log(it.likelihoodRatio()))
                        .toArray());
    }

    private static EvidenceUpdate moved(double prior, double logRatio) {
        double hazardRatio = hazardRatio(prior, logRatio);
        return new EvidenceUpdate(
                Logistic.of(Logistic.logit(prior) + logRatio), hazardRatio, logRatio / LOG_2);
    }

    /// By what every later hazard is multiplied.
    ///
    /// @param prior in (0, 1)
    /// @param logRatio `Σ w·ln LR`
    public static double hazardRatio(double prior, double logRatio) {
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("prior %s is not in (0, 1)".formatted(prior));
        }
        double odds = Logistic.logit(prior) + logRatio;
        // 1 − σ(x) is σ(−x), which keeps its digits where the posterior is near 1.
        return Logistic.logOf(-odds) / Math.log1p(-prior);
    }
}
