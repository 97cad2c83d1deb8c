package rubicon.simulator.saved;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.simulator.testing.IngestDouble;
import rubicon.simulator.testing.SimulatorHouse;
import rubicon.simulator.testing.States;

/// Scenarios over REST and PostgreSQL.
@QuarkusTest
@QuarkusTestResource(SimulatorHouse.class)
class ScenarioResourceIT {
    private static final String SCENARIOS = "/api/v1/scenarios";
    private static final String YAML = "application/yaml";
    private static final RestAssuredConfig AS_TEXT =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs(YAML, ContentType.TEXT));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MINE =
            """
            {"title": "Chains", "model": "compounding-error", "samples": 500, "seed": 3,
             "parameters": {"fidelity": {"distribution": "beta", "a": 99, "b": 1},
                            "generations": [10], "commonShare": 0},
             "thresholds": {"halfLife": [10]},
             "argument": "because", "watch": ["frontier-release-interval"],
             "sources": [{"title": "A paper", "url": "https://example.org/paper"}]}
            """;

    @Inject Scenarios scenarios;
    @Inject BuiltInScenarios builtIn;

    @Test
    void theReadyMadeOnesAreThere() {
        viewer().get(SCENARIOS)
                .then()
                .statusCode(200)
                .body("items.findAll { it.builtIn }.id", contains(BuiltInScenarios.IDS.toArray()))
                .body("items.find { it.id == 'sixty-by-2028' }.author", equalTo("rubicon"))
                .body("items.find { it.id == 'sixty-by-2028' }.version", equalTo(1))
                .body(
                        "items.find { it.id == 'sixty-by-2028' }.publish.indicator",
                        equalTo("forecast-sixty-by-2028"));
        viewer().get(SCENARIOS + "?model=takeoff")
                .then()
                .body("items.id", hasItems("compute-bottleneck", "full-closure"))
                .body("items.model", not(hasItem("s-curves")));
        viewer().get(SCENARIOS + "/sixty-by-2028")
                .then()
                .statusCode(200)
                .body("parameters.anchors[1].by", equalTo("2028-12-31"))
                .body("samples", nullValue())
                .body("sources[0].title", containsString("Import AI"));
    }

    @Test
    void theReadyMadeOnesAreKeptOnceAndCannotBeChanged() {
        builtIn.onStart(new StartupEvent());
        viewer().get(SCENARIOS + "/steep-curves").then().body("version", equalTo(1));
        analyst()
                .body(MINE)
                .put(SCENARIOS + "/steep-curves")
                .then()
                .statusCode(409)
                .body("detail", containsString("fork it"));
        analyst().delete(SCENARIOS + "/steep-curves").then().statusCode(409);
        // Another release says something else: another version.
        ScenarioId id = new ScenarioId("steep-curves");
        Definition was = scenarios.find(id, Optional.empty()).orElseThrow().definition();
        var changed =
                new Definition(
                        "Another title",
                        was.run(),
                        was.bindings(),
                        was.publish(),
                        was.variations(),
                        was.argument(),
                        was.against(),
                        was.watch(),
                        was.sources());
        scenarios.keepBuiltIn(id, changed);
        viewer().get(SCENARIOS + "/steep-curves")
                .then()
                .body("version", equalTo(2))
                .body("title", equalTo("Another title"));
        // A replica of the earlier release starts again: nothing.
        builtIn.onStart(new StartupEvent());
        viewer().get(SCENARIOS + "/steep-curves").then().body("version", equalTo(2));
        viewer().get(SCENARIOS + "/steep-curves?version=1")
                .then()
                .body("title", equalTo(was.title()));
    }

    /// A start goes on, and the scenario publishes once its indicator is free.
    @Test
    void aReadyMadeOneWhoseIndicatorIsTakenIsKeptAndPublishesNothing() throws SQLException {
        IngestDouble.catalogue("taken", "FORECAST");
        IngestDouble.state("measured-here", States.empty("measured-here"));
        String body =
                """
                {"title": "Taker", "model": "research-loop", "samples": 10,
                 "bindings": {"horizonNow": {"indicator": "measured-here", "field": "FRONTIER"}},
                 "publish": {"indicator": "taken", "output": "modelDoublings"}}
                """;
        String other = saved(body, "anna");
        var id = new ScenarioId("ready-made");
        Definition said =
                scenarios.find(new ScenarioId(other), Optional.empty()).orElseThrow().definition();
        scenarios.keepBuiltIn(id, said);
        Scenario kept = scenarios.find(id, Optional.empty()).orElseThrow();
        assertThat(kept.version()).isEqualTo(1);
        assertThat(kept.publishing()).isFalse();
        analyst().delete(SCENARIOS + "/" + other).then().statusCode(204);
        try {
            scenarios.keepBuiltIn(id, said);
            kept = scenarios.find(id, Optional.empty()).orElseThrow();
            assertThat(kept.version()).isEqualTo(1);
            assertThat(kept.publishing()).isTrue();
        } finally {
            // The others list what comes with the house.
            SimulatorHouse.execute(
                    "update simulator.scenario set built_in = false where id = 'ready-made'");
        }
    }

    @Test
    void aScenarioIsSavedChangedAndReadAtEachVersion() throws SQLException {
        String id = saved(MINE.replace("Chains", "Chains that last"), "anna");
        assertThat(id).isEqualTo("chains-that-last");
        JsonPath read = viewer().get(SCENARIOS + "/" + id).jsonPath();
        assertThat(read.getString("author")).isEqualTo("anna");
        assertThat(read.getInt("version")).isEqualTo(1);
        assertThat(read.getString("parameters.fidelity.distribution")).isEqualTo("beta");

        // As it was answered, with another seed.
        String answer = viewer().get(SCENARIOS + "/" + id).asString();
        analyst("bert")
                .body(answer.replace("\"seed\":3", "\"seed\":4"))
                .put(SCENARIOS + "/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("author", equalTo("bert"))
                .body("createdAt", equalTo(read.getString("createdAt")));
        viewer().get(SCENARIOS + "/" + id).then().body("seed", equalTo(4));
        viewer().get(SCENARIOS + "/" + id + "?version=1").then().body("seed", equalTo(3));
        viewer().get(SCENARIOS + "/" + id + "?version=3").then().statusCode(404);

        // Made from what no longer stands.
        analyst()
                .body(answer)
                .put(SCENARIOS + "/" + id)
                .then()
                .statusCode(409)
                .body("detail", containsString("version 2 stands"));
        // What says the same is no version.
        analyst()
                .body(viewer().get(SCENARIOS + "/" + id).asString())
                .put(SCENARIOS + "/" + id)
                .then()
                .body("version", equalTo(2));
        assertThatThrownBy(() ->
                        SimulatorHouse.execute(
                                "update simulator.scenario_version set author = 'x'"))
                .hasMessageContaining("never changed");
    }

    @Test
    void anIdIsGivenOnce() {
        String body = MINE.replace("{\"title\"", "{\"id\": \"once\", \"title\"");
        assertThat(saved(body, "anna")).isEqualTo("once");
        analyst()
                .body(body)
                .post(SCENARIOS)
                .then()
                .statusCode(409)
                .body("detail", containsString("'once'"));
        analyst().delete(SCENARIOS + "/once").then().statusCode(204);
        viewer().get(SCENARIOS + "/once").then().statusCode(404);
        viewer().get(SCENARIOS).then().body("items.id", not(hasItem("once")));
        analyst().delete(SCENARIOS + "/once").then().statusCode(404);
        analyst().body(body).post(SCENARIOS).then().statusCode(409);
        // Titles may be equal.
        assertThat(saved(MINE.replace("Chains", "Twins"), "anna")).isEqualTo("twins");
        assertThat(saved(MINE.replace("Chains", "Twins"), "anna")).isEqualTo("twins-2");
    }

    @Test
    void aForkTakesWhatIsLaidOverIt() {
        Response fork =
                analyst("anna")
                        .body("{\"parameters\": {\"cure\": 0.2}, \"samples\": 100}")
                        .post(SCENARIOS + "/sixty-by-2028/fork");
        assertThat(fork.statusCode()).as(fork.asString()).isEqualTo(201);
        JsonPath made = fork.jsonPath();
        assertThat(made.getString("forkOf")).isEqualTo("sixty-by-2028");
        assertThat(made.getString("title")).isEqualTo("Sixty per cent by the end of 2028 (fork)");
        assertThat(made.getBoolean("builtIn")).isFalse();
        assertThat(made.getDouble("parameters.cure")).isCloseTo(0.2, within(1e-6));
        assertThat(made.getList("parameters.anchors")).hasSize(2);
        assertThat(made.getList("sources")).isNotEmpty();
        assertThat(fork.header("Location")).endsWith(SCENARIOS + "/" + made.getString("id"));
        analyst().post(SCENARIOS + "/sixty-by-2028/fork").then().statusCode(201);
        analyst()
                .body("{\"parameters\": {\"cure\": 2}}")
                .post(SCENARIOS + "/sixty-by-2028/fork")
                .then()
                .statusCode(400)
                .body("violations.field", contains("cure"));
        analyst().post(SCENARIOS + "/no-such/fork").then().statusCode(404);
    }

    @Test
    void aScenarioTravelsAsYaml() {
        String id = saved(MINE.replace("Chains", "Travelling"), "anna");
        String file =
                viewer().accept(YAML)
                        .get(SCENARIOS + "/" + id)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith(YAML))
                        .extract()
                        .asString();
        assertThat(file).contains("title: Travelling", "distribution: beta", "author: anna");
        Response again =
                analyst("bert")
                        .config(AS_TEXT)
                        .contentType(YAML)
                        .body(file.replace("id: travelling", "id: arrived"))
                        .post(SCENARIOS);
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(201);
        assertThat(again.jsonPath().getString("id")).isEqualTo("arrived");
        assertThat(again.jsonPath().getString("author")).isEqualTo("bert");
        assertThat(again.jsonPath().getMap("parameters"))
                .isEqualTo(viewer().get(SCENARIOS + "/" + id).jsonPath().getMap("parameters"));
        analyst()
                .config(AS_TEXT)
                .contentType(YAML)
                .body(file.replace("seed: 3", "seed: 5"))
                .put(SCENARIOS + "/" + id)
                .then()
                .statusCode(200)
                .body("seed", equalTo(5));
        analyst()
                .config(AS_TEXT)
                .contentType(YAML)
                .body("title: [")
                .post(SCENARIOS)
                .then()
                .statusCode(400)
                .body("violations.field", contains("body"))
                .body("violations[0].message", containsString("no YAML"));
    }

    @Test
    void aRunOfAScenarioIsOneOfSimulationsAndNamesIt() {
        String id = saved(MINE.replace("Chains", "Runner"), "anna");
        Response begun =
                analyst().body("{\"samples\": 200}").post(SCENARIOS + "/" + id + "/simulations");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        assertThat(begun.jsonPath().getString("scenario")).isEqualTo(id);
        assertThat(begun.jsonPath().getInt("scenarioVersion")).isEqualTo(1);
        assertThat(begun.jsonPath().getInt("samples")).isEqualTo(200);
        done(begun);
        analyst()
                .body("{\"parameters\": {}}")
                .post(SCENARIOS + "/" + id + "/simulations")
                .then()
                .statusCode(400)
                .body("violations.field", contains("parameters"));
    }

    /// Nothing is drawn in it: one run, whatever number of samples is asked for.
    @Test
    void aScenarioWithoutChanceHasOneRun() {
        Response begun = analyst().post(SCENARIOS + "/steep-curves/simulations");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        String location = done(begun);
        JsonPath found = viewer().get(location + "/results").jsonPath();
        assertThat(found.getInt("samples")).isEqualTo(1);
        assertThat(found.getList("inputs")).isEmpty();
        assertThat(found.getList("fans.find { it.name == 'steepCount' }.mean", Double.class))
                .containsExactly(3.0, 7.0, 7.0);
    }

    @Test
    void scenariosStandSideBySide() {
        String slow = saved(MINE.replace("Chains", "Slow"), "anna");
        String fast = saved(MINE.replace("Chains", "Fast").replace("99,", "9,"), "anna");
        done(analyst().post(SCENARIOS + "/" + slow + "/simulations"));
        JsonPath both =
                viewer().get(SCENARIOS + "/compare?ids=" + slow + "," + fast)
                        .then()
                        .statusCode(200)
                        .body("scenarios.id", contains(slow, fast))
                        .body("parameters.name", contains("fidelity"))
                        .body("parameters[0].values.a", contains(99, 9))
                        .extract()
                        .jsonPath();
        assertThat(both.getString("scenarios[0].simulation")).isNotNull();
        assertThat(both.getString("scenarios[1].simulation")).isNull();
        String survival = "outputs.find { it.name == 'survival' }.";
        assertThat(both.getList(survival + "axes")).isEqualTo(List.of(List.of(10), List.of(10)));
        assertThat(both.getDouble(survival + "values[0][0]"))
                .isGreaterThan(both.getDouble(survival + "values[1][0]"));
        String halfLife = "outputs.find { it.name == 'halfLife' }.";
        assertThat(both.getDouble(halfLife + "quantiles[0].'0.5'"))
                .isCloseTo(both.getDouble(halfLife + "values[0]"), within(5.0));
        assertThat(both.getList(halfLife + "quantiles").get(1)).isNull();
        viewer().get(SCENARIOS + "/compare?ids=" + slow + ",no-such").then().statusCode(404);
        viewer().get(SCENARIOS + "/compare")
                .then()
                .statusCode(400)
                .body("violations.field", contains("ids"));
        // Of two models: what one has and the other lacks is null there.
        viewer().get(SCENARIOS + "/compare?ids=steep-curves," + slow)
                .then()
                .statusCode(200)
                .body("parameters.find { it.name == 'kappa' }.values[1]", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|model|must be one of",
                "{'model': 's-curves'}|title|is needed",
                "{'title': 'x', 'model': 's-curves', 'colour': 1}|colour|is not known",
                "{'title': 'x', 'model': 's-curves', 'id': 'A b'}|id|lower-case words",
                "{'title': 'x', 'model': 's-curves', 'id': 'compare'}|id|not one of",
                "{'title': 'x', 'model': 's-curves', 'samples': 0}|samples|from 1 to",
                "{'title': 'x', 'model': 's-curves', 'parameters': {'kappa': -1}}|kappa|must be",
                "{'title': 'x', 'model': 's-curves', 'parameters': {'odd': 1}}|odd|is not a",
                "{'title': 'x', 'model': 's-curves', 'watch': [1]}|watch|texts",
                "{'title': 'x', 'model': 's-curves', 'sources': [{'title': 'a', 'url': 'b'}]}"
                        + "|sources|web address",
                "{'title': 'x', 'model': 's-curves', 'variations': [{'title': 'a', 'parameters':"
                        + " {'kappa': -1}}]}|variations[1].kappa|must be",
                "{'title': 'x', 'model': 'takeoff', 'parameters': [1], 'variations': [{'title': 'v',"
                        + " 'parameters': {}}]}|parameters|must be a JSON object",
                "{'title': 'x', 'model': 's-curves', 'bindings': {'odd': {'indicator': 'a',"
                        + " 'field': 'LATEST'}}}|bindings.odd|is no parameter",
                "{'title': 'x', 'model': 's-curves', 'bindings': {'kappa': {'indicator': 'a',"
                        + " 'field': 'X'}}}|bindings.kappa|needs a field",
                "{'title': 'x', 'model': 's-curves', 'bindings': {'kappa': {'indicator': 'a',"
                        + " 'field': 'LATEST_DAY'}}}|bindings.kappa|is a day",
                "{'title': 'x', 'model': 's-curves', 'bindings': {'kappa': {'field': 'LATEST'}}}"
                        + "|bindings.kappa|needs an indicator",
            })
    void whatIsWrongIsNamed(String body, String field, String message) {
        analyst()
                .body(body.replace('\'', '"'))
                .post(SCENARIOS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field))
                .body(
                        "violations.find { it.field == '%s' }.message".formatted(field),
                        containsString(message));
    }

    @Test
    void rolesDecideWhoMayDoWhat() {
        given().contentType("application/json").body(MINE).post(SCENARIOS).then().statusCode(401);
        for (String path : List.of("", "/steep-curves/fork", "/steep-curves/simulations")) {
            viewer().contentType("application/json")
                    .body(MINE)
                    .post(SCENARIOS + path)
                    .then()
                    .statusCode(403);
        }
        viewer().contentType("application/json")
                .body(MINE)
                .put(SCENARIOS + "/steep-curves")
                .then()
                .statusCode(403);
        viewer().delete(SCENARIOS + "/steep-curves").then().statusCode(403);
        viewer().get(SCENARIOS + "/no-such").then().statusCode(404);
        viewer().get(SCENARIOS + "/No_such").then().statusCode(404);
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2("viewer");
    }

    private static RequestSpecification analyst() {
        return analyst("u");
    }

    private static RequestSpecification analyst(String user) {
        return given().auth().oauth2("analyst." + user).contentType("application/json");
    }

    private static String saved(String body, String user) {
        Response response = analyst(user).body(body).post(SCENARIOS);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath().getString("id");
    }

    private static String done(Response begun) {
        String location = begun.header("Location");
        String path = location.substring(location.indexOf("/api/"));
        String state =
                await().atMost(PATIENCE)
                        .until(
                                () -> viewer().get(path).jsonPath().getString("state"),
                                it -> !"RUNNING".equals(it));
        assertThat(state).isEqualTo("DONE");
        return path;
    }
}
