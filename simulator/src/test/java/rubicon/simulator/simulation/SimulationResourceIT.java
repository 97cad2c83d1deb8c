package rubicon.simulator.simulation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.simulator.testing.SimulatorHouse;

/// Runs over REST, Kafka and PostgreSQL.
@QuarkusTest
@QuarkusTestResource(SimulatorHouse.class)
class SimulationResourceIT {
    private static final String SIMULATIONS = "/api/v1/simulations";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Of a fidelity that is uniform: survival after n generations has the mean `∫ q^n dq`.
    private static final String UNIFORM =
            """
            {"model": "compounding-error", "samples": 20000, "seed": 5,
             "outputs": ["halfLife", "survival", "netError"], "sobolPairs": 256,
             "thresholds": {"halfLife": [10, 20]},
             "parameters": {
               "fidelity": {"distribution": "uniform", "low": 0.9, "high": 0.99},
               "detection": {"distribution": "beta", "a": 2, "b": 2},
               "commonShare": 0, "generations": [1, 10]}}
            """;

    @Inject Simulations simulations;

    @Test
    void aRunAnswersQuantilesFansAndSensitivities() {
        String location = begin(UNIFORM);
        JsonPath done = finished(location);
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getDouble("progress")).isEqualTo(1);

        JsonPath result =
                viewer().get(location + "/results").then().statusCode(200).extract().jsonPath();
        assertThat(result.getLong("samples")).isEqualTo(20_000);
        assertThat(result.getList("inputs.name")).containsExactly("fidelity", "detection");
        assertThat(result.getDouble("fixed.commonShare")).isZero();
        String halfLife = "outputs.find { it.name == 'halfLife' }.";
        // Fidelity at the quantile p is .9 + .09p, and the half-life rises with it.
        assertThat(result.getDouble(halfLife + "quantiles.'0.5'"))
                .isCloseTo(Math.log(0.5) / Math.log(0.945), within(0.03));
        assertThat(result.getDouble(halfLife + "exceedances[0].probability"))
                .isCloseTo((0.99 - Math.pow(0.5, 0.1)) / 0.09, within(0.001));
        assertThat(result.getDouble(halfLife + "exceedances[0].high"))
                .isGreaterThan(result.getDouble(halfLife + "exceedances[0].probability"));
        String survival = "fans.find { it.name == 'survival' }.";
        assertThat(result.getList(survival + "axis")).isEqualTo(List.of(1, 10));
        double mean = (Math.pow(0.99, 11) - Math.pow(0.9, 11)) / 11 / 0.09;
        assertThat(result.getList(survival + "mean", Double.class).get(1))
                .isCloseTo(mean, within(1e-4));
        assertThat(
                        result.getDouble(
                                "rankCorrelations.find { it.input == 'fidelity' && it.output =="
                                        + " 'halfLife' }.value"))
                .isCloseTo(1, within(1e-9));
        String sobol = "sensitivities.sobol.find { it.output == 'halfLife' && it.input == ";
        assertThat(result.getDouble(sobol + "'fidelity' }.total")).isCloseTo(1, within(0.05));
        assertThat(result.getDouble(sobol + "'detection' }.total")).isCloseTo(0, within(0.001));
        assertThat(result.getList("sensitivities.tornado.findAll { it.output == 'netError' }"))
                .hasSize(2);

