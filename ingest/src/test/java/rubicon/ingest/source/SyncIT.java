package rubicon.ingest.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import rubicon.ingest.testing.IngestHouse;

/// The way of a release through the real thing: upstream over HTTP, Kafka, PostgreSQL, REST. The
/// steps build on each other, as the revisions of an upstream do.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SyncIT {
    private static final String API = "/api/v1";
    private static final Instant FIRST = Instant.parse("2026-01-30T07:25:21Z");
    private static final Instant CORRECTED = Instant.parse("2026-03-04T02:04:54Z");
    private static String beforeCorrection = "";

    @Test
    @Order(1)
    void firstSyncRecordsEveryRowUnderItsOwnDefinition() throws IOException {
        IngestHouse.upstream().serve(fixture("flat-first.yaml"), FIRST);
        sync().statusCode(200)
                .body("read", equalTo(6))
                .body("new", equalTo(6))
                .body("revised", equalTo(0))
                .body("unchanged", equalTo(0))
                .body("refused", equalTo(0))
                .body("notModified", equalTo(false));
        rows("metr-horizon-p50", "").body("items", hasSize(2));
        rows("metr-horizon-p50-v1-0", "")
                .body("items", hasSize(1))
                .body("items[0].externalId", equalTo("old_0"))
                .body("items[0].provenance.connector", equalTo("metr-benchmark-results"))
                .body("items[0].statedAt", equalTo(FIRST.toString()));
    }

    @Test
    @Order(2)
    void unchangedUpstreamIsAskedConditionallyAndChangesNothing() {
        int before = IngestHouse.upstream().notModified();
        sync().statusCode(200).body("notModified", equalTo(true)).body("read", equalTo(0));
        assertThat(IngestHouse.upstream().notModified()).isEqualTo(before + 1);
    }

    @Test
    @Order(3)
    void correctionIsARevisionAndTheOldValueStaysReadableAsOfItsTime() throws IOException {
        beforeCorrection = given().get(API + "/indicators/metr-horizon-p50/state").path("asOf");
        IngestHouse.upstream().serve(fixture("flat-corrected.yaml"), CORRECTED);
        sync().statusCode(200)
                .body("read", equalTo(8))
                .body("new", equalTo(2))
                .body("revised", equalTo(1))
                .body("unchanged", equalTo(5));

        rows("metr-horizon-p50", "?subject=beta_2_inspect")
                .body("items[0].value", equalTo(60.0f))
                .body("items[0].revision", equalTo(2));
        rows("metr-horizon-p50", "?revisions=true&subject=beta_2_inspect")
                .body("items.value", equalTo(List.of(64.0f, 60.0f)))
                .body("items.status", equalTo(List.of("SUPERSEDED", "STANDING")));
        rows("metr-horizon-p50", "?subject=beta_2_inspect&asOf=" + beforeCorrection)
                .body("items[0].value", equalTo(64.0f))
                .body("items[0].status", equalTo("STANDING"))
                .body("asOf", equalTo(beforeCorrection));
    }

    @Test
    @Order(4)
    void stateHoldsFrontierLatestAndTrend() {
        // log2: 2 at 2024-01-01, log2(60) at 2025-01-01 (366 d later), 9 at 2026-01-01 (731 d
        // later).
        given().get(API + "/indicators/metr-horizon-p50/state")
                .then()
                .statusCode(200)
                .body("frontier.value", equalTo(List.of(4.0f, 60.0f, 512.0f)))
                .body("latest.subject.model", equalTo("gamma_3_inspect"))
                .body("trend.points", equalTo(3))
                .body("trend.doublingDays.estimate.toDouble()", closeTo(DOUBLING_DAYS, 1e-3))
                .body("counts.standing", equalTo(3))
                .body("version", equalTo(5));
    }

    private static final double DOUBLING_DAYS = doublingDays();

    /// Closed form of the slope of three points, in the clear: the oracle of the test above.
    private static double doublingDays() {
        double[] x = {0, 366, 731};
        double[] y = {2, Math.log(60) / Math.log(2), 9};
        double mx = (x[0] + x[1] + x[2]) / 3;
        double my = (y[0] + y[1] + y[2]) / 3;
        double sxy = 0;
        double sxx = 0;
        for (int i = 0; i < 3; i++) {
            sxy += (x[i] - mx) * (y[i] - my);
            sxx += (x[i] - mx) * (x[i] - mx);
        }
        return sxx / sxy;
    }

    @Test
    @Order(5)
    void releaseOlderThanTheRuleRaisesABaselineAlertWithItsEvidence() {
        given().get(API + "/alerts?rule=horizon-ladder")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].condition", equalTo("FIRING"))
                .body("items[0].severity", equalTo("NOTICE"))
                .body("items[0].flags", hasItem("BASELINE"))
                .body("items[0].value", equalTo(512.0f))
                .body("items[0].subject", equalTo("gamma_3_inspect"))
                .body("items[0].observations", hasSize(1))
                .body("items[0].transitions", hasSize(1));
    }

    @Test
    @Order(6)
    void newsRaisesAnAlertThatIsNoBaseline() {
        report("delta-4", 2_500.0, Instant.now());
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().get(API + "/alerts?rule=horizon-beyond-suite")
                                .then()
                                .body("items[0].condition", equalTo("FIRING"))
                                .body("items[0].flags", hasSize(0)));
        // A graver step of the ladder waits: what was told may be corrected within days.
        given().get(API + "/alerts?rule=horizon-ladder")
                .then()
                .body("items", hasSize(1))
                .body("items[0].severity", equalTo("NOTICE"))
                .body("items[0].transitions.reason", not(hasItem("SEVERITY_RAISED")));
    }

    @Test
    @Order(7)
    void wrongObservationIsRefusedWithTheFieldsNamed() {
        analyst()
                .body(
                        """
                        [{"source": "s", "indicator": "metr-horizon-p50", "subject": {"model": "m"},
                          "value": -1, "observedOn": "2026-01-01", "unit": "kg"},
                         {"source": "s", "indicator": "no-such", "subject": {"model": "m"},
                          "value": 1, "observedOn": "2026-01-01"}]
                        """)
                .post(API + "/observations")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("[0].unit"))
                .body("violations.field", hasItem("[0].value"))
                .body("violations.field", hasItem("[1].indicator"));
    }

    @Test
    @Order(8)
    void upstreamFailureIsToldAndChangesNothing() {
        IngestHouse.upstream().says(500);
        sync().statusCode(502).body("detail", containsString("500"));
        given().get(API + "/sources")
                .then()
                .body("items[0].health", equalTo("FAILING"))
                .body("items[0].lastRun.error", containsString("500"));
    }

    @Test
    @Order(9)
    void writeWithoutCredentialsIs401AndWithTooLittleIs403() {
        given().post(API + "/sources/metr-time-horizons/sync").then().statusCode(401);
        String viewer =
                analyst()
                        .body("{\"name\": \"reader\", \"role\": \"viewer\"}")
                        .post(API + "/tokens")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("token");
        given().auth()
                .oauth2(viewer)
                .post(API + "/sources/metr-time-horizons/sync")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().auth().oauth2("nonsense").get(API + "/indicators").then().statusCode(401);
    }

    @Test
    @Order(10)
    void logInGivesASessionThatEndsWithTheLogOut() {
        String token =
                given().contentType("application/json")
                        .body(
                                "{\"username\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(IngestHouse.ADMIN, IngestHouse.PASSWORD))
                        .post(API + "/session")
                        .then()
                        .statusCode(200)
                        .body("role", equalTo("admin"))
                        .extract()
                        .path("token");
        given().auth().oauth2(token).get(API + "/session").then().statusCode(200);
        given().auth().oauth2(token).delete(API + "/session").then().statusCode(204);
        given().auth().oauth2(token).get(API + "/session").then().statusCode(401);
        given().contentType("application/json")
                .body("{\"username\": \"%s\", \"password\": \"no\"}".formatted(IngestHouse.ADMIN))
                .post(API + "/session")
                .then()
                .statusCode(401);
    }

    private static void report(String model, double value, Instant at) {
        String receipt =
                analyst()
                        .body(
                                """
                                {"source": "tests", "externalId": "%s", "indicator": "metr-horizon-p50",
                                 "subject": {"model": "%s"}, "value": %s, "unit": "min",
                                 "observedOn": "2026-11-01", "publishedAt": "%s", "statedAt": "%s"}
                                """
                                        .formatted(model, model, value, at, at))
                        .post(API + "/observations")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        analyst()
                                .get(API + "/receipts/" + receipt)
                                .then()
                                .body("status", equalTo("HANDLED"))
                                .body("handled", equalTo(1)));
    }

    private static ValidatableResponse sync() {
        return analyst().post(API + "/sources/metr-time-horizons/sync?wait=PT60S").then();
    }

    private static ValidatableResponse rows(String indicator, String query) {
        return given().get(API + "/indicators/" + indicator + "/observations" + query)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2(IngestHouse.TOKEN).contentType("application/json");
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = SyncIT.class.getResourceAsStream("/metr/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
