package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;

/// How an indicator's course may go on, and whether the data can tell: the answer of
/// `/indicators/{id}/shapes`. What is null has its reason in `reasons`, by the field's name.
///
/// Growth is that of ability: where lower is better, of the reciprocal; with a `floor`, of one over
/// the distance from it.
///
/// @param asOf the moment that was answered for; null for now
/// @param today the day that the answer is of
/// @param from date of the first value that was fitted
/// @param to date of the last
/// @param points values that were fitted
/// @param verdict `PREFERRED`: one shape beats all others; `CANNOT_TELL`; null where nothing was
///   fitted
/// @param possible shapes that are not beaten; with `PREFERRED` that one alone
/// @param heldOut dates whose values every shape forecast without knowing them
/// @param leastHeldOut fewest of them that shapes are told apart by
/// @param shapes all that were tried
/// @param slopeChange whether growth changed between the first and the second half of the time
/// @param floor what distances are counted from: of an indicator on a linear scale of which less is
///   better its lower bound
/// @param ceiling of the indicator's source, which what saturates runs up to
public record ShapesPayload(
        String indicator,
        String unit,
        @Nullable Instant asOf,
        String reading,
        LocalDate today,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int points,
        @Nullable String verdict,
        List<String> possible,
        int heldOut,
        int leastHeldOut,
        List<ShapePayload> shapes,
        @Nullable SlopeChangePayload slopeChange,
        @Nullable Double floor,
        @Nullable Double ceiling,
        Map<String, String> reasons) {

    /// A shape that was tried.
    ///
    /// @param shape `EXPONENTIAL`, `QUADRATIC`, `PIECEWISE` or `SATURATING`
    /// @param score mean CRPS of its forecasts of the values held out, on logarithms; less is
    ///   better
    /// @param behind by how much that lies above the best; beaten where the interval is above 0
    /// @param parameters of the fit to all values
    /// @param forecasts of a new best value, in the indicator's unit, cut at its bounds
    public record ShapePayload(
            String shape,
            @Nullable Double score,
            @Nullable EstimatePayload behind,
            List<ShapeParameterPayload> parameters,
            List<ShapeForecastPayload> forecasts,
            Map<String, String> reasons) {}

    /// A number of a fitted shape.
    ///
    /// @param name `GROWTH` and `CHANGE` of growth (logarithm per year), `CURVATURE` (logarithm per
    ///   year²), `RATE` (logit per year), `CEILING` (the indicator's unit) or `CHANGE_DAY`
    /// @param value null for a day
    /// @param day null for a number
    /// @param lowDay of the 80 % interval by profile likelihood; the first day of the data where
    ///   none is refused
    /// @param highDay its end
    public record ShapeParameterPayload(
            String name,
            @Nullable EstimatePayload value,
            @Nullable LocalDate day,
            @Nullable LocalDate lowDay,
            @Nullable LocalDate highDay) {}

    /// What a shape expects of a day.
    ///
    /// @param low of the central interval at `level`
    public record ShapeForecastPayload(
            LocalDate date, double median, double low, double high, double level) {}

    /// A change of slope at a day that was fixed beforehand: the middle of the time.
    ///
    /// @param day the middle
    /// @param earlier logarithm per year before it
    /// @param change logarithm per year after it, less that before it
    public record SlopeChangePayload(LocalDate day, double earlier, EstimatePayload change) {}
}
