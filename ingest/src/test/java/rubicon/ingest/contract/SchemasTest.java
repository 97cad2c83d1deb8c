package rubicon.ingest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.SafeYaml;
import rubicon.ingest.source.TextFile;

/// The schemas refuse what is not as they say.
class SchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OBSERVATION =
            """
            {"source": "s", "indicator": "metr-horizon-p50", "subject": {"model": "m"}, "value": 1,
             "observedOn": "2026-02-05", "statedAt": "2026-03-03T21:04:54Z"}
            """;

    @Test
    void smallestObservationIsFine() throws JsonProcessingException {
        assertThat(Schemas.faults("observation", JSON.readTree(OBSERVATION))).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    value      | "one"
                    observedOn | "5 February 2026"
                    statedAt   | "yesterday"
                    qualifier  | "about"
                    indicator  | "METR Horizon"
                    level      | 1
                    surplus    | true
                    subject    | {"model": "m", "surplus": 1}
                    tags       | {"depth": 1}
                    """)
    void faultyFieldIsNamed(String field, String value) throws JsonProcessingException {
        ObjectNode observation = (ObjectNode) JSON.readTree(OBSERVATION);
        observation.set(field, JSON.readTree(value));
        assertThat(Schemas.faults("observation", observation))
                .singleElement()
                .asString()
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource({"source", "indicator", "subject", "value", "observedOn"})
    void missingFieldIsNamed(String field) throws JsonProcessingException {
        ObjectNode observation = (ObjectNode) JSON.readTree(OBSERVATION);
        observation.remove(field);
        assertThat(Schemas.faults("observation", observation))
                .singleElement()
                .asString()
                .contains(field);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    score        | 1.5
                    humanMinutes | 0
                    agent        | 7
                    completedAt  | "yesterday"
                    surplus      | true
                    """)
    void faultyFieldOfAnEvalRunIsNamed(String field, String value) throws JsonProcessingException {
        ObjectNode run =
                (ObjectNode)
                        JSON.readTree(
                                """
                                {"source": "s", "runId": "r", "suite": "s", "agent": "a",
                                 "taskId": "t", "score": 1}
                                """);
        assertThat(Schemas.faults("eval-run", run)).isEmpty();
        run.set(field, JSON.readTree(value));
        assertThat(Schemas.faults("eval-run", run)).singleElement().asString().contains(field);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "milestones.yaml, milestones, milestone",
        "policy-thresholds.yaml, policyThresholds, policy-threshold",
        "forecasts.yaml, forecasts, forecast"
    })
    void whatRubiconShipsWithKeepsToItsSchema(String file, String list, String schema)
            throws Exception {
        try (InputStream in = SchemasTest.class.getResourceAsStream("/" + file)) {
            JsonNode entries =
                    SafeYaml.read(TextFile.of(Objects.requireNonNull(in).readAllBytes()))
                            .path(list);
            assertThat(entries).isNotEmpty();
            for (JsonNode entry : entries) {
                assertThat(Schemas.faults(schema, entry)).as(entry.path("id").asText()).isEmpty();
            }
        }
    }

    @Test
    void eventIsHeldAgainstTheSchemaOfItsType() throws JsonProcessingException {
        String event =
                """
                {"specversion": "1.0", "id": "1", "source": "s",
                 "type": "rubicon.observation.retracted.v1",
                 "data": {"source": "s", "indicator": "i", "externalId": "e", "reason": "MOOD"}}
                """;
        assertThat(Schemas.faults("observation-event", JSON.readTree(event)))
                .singleElement()
                .asString()
                .contains("reason");
    }
}
