package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.SettableTime;

/// An indicator of which nothing new is said for longer than its catalogue tolerates (120 days).
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class SilenceIT {
    private static final String RULE =
            """
            {"id": "silence-test", "title": "A horizon of an hour", "indicator": "metr-horizon-p80",
             "condition": {"kind": "FRONTIER", "op": "GE"},
             "severities": [{"name": "NOTICE", "fire": 60, "recover": 50}]}
            """;

    @AfterEach
    void setTheClockBack() {
        SettableTime.moveAhead(Duration.ZERO);
    }

    @Test
    void alertKeepsItsConditionAndSaysThatItsValueIsStaleUntilSomethingNewIsSaid() {
        write().body(RULE).post("/api/v1/rules").then().statusCode(201);
        Instant stated = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        report("first", 61, stated);
        alert("OK").body("items[0].flags", hasSize(0));

        SettableTime.moveAhead(Duration.ofDays(121));
        alert("STALE").body("items[0].value", equalTo(61f));

        report("second", 62, stated.plus(Duration.ofDays(121)));
        alert("OK").body("items[0].value", equalTo(62f));
    }

    private static void report(String model, double minutes, Instant statedAt) {
        write().body(
                        """
                        {"source": "tests", "indicator": "metr-horizon-p80",
                         "subject": {"model": "%s"}, "value": %s, "observedOn": "%s",
                         "statedAt": "%s"}
                        """
                                .formatted(
                                        model,
                                        minutes,
                                        statedAt.atOffset(ZoneOffset.UTC).toLocalDate(),
                                        statedAt))
                .post("/api/v1/observations")
                .then()
                .statusCode(202);
    }

    /// Waits until the rule's only alert fires in that health.
    private static ValidatableResponse alert(String health) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get("/api/v1/alerts?rule=silence-test")
                                .then()
                                .body("items", hasSize(1))
                                .body("items[0].condition", equalTo("FIRING"))
                                .body("items[0].health", equalTo(health)));
        return given().get("/api/v1/alerts?rule=silence-test").then();
    }

    private static RequestSpecification write() {
        return given().auth().oauth2(IngestHouse.TOKEN).contentType(ContentType.JSON);
    }
}
