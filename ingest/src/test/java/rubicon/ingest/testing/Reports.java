package rubicon.ingest.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;

/// What tests tell the house over REST.
public final class Reports {
    private Reports() {}

    /// Posts, and waits until it was handled.
    public static void post(String path, String body) {
        String receipt =
                given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                        .contentType("application/json")
                        .body(body)
                        .post(path)
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        Awaitility.await().untilAsserted(() -> assertThat(pending(receipt)).isZero());
    }

    /// Reports a 50 % time horizon of 2026-11-01.
    public static void horizon(String model, double minutes) {
        post(
                "/api/v1/observations",
                """
                {"source": "metr-time-horizons", "externalId": "%s",
                 "indicator": "metr-horizon-p50", "subject": {"model": "%s"},
                 "value": %s, "unit": "min", "observedOn": "2026-11-01"}
                """
                        .formatted(model, model, minutes));
    }

    private static int pending(String receipt) {
        return given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .get("/api/v1/receipts/" + receipt)
                .jsonPath()
                .getInt("pending");
    }
}
