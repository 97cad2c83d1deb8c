package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// A value that cannot be: once an index of 60 was entered for the best model, and mended 42
/// minutes later.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class HeldValuesIT {
    private static final String MISTAKEN = "2026-04-08T12:00:00Z";
    private static final String MENDED = "2026-04-08T12:42:00Z";

    @Test
    void anIndexOfSixtyIsHeldAndRaisesNothingUntilItIsMended() {
        String indicator = index("mended");
        rule("falls", indicator, "LATEST", "LE", 120);
        rule("rises", indicator, "FRONTIER", "GE", 160);
        report(indicator, "best", 60, "2026-04-08", MISTAKEN, null);

        held(indicator, 1)
                .body("counts.disputed", equalTo(1))
                .body("counts.standing", equalTo(12))
                .body("latest.value", equalTo(154f));
        row(indicator, "best")
                .body("items[0].status", equalTo("DISPUTED"))
                .body("items[0].disputed", nullValue())
                .body(
                        "items[0].held",
                        startsWith("60 lies 23.6 deviations below 147.5, the median of the 12"));
        given().accept("text/csv")
                .get("/api/v1/indicators/" + indicator + "/observations")
                .then()
                .body(containsString("DISPUTED"));
        given().accept("text/csv")
                .get("/api/v1/indicators/" + indicator + "/observations?disputed=false")
                .then()
                .body(not(containsString("DISPUTED")))
                .body(not(containsString("best")));
        given().get("/api/v1/releases")
                .then()
                .body("items.find { it.externalId == 'best' }.status", equalTo("DISPUTED"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/q/metrics")
                                .then()
                                .body(
                                        containsString(
                                                "rubicon_observations_held{indicator=\""
                                                        + indicator
                                                        + "\"} 1.0")));
        given().get("/api/v1/alerts?rule=falls").then().body("items", empty());
        Instant before = Instant.now();

        report(indicator, "best", 161, "2026-04-08", MENDED, null);

        held(indicator, 0).body("counts.disputed", equalTo(0)).body("latest.value", equalTo(161f));
        row(indicator, "best")
                .body("items.status", contains("STANDING"))
                .body("items[0].held", nullValue());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/api/v1/alerts?rule=rises")
                                .then()
                                .body("items.condition", contains("FIRING")));
        given().get("/api/v1/alerts?rule=falls").then().body("items", empty());
        // What was known then is judged by what was known then.
        given().get("/api/v1/indicators/" + indicator + "/observations?subject=best&asOf=" + before)
                .then()
                .body("items[0].status", equalTo("DISPUTED"))
                .body("items[0].held", notNullValue());
        given().get("/api/v1/indicators/" + indicator + "/state?asOf=" + before)
                .then()
                .body("counts.held", equalTo(1));
    }

    @Test
    void aHeldRevisionLeavesWhatStoodAndItsAlertAlone() {
        String indicator = index("revised");
        rule("stays", indicator, "FRONTIER", "GE", 160);
        report(indicator, "best", 161, "2026-04-08", "2026-04-08T11:00:00Z", null);
        String alert =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () -> given().get("/api/v1/alerts?rule=stays").path("items[0].id"),
                                it -> it != null);

        report(indicator, "best", 60, "2026-04-08", MISTAKEN, null);

        held(indicator, 1)
                .body("counts.standing", equalTo(13))
                .body("frontier[-1].value", equalTo(161f));
        row(indicator, "best")
                .body("items.status", contains("STANDING", "DISPUTED"))
                .body("items.value", contains(161f, 60f));
        given().get("/api/v1/alerts/" + alert)
                .then()
                .body("condition", equalTo("FIRING"))
                .body("transitions", hasSize(1));
        given().get("/api/v1/alerts?rule=stays").then().body("items", hasSize(1));

        // Who knows better confirms it, and now it counts.
        String row = row(indicator, "best").extract().path("items[1].id");
        String other = row(indicator, "best").extract().path("items[0].id");
        confirm(other, "{\"text\": \"not this one\"}").statusCode(409);
        confirm(row, "{}").statusCode(400).body("violations.field", contains("text"));
        confirm(row, "{\"text\": \"%s\"}".formatted("x".repeat(1_000)))
                .statusCode(400)
                .body("violations.field", contains("text"));
        given().contentType(ContentType.JSON)
                .body("{\"text\": \"nobody\"}")
                .post("/api/v1/observations/" + row + "/confirmation")
                .then()
                .statusCode(401);
        String receipt =
                confirm(row, "{\"text\": \"the index was restated\"}")
                        .statusCode(202)
                        .extract()
                        .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> analyst().get(receipt).then().body("status", equalTo("HANDLED")));
        held(indicator, 0).body("frontier[-1].value", equalTo(154f));
        row(indicator, "best")
                .body("items.status", contains("STANDING"))
                .body("items[0].revision", equalTo(3))
                .body("items[0].confirmed", containsString(": the index was restated"));
        confirm(row, "{\"text\": \"again\"}").statusCode(409);

        // The source repeats the value without a word of that, and later mends it.
        report(indicator, "best", 60, "2026-04-08", "2026-04-08T12:10:00Z", null);
        report(indicator, "best", 162, "2026-04-08", MENDED, null);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        row(indicator, "best")
                                .body("items[0].value", equalTo(162f))
                                .body("items[0].revision", equalTo(4))
                                .body("items[0].confirmed", nullValue()));
    }

    /// Doublings on a logarithmic scale: no value lies outside the spread of those before it, and
    /// the boldest real correction moved one by 0.59 doublings. Up to two pass.
    @Test
    void aCorrectionThatMovesAValueFartherThanAnyRealOneIsDisputedUntilSomebodyConfirmsIt() {
        String indicator = doublings();
        report(indicator, "m6", 20, "2026-01-07", "2026-03-01T00:00:00Z", null);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        row(indicator, "m6")
                                .body("items[0].value", equalTo(20f))
                                .body("items[0].status", equalTo("STANDING")));

        report(indicator, "m6", 2.4, "2026-01-07", "2026-03-02T00:00:00Z", null);

        held(indicator, 1)
                .body("counts.standing", equalTo(12))
                .body("frontier.find { it.subject.model == 'm6' }", nullValue());
        row(indicator, "m6")
                .body("items.value", contains(20f, 2.4f))
                .body("items.status", contains("STANDING", "DISPUTED"))
                .body("items[1].held", containsString("2.4 corrects 20"));
        String state = given().get("/api/v1/indicators/" + indicator + "/state").path("asOf");

        String disputed = row(indicator, "m6").extract().path("items[1].id");
        String receipt =
                confirm(disputed, "{\"text\": \"hours were told as minutes\"}")
                        .statusCode(202)
                        .extract()
                        .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> analyst().get(receipt).then().body("status", equalTo("HANDLED")));

        held(indicator, 0).body("counts.disputed", equalTo(0));
        row(indicator, "m6")
                .body("items.status", contains("STANDING"))
                .body("items[0].value", equalTo(2.4f))
                .body("items[0].confirmed", containsString("hours were told as minutes"));
        given().get("/api/v1/indicators/" + indicator + "/state?asOf=" + state)
                .then()
                .body("counts.held", equalTo(1));
    }

    /// Of each day twice the value of the day before.
    private static String doublings() {
        String id = "held-corrected";
        analyst()
                .body(
                        """
                        {"title": "A time", "kind": "MEASUREMENT", "unit": "min",
                         "scale": "LOG", "bounds": {"low": 0, "lowOpen": true},
                         "direction": "HIGHER", "view": "MODEL",
                         "date": "RELEASE", "feed": "LIVE", "sources": ["epoch"],
                         "evaluator": "THIRD_PARTY",
                         "licence": {"id": "CC0-1.0", "export": "YES"}, "citation": "Ours",
                         "description": "For the tests."}
                        """)
                .put("/api/v1/indicators/" + id)
                .then()
                .statusCode(201);
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < 12; i++) {
            String on = day.plusDays(i).toString();
            report(id, "m" + i, Math.pow(2, i), on, "2026-02-01T00:00:00Z", null);
        }
        held(id, 0);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/api/v1/indicators/" + id + "/state")
                                .then()
                                .body("counts.standing", equalTo(12)));
        return id;
    }

    @Test
    void nobodyVouchesInTheNameOfAnother() {
        String indicator = index("signed");
        analyst()
                .body(
                        """
                        {"source": "epoch", "externalId": "best", "indicator": "%s",
                         "subject": {"model": "best"}, "value": 60, "observedOn": "2026-04-08",
                         "confirmed": "the director: I saw it"}
                        """
                                .formatted(indicator))
                .post("/api/v1/observations")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("confirmed"))
                .body("violations[0].message", containsString("who is calling"));
        String me = analyst().get("/api/v1/session").then().extract().path("account");
        post(indicator, "best", 60, "2026-04-08", ", \"confirmed\": \"" + me + ": I saw it\"");
        held(indicator, 0).body("latest.value", equalTo(60f));
    }

    @Test
    void aSeriesIsReadAsItIsAskedFor() {
        String indicator = index("read");
        post(indicator, "doubtful", 170, "2026-03-01", ", \"disputed\": \"nobody can repeat it\"");
        post(indicator, "leaky", 165, "2026-03-01", ", \"tags\": {\"leakage\": \"true\"}");
        post(indicator, "own", 160, "2026-03-01", ", \"evaluator\": \"FIRST_PARTY\"");
        post(indicator, "odd", 60, "2026-03-02", "");
        withdrawn(indicator, "gone", 175);
        held(indicator, 1);

        reading(indicator, "STANDING", 170f, 16).body("latest.value", equalTo(60f));
        reading(indicator, "ALL", 175f, 17);
        reading(indicator, "COUNTED", 165f, 14);
        reading(indicator, "CLEAN", 160f, 13);
        reading(indicator, "INDEPENDENT", 154f, 12);
        given().get("/api/v1/indicators/" + indicator + "/state")
                .then()
                .body("frontier[-1].value", equalTo(165f));
        given().get("/api/v1/indicators/" + indicator + "/state?reading=dirty")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains("reading"));
        given().get("/api/v1/indicators/" + indicator + "/observations?disputed=false")
                .then()
                .body("items.status", not(hasItem("DISPUTED")))
                .body("items", hasSize(14));
        given().get("/api/v1/indicators/" + indicator + "/observations?disputed=no")
                .then()
                .statusCode(400)
                .body("violations.field", contains("disputed"));
    }

    /// A value that its source took back, out of a file that says both.
    private static void withdrawn(String indicator, String model, double value) {
        analyst()
                .contentType(ContentType.BINARY)
                .body(
                        """
                        observations:
                          - {source: epoch, indicator: %s, externalId: %s, subject: {model: %s},
                             value: %s, observedOn: 2026-03-01, statedAt: 2026-03-03T00:00:00Z,
                             withdrawn: {reason: WITHDRAWN, text: a slip,
                                         statedAt: 2026-03-04T00:00:00Z}}
                        """
                                .formatted(indicator, model, model, value)
                                .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports?format=facts")
                .then()
                .statusCode(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/api/v1/indicators/" + indicator + "/state")
                                .then()
                                .body("counts.retracted", equalTo(1)));
    }

    /// A flag changes no value; what is clean changes with it, at any source of the result.
    @Test
    void aFlagThatComesLaterEndsTheAlertOfWhoReadsWhatIsClean() {
        String indicator = index("flagged");
        rule("reads-clean", indicator, "FRONTIER", "GE", 160);
        analyst()
                .body(
                        """
                        {"id": "reads-all", "title": "A rule", "indicator": "%s",
                         "condition": {"kind": "FRONTIER", "op": "GE", "reading": "COUNTED"},
                         "severities": [{"name": "WARNING", "fire": 160}]}
                        """
                                .formatted(indicator))
                .post("/api/v1/rules")
                .then()
                .statusCode(201)
                .body("condition.reading", equalTo("COUNTED"));
        given().get("/api/v1/rules/reads-clean").then().body("condition.reading", equalTo("CLEAN"));
        report(indicator, "best", 161, "2026-04-08", MISTAKEN, null);
        alert("reads-clean", "FIRING").body("items[0].reading", equalTo("CLEAN"));
        alert("reads-all", "FIRING").body("items[0].reading", equalTo("COUNTED"));

        String leaked = ", \"tags\": {\"leakage\": \"true\"}";
        report(indicator, "best", 161, "2026-04-08", MENDED, leaked);

        alert("reads-clean", "NORMAL");
        alert("reads-all", "FIRING");
        reading(indicator, "CLEAN", 154f, 12);
        reading(indicator, "COUNTED", 161f, 13);
        // And a later one, which the flag of another source marks.
        report(indicator, "next", 170, "2026-04-09", MENDED, null);
        alert("reads-clean", "FIRING");
        analyst()
                .body(
                        """
                        {"source": "a-copy", "externalId": "next", "indicator": "%s",
                         "subject": {"model": "next"}, "value": 170, "observedOn": "2026-04-09",
                         "statedAt": "%s", "tags": {"hacking": "true"}}
                        """
                                .formatted(indicator, MENDED))
                .post("/api/v1/observations")
                .then()
                .statusCode(202);
        alert("reads-clean", "NORMAL");
        reading(indicator, "CLEAN", 154f, 12);
    }

    private static ValidatableResponse alert(String rule, String condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/api/v1/alerts?rule=" + rule)
                                .then()
                                .body("items[0].condition", equalTo(condition)));
        return given().get("/api/v1/alerts?rule=" + rule).then();
    }

    private static ValidatableResponse reading(
            String indicator, String reading, float best, int standing) {
        return given().get("/api/v1/indicators/%s/state?reading=%s".formatted(indicator, reading))
                .then()
                .statusCode(200)
                .body("frontier[-1].value", equalTo(best))
                .body("counts.standing", equalTo(standing));
    }

    /// An index with a year of values from 130 to 154.
    private static String index(String name) {
        String id = "held-" + name;
        analyst()
                .body(
                        """
                        {"title": "An index", "kind": "INDEX", "unit": "points",
                         "scale": "LINEAR", "direction": "HIGHER", "view": "MODEL",
                         "date": "RELEASE", "feed": "LIVE", "sources": ["epoch"],
                         "evaluator": "THIRD_PARTY",
                         "licence": {"id": "CC0-1.0", "export": "YES"}, "citation": "Ours",
                         "description": "For the tests."}
                        """)
                .put("/api/v1/indicators/" + id)
                .then()
                .statusCode(201);
        double[] values = {130, 141, 145, 146, 147, 147, 148, 149, 150, 151, 152, 154};
        LocalDate day = LocalDate.of(2026, 1, 1);
        for (int i = 0; i < values.length; i++) {
            report(
                    id,
                    "m" + i,
                    values[i],
                    day.plusDays(i).toString(),
                    "2026-02-01T00:00:00Z",
                    null);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/api/v1/indicators/" + id + "/state")
                                .then()
                                .body("counts.standing", equalTo(12))
                                .body("counts.held", equalTo(0)));
        return id;
    }

    private static void rule(String id, String indicator, String kind, String op, int fire) {
        analyst()
                .body(
                        """
                        {"id": "%s", "title": "A rule", "indicator": "%s",
                         "condition": {"kind": "%s", "op": "%s"},
                         "severities": [{"name": "WARNING", "fire": %d}]}
                        """
                                .formatted(id, indicator, kind, op, fire))
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
    }

    private static void report(
            String indicator,
            String model,
            double value,
            String observedOn,
            String statedAt,
            @Nullable String more) {
        analyst()
                .body(
                        """
                        {"source": "epoch", "externalId": "%s", "indicator": "%s",
                         "subject": {"model": "%s"}, "value": %s, "observedOn": "%s",
                         "statedAt": "%s", "publishedAt": "%s"%s}
                        """
                                .formatted(
                                        model,
                                        indicator,
                                        model,
                                        value,
                                        observedOn,
                                        statedAt,
                                        Instant.now().truncatedTo(ChronoUnit.MICROS),
                                        more == null ? "" : more))
                .post("/api/v1/observations")
                .then()
                .statusCode(202);
    }

    private static void post(
            String indicator, String model, double value, String observedOn, String more) {
        report(indicator, model, value, observedOn, "2026-03-03T00:00:00Z", more);
    }

    private static ValidatableResponse held(String indicator, int held) {
        String state = "/api/v1/indicators/" + indicator + "/state";
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get(state).then().body("counts.held", equalTo(held)));
        return given().get(state).then().statusCode(200);
    }

    private static ValidatableResponse row(String indicator, String model) {
        return given().get(
                        "/api/v1/indicators/%s/observations?subject=%s".formatted(indicator, model))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse confirm(String row, String body) {
        assertThat(row).isNotNull();
        return analyst().body(body).post("/api/v1/observations/" + row + "/confirmation").then();
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2(IngestHouse.TOKEN).contentType(ContentType.JSON);
    }
}
