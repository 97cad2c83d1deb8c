package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.Topics;

/// `PUT /indicators/{id}`.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class OwnIndicatorsIT {
    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    private static final String ENTRY =
            """
            title: Tickets closed without a person
            kind: SHARE
            unit: share
            scale: LINEAR
            bounds: {low: 0, high: 1}
            direction: HIGHER
            view: LAB
            date: RESULT
            feed: LIVE
            sources: [tickets]
            licence: {id: internal, export: "NO"}
            citation: Our ticket system
            description: Of the tickets of a month, those that an agent closed alone.
            """;

    @Test
    void anOwnIndicatorIsMadeInYamlAndTakesValues() {
        put("own-tickets", ENTRY).statusCode(201).body("version", equalTo(1));

        read("/api/v1/indicators/own-tickets")
                .body("title", equalTo("Tickets closed without a person"));
        read("/api/v1/indicators?q=own-tickets").body("items.id", contains("own-tickets"));
        report("own-tickets", "A", 0.25, "2026-01-31");
        awaitState("own-tickets", 1).body("latest.value", equalTo(0.25f));
    }

    @Test
    void jsonDoesAsWell() {
        String entry =
                """
                {"id": "own-json", "title": "In JSON", "kind": "MEASUREMENT", "unit": "points",
                 "scale": "LINEAR", "direction": "HIGHER", "view": "LAB", "date": "RESULT",
                 "feed": "EMPTY", "sources": ["ours"],
                 "licence": {"id": "CC0-1.0", "export": "YES"}, "citation": "Ours",
                 "description": "A number of our own."}
                """;
        admin().contentType(ContentType.JSON)
                .body(entry)
                .put("/api/v1/indicators/own-json")
                .then()
                .statusCode(201)
                .body("id", equalTo("own-json"));
    }

    @Test
    void sayingTheSameAgainIsNoVersionAndSayingMoreIsTheNext() {
        put("own-again", ENTRY).statusCode(201);
        put("own-again", ENTRY).statusCode(200).body("version", equalTo(1));

        put("own-again", ENTRY.replace("closed", "done"))
                .statusCode(200)
                .body("version", equalTo(2))
                .body("title", equalTo("Tickets done without a person"));

        read("/api/v1/indicators/own-again/versions")
                .body("items", hasSize(2))
                .body("items.entry.version", contains(1, 2))
                .body("items[0].entry.title", equalTo("Tickets closed without a person"))
                .body("items[0].origin", equalTo("REST"))
                .body("items[1].recordedBy", notNullValue());
    }

    @Test
    void aNewDefinitionComputesTheStateAnewAndTheOldOneAnswersForItsTime() {
        String entry = ENTRY.replace("LINEAR", "LOG");
        put("own-trend", entry).statusCode(201);
        report("own-trend", "A", 0.1, "2026-01-31");
        report("own-trend", "B", 0.2, "2026-02-28");
        report("own-trend", "C", 0.4, "2026-03-31");
        awaitState("own-trend", 3).body("trend", nullValue());
        Instant before = Instant.now();

        put("own-trend", entry + "trend: {from: 2026-01-01}\n").statusCode(200);

        awaitState("own-trend", 4).body("trend.points", equalTo(3));
        read("/api/v1/indicators/own-trend/state?asOf=" + before)
                .body("version", equalTo(3))
                .body("trend", nullValue());
    }

    @Test
    void aTrendThatIsCutByAnotherFromNowOnWasCutByTheFirstBefore() {
        String entry = ENTRY.replace("LINEAR", "LOG");
        put("own-cut-first", entry).statusCode(201);
        put("own-cut-second", entry).statusCode(201);
        put("own-cut", entry + "trend: {maxValue: 0.3, cutBy: own-cut-first}\n").statusCode(201);
        report("own-cut-first", "C", 0.2, "2026-03-31");
        awaitState("own-cut-first", 1);
        report("own-cut", "A", 0.1, "2026-01-31");
        report("own-cut", "B", 0.2, "2026-02-28");
        report("own-cut", "C", 0.4, "2026-03-31");
        awaitState("own-cut", 4).body("trend.points", equalTo(3));
        Instant before = Instant.now();

        put("own-cut", entry + "trend: {maxValue: 0.3, cutBy: own-cut-second}\n").statusCode(200);

        read("/api/v1/indicators/own-cut/state").body("trend", nullValue());
        read("/api/v1/indicators/own-cut/state?asOf=" + before)
                .body("version", equalTo(4))
                .body("trend.points", equalTo(3));
    }

    /// The state of an indicator that nothing touched is neither computed nor told: its versions on
    /// the topic are those of its own two values.
    @Test
    void aReleaseTellsTheIndicatorsThatItTouchesAndNoOther() {
        String entry = ENTRY.replace("LINEAR", "LOG");
        put("own-a-aside", entry).statusCode(201);
        put("own-b-first", entry).statusCode(201);
        put("own-c-cut", entry + "trend: {maxValue: 0.3, cutBy: own-b-first}\n").statusCode(201);
        report("own-a-aside", "A", 0.1, "2026-01-31");
        awaitState("own-a-aside", 1);

        report("own-b-first", "C", 0.2, "2026-03-31");
        awaitState("own-b-first", 1);
        awaitState("own-c-cut", 1);

        read("/api/v1/indicators/own-a-aside/state").body("version", equalTo(1));
        report("own-a-aside", "B", 0.2, "2026-02-28");
        awaitState("own-a-aside", 2);
        assertThat(toldUntil("own-a-aside", 2)).containsExactly(1L, 2L);
        assertThat(toldUntil("own-c-cut", 1)).containsExactly(1L);
    }

    /// The versions of an indicator's state that its topic tells, up to one of them.
    private List<Long> toldUntil(String indicator, long last) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        List<Long> versions = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(Topics.INDICATORS));
            Instant limit = Instant.now().plusSeconds(30);
            while (!versions.contains(last) && Instant.now().isBefore(limit)) {
                for (var it : consumer.poll(Duration.ofMillis(200))) {
                    if (indicator.equals(it.key())) {
                        versions.add(JsonPath.from(it.value()).getLong("version"));
                    }
                }
            }
        }
        return versions;
    }

    @Test
    void theMeaningOfRecordedValuesStays() {
        put("own-unit", ENTRY).statusCode(201);

        put("own-unit", ENTRY.replace("unit: share", "unit: points"))
                .statusCode(400)
                .body("violations[0].field", equalTo("unit"))
                .body("violations[0].message", containsString("stays 'share'"));
        read("/api/v1/indicators/own-unit").body("version", equalTo(1));
    }

    @Test
    void eachFaultIsNamed() {
        put("own-fault", ENTRY.replace("scale: LINEAR", "scale: ROUND").replace("LAB", "MOON"))
                .statusCode(400)
                .body("violations.field", contains("scale", "view"));
        put("own-fault", ENTRY + "colour: red\n")
                .statusCode(400)
                .body("violations[0].message", containsString("colour"));
        put("own-fault", "{").statusCode(400).body("violations[0].field", equalTo("body"));
        put("own-fault", ENTRY + "id: another\n")
                .statusCode(400)
                .body("violations[0].field", equalTo("id"));
        put("Own_Fault", ENTRY).statusCode(400).body("violations[0].field", equalTo("id"));
        put("own-fault", ENTRY + "trend: {maxValue: 1, cutBy: nobody}\n")
                .statusCode(400)
                .body("violations[0].field", equalTo("trend.cutBy"));
        given().get("/api/v1/indicators/own-fault").then().statusCode(404);
    }

    @Test
    void whatAFileSaysIsNotOverwritten() {
        put("metr-horizon-p50", ENTRY)
                .statusCode(409)
                .body("detail", containsString("belongs to a file"));
        read("/api/v1/indicators/metr-horizon-p50/versions").body("items", hasSize(1));
    }

    @Test
    void onlyAnAdministratorMayWrite() {
        yaml(given()).body(ENTRY).put("/api/v1/indicators/own-no").then().statusCode(401);
        String analyst =
                admin().contentType(ContentType.JSON)
                        .body("{\"name\": \"own-indicators\", \"role\": \"analyst\"}")
                        .post("/api/v1/tokens")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("token");
        yaml(given().auth().oauth2(analyst))
                .body(ENTRY)
                .put("/api/v1/indicators/own-no")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse put(String id, String entry) {
        return yaml(admin()).body(entry).put("/api/v1/indicators/" + id).then();
    }

    private static ValidatableResponse read(String address) {
        return given().get(address).then().statusCode(200);
    }

    private static ValidatableResponse awaitState(String id, int version) {
        String address = "/api/v1/indicators/%s/state".formatted(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> read(address).body("version", equalTo(version)));
        return read(address);
    }

    private static void report(String indicator, String model, double value, String date) {
        admin().contentType(ContentType.JSON)
                .body(
                        """
                        {"source": "tickets", "indicator": "%s", "subject": {"model": "%s"},
                         "value": %s, "observedOn": "%s"}
                        """
                                .formatted(indicator, model, value, date))
                .post("/api/v1/observations")
                .then()
                .statusCode(202);
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(IngestHouse.TOKEN);
    }

    private static RequestSpecification yaml(RequestSpecification request) {
        return request.config(
                        RestAssuredConfig.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .encodeContentTypeAs(
                                                        "application/yaml", ContentType.TEXT)))
                .contentType("application/yaml");
    }
}
