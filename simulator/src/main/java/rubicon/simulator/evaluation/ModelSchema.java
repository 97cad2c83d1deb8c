package rubicon.simulator.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.simulator.calibration.Field;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;

/// JSON Schema (2020-12) of a model: what a call may give as `parameters`, and under
/// `$defs/outputs` what is answered. A number or a day may be a number of the ledger
/// (`$defs/reference`, `$defs/dayReference`); what a simulation may draw, a distribution
/// (`$defs/distribution`), which `evaluate` does not take. What JSON Schema has no word for stands
/// in `x-symbol`, `x-unit`, `x-prior`, `x-origin` and `x-source`; the range of a day in
/// `formatMinimum` and `formatMaximum`.
final class ModelSchema {
    private static final String TYPE = "type";
    private static final String DESCRIPTION = "description";
    private static final String UNIT = "x-unit";
    private static final String SYMBOL = "x-symbol";
    private static final Map<String, Object> NUMBER_OR_INFINITE =
            Map.of(
                    "anyOf",
                    List.of(
                            Map.of(TYPE, "number"),
                            Map.of("enum", List.of("Infinity", "-Infinity"))));

    private ModelSchema() {}

    static Map<String, Object> of(Description it) {
        Map<String, Object> properties = new LinkedHashMap<>();
        it.parameters().forEach(one -> properties.put(one.name(), parameter(one)));
        Map<String, Object> defs = new LinkedHashMap<>();
        defs.put("distribution", DistributionSchema.schema());
        defs.put("reference", reference(Field.Kind.NUMBER));
        defs.put("dayReference", reference(Field.Kind.DAY));
        defs.put("outputs", outputs(it.outputs()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", it.title());
        schema.put(DESCRIPTION, it.question());
        schema.put(TYPE, "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        schema.put("$defs", defs);
        return schema;
    }

    private static Map<String, Object> parameter(Parameter it) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(DESCRIPTION, it.meaning());
        Object byDefault = Values.write(it.defaultValue());
        if (byDefault != null) {
            schema.put("default", byDefault);
        }
        boolean mayDraw = it.use() == Parameter.Use.ASSUMPTION;
        schema.putAll(choice(it.domain(), mayDraw));
        schema.put(SYMBOL, it.symbol());
        schema.put(UNIT, it.unit());
        it.prior().ifPresent(prior -> schema.put("x-prior", Distributions.write(prior)));
        schema.put("x-origin", it.origin().name());
        schema.put("x-source", it.source());
        return schema;
    }

    /// A value, or what may stand in its place.
    private static Map<String, Object> choice(Domain domain, boolean mayDraw) {
        List<Map<String, Object>> choices = new ArrayList<>();
        choices.add(value(domain, mayDraw));
        if (domain.isNumeric()) {
            if (mayDraw) {
                choices.add(Map.of("$ref", "#/$defs/distribution"));
            }
            choices.add(Map.of("$ref", "#/$defs/reference"));
        } else if (domain instanceof Domain.Day) {
            choices.add(Map.of("$ref", "#/$defs/dayReference"));
        }
        return choices.size() == 1 ? choices.getFirst() : Map.of("anyOf", choices);
    }

    private static Map<String, Object> value(Domain domain, boolean mayDraw) {
        return switch (domain) {
            case Domain.Real real -> range("number", real.min(), real.max());
            case Domain.Whole whole -> range("integer", whole.min(), whole.max());
            case Domain.Wholes it -> list(1, it.maxItems(), range("integer", it.min(), it.max()));
            case Domain.Reals it ->
                    list(it.minItems(), it.maxItems(), range("number", it.min(), it.max()));
            case Domain.Choice(var names) -> Map.of(TYPE, "string", "enum", names);
            case Domain.Name(int maxLength) ->
                    Map.of(TYPE, "string", "minLength", 1, "maxLength", maxLength);
            case Domain.Day day ->
                    Map.of(
                            TYPE,
                            "string",
                            "format",
                            "date",
                            "formatMinimum",
                            day.min().toString(),
                            "formatMaximum",
                            day.max().toString());
            case Domain.Table table -> list(table.minRows(), table.maxRows(), row(table, mayDraw));
        };
    }

    private static Map<String, Object> row(Domain.Table table, boolean mayDraw) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Domain.Column column : table.columns()) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put(DESCRIPTION, column.meaning());
            schema.putAll(choice(column.domain(), mayDraw));
            schema.put(SYMBOL, column.symbol());
            schema.put(UNIT, column.unit());
            properties.put(column.name(), schema);
        }
        return object(properties, List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> reference(Field.Kind kind) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("indicator", Map.of(TYPE, "string", "pattern", Reference.ID));
        properties.put(
                "field",
                Map.of(
                        "enum",
                        Arrays.stream(Field.values())
                                .filter(it -> it.kind() == kind)
                                .map(Field::name)
                                .toList()));
        properties.put("drawn", Map.of(TYPE, "boolean"));
        // The day as of which is read needs no indicator.
        return object(
                properties,
                kind == Field.Kind.DAY ? List.of("field") : List.of("indicator", "field"));
    }

    private static Map<String, Object> outputs(List<Output> outputs) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Output output : outputs) {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put(DESCRIPTION, output.meaning());
            // What these parameters give no value is null, with its reason beside.
            schema.put("anyOf", List.of(shape(output.shape()), Map.of(TYPE, "null")));
            schema.put(UNIT, output.unit());
            output.along().ifPresent(it -> schema.put("x-along", it));
            properties.put(output.name(), schema);
        }
        return object(properties, List.copyOf(properties.keySet()));
    }

    private static Map<String, Object> shape(Output.Shape shape) {
        return switch (shape) {
            case REAL, WHOLE -> NUMBER_OR_INFINITE;
            case REALS -> items(NUMBER_OR_INFINITE);
            case WHOLES -> items(Map.of(TYPE, "integer"));
            case TEXT -> Map.of(TYPE, "string");
            case TEXTS -> items(Map.of(TYPE, "string"));
            case DAY -> Map.of(TYPE, "string", "format", "date");
            case DAYS -> items(Map.of(TYPE, "string", "format", "date"));
            case TABLE -> items(Map.of(TYPE, "object"));
        };
    }

    private static Map<String, Object> items(Map<String, Object> of) {
        return Map.of(TYPE, "array", "items", of);
    }

    private static Map<String, Object> list(int min, int max, Map<String, Object> items) {
        return Map.of(TYPE, "array", "minItems", min, "maxItems", max, "items", items);
    }

    private static Map<String, Object> range(String type, Number min, Number max) {
        return Map.of(TYPE, type, "minimum", min, "maximum", max);
    }

    private static Map<String, Object> object(
            Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(TYPE, "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
