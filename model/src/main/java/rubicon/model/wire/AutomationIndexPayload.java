package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The automation index as it was known at a moment, with all that led to it: the answer of `GET
/// /index`. The method is described in `docs/methods/research-loop.md`.
///
/// @param asOf the moment that was answered for
/// @param evidence `SUFFICIENT`, `INSUFFICIENT` or `NONE`; of the last, no indicator counts for any
///   category and all numbers are null
/// @param says how much the number is worth, in a sentence
/// @param value the index, in [0, 1]
/// @param low lower end of its interval
/// @param high upper end, cut at 1
/// @param level nominal coverage of the intervals
/// @param arithmetic plain mean of the same scores
/// @param weakest id of the category that holds it down most
/// @param rests what shares of it rest on what
/// @param bounds it with every imputed score at .01, and at .99
/// @param categories all, in the order in which they are shown
public record AutomationIndexPayload(
        Instant asOf,
        String evidence,
        String says,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        double level,
        @Nullable Double arithmetic,
        @Nullable String weakest,
        @Nullable RestsPayload rests,
        @Nullable RangePayload bounds,
        @Nullable SteepPayload steep,
        ParametersPayload parameters,
        List<CategoryReadingPayload> categories) {
    public AutomationIndexPayload {
        categories = List.copyOf(categories);
    }

    /// Shares of the index; what is both stale and first-party is in both, and once in `weak`.
    ///
    /// @param weak imputed, stale or first-party
    /// @param tolerated above it the evidence is insufficient
    public record RestsPayload(
            double imputed, double stale, double firstParty, double weak, double tolerated) {}

    /// Two ends.
    public record RangePayload(double low, double high) {}

    /// How many categories stand on the steep part of their S-curve.
    ///
    /// @param of how many have evidence; the others are not counted
    /// @param distribution chance of 0, 1, … of them
    public record SteepPayload(
            int count, int of, double low, double high, List<Double> distribution) {
        public SteepPayload {
            distribution = List.copyOf(distribution);
        }
    }

    /// What was chosen and not measured.
    ///
    /// @param sigma elasticity of substitution between categories
    /// @param least what a lower score is raised to
    /// @param kappa width of the drawn S
    /// @param theta share of the greatest slope from which a curve is called steep
    public record ParametersPayload(double sigma, double least, double kappa, double theta) {}

    /// A category's part.
    ///
    /// @param imputed whether nothing counts for it; its score is then half the others' mean
    /// @param score in (0, 1); null where there is no index
    /// @param mark place along the drawn S, ½ in the middle
    /// @param phase `NOT_STARTED`, `EARLY_STEEP`, `LATE_STEEP` or `SATURATED`
    /// @param elasticity by how many per cent the index moves with one per cent of the score
    /// @param contributions what counts
    /// @param shown what stands beside it and does not count
    public record CategoryReadingPayload(
            String id,
            String title,
            String strength,
            String strengthReason,
            boolean imputed,
            @Nullable Double score,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double logitSd,
            @Nullable Double mark,
            @Nullable String phase,
            @Nullable Double elasticity,
            List<ContributionPayload> contributions,
            List<AsidePayload> shown) {
        public CategoryReadingPayload {
            contributions = List.copyOf(contributions);
            shown = List.copyOf(shown);
        }
    }

    /// What an indicator's best is, of what is clean.
    ///
    /// @param observation id of the ledger row behind it
    /// @param evaluator relationship of who measured to who made what was measured
    public record BestPayload(
            SubjectPayload subject,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            LocalDate observedOn,
            String precision,
            String source,
            String observation,
            String evaluator,
            @Nullable String evidence) {}

    /// How a value becomes a saturation.
    ///
    /// @param kind `BOUNDS`, of the scale itself; `LINEAR` or `LOG`, by declaration
    /// @param zero value that counts as 0
    /// @param one value that counts as 1
    /// @param reason why these two; null for bounds
    /// @param source where they are from; null for bounds
    public record NormalisedPayload(
            String kind,
            double zero,
            double one,
            @Nullable String reason,
            @Nullable String source) {}

    /// What one indicator gives its category.
    ///
    /// @param saturation as it is; what counts is held within [.01, .99]
    /// @param catalogueWeight that the category gives it
    /// @param freshness 1 until it is stale, then half with each further such time
    /// @param independence what the evaluator's relationship is worth
    /// @param share of its category's weight
    /// @param leverage by how much the index's logarithm rises with one unit of its logit
    /// @param knownAt when the world could know the newest of the indicator's values
    /// @param staleAfter ISO 8601 duration; null for never
    public record ContributionPayload(
            String indicator,
            String title,
            String unit,
            BestPayload best,
            NormalisedPayload normalisation,
            double saturation,
            double catalogueWeight,
            double freshness,
            double independence,
            double share,
            double leverage,
            boolean stale,
            boolean firstParty,
            Instant knownAt,
            @Nullable String staleAfter) {}

    /// What stands beside a category.
    ///
    /// @param reason why it does not count
    /// @param best null where nothing stands, or no direction is better
    public record AsidePayload(
            String indicator,
            String title,
            String unit,
            String reason,
            @Nullable BestPayload best) {}
}