        viewer().accept("text/csv")
                .get(location + "/results")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("output,unit,along,at,statistic,value\r\n"))
                .body(containsString("survival,probability,generations,10,p0.5,"));
    }

    @Test
    void equalRunsHaveEqualBytes() {
        String first = begin(UNIFORM);
        String second = begin(UNIFORM);
        finished(first);
        finished(second);
        String result = viewer().get(first + "/results").asString();
        assertThat(viewer().get(second + "/results").asString()).isEqualTo(result);
        String other = begin(UNIFORM.replace("\"seed\": 5", "\"seed\": 6"));
        finished(other);
        assertThat(viewer().get(other + "/results").asString()).isNotEqualTo(result);
    }

    @Test
    void whatIsLeftOutIsDrawnFromItsPrior() {
        String location =
                begin(
                        """
                        {"model": "compounding-error", "samples": 100, "outputs": ["halfLife"]}
                        """);
        finished(location);
        viewer().get(location + "/results")
                .then()
                .body("inputs.name", hasItem("fidelity"))
                .body(
                        "inputs.find { it.name == 'fidelity' }.distribution.distribution",
                        equalTo("beta"))
                // The prior reaches over the range, and is cut there.
                .body("inputs.find { it.name == 'fidelity' }.distribution.max", equalTo(0.999999f));
    }

    @Test
    void aRunCanBeCancelledAndListed() {
        String slow =
                begin(
                        """
                        {"model": "compounding-error", "samples": 400000, "timeLimit": "PT10M",
                         "parameters": {"generations": [10000]}}
                        """);
        viewer().get(slow + "/results")
                .then()
                .statusCode(409)
                .body("detail", containsString("under way"));
        analyst()
                .delete(slow)
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("problem", equalTo("cancelled by u"));
        viewer().get(slow + "/results")
                .then()
                .statusCode(409)
                .body("detail", containsString("cancelled by u"));
        // What had ended stays as it is.
        analyst().delete(slow).then().statusCode(200).body("state", equalTo("CANCELLED"));
        String id = slow.substring(slow.lastIndexOf('/') + 1);
        viewer().get(SIMULATIONS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void aRunThatLastsTooLongFailsWithTheReason() {
        String slow =
                begin(
                        """
                        {"model": "compounding-error", "samples": 10, "timeLimit": "PT0.001S"}
                        """);
        JsonPath ended = finished(slow);
        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getString("problem")).startsWith("the time limit was reached");
    }

    /// Chains of a thousand generations that drift: some ten microseconds each.
    @Test
    void aRunThatWouldLastFarTooLongIsRefusedWithHowManyAreTaken() {
        String slow =
                """
                {"model": "compounding-error", "samples": %d, "timeLimit": "PT0.5S",
                 "outputs": ["driftSurvival"], "parameters": {"generations": [1000], "growth":
                   {"distribution": "uniform", "low": 0.99, "high": 1.01}}}
                """;
        JsonPath refused =
                analyst()
                        .body(slow.formatted(2_000_000))
                        .post(SIMULATIONS)
                        .then()
                        .statusCode(400)
                        .contentType("application/problem+json")
                        .body("violations.field", hasItem("samples"))
                        .extract()
                        .jsonPath();
        Matcher most =
                Pattern.compile("timeLimit is PT0.5S: at most (\\d+) runs are taken on")
                        .matcher(refused.getString("detail"));
        assertThat(most.find()).as(refused.getString("detail")).isTrue();

        String taken = begin(slow.formatted(Integer.parseInt(most.group(1))));
        analyst().delete(taken).then().statusCode(200);
    }

    @Test
    void progressIsToldUntilTheEnd() throws Exception {
        String location = begin(UNIFORM.replace("20000", "100000"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> events =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + RestAssured.port
                                                            + location
                                                            + "/events"))
                                    .header("Authorization", "Bearer viewer")
                                    .timeout(PATIENCE)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            List<String> told = events.body().lines().filter(it -> it.startsWith("data:")).toList();
            assertThat(told).isNotEmpty();
            assertThat(told.getLast()).contains("\"DONE\"").contains("\"progress\":1.0");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|model|must be one of",
                "{'model': 'x'}|model|must be one of",
                "{'model': 'compounding-error', 'colour': 1}|colour|is not known",
                "{'model': 'compounding-error', 'samples': 0}|samples|from 1 to 2000000",
                "{'model': 'compounding-error', 'samples': 3000000}|samples|from 1 to 2000000",
                "{'model': 'compounding-error', 'samples': 2000000}|samples|at most 500000000",
                "{'model': 'compounding-error', 'sampling': 'DICE'}|sampling|SOBOL",
                "{'model': 'compounding-error', 'timeLimit': 'P1D'}|timeLimit|at most PT1H",
                "{'model': 'compounding-error', 'outputs': ['x']}|outputs|halfLife",
                "{'model': 'compounding-error', 'thresholds': {'x': [1]}}|thresholds.x|is no output",
                "{'model': 'compounding-error', 'parameters': {'fidelity': 2}}|fidelity|from 0.9 to",
                "{'model': 'compounding-error', 'parameters': {'odd': 2}}|odd|is not a parameter",
                "{'model': 'compounding-error', 'parameters': {'fidelity': {'distribution': 'x'}}}"
                        + "|fidelity|must be one of point",
                "{'model': 'compounding-error', 'parameters': {'fidelity':"
                        + " {'distribution': 'uniform', 'low': 2, 'high': 3}}}"
                        + "|fidelity|nothing of the distribution",
                "{'model': 'compounding-error', 'parameters': {'fidelity':"
                        + " {'distribution': 'normal', 'mean': 1, 'sd': 1, 'odd': 3}}}"
                        + "|fidelity|odd does not belong",
                "{'model': 'compounding-error', 'parameters': {'generations':"
                        + " {'distribution': 'uniform', 'low': 2, 'high': 3}}}"
                        + "|generations|cannot be drawn",
                "{'model': 'compounding-error', 'parameters': {'fidelity': 0.99, 'commonShare': 0}}"
                        + "|parameters|nothing to draw",
                "{'model': 'compounding-error', 'correlations': [{'between': ['fidelity', 'x'],"
                        + " 'spearman': 0.5}]}|correlations|two different ones of"
            })
    void whatIsWrongIsNamed(String body, String field, String message) {
        analyst()
                .body(body.replace('\'', '"'))
                .post(SIMULATIONS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field))
                .body(
                        "violations.find { it.field == '%s' }.message".formatted(field),
                        containsString(message));
    }

    @Test
    void whatEndedLongAgoIsForgottenButForProjections() throws Exception {
        String old = finishedRun();
        String projecting = finishedRun();
        String young = finishedRun();
        SimulatorHouse.execute(
                "update simulator.simulation set finished_at = now() - interval '181 days'"
                        + " where id in ('%s', '%s')".formatted(id(old), id(projecting)));
        SimulatorHouse.execute(
                "update simulator.simulation set scenario = 'steep-curves', scenario_version = 1,"
                        + " projection = 'x' where id = '%s'".formatted(id(projecting)));
        simulations.forgetOld();
        viewer().get(old).then().statusCode(404);
        viewer().get(projecting).then().statusCode(200);
        viewer().get(young).then().statusCode(200);
    }

    private static String finishedRun() {
        String location =
                begin(
                        """
                        {"model": "compounding-error", "samples": 10, "outputs": ["halfLife"]}
                        """);
        finished(location);
        return location;
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    @Test
    void rolesDecideWhoMayDoWhat() {
        given().contentType("application/json")
                .body(UNIFORM)
                .post(SIMULATIONS)
                .then()
                .statusCode(401);
        viewer().contentType("application/json")
                .body(UNIFORM)
                .post(SIMULATIONS)
                .then()
                .statusCode(403);
        viewer().get(SIMULATIONS + "/no-such").then().statusCode(404);
        viewer().get(SIMULATIONS + "?limit=0")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("limit"));
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2("viewer");
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2("analyst").contentType("application/json");
    }

    private static String begin(String body) {
        Response response = analyst().body(body).post(SIMULATIONS);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(202);
        String location = response.header("Location");
        return location.substring(location.indexOf("/api/"));
    }

    private static JsonPath finished(String location) {
        return await().atMost(PATIENCE)
                .until(
                        () -> viewer().get(location).jsonPath(),
                        it -> !"RUNNING".equals(it.getString("state")));
    }
}
