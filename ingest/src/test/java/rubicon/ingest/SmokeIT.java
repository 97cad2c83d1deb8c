package rubicon.ingest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import rubicon.local.testing.HouseResource;

@QuarkusTest
@QuarkusTestResource(HouseResource.class)
class SmokeIT {
    @Test
    void starts() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }
}
