package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// A value that was stated and is not to be relied upon.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class DisputedIT {
    private static final String INDICATOR = "weirdml";
    private static final String STATE = "/api/v1/indicators/" + INDICATOR + "/state";

    @Test
    void disputedValueIsListedWithItsReasonAndCountsNowhereUntilTheMarkIsLifted() {
        report("plain", 10, "2026-02-01T00:00:00Z", null);
        report("doubtful", 44, "2026-02-01T00:00:00Z", "nobody can repeat it");

        state(2).body("counts.standing", equalTo(1))
                .body("counts.disputed", equalTo(1))
                .body("latest.subject.model", equalTo("plain"))
                .body("frontier.subject.model", contains("plain"));
        row("doubtful")
                .body("items[0].status", equalTo("DISPUTED"))
                .body("items[0].disputed", equalTo("nobody can repeat it"));
        given().accept("text/csv")
                .get("/api/v1/indicators/" + INDICATOR + "/observations")
                .then()
                .statusCode(200)
                .body(containsString("DISPUTED"));
        given().get("/api/v1/discrepancies").then().statusCode(200);

        // Of the same moment: the statement without the mark stands.
        report("doubtful", 44, "2026-02-01T00:00:00Z", null);
        state(3).body("counts.standing", equalTo(2))
                .body("counts.disputed", equalTo(0))
                .body("frontier.subject.model", hasItem("doubtful"));
        row("doubtful")
                .body("items[0].status", equalTo("STANDING"))
                .body("items[0].disputed", nullValue());

        // A value that stood may be marked later.
        report("plain", 10, "2026-02-02T00:00:00Z", "wrong board");
        report("doubtful", 44, "2026-02-02T00:00:00Z", "nobody can repeat it after all");
        state(5).body("counts.disputed", equalTo(2))
                .body("frontier", empty())
                .body("latest", nullValue())
                .body("reasons.latest", containsString("no observation stands"));
    }

    private static void report(
            String model, double value, String statedAt, @Nullable String disputed) {
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"source": "tests", "externalId": "%s", "indicator": "%s",
                         "subject": {"model": "%s"}, "value": %s, "observedOn": "2026-01-01",
                         "statedAt": "%s", "disputed": %s}
                        """
                                .formatted(
                                        model,
                                        INDICATOR,
                                        model,
                                        value,
                                        statedAt,
                                        disputed == null ? "null" : "\"" + disputed + "\""))
                .post("/api/v1/observations")
                .then()
                .statusCode(202);
    }

    private static ValidatableResponse state(int version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> given().get(STATE).then().body("version", equalTo(version)));
        return given().get(STATE).then().statusCode(200);
    }

    private static ValidatableResponse row(String model) {
        return given().get("/api/v1/indicators/" + INDICATOR + "/observations?subject=" + model)
                .then()
                .statusCode(200);
    }
}
