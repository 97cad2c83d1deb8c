package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.Topics;

/// Nobody but the intake itself tells states here: what it leaves behind while much comes in it
/// catches up with, also where it is more than one worker takes at a time.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(
        value = IngestHouse.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = "rubicon.states.every", value = "off"))
class CaughtUpIT {
    private static final int INDICATORS = 25;
    private static final int EVENTS = 6_000;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void everyStateIsToldOnceAllIsIn() throws Exception {
        for (int i = 0; i < INDICATORS; i++) {
            make("caught-up-" + i);
        }

        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < EVENTS; i++) {
                String indicator = "caught-up-" + i % INDICATORS;
                var _ =
                        producer.send(
                                new ProducerRecord<>(
                                        Topics.OBSERVATIONS, indicator, event(i, indicator)));
            }
        }

        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(
                                        IngestHouse.count(
                                                """
                                                ingest.indicator_head
                                                where indicator like 'caught-up-%%'
                                                    and version = %d and state_version = version
                                                """
                                                        .formatted(EVENTS / INDICATORS)))
                                .isEqualTo(INDICATORS));
    }

    private static void make(String id) {
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"id": "%s", "title": "One of many", "kind": "MEASUREMENT", "unit": "points",
                         "view": "LAB", "date": "RESULT", "feed": "LIVE", "sources": ["tests"],
                         "scale": "LINEAR", "direction": "HIGHER",
                         "licence": {"id": "CC0-1.0", "export": "YES"}, "citation": "Ours",
                         "description": "One of more indicators than one worker takes at a time."}
                        """
                                .formatted(id))
                .put("/api/v1/indicators/" + id)
                .then()
                .statusCode(201);
    }

    private static String event(int number, String indicator) {
        return """
        {"specversion": "1.0", "id": "caught-up %1$d", "source": "tests",
         "type": "rubicon.observation.reported.v1", "time": "2026-01-02T00:00:00Z",
         "data": {"source": "tests", "indicator": "%2$s", "value": %3$s,
                  "subject": {"model": "model %1$d"}, "observedOn": "2026-01-01"}}
        """
                .formatted(number, indicator, 1 + number / 1e4);
    }
}
