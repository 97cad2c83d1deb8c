package rubicon.model.wire;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A catalogue entry: a file of the catalogue, and the answer of `GET /indicators/{id}`.
///
/// The meaning of each field is given in `docs/users/catalogue.md`.
public record IndicatorPayload(
        @Nullable String id,
        @Nullable String title,
        @Nullable String kind,
        @Nullable String unit,
        @Nullable String scale,
        @Nullable BoundsPayload bounds,
        @Nullable String direction,
        @Nullable NoiseCeilingPayload noiseCeiling,
        @Nullable NormalisationPayload normalisation,
        @Nullable HumanBaselinePayload humanBaseline,
        @Nullable String view,
        @Nullable List<String> categories,
        @Nullable String date,
        @Nullable String identity,
        @Nullable TrendWindowPayload trend,
        @Nullable RunSuitePayload runs,
        @Nullable String feed,
        @Nullable String staleAfter,
        @Nullable List<String> sources,
        @Nullable String evaluator,
        @Nullable LicencePayload licence,
        @Nullable String citation,
        @Nullable String description,
        @Nullable PlausibilityPayload plausibility,
        @Nullable List<String> variants,
        @Nullable List<LinePayload> lines,
        @Nullable Integer version) {

    /// The same entry under this id.
    public IndicatorPayload withId(String id) {
        return new IndicatorPayload(
                id,
                title,
                kind,
                unit,
                scale,
                bounds,
                direction,
                noiseCeiling,
                normalisation,
                humanBaseline,
                view,
                categories,
                date,
                identity,
                trend,
                runs,
                feed,
                staleAfter,
                sources,
                evaluator,
                licence,
                citation,
                description,
                plausibility,
                variants,
                lines,
                version);
    }

    /// The same entry with this version; null for none.
    public IndicatorPayload withVersion(@Nullable Integer version) {
        return new IndicatorPayload(
                id,
                title,
                kind,
                unit,
                scale,
                bounds,
                direction,
                noiseCeiling,
                normalisation,
                humanBaseline,
                view,
                categories,
                date,
                identity,
                trend,
                runs,
                feed,
                staleAfter,
                sources,
                evaluator,
                licence,
                citation,
                description,
                plausibility,
                variants,
                lines,
                version);
    }

    /// Values outside are refused; an open end is refused itself.
    public record BoundsPayload(
            @Nullable Double low,
            @Nullable Boolean lowOpen,
            @Nullable Double high,
            @Nullable Boolean highOpen) {}

    /// Above it a benchmark measures its own noise.
    public record NoiseCeilingPayload(
            @Nullable Double value, @Nullable String reason, @Nullable String source) {}

    /// How a value becomes a share of what is to reach, where its own scale has no two ends, or not
    /// the right ones.
    ///
    /// @param scale `LINEAR` or `LOG`
    /// @param zero value that counts as 0
    /// @param one value that counts as 1
    public record NormalisationPayload(
            @Nullable String scale,
            @Nullable Double zero,
            @Nullable Double one,
            @Nullable String reason,
            @Nullable String source) {}

    /// What people reach.
    ///
    /// @param none why there is no value; stands alone
    public record HumanBaselinePayload(
            @Nullable Double value,
            @Nullable String who,
            @Nullable String effort,
            @Nullable String source,
            @Nullable String none) {}

    /// Which points the trend is fitted on.
    ///
    /// @param cutBy the indicator whose value for the same subject is held against `maxValue`; null
    ///   for the indicator's own value
    public record TrendWindowPayload(
            @Nullable LocalDate from, @Nullable Double maxValue, @Nullable String cutBy) {}

    /// The eval runs that a time horizon is fitted to.
    ///
    /// @param percent rate of success: 50 or 80
    /// @param examples sources whose runs are shown, but make no value; null for none
    public record RunSuitePayload(
            @Nullable String suite, @Nullable Integer percent, @Nullable List<String> examples) {}

    /// Licence of the data, and whether exports may carry it: `YES`, `CITE` or `NO`.
    public record LicencePayload(@Nullable String id, @Nullable String export) {}

    /// How far a value may lie from those before it.
    ///
    /// @param deviations robust ones; null beside `none`
    /// @param none why no value is held for that; stands alone
    public record PlausibilityPayload(@Nullable Double deviations, @Nullable String none) {}

    /// A reference line on the chart.
    public record LinePayload(
            @Nullable Double value, @Nullable String label, @Nullable String source) {}
}
