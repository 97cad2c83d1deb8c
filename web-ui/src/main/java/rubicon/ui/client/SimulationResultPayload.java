package rubicon.ui.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a Monte Carlo run found. Numbers may be `"Infinity"`, therefore nodes.
///
/// @param inputs what was drawn
/// @param fixed all other parameters
public record SimulationResultPayload(
        String model,
        String specVersion,
        long samples,
        long seed,
        String sampling,
        List<DrawnPayload> inputs,
        Map<String, JsonNode> fixed,
        double correlationAdjustment,
        List<FigurePayload> outputs,
        List<FanPayload> fans,
        List<RankPayload> rankCorrelations,
        SensitivitiesPayload sensitivities) {

    /// An input that was drawn.
    public record DrawnPayload(String name, String symbol, String unit, JsonNode distribution) {}

    /// An output that is one number.
    ///
    /// @param never share of runs in which it is infinite
    /// @param quantiles at .05, .1, .25, .5, .75, .9, .95
    /// @param percentiles at 0, .01 to .99, 1
    public record FigurePayload(
            String name,
            String unit,
            long count,
            long undefined,
            double never,
            @Nullable Double mean,
            @Nullable Double sd,
            Map<String, JsonNode> quantiles,
            List<JsonNode> percentiles,
            List<ExceedancePayload> exceedances) {}

    /// How probable it is to exceed a threshold.
    public record ExceedancePayload(
            double threshold, double probability, double low, double high, double level) {}

    /// A list along an axis, by quantile.
    public record FanPayload(
            String name,
            String unit,
            String along,
            JsonNode axis,
            Map<String, List<JsonNode>> quantiles,
            @Nullable List<@Nullable Double> mean) {}

    /// Spearman's rank correlation of an input with an output.
    public record RankPayload(String input, String output, @Nullable Double value) {}

    /// What the outputs depend on.
    public record SensitivitiesPayload(List<SobolPayload> sobol, List<BarPayload> tornado) {}

    /// Shares of variance.
    public record SobolPayload(
            String input, String output, @Nullable Double first, @Nullable Double total) {}

    /// An output at two quantiles of one input.
    ///
    /// @param low, high the input's values there
    public record BarPayload(
            String input,
            String output,
            double low,
            double high,
            JsonNode atLow,
            JsonNode middle,
            JsonNode atHigh) {}
}
