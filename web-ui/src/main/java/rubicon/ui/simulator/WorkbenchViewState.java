package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import rubicon.ui.chart.YScale;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ColumnPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.client.ScenarioPayload;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// What of a model is shown. Inputs stand as text until the model is there that says what they
/// mean.
///
/// @param values inputs that differ from their defaults, by name; of a table cell by cell, such as
///   `positions.2.end2026`, or the whole of it
/// @param draws what simulations draw inputs from where it is not the usual
/// @param run the simulation that is shown; empty for none
/// @param scale of all curves; empty for each as it suits
/// @param scenario that was taken; empty for none
/// @param beside the scenario that is shown beside; empty for none
/// @param output of a simulation that is looked at closely; empty for the first
record WorkbenchViewState(
        Map<String, String> values,
        Map<String, String> draws,
        long samples,
        long seed,
        String sampling,
        String run,
        Optional<YScale> scale,
        String scenario,
        String beside,
        String output) {
    static final List<String> SAMPLINGS = List.of("LATIN_HYPERCUBE", "INDEPENDENT", "SOBOL");
    static final long SAMPLES = 10_000;
    static final long MOST_SAMPLES = 2_000_000;
    static final WorkbenchViewState DEFAULT =
            new WorkbenchViewState(
                    Map.of(),
                    Map.of(),
                    SAMPLES,
                    1,
                    SAMPLINGS.getFirst(),
                    "",
                    Optional.empty(),
                    "",
                    "",
                    "");

    private static final String VALUE = "p.";
    private static final String DRAW = "d.";
    private static final String FIXED = "fixed";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,80}");

    WorkbenchViewState {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        draws = Collections.unmodifiableMap(new TreeMap<>(draws));
    }

    static Parsed<WorkbenchViewState> parse(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        long samples =
                reader.value("samples", whole(1, MOST_SAMPLES), "1 to " + MOST_SAMPLES)
                        .orElse(SAMPLES);
        long seed =
                reader.value("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), "a whole number")
                        .orElse(1L);
        String sampling =
                reader.value(
                                "sampling",
                                it -> Optional.of(it).filter(SAMPLINGS::contains),
                                String.join(", ", SAMPLINGS))
                        .orElse(SAMPLINGS.getFirst());
        return reader.parsed(
                new WorkbenchViewState(
                        prefixed(query, VALUE),
                        prefixed(query, DRAW),
                        samples,
                        seed,
                        sampling,
                        id(reader, "run"),
                        reader.value("scale", YScale::of, "linear, log"),
                        id(reader, "scenario"),
                        id(reader, "beside"),
                        id(reader, "output")));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        values.forEach((name, text) -> query.put(VALUE + name, text));
        draws.forEach((name, text) -> query.put(DRAW + name, text));
        if (samples != SAMPLES) {
            query.put("samples", Long.toString(samples));
        }
        if (seed != 1) {
            query.put("seed", Long.toString(seed));
        }
        if (!sampling.equals(SAMPLINGS.getFirst())) {
            query.put("sampling", sampling);
        }
        Map.of("run", run, "scenario", scenario, "beside", beside, "output", output)
                .forEach((key, text) -> {
                    if (!text.isEmpty()) {
                        query.put(key, text);
                    }
                });
        scale.ifPresent(it -> query.put("scale", it.key()));
        return query;
    }

    /// The inputs that the address tells; what it tells wrongly is left out with a notice.
    Parsed<Inputs> inputs(ScenarioModelPayload model) {
        QueryReader notices = new QueryReader(Map.of());
        Inputs inputs = Inputs.defaults(model);
        for (ParameterPayload parameter : model.parameters()) {
            Optional<JsonNode> value = value(parameter, notices);
            if (value.isPresent()) {
                inputs = inputs.with(parameter.name(), value.get());
            }
        }
        for (ParameterPayload parameter : model.parameters()) {
            String text = draws.get(parameter.name());
            if (text != null && parameter.drawable()) {
                Optional<JsonNode> from =
                        text.equals(FIXED) ? Optional.empty() : ValueText.parseDistribution(text);
                if (from.isEmpty() && !text.equals(FIXED)) {
                    notices.notice(wrong(DRAW + parameter.name(), text));
                } else {
                    inputs = inputs.drawing(parameter, from);
                }
            }
        }
        return notices.parsed(inputs);
    }

    /// The same with other inputs.
    WorkbenchViewState with(Inputs inputs) {
        Map<String, String> texts = new TreeMap<>();
        Map<String, String> drawn = new TreeMap<>();
        inputs.changed()
                .forEach((name, value) -> {
                    ParameterPayload parameter = inputs.model().parameter(name).orElseThrow();
                    texts.putAll(texts(parameter, value));
                });
        inputs.draws()
                .forEach((name, from) ->
                        drawn.put(name, from.isObject() ? ValueText.ofDistribution(from) : FIXED));
        return new WorkbenchViewState(
                texts, drawn, samples, seed, sampling, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withPlan(long samples, long seed, String sampling) {
        return new WorkbenchViewState(
                values, draws, samples, seed, sampling, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withRun(String run) {
        return new WorkbenchViewState(
                values, draws, samples, seed, sampling, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withScale(Optional<YScale> scale) {
        return new WorkbenchViewState(
                values, draws, samples, seed, sampling, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withScenario(String scenario) {
        return new WorkbenchViewState(
                values, draws, samples, seed, sampling, run, scale, scenario, beside, output);
    }

    /// The same with a scenario's name and plan; its inputs are told by themselves.
    WorkbenchViewState taking(ScenarioPayload taken) {
        Long count = taken.samples();
        Long number = taken.seed();
        String how = taken.sampling();
        return withScenario(taken.id())
                .withPlan(
                        count == null ? SAMPLES : count,
                        number == null ? 1 : number,
                        how == null ? SAMPLINGS.getFirst() : how);
    }

    WorkbenchViewState withBeside(String beside) {
        return new WorkbenchViewState(
                values, draws, samples, seed, sampling, run, scale, scenario, beside, output);
    }

    WorkbenchViewState withOutput(String output) {
        return new WorkbenchViewState(
                values, draws, samples, seed, sampling, run, scale, scenario, beside, output);
    }

    private Optional<JsonNode> value(ParameterPayload parameter, QueryReader notices) {
        String text = values.get(parameter.name());
        if (text != null) {
            Optional<JsonNode> value = ValueText.parse(parameter, text);
            if (value.isEmpty()) {
                notices.notice(wrong(VALUE + parameter.name(), text));
            }
            return value;
        }
        return parameter.type().equals("TABLE") ? cells(parameter, notices) : Optional.empty();
    }

    /// The default table with the cells that are told.
    private Optional<JsonNode> cells(ParameterPayload parameter, QueryReader notices) {
        ArrayNode rows = parameter.defaultValue().deepCopy();
        boolean any = false;
        for (int row = 0; row < rows.size(); row++) {
            for (ColumnPayload column : parameter.columns()) {
                String key = cell(parameter.name(), row, column.name());
                String text = values.get(key);
                if (text == null) {
                    continue;
                }
                Optional<JsonNode> value = ValueText.parseCell(column, text);
                if (value.isEmpty()) {
                    notices.notice(wrong(VALUE + key, text));
                } else {
                    ((ObjectNode) rows.get(row)).set(column.name(), value.get());
                    any = true;
                }
            }
        }
        return any ? Optional.of(rows) : Optional.empty();
    }

    /// How a value stands in the address: a table of as many rows as the default cell by cell.
    private static Map<String, String> texts(ParameterPayload parameter, JsonNode value) {
        JsonNode usual = parameter.defaultValue();
        if (!parameter.type().equals("TABLE") || value.size() != usual.size()) {
            return Map.of(parameter.name(), ValueText.of(value));
        }
        Map<String, String> texts = new TreeMap<>();
        for (int row = 0; row < value.size(); row++) {
            for (ColumnPayload column : parameter.columns()) {
                JsonNode cell = value.get(row).path(column.name());
                boolean plain = Inputs.isDrawn(cell) || (cell.isValueNode() && !cell.isNull());
                if (!plain) {
                    return Map.of(parameter.name(), ValueText.of(value));
                }
                if (!Json.same(cell, usual.get(row).path(column.name()))) {
                    texts.put(cell(parameter.name(), row, column.name()), ValueText.ofCell(cell));
                }
            }
        }
        return texts;
    }

    private static String cell(String parameter, int row, String column) {
        return "%s.%d.%s".formatted(parameter, row + 1, column);
    }

    private static String wrong(String key, String text) {
        return "The address says %s=%s, which is not understood; the default is shown."
                .formatted(key, text.length() <= 40 ? text : text.substring(0, 40) + "…");
    }

    private static Map<String, String> prefixed(Map<String, List<String>> query, String prefix) {
        Map<String, String> found = new TreeMap<>();
        query.forEach((key, texts) -> {
            if (key.startsWith(prefix) && !texts.isEmpty()) {
                found.put(key.substring(prefix.length()), texts.getFirst());
            }
        });
        return found;
    }

    private static String id(QueryReader reader, String key) {
        return reader.value(
                        key, it -> Optional.of(it).filter(t -> ID.matcher(t).matches()), "an id")
                .orElse("");
    }

    private static Function<String, Optional<Long>> whole(long least, long most) {
        return text -> {
            try {
                long number = Long.parseLong(text);
                return number >= least && number <= most ? Optional.of(number) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        };
    }
}
