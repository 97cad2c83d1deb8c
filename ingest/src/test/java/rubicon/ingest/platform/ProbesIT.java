package rubicon.ingest.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// What a cluster asks: was it started, is it to be started again, may it be given work.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ProbesIT {
    @Test
    void startedOnceTheIntakeWas() {
        given().get("/q/health/started")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("intake started"));
    }

    @Test
    void aliveByItsOwnThreadsAlone() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name", containsInAnyOrder("intake thread", "outbox thread"));
    }

    @Test
    void readyWithDatabaseAndPartitions() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        given().get("/q/health/ready")
                                .then()
                                .statusCode(200)
                                .body("checks.name", hasItem("Kafka intake"))
                                .body("checks.name", hasItem("Database connections health check")));
    }
}
