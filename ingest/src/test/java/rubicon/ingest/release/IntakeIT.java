package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.SettableTime;
import rubicon.model.wire.Topics;

/// What any Kafka producer may send, and what becomes of it.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class IntakeIT {
    private static final String ROWS =
            "/api/v1/indicators/metr-horizon-p80-v1-0/observations?revisions=true&retracted=true"
                    + "&subject=";

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void duplicateAndLateDeliveriesChangeNothing() throws Exception {
        String model = "duplicate-" + UUID.randomUUID();
        String second = event("b" + model, model, 2.0, "2026-02-01T00:00:00Z");
        send(second, second, event("a" + model, model, 1.0, "2026-01-01T00:00:00Z"), second);
        settle(model);
        given().get(ROWS + model)
                .then()
                .body("items.value", equalTo(List.of(1.0f, 2.0f)))
                .body("items.status", equalTo(List.of("SUPERSEDED", "STANDING")));
        // The one that came first is overtaken from behind: it still stands, as the second.
        given().get("/api/v1/releases")
                .then()
                .body(
                        "items.find { it.subject.model == '%s' }.revision".formatted(model),
                        equalTo(2))
                .body(
                        "items.find { it.subject.model == '%s' }.status".formatted(model),
                        equalTo("STANDING"));
    }

    @Test
    void correctedReleaseSaysThatItNoLongerStands() throws Exception {
        String model = "corrected-" + UUID.randomUUID();
        send(event("a" + model, model, 1.0, "2026-01-01T00:00:00Z"));
        send(event("b" + model, model, 2.0, "2026-02-01T00:00:00Z"));
        settle(model);
        given().get("/api/v1/releases")
                .then()
                .body(
                        "items.find { it.subject.model == '%s' }.value".formatted(model),
                        equalTo(1.0f))
                .body(
                        "items.find { it.subject.model == '%s' }.status".formatted(model),
                        equalTo("SUPERSEDED"));
    }

    @Test
    void badRecordBecomesADeadLetterAndTheOthersOfItsBatchGoOn() throws Exception {
        String model = "survivor-" + UUID.randomUUID();
        String bad = event("bad" + model, model, -5.0, "2026-01-01T00:00:00Z");
        send("no json " + model, bad, event("good" + model, model, 3.0, "2026-01-01T00:00:00Z"));
        settle(model);
        given().get(ROWS + model).then().body("items.value", equalTo(List.of(3.0f)));
        List<String> fields =
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .get("/api/v1/dead-letters")
                        .path("items.findAll { it.value.contains('%s') }.field".formatted(model));
        assertThat(fields).containsExactlyInAnyOrder("value", "value");
        assertThat(deadLetterHeaders(bad))
                .containsEntry("rubicon-field", "value")
                .containsEntry("rubicon-topic", Topics.OBSERVATIONS)
                .containsKeys(
                        "rubicon-reason",
                        "rubicon-partition",
                        "rubicon-offset",
                        "rubicon-received-at");
    }

    @Test
    void whatBecameOfAReplayIsTold() throws Exception {
        String model = "replayed-" + UUID.randomUUID();
        String event = event(model, model, 3.0, "2026-01-01T00:00:00Z");
        ProducerRecord<String, byte[]> bytes =
                new ProducerRecord<>(Topics.OBSERVATIONS, 0, model, new byte[] {(byte) 0xff, 0});
        bytes.headers().add("trace", "abc".getBytes(StandardCharsets.UTF_8));
        try (var producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(bytes).get();
        }
        // Nobody knows this indicator yet.
        send(event.replace("metr-horizon-p80-v1-0", model));
        String unread = letter("it.key == '%s'".formatted(model));
        String unknown =
                letter("it.field == 'indicator' && it.value.contains('%s')".formatted(model));

        analyst()
                .get("/api/v1/dead-letters/{id}", unread)
                .then()
                .body("letter.field", equalTo("value"))
                .body("value.base64", equalTo("/wA="))
                .body("value.text", nullValue())
                .body("key.text", equalTo(model))
                .body("headers.find { it.name == 'trace' }.value.text", equalTo("abc"))
                .body("became", nullValue());
        // Sent again by a replica whose clock is ahead.
        SettableTime.moveAhead(Duration.ofHours(1));
        try {
            replay(unread);
        } finally {
            SettableTime.moveAhead(Duration.ZERO);
        }
        becomes(unread, "REFUSED");
        String replayed =
                analyst().get("/api/v1/dead-letters/{id}", unread).path("letter.replayedAt");
        assertThat(Instant.parse(replayed)).isBefore(Instant.now().plusSeconds(60));

        analyst()
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"id": "%s", "title": "Known by now", "kind": "MEASUREMENT", "unit": "min",
                         "scale": "LINEAR", "direction": "HIGHER", "view": "LAB", "date": "RESULT",
                         "feed": "EMPTY", "sources": ["tests"],
                         "licence": {"id": "internal", "export": "NO"}, "citation": "Ours",
                         "description": "Made after its first value came."}
                        """
                                .formatted(model))
                .put("/api/v1/indicators/" + model)
                .then()
                .statusCode(201);
        replay(unknown);
        becomes(unknown, "HANDLED");
        analyst()
                .get("/api/v1/dead-letters?replayed=true&source=tests")
                .then()
                .body("items.id", hasItem(unknown))
                .body("items.id", not(hasItem(unread)));
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2(IngestHouse.TOKEN);
    }

    private static String letter(String which) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                analyst()
                                        .get("/api/v1/dead-letters")
                                        .<String>path("items.find { %s }?.id".formatted(which)),
                        Objects::nonNull);
    }

    private static void replay(String id) {
        analyst().post("/api/v1/dead-letters/{id}/replay", id).then().statusCode(200);
    }

    private static void becomes(String id, String what) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        analyst()
                                .get("/api/v1/dead-letters/{id}", id)
                                .then()
                                .body("became", equalTo(what)));
    }

    @Test
    void deadLettersNeedAnAnalyst() {
        given().get("/api/v1/dead-letters").then().statusCode(401);
    }

    @Test
    void retractionLeavesTheRowWithItsReason() throws Exception {
        String model = "withdrawn-" + UUID.randomUUID();
        send(event("a" + model, model, 1.0, "2026-01-01T00:00:00Z"));
        send(
                """
                {"specversion": "1.0", "id": "r%1$s", "source": "tests", "time": "2026-02-01T00:00:00Z",
                 "type": "rubicon.observation.retracted.v1",
                 "data": {"source": "tests", "indicator": "metr-horizon-p80-v1-0",
                          "externalId": "%1$s", "reason": "CONTAMINATION", "text": "leaked"}}
                """
                        .formatted(model));
        settle(model);
        given().get(ROWS + model)
                .then()
                .body("items", hasSize(2))
                .body("items[1].status", equalTo("RETRACTED"))
                .body("items[1].reason", equalTo("CONTAMINATION"))
                .body("items[1].value", nullValue());
        given().get(ROWS.replace("revisions=true&retracted=true&", "") + model)
                .then()
                .body("items", hasSize(0));
        String withdrawn = ROWS.replace("revisions=true&retracted=true&", "withdrawn=true&");
        given().get(withdrawn + model)
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("RETRACTED"))
                .body("items[0].reason", equalTo("CONTAMINATION"))
                .body("items[0].value", equalTo(1f));
        given().accept("text/csv")
                .get(withdrawn + model)
                .then()
                .body(containsString("," + model + ","))
                .body(containsString(",RETRACTED"));
    }

    @Test
    void ledgerRefusesToBeChanged() {
        assertThat(IngestHouse.sqlError("update ingest.ledger_statement set value = 1"))
                .contains("append only");
        assertThat(IngestHouse.sqlError("delete from ingest.alert_transition"))
                .contains("append only");
    }

    /// Sends a last event on the same partition and waits until it was handled: then all before it
    /// were, too.
    private void settle(String model) throws Exception {
        String mark = "mark-" + model;
        send(event(mark, mark, 1.0, "2026-01-01T00:00:00Z"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get(ROWS + mark).then().body("items", hasSize(1)));
    }

    private void send(String... values) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(Topics.OBSERVATIONS, "one-key", value)).get();
            }
        }
    }

    private Map<String, String> deadLetterHeaders(String value) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.OBSERVATIONS_DEAD_LETTER));
            Map<String, String> headers = new HashMap<>();
            Instant limit = Instant.now().plusSeconds(30);
            while (headers.isEmpty() && Instant.now().isBefore(limit)) {
                for (var it : consumer.poll(Duration.ofMillis(200))) {
                    if (value.equals(it.value())) {
                        for (Header header : it.headers()) {
                            headers.put(
                                    header.key(),
                                    new String(header.value(), StandardCharsets.UTF_8));
                        }
                    }
                }
            }
            return headers;
        }
    }

    private static String event(String id, String model, double value, String time) {
        return """
        {"specversion": "1.0", "id": "%s", "source": "tests", "time": "%s",
         "type": "rubicon.observation.reported.v1",
         "data": {"source": "tests", "indicator": "metr-horizon-p80-v1-0", "externalId": "%s",
                  "subject": {"model": "%s"}, "value": %s, "unit": "min", "observedOn": "2026-01-01"}}
        """
                .formatted(id, time, model, model, value);
    }
}
