package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// Rules and alerts as those meet them who write at the same time.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class AlertsIT {

    @Test
    void noAcknowledgementIsLostWhileReleasesArrive() throws Exception {
        rule("ack", indicator("ack"), 100);
        report("ack", "start", 150);
        String alert = alertOf("ack", "FIRING").extract().path("items[0].id");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Future<?> releases =
                    both.submit(() -> {
                        for (int i = 0; i < 60; i++) {
                            report("ack", "m" + i, 151 + i);
                        }
                    });
            for (int i = 0; i < 40; i++) {
                String note = "seen " + i;
                admin().body("{\"note\": \"" + note + "\"}")
                        .post("/api/v1/alerts/{id}/acknowledge", alert)
                        .then()
                        .statusCode(200);
                given().get("/api/v1/alerts/" + alert)
                        .then()
                        .body("acknowledged.note", equalTo(note));
            }
            releases.get();
        }
        awaitRows("ack", 61);
        given().get("/api/v1/alerts/" + alert).then().body("acknowledged.note", equalTo("seen 39"));
    }

    @Test
    void aSourceThatDoesNotCountRaisesNoAlert() {
        indicator("rank");
        rule("rank", "own-rank", 100);
        String leading =
                """
                {"source": "first", "indicator": "own-rank", "subject": {"model": "Z"},
                 "value": 50, "observedOn": "2026-01-01"}
                """;
        post(leading);
        String other = leading.replace("first", "blog");
        post(other.replace("50", "60"));
        post(other.replace("50", "500"));
        awaitRows("rank", 3);

        given().get("/api/v1/alerts?rule=rank").then().body("items", empty());
    }

    @Test
    void aRuleThatWasDeletedIsMadeAgain() {
        indicator("again");
        rule("again", "own-again", 100);
        report("again", "A", 150);
        alertOf("again", "FIRING");
        admin().delete("/api/v1/rules/again").then().statusCode(204);

        rule("again", "own-again", 100);

        given().get("/api/v1/rules/again").then().statusCode(200).body("version", equalTo(3));
        report("again", "B", 160);
        alertOf("again", "FIRING");
    }

    @Test
    void editsAtTheSameTimeFollowEachOther() throws Exception {
        indicator("edits");
        rule("edits", "own-edits", 100);
        try (ExecutorService all = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String edited = body("edits", "own-edits", 100 + i);
                answers.add(
                        all.submit(() ->
                                admin().body(edited).put("/api/v1/rules/edits").statusCode()));
            }
            assertThat(values(answers)).containsOnly(200);
        }
        given().get("/api/v1/rules/edits").then().body("version", equalTo(9));
    }

    @Test
    void aChangeOfWordsMakesNoHistoryOfNews() {
        indicator("words");
        rule("words", "own-words", 100);
        Instant known = Instant.now();
        admin().body(body("words", "own-words", 100).replace("A rule", "Other words"))
                .put("/api/v1/rules/words")
                .then()
                .statusCode(200);

        post(
                """
                {"source": "first", "indicator": "own-words", "subject": {"model": "A"},
                 "value": 150, "observedOn": "2026-01-01", "publishedAt": "%s"}
                """
                        .formatted(known));

        alertOf("words", "FIRING").body("items[0].flags", not(hasItem("BASELINE")));
    }

    @Test
    void anAlertThatEndsByACorrectionIsClearedAndALaterOneMarksIt() {
        indicator("correct");
        rule("correct", "own-correct", 100);
        report("correct", "W", 200);
        alertOf("correct", "FIRING");

        report("correct", "W", 50);
        alertOf("correct", "NORMAL")
                .body("items[0].reason", equalTo("CLEARED"))
                .body("items[0].flags", not(hasItem("CORRECTED")))
                .body("items[0].transitions", hasSize(2));

        report("correct", "W", 40);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/api/v1/alerts?rule=correct")
                                .then()
                                .body("items[0].flags", hasItem("CORRECTED")));
    }

    @Test
    void aMomentIsAnsweredTheSameForEver() throws Exception {
        indicator("moment");
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> releases =
                    other.submit(() -> {
                        for (int i = 0; i < 80; i++) {
                            report("moment", "m" + i, 1 + i);
                        }
                    });
            List<String> answers = new ArrayList<>();
            while (!releases.isDone()) {
                answers.add(given().get("/api/v1/indicators/own-moment/state").asString());
            }
            releases.get();
            assertThat(answers).isNotEmpty();
            for (String answer : answers) {
                String moment = io.restassured.path.json.JsonPath.from(answer).getString("asOf");
                assertThat(
                                given().get("/api/v1/indicators/own-moment/state?asOf=" + moment)
                                        .asString())
                        .isEqualTo(answer);
            }
        }
    }

    private static <T> List<T> values(List<Future<T>> futures)
            throws InterruptedException, ExecutionException {
        List<T> values = new ArrayList<>();
        for (Future<T> each : futures) {
            values.add(each.get());
        }
        return values;
    }

    private static String indicator(String name) {
        admin().body(
                        """
                        {"title": "Own %1$s", "kind": "MEASUREMENT", "unit": "points",
                         "scale": "LINEAR", "direction": "HIGHER", "view": "LAB",
                         "date": "RESULT", "feed": "LIVE", "sources": ["first"],
                         "licence": {"id": "CC0-1.0", "export": "YES"}, "citation": "Ours",
                         "description": "For the tests."}
                        """
                                .formatted(name))
                .put("/api/v1/indicators/own-" + name)
                .then()
                .statusCode(201);
        return "own-" + name;
    }

    private static void rule(String id, String indicator, int fire) {
        admin().body(body(id, indicator, fire)).post("/api/v1/rules").then().statusCode(201);
    }

    private static String body(String id, String indicator, int fire) {
        return """
        {"id": "%s", "title": "A rule", "indicator": "%s",
         "condition": {"kind": "FRONTIER", "op": "GE"},
         "severities": [{"name": "WARNING", "fire": %d, "recover": 90}]}
        """
                .formatted(id, indicator, fire);
    }

    private static void report(String name, String model, int value) {
        post(
                """
                {"source": "first", "indicator": "own-%s", "subject": {"model": "%s"},
                 "value": %d, "observedOn": "2026-01-01", "publishedAt": "%s"}
                """
                        .formatted(name, model, value, Instant.now()));
    }

    private static void post(String observation) {
        admin().body(observation).post("/api/v1/observations").then().statusCode(202);
    }

    private static void awaitRows(String name, int rows) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        given().get(
                                        "/api/v1/indicators/own-%s/observations?revisions=true"
                                                .formatted(name))
                                .then()
                                .body("items", hasSize(rows)));
    }

    private static ValidatableResponse alertOf(String rule, String condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/api/v1/alerts?rule=" + rule)
                                .then()
                                .body("items[0].condition", equalTo(condition)));
        return given().get("/api/v1/alerts?rule=" + rule).then();
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(IngestHouse.TOKEN).contentType(ContentType.JSON);
    }
}
