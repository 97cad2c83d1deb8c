package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.Topics;

/// Records that nobody meant to be read. What comes after them must not wait.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class PoisonIT {
    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void aHugeFaultyFieldBecomesAShortReason() throws Exception {
        String model = "huge-" + UUID.randomUUID();
        send(record(event(model, "\"evaluator\": \"" + "x".repeat(600_000) + "\",")));

        assertThatTheNextOneArrives(model);
        String reason = deadLetter(model, "reason");
        assertThat(reason).hasSizeBetween(100, 4_000);
    }

    @Test
    void aRecordAsLargeAsKafkaTakesIsRefusedWhole() throws Exception {
        String model = "large-" + UUID.randomUUID();
        send(record(model + " is no JSON " + "y".repeat(1_040_000)));

        assertThatTheNextOneArrives(model);
        assertThat(deadLetter(model, "field")).isEqualTo("value");
    }

    @Test
    void aHeaderThatPostgresqlCannotKeepIsKeptAllTheSame() throws Exception {
        String model = "header-" + UUID.randomUUID();
        ProducerRecord<String, String> bad = record("{\"model\": \"" + model + "\"}");
        bad.headers().add("x\0y%00", "z\0".getBytes(StandardCharsets.UTF_8));
        send(bad);

        assertThatTheNextOneArrives(model);
        String id = deadLetter(model, "id");
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .post("/api/v1/dead-letters/{id}/replay", id)
                .then()
                .statusCode(200);
    }

    @Test
    void anEventThatIsNamedWithZerosIsRefused() throws Exception {
        String model = "zero-" + UUID.randomUUID();
        send(record(event(model, "").replace("\"id\": \"", "\"id\": \"\\u0000")));

        assertThatTheNextOneArrives(model);
        assertThat(deadLetter(model, "field")).isEqualTo("id");
    }

    private void assertThatTheNextOneArrives(String model) throws Exception {
        send(record(event(model, "")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get(
                                        "/api/v1/indicators/metr-horizon-p80-v1-0/observations?subject="
                                                + model)
                                .then()
                                .body("items.value", equalTo(List.of(1.0f))));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> IngestHouse.count("ingest.outbox") == 0);
    }

    private static String deadLetter(String model, String field) {
        return given().auth()
                .oauth2(IngestHouse.TOKEN)
                .get("/api/v1/dead-letters")
                .path("items.find { it.value.contains('%s') }.%s".formatted(model, field));
    }

    private static String event(String model, String more) {
        return """
        {"specversion": "1.0", "id": "%1$s", "source": "tests", "time": "2026-01-01T00:00:00Z",
         "type": "rubicon.observation.reported.v1",
         "data": {"source": "tests", "indicator": "metr-horizon-p80-v1-0", %2$s
                  "subject": {"model": "%1$s"}, "value": 1.0, "observedOn": "2025-12-01"}}
        """
                .formatted(model, more);
    }

    private static ProducerRecord<String, String> record(String value) {
        return new ProducerRecord<>(Topics.OBSERVATIONS, 0, "any key", value);
    }

    private void send(ProducerRecord<String, String> record) throws Exception {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("max.request.size", 2_000_000);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        }
    }
}
