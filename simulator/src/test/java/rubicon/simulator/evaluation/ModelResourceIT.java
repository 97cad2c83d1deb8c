package rubicon.simulator.evaluation;

import static io.restassured.RestAssured.given;
import static io.restassured.path.json.config.JsonPathConfig.jsonPathConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.simulator.testing.SimulatorHouse;

@QuarkusTest
@QuarkusTestResource(SimulatorHouse.class)
class ModelResourceIT {
    private static final String EVALUATE = "/api/v1/models/compounding-error/evaluate";

    @Test
    void listsTheModelWithItsSchema() {
        given().auth()
                .oauth2("viewer")
                .get("/api/v1/models")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("compounding-error"))
                .body("items[0].schema.type", equalTo("object"))
                .body(
                        "items.find { it.id == 'compounding-error' }"
                                + ".parameters.find { it.name == 'fidelity' }.max",
                        equalTo(0.999999f));
    }

    @Test
    void theThreeProbesAskThreeThings() {
        given().get("/q/health/started")
                .then()
                .statusCode(200)
                .body("checks.name", contains("models loaded"));
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name", contains("no deadlock"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("serving"))
                .body("checks.name", hasItem("Database connections health check"));
    }

    @Test
    void evaluatesTheDefaults() {
        // Published: .999^50 = .951206, .999^500 = .606379 (Import AI 455, its slip corrected).
        JsonPath answer =
                given().auth()
                        .oauth2("viewer")
                        .contentType("application/json")
                        .body("{}")
                        .post(EVALUATE)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath(jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
        List<Double> survival = answer.getList("outputs.survival", Double.class);
        assertThat(survival.get(0)).isCloseTo(0.9512056281970314, within(1e-12));
        assertThat(survival.get(1)).isCloseTo(0.6063789448611847, within(1e-12));
        assertThat(answer.getList("parameters.generations")).isEqualTo(List.of(50, 500));
    }

    @Test
    void metersAreThoseThatTheOperatorsPageLists() throws IOException {
        given().auth()
                .oauth2("viewer")
                .contentType("application/json")
                .body("{}")
                .post(EVALUATE)
                .then()
                .statusCode(200);
        String page = Files.readString(Path.of("..", "docs", "operators", "metrics.md"));
        String section = page.substring(page.indexOf("## simulator"), page.indexOf("## web-ui"));
        List<String> told =
                given().get("/q/metrics")
                        .asString()
                        .lines()
                        .filter(it -> it.startsWith("# TYPE rubicon_"))
                        .map(it -> it.split(" ", -1)[2] + "_total")
                        .toList();

        assertThat(told)
                .contains("rubicon_simulator_evaluations_total")
                .allSatisfy(it -> assertThat(section).contains("| `" + it + "` |"));
    }

    @Test
    void namesAWrongParameterWithItsRange() {
        given().auth()
                .oauth2("viewer")
                .contentType("application/json")
                .body("{\"parameters\": {\"fidelity\": 2, \"colour\": 1, \"audits\": \"two\"}}")
                .post(EVALUATE)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem("fidelity"))
                .body("violations.field", hasItem("colour"))
                .body("violations.field", hasItem("audits"))
                .body("violations.find { it.field == 'fidelity' }.message", containsString("from"));
    }

    @Test
    void answersAnUnknownModelAndBrokenJsonAsProblems() {
        given().auth()
                .oauth2("viewer")
                .get("/api/v1/models/no-such")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().auth()
                .oauth2("viewer")
                .contentType("application/json")
                .body("{")
                .post(EVALUATE)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} {}",
                "{\"parameters\": {}} rest",
                "{\"parameters\": {\"fidelity\": 0.5, \"fidelity\": 0.9}}"
            })
    void bodyHoldsOneValueWithEachFieldOnce(String body) {
        given().auth()
                .oauth2("viewer")
                .contentType("application/json")
                .body(body)
                .post(EVALUATE)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("body"))
                .body("violations[0].message", not(containsString("`")));
    }

    @Test
    void asksIngestWhoHoldsAToken() {
        given().get("/api/v1/models").then().statusCode(401);
        given().auth().oauth2("unknown").get("/api/v1/models").then().statusCode(401);
        given().auth().oauth2("nobody").get("/api/v1/models").then().statusCode(403);
        given().get("/q/health/ready").then().statusCode(200);
    }

    /// `-Drubicon.openapi.update=true` writes the file anew.
    @Test
    void restDescriptionIsTheOneInTheRepository() throws IOException {
        String served = given().get("/q/openapi?format=yaml").asString();
        Path file = Path.of("..", "docs", "openapi", "simulator.yaml");
        if (Boolean.getBoolean("rubicon.openapi.update")) {
            Files.writeString(file, served);
        }
        assertThat(served)
                .as("%s is old; mvn verify -Drubicon.openapi.update=true writes it anew", file)
                .isEqualTo(Files.readString(file));
    }
}
