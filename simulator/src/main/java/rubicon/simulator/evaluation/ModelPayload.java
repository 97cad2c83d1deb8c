package rubicon.simulator.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.CalibratedDefaults;
import rubicon.simulator.calibration.LedgerDefaults;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;

/// A model as REST describes it.
///
/// @param schema JSON Schema of the `parameters` of a call, and of the answer in `$defs/outputs`
public record ModelPayload(
        String id,
        String title,
        String question,
        String specVersion,
        List<ParameterPayload> parameters,
        List<OutputPayload> outputs,
        List<CorrelationPayload> correlations,
        List<String> sources,
        List<String> limits,
        Map<String, Object> schema) {

    /// A parameter.
    ///
    /// @param type `REAL`, `WHOLE`, `REALS`, `WHOLES`, `CHOICE`, `NAME`, `DAY` or `TABLE`
    /// @param min, max of numbers and days, the ends belong to the range
    /// @param scale of a real number: `LINEAR` or `LOG`, for a slider
    /// @param allowed the range in words
    /// @param choices of a choice
    /// @param columns of a table
    /// @param prior a distribution as a simulation takes it
    /// @param drawable whether a simulation may draw it
    /// @param onlyFor the choices of another parameter for which this one matters
    /// @param origin `SOURCE`, `CALIBRATED` or `OURS`
    /// @param calibrated whether the default was fitted to the ledger, or the ledger holds a value
    /// @param binding what of the ledger stands for it, as a call may give it in the place of a
    ///   value; null where nothing does
    /// @param ledger what the ledger holds there now; null if nothing, or if it is away. What is
    ///   left out of a call takes the default nevertheless
    public record ParameterPayload(
            String name,
            String symbol,
            String unit,
            String meaning,
            String type,
            @Nullable Object defaultValue,
            @Nullable Object min,
            @Nullable Object max,
            @Nullable String scale,
            String allowed,
            List<String> choices,
            List<ColumnPayload> columns,
            @Nullable Map<String, Object> prior,
            boolean drawable,
            @Nullable OnlyForPayload onlyFor,
            String origin,
            boolean calibrated,
            @Nullable Reference binding,
            @Nullable ReadValue ledger,
            String source) {}

    /// A column of a table.
    public record ColumnPayload(
            String name,
            String symbol,
            String unit,
            String meaning,
            String type,
            @Nullable Object min,
            @Nullable Object max,
            String allowed,
            List<String> choices) {}

    /// The choices of another parameter.
    public record OnlyForPayload(String parameter, List<String> choices) {}

    /// An output.
    ///
    /// @param along of a list: the parameter or output whose items it follows
    /// @param sampled whether a simulation summarises it
    /// @param thresholds that a simulation tells the probability to exceed of
    public record OutputPayload(
            String name,
            String unit,
            String meaning,
            String shape,
            @Nullable String along,
            boolean sampled,
            List<Double> thresholds) {}

    /// Priors that rise together, written as a simulation takes them.
    ///
    /// @param between two parameters
    /// @param spearman rank correlation
    public record CorrelationPayload(List<String> between, double spearman, String source) {}

    static ModelPayload of(Description it, CalibratedDefaults defaults) {
        return new ModelPayload(
                it.id().value(),
                it.title(),
                it.question(),
                it.specVersion(),
                it.parameters().stream()
                        .map(one -> parameter(it.id().value(), one, defaults))
                        .toList(),
                it.outputs().stream().map(ModelPayload::output).toList(),
                it.correlations().stream().map(ModelPayload::correlation).toList(),
                it.sources(),
                it.limits(),
                ModelSchema.of(it));
    }

    private static CorrelationPayload correlation(Description.PriorCorrelation it) {
        return new CorrelationPayload(List.of(it.first(), it.second()), it.spearman(), it.source());
    }

    private static ParameterPayload parameter(
            String model, Parameter it, CalibratedDefaults defaults) {
        Optional<ReadValue> ledger = defaults.of(model, it.name());
        return new ParameterPayload(
                it.name(),
                it.symbol(),
                it.unit(),
                it.meaning(),
                type(it.domain()),
                Values.write(it.defaultValue()),
                min(it.domain()),
                max(it.domain()),
                it.domain() instanceof Domain.Real real ? real.scale().name() : null,
                it.domain().inWords(),
                choices(it.domain()),
                columns(it.domain()),
                it.prior().map(Distributions::write).orElse(null),
                it.isDrawable(),
                it.onlyFor()
                        .map(only -> new OnlyForPayload(only.parameter(), only.choices()))
                        .orElse(null),
                it.origin().name(),
                it.origin() == Origin.CALIBRATED || ledger.isPresent(),
                LedgerDefaults.of(model, it.name()).orElse(null),
                ledger.orElse(null),
                it.source());
    }

    private static OutputPayload output(Output it) {
        return new OutputPayload(
                it.name(),
                it.unit(),
                it.meaning(),
                it.shape().name(),
                it.along().orElse(null),
                it.isSampled(),
                it.thresholds());
    }

    private static String type(Domain domain) {
        return switch (domain) {
            case Domain.Real _ -> "REAL";
            case Domain.Whole _ -> "WHOLE";
            case Domain.Wholes _ -> "WHOLES";
            case Domain.Reals _ -> "REALS";
            case Domain.Choice _ -> "CHOICE";
            case Domain.Name _ -> "NAME";
            case Domain.Day _ -> "DAY";
            case Domain.Table _ -> "TABLE";
        };
    }

    private static @Nullable Object min(Domain domain) {
        return switch (domain) {
            case Domain.Real real -> real.min();
            case Domain.Whole whole -> whole.min();
            case Domain.Wholes wholes -> wholes.min();
            case Domain.Reals reals -> reals.min();
            case Domain.Day day -> day.min().toString();
            case Domain.Choice _, Domain.Name _, Domain.Table _ -> null;
        };
    }

    private static @Nullable Object max(Domain domain) {
        return switch (domain) {
            case Domain.Real real -> real.max();
            case Domain.Whole whole -> whole.max();
            case Domain.Wholes wholes -> wholes.max();
            case Domain.Reals reals -> reals.max();
            case Domain.Day day -> day.max().toString();
            case Domain.Choice _, Domain.Name _, Domain.Table _ -> null;
        };
    }

    private static List<String> choices(Domain domain) {
        return domain instanceof Domain.Choice(var names) ? names : List.of();
    }

    private static List<ColumnPayload> columns(Domain domain) {
        return domain instanceof Domain.Table table
                ? table.columns().stream().map(ModelPayload::column).toList()
                : List.of();
    }

    private static ColumnPayload column(Domain.Column it) {
        return new ColumnPayload(
                it.name(),
                it.symbol(),
                it.unit(),
                it.meaning(),
                type(it.domain()),
                min(it.domain()),
                max(it.domain()),
                it.domain().inWords(),
                choices(it.domain()));
    }
}
