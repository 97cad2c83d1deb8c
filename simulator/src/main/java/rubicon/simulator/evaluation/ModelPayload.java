package rubicon.simulator.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Prior;

/// A model as REST describes it.
///
/// @param schema JSON Schema of the `parameters` of a call
public record ModelPayload(
        String id,
        String title,
        String question,
        String specVersion,
        List<ParameterPayload> parameters,
        List<OutputPayload> outputs,
        List<String> sources,
        List<String> limits,
        Map<String, Object> schema) {

    /// A parameter.
    ///
    /// @param type `REAL`, `WHOLE` or `WHOLES`
    /// @param allowed the range in words
    /// @param calibrated whether the default was fitted to the ledger
    public record ParameterPayload(
            String name,
            String symbol,
            String unit,
            String meaning,
            String type,
            Object defaultValue,
            Number min,
            Number max,
            String allowed,
            @Nullable Map<String, Object> prior,
            boolean calibrated,
            String source) {}

    /// An output.
    ///
    /// @param along of a list: the parameter or output whose items it follows
    public record OutputPayload(
            String name, String unit, String meaning, String shape, @Nullable String along) {}

    static ModelPayload of(Description it) {
        return new ModelPayload(
                it.id().value(),
                it.title(),
                it.question(),
                it.specVersion(),
                it.parameters().stream().map(ModelPayload::parameter).toList(),
                it.outputs().stream().map(ModelPayload::output).toList(),
                it.sources(),
                it.limits(),
                schema(it));
    }

    private static ParameterPayload parameter(Parameter it) {
        return new ParameterPayload(
                it.name(),
                it.symbol(),
                it.unit(),
                it.meaning(),
                type(it.domain()),
                Values.write(it.defaultValue()),
                min(it.domain()),
                max(it.domain()),
                it.domain().inWords(),
                it.prior().map(ModelPayload::prior).orElse(null),
                it.origin() == Origin.CALIBRATED,
                it.source());
    }

    private static OutputPayload output(Output it) {
        return new OutputPayload(
                it.name(), it.unit(), it.meaning(), it.shape().name(), it.along().orElse(null));
    }

    private static Map<String, Object> prior(Prior prior) {
        return switch (prior) {
            case Prior.Beta(double a, double b) -> Map.of("distribution", "beta", "a", a, "b", b);
            case Prior.Uniform(double low, double high) ->
                    Map.of("distribution", "uniform", "low", low, "high", high);
        };
    }

    private static String type(Domain domain) {
        return switch (domain) {
            case Domain.Real _ -> "REAL";
            case Domain.Whole _ -> "WHOLE";
            case Domain.Wholes _ -> "WHOLES";
        };
    }

    private static Number min(Domain domain) {
        return switch (domain) {
            case Domain.Real(double min, double _) -> min;
            case Domain.Whole(long min, long _) -> min;
            case Domain.Wholes(long min, long _, int _) -> min;
        };
    }

    private static Number max(Domain domain) {
        return switch (domain) {
            case Domain.Real(double _, double max) -> max;
            case Domain.Whole(long _, long max) -> max;
            case Domain.Wholes(long _, long max, int _) -> max;
        };
    }

    private static Map<String, Object> schema(Description it) {
        Map<String, Object> properties = new LinkedHashMap<>();
        it.parameters().forEach(parameter -> properties.put(parameter.name(), schema(parameter)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", it.title());
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> schema(Parameter it) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", it.meaning());
        schema.put("default", Values.write(it.defaultValue()));
        switch (it.domain()) {
            case Domain.Real _ -> schema.putAll(range("number", it.domain()));
            case Domain.Whole _ -> schema.putAll(range("integer", it.domain()));
            case Domain.Wholes(long _, long _, int maxItems) -> {
                schema.put("type", "array");
                schema.put("minItems", 1);
                schema.put("maxItems", maxItems);
                schema.put("items", range("integer", it.domain()));
            }
        }
        return schema;
    }

    private static Map<String, Object> range(String type, Domain domain) {
        return Map.of("type", type, "minimum", min(domain), "maximum", max(domain));
    }
}
