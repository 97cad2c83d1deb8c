package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
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

/// Milestones, policy thresholds and people's forecasts: from any Kafka producer or over REST to
/// what a reader is answered.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ChronicleIT {
    private static final String EARLY = "2026-01-01T00:00:00Z";
    private static final String LATE = "2026-02-01T00:00:00Z";

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void duplicateAndLateDeliveriesEndInTheSameRevisions() throws Exception {
        String id = id("order");
        String second = event("b" + id, LATE, milestone(id, "second"));
        send(second, second, event("a" + id, EARLY, milestone(id, "first")), second);
        send(event("c" + id, LATE.replace("02", "03"), milestone(id, "second")));
        settle();
        get("/milestones/" + id)
                .body("standing.what", equalTo("second"))
                .body("standing.revision", equalTo(2))
                .body("revisions.what", equalTo(List.of("first", "second")))
                .body("revisions.revision", equalTo(List.of(1, 2)))
                .body("revisions.statedAt", equalTo(List.of(EARLY, LATE)));
    }

    @Test
    void pastIsAnsweredAsItWasKnown() throws Exception {
        String id = id("past");
        send(event("a" + id, EARLY, milestone(id, "first")));
        settle();
        String known = get("/milestones/" + id).extract().path("standing.recordedAt");
        send(event("b" + id, LATE, milestone(id, "second")));
        settle();
        get("/milestones/" + id).body("standing.what", equalTo("second"));
        get("/milestones/" + id + "?asOf=" + known)
                .body("standing.what", equalTo("first"))
                .body("revisions", hasSize(1))
                .body("asOf", equalTo(known));
        get("/milestones?asOf=" + known)
                .body("items.find { it.id == '%s' }.what".formatted(id), equalTo("first"))
                .body("asOf", equalTo(known));
        get("/milestones?asOf=2020-01-01T00:00:00Z").body("items", hasSize(0));
        given().get("/api/v1/milestones/%s?asOf=2020-01-01T00:00:00Z".formatted(id))
                .then()
                .statusCode(404);
    }

    @Test
    void milestonesAreNarrowed() throws Exception {
        String id = id("narrow");
        send(
                event(
                        "a" + id,
                        EARLY,
                        """
                        {"id": "%1$s", "source": "tests", "date": "2025-06-15", "precision": "MONTH",
                         "who": "w", "what": "x", "kind": "FUNDING", "categories": ["%1$s"],
                         "indicators": ["of-%1$s"], "citation": "c"}
                        """
                                .formatted(id)));
        settle();
        for (String query :
                List.of(
                        "category=" + id,
                        "indicator=of-" + id,
                        "kind=FUNDING&category=" + id,
                        "from=2025-06-01&to=2025-06-01&category=" + id)) {
            get("/milestones?" + query)
                    .body("items.id", equalTo(List.of(id)))
                    .body("items[0].date", equalTo("2025-06-01"))
                    .body("items[0].source", equalTo("tests"));
        }
        for (String query : List.of("kind=PRODUCT", "from=2025-06-02", "to=2025-05-31")) {
            get("/milestones?category=%s&%s".formatted(id, query)).body("items", hasSize(0));
        }
        given().get("/api/v1/milestones?from=soon")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("from"));
    }

    @Test
    void whatWasWithdrawnIsShownOnlyWhereItIsAskedFor() throws Exception {
        String id = id("withdrawn");
        String withdrawn = milestone(id, "gone").replace("\"who\"", "\"withdrawn\": true, \"who\"");
        send(event("a" + id, EARLY, milestone(id, "gone")), event("b" + id, LATE, withdrawn));
        settle();
        assertThat(get("/milestones").extract().<List<String>>path("items.id")).doesNotContain(id);
        get("/milestones?withdrawn=true").body("items.id", hasItem(id));
    }

    @Test
    void sourcesDoNotReviseEachOther() throws Exception {
        String id = id("two");
        send(
                event("a" + id, EARLY, milestone(id, "mine")),
                event("b" + id, LATE, milestone(id, "theirs").replace("tests", "others")));
        settle();
        given().get("/api/v1/milestones/" + id)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("source"))
                .body("violations[0].message", containsString("others, tests"));
        get("/milestones/" + id + "?source=tests").body("standing.what", equalTo("mine"));
        get("/milestones/" + id + "?source=others").body("standing.revision", equalTo(1));
    }

    @Test
    void eventInBinaryModeIsTakenToo() throws Exception {
        String id = id("binary");
        ProducerRecord<String, String> binary =
                new ProducerRecord<>(Topics.OBSERVATIONS, "one-key", milestone(id, "binary"));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "a" + id,
                        "ce_source", "tests",
                        "ce_type", "rubicon.milestone.reported.v1",
                        "ce_time", EARLY,
                        "content-type", "application/json")
                .forEach((name, value) ->
                        binary.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer = producer()) {
            producer.send(binary).get();
        }
        settle();
        get("/milestones/" + id).body("standing.statedAt", equalTo(EARLY));
    }

    @Test
    void badOneBecomesADeadLetterWithItsFieldAndTheOthersGoOn() throws Exception {
        String id = id("bad");
        send(
                event("a" + id, EARLY, milestone(id, "rumour").replace("STATEMENT", "RUMOUR")),
                event("b" + id, EARLY, milestone(id, "good")));
        settle();
        get("/milestones/" + id).body("standing.what", equalTo("good"));
        List<Map<String, String>> letters =
                read().get("/api/v1/dead-letters")
                        .path("items.findAll { it.value.contains('%s') }".formatted(id));
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst()).containsEntry("field", "kind");
        assertThat(letters.getFirst().get("reason")).contains("'RUMOUR' is none of");
    }

    @Test
    void thresholdReportedOverRestIsListedWithItsDeterminations() {
        String id = id("threshold");
        String issuer = "Issuer of " + id;
        String threshold =
                """
                {"id": "%s", "source": "tests", "issuer": "%s", "framework": "f", "level": "High",
                 "test": "does it all", "firstSeen": "2026-01-01", "status": "IN_FORCE",
                 "citation": "c", "statedAt": "%s",
                 "lines": [{"indicator": "metr-horizon-p50", "op": "GE", "value": 6000}],
                 "determinations": [{"model": "m", "date": "2026-02-01", "precision": "MONTH",
                                     "status": "NOT_CROSSED", "citation": "card"}]}
                """
                        .formatted(id, issuer, EARLY);
        report("/policy-thresholds", threshold);
        report("/policy-thresholds", threshold);
        given().queryParam("issuer", issuer)
                .get("/api/v1/policy-thresholds")
                .then()
                .body("items", hasSize(1))
                .body("items[0].lines[0].value", equalTo(6000.0f))
                .body("items[0].determinations[0].status", equalTo("NOT_CROSSED"))
                .body("items[0].revision", equalTo(1));
        report("/policy-thresholds", threshold.replace("6000", "7000").replace(EARLY, LATE));
        get("/policy-thresholds/" + id)
                .body("revisions.lines.value.flatten()", equalTo(List.of(6000.0f, 7000.0f)));
    }

    @Test
    void forecastReportedOverRestIsResolvedByARevision() {
        String id = id("forecast");
        String open =
                """
                {"id": "%s", "source": "tests", "who": "Anybody", "what": "It happens",
                 "probability": 0.3, "due": "2026-09-30", "citation": "c", "statedAt": "%s"}
                """
                        .formatted(id, EARLY);
        report("/forecasts", "[%s]".formatted(open));
        get("/forecasts/" + id)
                .body("standing.probability", equalTo(0.3f))
                .body("standing.resolution", nullValue());
        String resolved =
                open.replace(EARLY, LATE)
                        .replace(
                                "\"due\"",
                                "\"resolution\": {\"outcome\": \"DID_NOT_HAPPEN\", \"on\":"
                                        + " \"2026-10-01\", \"citation\": \"report\"}, \"due\"");
        report("/forecasts", resolved);
        get("/forecasts")
                .body(
                        "items.find { it.id == '%s' }.resolution.outcome".formatted(id),
                        equalTo("DID_NOT_HAPPEN"));
    }

    @Test
    void restNamesEveryFaultAndPublishesNothing() {
        String id = id("fault");
        String good = milestone(id, "good");
        String bad = good.replace("STATEMENT", "RUMOUR").replace("\"c\"", "\"\"");
        write().body("[%s, %s]".formatted(good, bad))
                .post("/api/v1/milestones")
                .then()
                .statusCode(400)
                .body("violations.field", equalTo(List.of("[1].kind", "[1].citation")));
        write().body(good.replace("\"who\"", "\"whom\": 1, \"who\""))
                .post("/api/v1/milestones")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("whom"));
        given().get("/api/v1/milestones/" + id).then().statusCode(404);
    }

    @Test
    void tellingNeedsAnAnalyst() {
        for (String path : List.of("milestones", "policy-thresholds", "forecasts")) {
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/" + path)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void chronicleRefusesToBeChanged() {
        assertThat(IngestHouse.sqlError("update ingest.chronicle_statement set source = 'x'"))
                .contains("append only");
        assertThat(IngestHouse.sqlError("delete from ingest.chronicle_statement"))
                .contains("append only");
    }

    /// Reports and waits until it was handled.
    private static void report(String path, String body) {
        String receipt =
                write().body(body)
                        .post("/api/v1" + path)
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        read().get(receipt)
                                .then()
                                .body("status", equalTo("HANDLED"))
                                .body("refused", equalTo(0)));
    }

    /// Sends a last event on the same partition and waits until it was handled: then all before it
    /// were, too.
    private void settle() throws Exception {
        String mark = id("mark");
        send(event(mark, EARLY, milestone(mark, "mark")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> given().get("/api/v1/milestones/" + mark).then().statusCode(200));
    }

    private void send(String... values) throws Exception {
        try (KafkaProducer<String, String> producer = producer()) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(Topics.OBSERVATIONS, "one-key", value)).get();
            }
        }
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                new HashMap<>(kafka), new StringSerializer(), new StringSerializer());
    }

    private static ValidatableResponse get(String path) {
        return given().get("/api/v1" + path).then().statusCode(200);
    }

    private static RequestSpecification read() {
        return given().auth().oauth2(IngestHouse.TOKEN);
    }

    private static RequestSpecification write() {
        return read().contentType(ContentType.JSON);
    }

    private static String id(String name) {
        return name + "-" + UUID.randomUUID();
    }

    private static String event(String id, String time, String data) {
        return """
        {"specversion": "1.0", "id": "%s", "source": "tests", "time": "%s",
         "type": "rubicon.milestone.reported.v1", "data": %s}
        """
                .formatted(id, time, data);
    }

    private static String milestone(String id, String what) {
        return """
        {"id": "%s", "source": "tests", "date": "2026-01-01", "who": "somebody", "what": "%s",
         "kind": "STATEMENT", "citation": "c"}
        """
                .formatted(id, what);
    }
}
