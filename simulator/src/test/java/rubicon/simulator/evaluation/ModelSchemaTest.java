package rubicon.simulator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Resolution;
import rubicon.simulator.scenario.ScenarioModel;

/// The schemas take what calls take, and refuse what these refuse.
class ModelSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER =
            "{\"indicator\": \"metr-horizon-p50\", \"field\": \"FRONTIER\", \"drawn\": true}";
    private static final String DAY = "{\"field\": \"AS_OF\"}";

    static Stream<ScenarioModel> models() {
        return new Models().all().stream();
    }

    @ParameterizedTest
    @MethodSource("models")
    void takesDefaults(ScenarioModel model) {
        ObjectNode all = JSON.createObjectNode();
        model.description()
                .parameters()
                .forEach(it ->
                        all.set(it.name(), JSON.valueToTree(Values.write(it.defaultValue()))));
        assertThat(schema(model).validate(all)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void takesPriorsAndNumbersOfTheLedger(ScenarioModel model) throws Exception {
        for (Parameter it : model.description().parameters()) {
            it.prior()
                    .ifPresent(prior ->
                            assertThat(
                                            refused(
                                                    model,
                                                    it,
                                                    JSON.valueToTree(Distributions.write(prior))))
                                    .as(it.name())
                                    .isFalse());
            boolean isDay = it.domain() instanceof Domain.Day;
            assertThat(refused(model, it, JSON.readTree(NUMBER)))
                    .as(it.name())
                    .isEqualTo(!it.domain().isNumeric());
            assertThat(refused(model, it, JSON.readTree(DAY))).as(it.name()).isEqualTo(!isDay);
            assertThat(
                            refused(
                                    model,
                                    it,
                                    JSON.readTree(
                                            "{\"distribution\": \"point\"," + " \"value\": 1}")))
                    .as(it.name())
                    .isEqualTo(!it.isDrawable());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void takesThemInCells(ScenarioModel model) throws Exception {
        for (Parameter it : model.description().parameters()) {
            if (!(it.domain() instanceof Domain.Table table)
                    || JSON.valueToTree(Values.write(it.defaultValue())).isEmpty()) {
                continue;
            }
            for (Domain.Column column : table.columns()) {
                JsonNode rows = JSON.valueToTree(Values.write(it.defaultValue()));
                ObjectNode row = (ObjectNode) rows.get(0);
                row.set(column.name(), JSON.readTree(NUMBER));
                assertThat(refused(model, it, rows))
                        .as(it.name() + " " + column.name())
                        .isEqualTo(!column.domain().isNumeric());
                row.set(
                        column.name(),
                        JSON.readTree("{\"distribution\": \"normal\", \"mean\": 1, \"sd\": 1}"));
                assertThat(refused(model, it, rows))
                        .as(it.name() + " " + column.name())
                        .isEqualTo(
                                !column.domain().isNumeric() || it.use() == Parameter.Use.SETTING);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void refusesWhatIsOutOfRangeOrUnknown(ScenarioModel model) throws Exception {
        for (Parameter it : model.description().parameters()) {
            switch (it.domain()) {
                case Domain.Real real -> {
                    assertThat(refused(model, it, JSON.valueToTree(real.max() * 2 + 1))).isTrue();
                    assertThat(refused(model, it, JSON.readTree("\"much\""))).isTrue();
                }
                case Domain.Whole whole -> {
                    assertThat(refused(model, it, JSON.valueToTree(whole.min() - 1))).isTrue();
                    assertThat(refused(model, it, JSON.valueToTree(0.5))).isTrue();
                }
                case Domain.Choice _, Domain.Day _, Domain.Name _, Domain.Table _ ->
                        assertThat(refused(model, it, JSON.valueToTree(1))).isTrue();
                case Domain.Wholes _, Domain.Reals _ ->
                        assertThat(refused(model, it, JSON.createArrayNode())).isTrue();
            }
        }
        assertThat(schema(model).validate(JSON.readTree("{\"odd\": 1}"))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void saysWhatIsAnswered(ScenarioModel model) {
        var given = (Resolution.Resolved) Assignment.resolve(model.description(), Map.of());
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        answers.putAll(Values.write(model.evaluate(given.assignment())));
        JsonNode outputs =
                JSON.valueToTree(ModelSchema.of(model.description())).path("$defs").path("outputs");
        assertThat(compiled(outputs).validate(JSON.valueToTree(answers))).isEmpty();
        answers.put("odd", 1);
        assertThat(compiled(outputs).validate(JSON.valueToTree(answers))).isNotEmpty();
    }

    @Test
    void tellsSymbolUnitPriorSourceAndRange() {
        JsonNode properties = json("time-horizon").path("properties");
        JsonNode doubling = properties.path("doublingDays");
        assertThat(doubling.path("x-symbol").asText()).isEqualTo("T");
        assertThat(doubling.path("x-unit").asText()).isEqualTo("days");
        assertThat(doubling.path("x-prior").path("distribution").asText()).isEqualTo("lognormal");
        assertThat(doubling.path("x-origin").asText()).isEqualTo("CALIBRATED");
        assertThat(doubling.path("x-source").asText()).contains("METR");
        JsonNode day = properties.path("horizonDay").path("anyOf").path(0);
        assertThat(day.path("formatMinimum").asText()).isEqualTo("2015-01-01");
        assertThat(day.path("formatMaximum").asText()).isEqualTo("2100-12-31");
    }

    /// Each way to write one is read by the reader and taken by the schema.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'distribution': 'point', 'value': 5}",
                "{'distribution': 'uniform', 'low': 4, 'high': 5}",
                "{'distribution': 'loguniform', 'low': 4, 'high': 5}",
                "{'distribution': 'normal', 'mean': 5, 'sd': 1, 'min': 4.5}",
                "{'distribution': 'normal', 'p10': 5, 'p90': 6}",
                "{'distribution': 'lognormal', 'mu': 1.6, 'sigma': 0.1, 'shift': 0.5}",
                "{'distribution': 'lognormal', 'mean': 5, 'sd': 1}",
                "{'distribution': 'lognormal', 'p10': 5, 'p90': 6}",
                "{'distribution': 'beta', 'a': 2, 'b': 3, 'max': 0.9}",
                "{'distribution': 'triangular', 'low': 4, 'mode': 5, 'high': 6}",
                "{'distribution': 'pert', 'low': 4, 'mode': 5, 'high': 6}",
                "{'distribution': 'choice', 'values': [5, 6], 'weights': [1, 2]}",
                "{'distribution': 'empirical', 'values': [5, 6, 6]}",
                "{'distribution': 'mixture', 'parts': [{'weight': 1, 'of': {'distribution': 'point',"
                        + " 'value': 5}}]}",
            })
    void takesEachDistribution(String text) throws Exception {
        JsonNode node = JSON.readTree(text.replace('\'', '"'));
        assertThat(Distributions.read(node)).isNotNull();
        JsonSchema schema = compiled(json("s-curves"));
        assertThat(schema.validate(JSON.createObjectNode().set("kappa", node))).isEmpty();
        ((ObjectNode) node).put("odd", 1);
        assertThat(schema.validate(JSON.createObjectNode().set("kappa", node))).isNotEmpty();
    }

    private static boolean refused(ScenarioModel model, Parameter parameter, JsonNode value) {
        return !schema(model)
                .validate(JSON.createObjectNode().set(parameter.name(), value))
                .isEmpty();
    }

    private static JsonNode json(String model) {
        return JSON.valueToTree(
                ModelSchema.of(new Models().find(model).orElseThrow().description()));
    }

    private static JsonSchema schema(ScenarioModel model) {
        return compiled(JSON.valueToTree(ModelSchema.of(model.description())));
    }

    private static JsonSchema compiled(JsonNode schema) {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }
}
