package rubicon.ingest.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class CategoriesIT {

    @Test
    void readerSeesAllCategoriesWithWhatSpeaksOfThem() {
        given().when()
                .get("/api/v1/categories")
                .then()
                .statusCode(200)
                .body("$", hasKey("next"))
                .body("next", nullValue())
                .body("items", hasSize(10))
                .body("items[0].id", equalTo("bug-fixes"))
                .body("items[0].counted[0].indicator", equalTo("swe-bench-bash-only"))
                .body("items.find { it.id == 'synthetic-data' }.counted[0].weight", equalTo(0.5f))
                .body("items.find { it.id == 'chip-design' }.strength", equalTo("NONE"));
    }

    @Test
    void wrongTokenIsTurnedAway() {
        given().header("Authorization", "Bearer rbc_no-token-of-this-house")
                .when()
                .get("/api/v1/categories")
                .then()
                .statusCode(401);
    }

    @Test
    void indicatorsOfACategoryAreThoseThatItNames() {
        given().queryParam("category", "chip-design")
                .when()
                .get("/api/v1/indicators")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        equalTo(java.util.List.of("automation-index", "s-curve-steep-count")));
    }
}
