package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// A row whose subject turns out to be another one, its value staying the same.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class RenamedIT {
    private static final String INDICATOR = "weirdml";
    private static final String PATH = "/api/v1/indicators/" + INDICATOR;

    @Test
    void resultIsOfTheSubjectThatWasSaidLast() {
        report("row-1", "m-unresolved", "2026-02-01T00:00:00Z");
        stateNames(1, "m-unresolved");

        report("row-1", "Model M", "2026-02-02T00:00:00Z");
        stateNames(2, "Model M");
        given().queryParam("subject", "Model M")
                .get(PATH + "/observations")
                .then()
                .body("items", hasSize(1))
                .body("items[0].subject.model", equalTo("Model M"))
                .body("items[0].value", equalTo(10.0f));
        given().queryParam("revisions", true)
                .get(PATH + "/observations")
                .then()
                .body("items", hasSize(1));

        report("row-1", "m-unresolved", "2026-01-31T00:00:00Z");
        report("row-2", "Other", "2026-02-03T00:00:00Z");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get(PATH + "/state").then().body("counts.standing", equalTo(2)));
        given().queryParam("subject", "Model M")
                .get(PATH + "/observations")
                .then()
                .body("items", hasSize(1));
    }

    private static void stateNames(int version, String model) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().get(PATH + "/state")
                                .then()
                                .body("version", equalTo(version))
                                .body("counts.standing", equalTo(1))
                                .body("latest.subject.model", equalTo(model))
                                .body("frontier.subject.model", contains(model)));
    }

    private static void report(String externalId, String model, String statedAt) {
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"source": "tests", "externalId": "%s", "indicator": "%s",
                         "subject": {"model": "%s"}, "value": 10, "observedOn": "2026-01-01",
                         "statedAt": "%s"}
                        """
                                .formatted(externalId, INDICATOR, model, statedAt))
                .post("/api/v1/observations")
                .then()
                .statusCode(202);
    }
}
