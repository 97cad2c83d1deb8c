package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Jumps and rests of an indicator from one generation of models to the next, and where its series
/// of records changes: the answer of `/indicators/{id}/jumps`. What is null or empty has its reason
/// in `reasons`, by the field's name.
///
/// @param asOf the moment that was answered for; null for now
/// @param generationsOf the indicator whose record holders are the generations
/// @param scale of heights, jumps and steps: `LN` (a difference of 1 is a factor of e), `LOGIT` or
///   `VALUE` (the indicator's unit); higher is more ability
/// @param series one for results from a fixed start and one for those from the best so far, which
///   are never joined
public record JumpsPayload(
        String indicator,
        String unit,
        @Nullable Instant asOf,
        String reading,
        LocalDate today,
        String generationsOf,
        String scale,
        List<JumpSeriesPayload> series,
        Map<String, String> reasons) {

    /// Results that began alike.
    ///
    /// @param start `FIXED`: all from the same beginning; `RUNNING`: each from the best so far
    /// @param results how many
    /// @param records those that were better than all before them, one a day
    /// @param generations oldest first
    /// @param rate the best place to cut how often records come
    /// @param bold steps that stand out from those before them
    /// @param segments stretches of steps of about one size
    /// @param recentChange chance that the size of steps changed within the last few
    /// @param rises days at which steps had become larger than in the first half
    /// @param falls days at which steps had become smaller
    public record JumpSeriesPayload(
            String start,
            int results,
            int records,
            LocalDate first,
            LocalDate last,
            List<GenerationPayload> generations,
            @Nullable RateChangePayload rate,
            List<BoldStepPayload> bold,
            List<StepSegmentPayload> segments,
            @Nullable Double recentChange,
            List<LocalDate> rises,
            List<LocalDate> falls,
            Map<String, String> reasons) {}

    /// What came after the release of a generation, until the next.
    ///
    /// @param name of the model, or several of one day
    /// @param before best height on the eve
    /// @param jump rise of the best height, at least 0
    /// @param factor `exp(jump)`; null where the scale is not logarithmic
    /// @param toPlateauDays from the release until nine tenths of the jump were made; 0 without one
    /// @param plateauDays from then to the next release, or today
    /// @param ended whether the next is out; if not, all numbers are "so far"
    public record GenerationPayload(
            String name,
            LocalDate released,
            double before,
            double jump,
            @Nullable Double factor,
            long toPlateauDays,
            long plateauDays,
            boolean ended) {}

    /// How often records come.
    ///
    /// @param on the last record at the earlier rate
    /// @param perYearBefore records a year until then
    /// @param perYearAfter records a year since
    /// @param chance of a cut as clear if the rate never changed
    public record RateChangePayload(
            LocalDate on, double perYearBefore, double perYearAfter, double chance) {}

    /// A step that stands out.
    ///
    /// @param score robust deviations above the median of those before
    public record BoldStepPayload(LocalDate on, String name, double size, double score) {}

    /// Steps of about one size.
    ///
    /// @param from date of the first
    /// @param size geometric mean
    public record StepSegmentPayload(LocalDate from, int steps, double size) {}
}
