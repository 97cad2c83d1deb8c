package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;

/// Who improves a ledger of records, how far, and by which law that gets harder: the answer of
/// `/indicators/{id}/record-ledger`. What is null has its reason in `reasons`, by the field's name.
///
/// A step is `ln(before/after)`, turned where higher is better: how far a record went beyond the
/// row before it, or beyond that row timed again.
///
/// @param asOf the moment that was answered for; null for now
/// @param rows of the ledger that count
/// @param fixedStart results that began from a fixed start, and are no steps of this ledger
/// @param baselines records that are compared with an earlier row timed again
/// @param rawLogGain `ln(first/last)` as one would read it off the table
/// @param all the whole ledger
/// @param since the same from a day on
/// @param laws by which steps get harder
/// @param steps oldest first, the newest so many
/// @param method how it was computed
public record RecordLedgerPayload(
        String indicator,
        String unit,
        @Nullable Instant asOf,
        String reading,
        LocalDate today,
        int rows,
        int fixedStart,
        int baselines,
        @Nullable Double rawLogGain,
        @Nullable LedgerPartPayload all,
        @Nullable LedgerPartPayload since,
        @Nullable RecordLawsPayload laws,
        List<RecordStepPayload> steps,
        RecordMethodPayload method,
        Map<String, String> reasons) {

    /// What a stretch of the ledger says.
    ///
    /// @param from first day that counts; null for all
    /// @param negative steps below 0
    /// @param stepsToHalf fewest steps that make half of the gain
    /// @param gini of the steps, 0 where all are alike
    /// @param silence days since the last step in mean gaps between steps; null with fewer than two
    /// @param actors each actor's part
    /// @param depths the parts of deep and of shallow steps, and of bundles, which are neither
    public record LedgerPartPayload(
            @Nullable LocalDate from,
            int steps,
            double logGain,
            int negative,
            int stepsToHalf,
            @Nullable Double gini,
            @Nullable Double silence,
            List<StepsPayload> actors,
            List<StepsPayload> depths,
            Map<String, String> reasons) {}

    /// A part of the steps.
    ///
    /// @param name of the actor (`HUMAN`, `AI`, `CENTAUR`) or the depth (`DEEP`, `SHALLOW`,
    ///   `BUNDLED`)
    /// @param countShare share of all steps
    /// @param gainShare share of the gain; null where nothing was gained
    /// @param attributed of an actor: the expected share where credits are doubted, with what
    ///   drawing the doubted ones gives; null where none is
    /// @param ahead what the year after the day of the answer may bring
    public record StepsPayload(
            String name,
            int count,
            EstimatePayload countShare,
            double logGain,
            @Nullable EstimatePayload gainShare,
            @Nullable EstimatePayload attributed,
            ExpectedStepsPayload ahead) {}

    /// Steps that are expected if they go on to come independently at one rate.
    ///
    /// @param days of the time ahead
    /// @param expected number
    /// @param low of the central interval of the number at `level`
    /// @param atLeastOne chance of one or more
    public record ExpectedStepsPayload(
            int days, double expected, int low, int high, double level, double atLeastOne) {}

    /// Straight lines, each null where too few steps determine it.
    ///
    /// @param elasticity `Σ steps = c + elasticity·ln n`
    /// @param beta one over it: how many times more steps a given gain takes
    /// @param elasticityLater the same without the first steps, as beginnings are easy
    /// @param left how many those are
    /// @param halvingDays days in which the value halves: `ln 2` over the slope in time
    /// @param halvingDaysLater the same without the first steps
    /// @param decay `ln step = c + decay·ln n` over steps above 0
    /// @param decayLater the same without the first steps
    public record RecordLawsPayload(
            @Nullable LawPayload elasticity,
            @Nullable EstimatePayload beta,
            @Nullable LawPayload elasticityLater,
            int left,
            @Nullable LawPayload halvingDays,
            @Nullable LawPayload halvingDaysLater,
            @Nullable LawPayload decay,
            @Nullable LawPayload decayLater,
            Map<String, String> reasons) {}

    /// A number of a line.
    ///
    /// @param r2 share of the variance that the line explains
    public record LawPayload(EstimatePayload value, double r2, int points) {}

    /// A step.
    ///
    /// @param id upstream's own
    /// @param subject the model that is credited; empty for people
    /// @param before what it is compared with, in the indicator's unit
    /// @param baseline whether that is an earlier row timed again
    /// @param cumulative sum of the steps up to this one
    /// @param depth `DEEP`, `SHALLOW` or `BUNDLED`
    public record RecordStepPayload(
            String id,
            LocalDate date,
            String actor,
            String subject,
            double before,
            double value,
            boolean baseline,
            double logGain,
            double cumulative,
            String depth) {}

    /// How it was computed.
    ///
    /// @param deepShare share of the value that a single idea must remove to be deep
    /// @param level of all intervals
    /// @param draws behind the intervals of shares of the gain
    public record RecordMethodPayload(double deepShare, double level, int draws, long seed) {}
}
