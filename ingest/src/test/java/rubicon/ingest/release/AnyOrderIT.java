package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.Topics;

/// The order in which statements come, and how often, is not in a state.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class AnyOrderIT {
    private static final int INDICATORS = 6;
    private static final int SUBJECTS = 12;
    private static final long SEED = 20261122;

    private static final String ENTRY =
            """
            {"title": "In any order", "kind": "MEASUREMENT", "unit": "points", "scale": "LOG",
             "direction": "HIGHER", "view": "LAB", "date": "RESULT", "feed": "LIVE",
             "sources": ["tests"], "licence": {"id": "CC0-1.0", "export": "YES"},
             "citation": "Ours",
             "description": "The same statements as others of its kind, in an order of its own."}
            """;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void anyOrderAndAnyDuplicationGiveTheSameBytes() throws Exception {
        Random random = new Random(SEED);
        List<String> all = new ArrayList<>();
        for (int indicator = 0; indicator < INDICATORS; indicator++) {
            String id = "order-" + indicator;
            given().auth()
                    .oauth2(IngestHouse.TOKEN)
                    .contentType("application/json")
                    .body("{\"id\": \"%s\", %s".formatted(id, ENTRY.strip().substring(1)))
                    .put("/api/v1/indicators/" + id)
                    .then()
                    .statusCode(201);
            List<String> mine = statements(id);
            mine.addAll(mine.subList(0, mine.size() / 2));
            Collections.shuffle(mine, random);
            all.addAll(mine);
        }
        send(all);

        int statements = statements("x").size();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    for (int indicator = 0; indicator < INDICATORS; indicator++) {
                        assertThat(state(indicator)).contains("\"version\":" + statements + ",");
                    }
                });
        TreeSet<String> states = new TreeSet<>();
        for (int indicator = 0; indicator < INDICATORS; indicator++) {
            states.add(state(indicator));
        }
        assertThat(states).as("seed %d", SEED).hasSize(1);
        assertThat(states.first()).contains("\"standing\":11").contains("\"retracted\":1");
    }

    /// Of each subject a value, a correction, and one that says nothing new; one is taken back, and
    /// of two statements of one moment the event's id decides.
    private static List<String> statements(String indicator) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            double value = Math.pow(1.6, i);
            statements.add(reported(indicator, i, "a", value * 1.05, "2026-02-01T00:00:00Z"));
            statements.add(reported(indicator, i, "b", value * 1.02, "2026-03-01T00:00:00Z"));
            statements.add(reported(indicator, i, "c", value, "2026-03-01T00:00:00Z"));
        }
        statements.add(
                """
                {"specversion": "1.0", "id": "%1$s-gone", "source": "tests", "time": "2026-04-01T00:00:00Z",
                 "type": "rubicon.observation.retracted.v1",
                 "data": {"source": "tests", "indicator": "%1$s", "externalId": "s3",
                          "reason": "WITHDRAWN", "text": "a slip"}}
                """
                        .formatted(indicator));
        return statements;
    }

    private static String reported(
            String indicator, int subject, String id, double value, String time) {
        return """
        {"specversion": "1.0", "id": "%1$s-%2$d%3$s", "source": "tests", "time": "%5$s",
         "type": "rubicon.observation.reported.v1",
         "data": {"source": "tests", "indicator": "%1$s", "externalId": "s%2$d",
                  "subject": {"model": "M%2$d"}, "value": %4$s, "observedOn": "2025-%6$02d-01"}}
        """
                .formatted(indicator, subject, id, value, time, subject + 1);
    }

    /// What it says of the indicator, but for its name, which is in the ids of rows too, and for
    /// when it was recorded.
    private static String state(int indicator) {
        String id = "order-" + indicator;
        return given().get("/api/v1/indicators/" + id + "/state")
                .asString()
                .replace(id, "order")
                .replaceAll("\"(asOf|observation)\":\"[^\"]*\"", "\"$1\":\"\"");
    }

    private void send(List<String> values) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(Topics.OBSERVATIONS, "one-key", value)).get();
            }
        }
    }
}
