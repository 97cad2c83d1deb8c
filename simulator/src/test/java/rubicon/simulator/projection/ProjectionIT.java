package rubicon.simulator.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.simulator.testing.HouseTopics;
import rubicon.simulator.testing.IngestDouble;
import rubicon.simulator.testing.SimulatorHouse;
import rubicon.simulator.testing.States;

/// Scenarios that follow the ledger, over Kafka, PostgreSQL and REST.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(SimulatorHouse.class)
class ProjectionIT {
    private static final String SCENARIOS = "/api/v1/scenarios";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String indicator = "test-" + UUID.randomUUID();
    private final String published = "forecast-" + UUID.randomUUID();

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void aReleaseIsFollowedByOnePublishedProjection() throws Exception {
        String scenario = follower(oneDoubling());

        // What it says of what is held already.
        List<JsonNode> first =
                await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 1);
        JsonNode event = first.getFirst();
        assertThat(event.path("source").asText()).isEqualTo("rubicon-simulator");
        assertThat(
                        JsonSchemaFactory.getInstance(VersionFlag.V202012)
                                .getSchema(SchemaLocation.of("classpath:schemas/observation.json"))
                                .validate(event.path("data")))
                .isEmpty();
        // One doubling from 60.4 to 120.8.
        assertThat(event.path("data").path("value").asDouble()).isCloseTo(1, within(1e-3));
        JsonPath said = projections(scenario);
        assertThat(said.getDouble("items[0].readings[0].value")).isEqualTo(120.8);
        assertThat(said.getLong("items[0].readings[0].version")).isEqualTo(3);
        assertThat(said.getString("items[0].unscored")).isEqualTo("the day has not come");

        // A higher value, and the same state twice.
        IngestDouble.state(indicator, States.of(indicator, 4, 241.6, "2026-05-05"));
        release(indicator, 4);
        release(indicator, 4);
        List<JsonNode> second =
                await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 2);
        assertThat(second.get(1).path("data").path("value").asDouble()).isCloseTo(2, within(1e-3));
        assertThat(second.get(1).path("id")).isNotEqualTo(event.path("id"));
        // One observation of the day: the later one revises it.
        assertThat(second.get(1).path("data").path("externalId"))
                .isEqualTo(event.path("data").path("externalId"));

        // A lower version, and a newer one in which what is read did not change.
        settled(scenario);
        release(indicator, 2);
        IngestDouble.state(indicator, States.of(indicator, 5, 241.6, "2026-05-05"));
        release(indicator, 5);
        IngestDouble.state(indicator, States.of(indicator, 6, 60.4, "2026-05-06"));
        release(indicator, 6);
        List<JsonNode> third =
                await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 3);
        assertThat(third.get(2).path("data").path("value").asDouble()).isCloseTo(0, within(1e-3));
        settled(scenario);
        assertThat(events(published)).hasSize(3);
        assertThat(projections(scenario).getList("items")).hasSize(3);
        assertThatThrownBy(
                        () -> SimulatorHouse.execute("update simulator.projection set value = 1"))
                .hasMessageContaining("never changed");

        // What was said stays readable.
        analyst().delete(SCENARIOS + "/" + scenario).then().statusCode(204);
        assertThat(projections(scenario).getList("items")).hasSize(3);
    }

    @Test
    void whileIngestIsAwayNothingIsLost() throws Exception {
        String scenario = follower(States.empty(indicator));
        settled(scenario);
        assertThat(events(published)).isEmpty();
        int refused = IngestDouble.refused();
        IngestDouble.away(true);
        try {
            IngestDouble.state(indicator, States.of(indicator, 2, 120.8, "2026-05-05"));
            release(indicator, 2);
            await().atMost(PATIENCE).until(() -> IngestDouble.refused() > refused);
        } finally {
            IngestDouble.away(false);
        }
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 1);
    }

    /// What is laid side by side is of the same inputs: of the run where there is one, else of what
    /// the ledger holds.
    @Test
    void whatIsComparedIsComputedWithWhatIsBound() throws Exception {
        String follows = followerOfOneDoubling();
        // Read again it would be another, and nobody was told of it.
        IngestDouble.state(indicator, States.of(indicator, 4, 241.6, "2026-05-05"));
        String never = forked(follows, "{}");
        String unread =
                forked(
                        follows,
                        """
                        {"bindings": {"horizonNow": {"indicator": "no-such-here",
                          "field": "FRONTIER"}}}
                        """);
        JsonPath all =
                viewer().get(SCENARIOS + "/compare?ids=" + String.join(",", follows, never, unread))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        String doublings = "outputs.find { it.name == 'modelDoublings' }.";
        assertThat(all.getDouble(doublings + "values[0]")).isCloseTo(1, within(1e-3));
        assertThat(all.getDouble(doublings + "quantiles[0].'0.5'")).isCloseTo(1, within(1e-3));
        assertThat(all.getDouble(doublings + "values[1]")).isCloseTo(2, within(1e-3));
        assertThat(all.getLong("scenarios[0].readings[0].version")).isEqualTo(3);
        assertThat(all.getLong("scenarios[1].readings[0].version")).isEqualTo(4);
        assertThat(all.getString("scenarios[1].bindings.horizonNow.indicator"))
                .isEqualTo(indicator);
        assertThat(all.getList("scenarios[2].readings")).isEmpty();
        assertThat(all.getString("scenarios[2].unread")).contains("no-such-here is none");
        assertThat(all.getString("scenarios[0].unread")).isNull();
    }

    /// What is projected can be seen before it is: with the ledger's number, not the scenario's
    /// own.
    @Test
    void anEvaluationOfABoundScenarioIsOfWhatTheLedgerHolds() throws Exception {
        String scenario = followerOfOneDoubling();
        String evaluate = SCENARIOS + "/" + scenario + "/evaluate";
        IngestDouble.state(indicator, States.of(indicator, 4, 241.6, "2026-05-05"));

        JsonPath now = analyst().post(evaluate).then().statusCode(200).extract().jsonPath();
        assertThat(now.getDouble("parameters.horizonNow")).isEqualTo(241.6);
        assertThat(now.getDouble("outputs.modelDoublings")).isCloseTo(2, within(1e-3));
        assertThat(now.getString("readings[0].parameter")).isEqualTo("horizonNow");
        assertThat(now.getString("readings[0].indicator")).isEqualTo(indicator);
        assertThat(now.getDouble("readings[0].value")).isEqualTo(241.6);
        assertThat(now.getString("readings[0].day")).isEqualTo("2026-05-05");
        assertThat(now.getLong("readings[0].version")).isEqualTo(4);

        viewer().contentType("application/json")
                .body("{\"samples\": 5}")
                .post(evaluate)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("samples"));
        IngestDouble.away(true);
        try {
            analyst().post(evaluate).then().statusCode(503);
        } finally {
            IngestDouble.away(false);
        }
    }

    @Test
    void whyNothingIsSaidIsToldUntilSomethingIs() throws Exception {
        // No horizon is negative.
        String scenario = follower(States.of(indicator, 3, -5, "2026-02-05"));
        settled(scenario);
        JsonPath said = projections(scenario);
        assertThat(said.getList("items")).isEmpty();
        assertThat(said.getString("failure.reason")).startsWith("horizonNow must be");
        assertThat(said.getInt("failure.version")).isEqualTo(1);
        IngestDouble.state(indicator, States.of(indicator, 4, 120.8, "2026-02-05"));
        release(indicator, 4);
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 1);
        assertThat(projections(scenario).getString("failure")).isNull();
    }

    /// Trends are computed when they are asked for: another release of ingest may tell others of
    /// the same version of a state. And they may come back with the earlier release.
    @Test
    void otherNumbersOfTheSameStateAreFollowedThereAndBack() throws Exception {
        String scenario = followerOfOneDoubling();
        IngestDouble.state(indicator, States.of(indicator, 3, 241.6, "2026-02-05"));
        ask(scenario);
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 2);
        settled(scenario);
        IngestDouble.state(indicator, States.of(indicator, 3, 120.8, "2026-02-05"));
        ask(scenario);
        List<JsonNode> all =
                await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 3);
        settled(scenario);
        assertThat(all)
                .extracting(it -> Math.round(it.path("data").path("value").asDouble()))
                .containsExactly(1L, 2L, 1L);
    }

    @Test
    void anotherVersionOfTheMathematicsRenewsWhatWasSaid() throws Exception {
        String scenario = followerOfOneDoubling();
        String now = projections(scenario).getString("items[0].specVersion");
        // As if it had been said by an earlier release.
        restate(scenario, "spec_version = 'earlier'");
        ask(scenario);
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 2);
        settled(scenario);
        assertThat(projections(scenario).getList("items.specVersion", String.class))
                .containsExactly(now, "earlier");
    }

    /// The median of one doubling is held against what the indicator shows then.
    @Test
    void whatWasSaidIsScoredOnceItsDayHasCome() throws Exception {
        IngestDouble.catalogue(published, "FORECAST");
        IngestDouble.state(indicator, oneDoubling());
        String scenario = saved(scenario(indicator, published).replace("2099-12-31", "2026-03-31"));
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 1);
        JsonPath said = projections(scenario);
        assertThat(said.getString("items[0].score.kind")).isEqualTo("WEIGHTED_INTERVAL");
        assertThat(said.getDouble("items[0].score.outcome")).isEqualTo(120.8);
        // The median of one doubling against 120.8: the distance, for there is no interval.
        assertThat(said.getDouble("items[0].score.score")).isGreaterThan(100);
        assertThat(said.getString("items[0].unscored")).isNull();
    }

    /// Nobody asks for the chance of what has come. What was said before stays, and once the record
    /// is taken back it is asked for again.
    @Test
    void aChanceOfWhatHasComeIsNoLongerSaid() throws Exception {
        String scenario = chance(5999, "FRONTIER", "2029-12-31");
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 1);
        settled(scenario);
        assertThat(projections(scenario).getString("failure")).isNull();

        IngestDouble.state(indicator, States.of(indicator, 4, 6000, "2026-05-11"));
        release(indicator, 4);
        await().atMost(PATIENCE)
                .until(() ->
                        "its question is decided"
                                .equals(projections(scenario).getString("failure.reason")));
        settled(scenario);
        assertThat(events(published)).hasSize(1);

        IngestDouble.state(indicator, States.of(indicator, 5, 5999, "2026-05-12"));
        release(indicator, 5);
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 2);
        assertThat(projections(scenario).getString("failure")).isNull();
    }

    @Test
    void aChanceOfADayThatIsOverIsNotSaid() throws Exception {
        String scenario = chance(5999, "FRONTIER", "2026-03-31");
        settled(scenario);
        assertThat(projections(scenario).getString("failure.reason"))
                .isEqualTo("its question is decided");
        assertThat(events(published)).isEmpty();
    }

    /// What is newest may fall again: its day alone decides.
    @Test
    void aChanceOfTheNewestValueIsSaidUntilItsDay() throws Exception {
        chance(7000, "LATEST", "2029-12-31");
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 1);
    }

    /// A chance counts if it was said by the end of its day.
    @Test
    void aChanceThatWasSaidAfterItsDayIsNotScored() throws Exception {
        String scenario = chance(5999, "FRONTIER", "2029-12-31");
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 1);
        settled(scenario);

        restate(
                scenario,
                "resolution = replace(resolution, '2029-12-31', '2026-03-31'),"
                        + " made_at = '2026-04-01T00:00:00.000001Z'");
        JsonPath late = projections(scenario);
        assertThat(late.getString("items[0].unscored")).isEqualTo("it was made after the day");
        assertThat(late.getString("items[0].score")).isNull();

        restate(scenario, "made_at = '2026-04-01T00:00:00Z'");
        JsonPath intime = projections(scenario);
        assertThat(intime.getString("items[0].unscored")).isNull();
        assertThat(intime.getString("items[0].score.kind")).isEqualTo("BRIER");
        assertThat(intime.getDouble("items[0].score.outcome")).isEqualTo(0);
    }

    /// From the draw to the score: the interval is published, and held against what came.
    @Test
    void anIntervalIsScoredByItsWidthWhereItHoldsWhatCame() throws Exception {
        String indicator = "test-" + UUID.randomUUID();
        String outcome = "test-" + UUID.randomUUID();
        String published = "forecast-" + UUID.randomUUID();
        IngestDouble.catalogue(published, "FORECAST");
        IngestDouble.state(indicator, States.of(indicator, 3, 120.8, "2026-02-05"));
        IngestDouble.state(outcome, States.of(outcome, 1, 1.1, "2026-03-01"));
        String scenario =
                saved(
                        """
                        {"title": "Drawn", "model": "research-loop", "samples": 2000,
                         "outputs": ["modelDoublings"], "parameters": {"horizonRef": 60.4},
                         "bindings": {"horizonNow": {"indicator": "%s", "field": "FRONTIER",
                           "drawn": true}},
                         "publish": {"indicator": "%s", "output": "modelDoublings", "resolution":
                           {"indicator": "%s", "field": "FRONTIER", "on": "2026-03-31"}}}
                        """
                                .formatted(indicator, published, outcome));
        JsonNode data =
                await().atMost(PATIENCE)
                        .until(() -> events(published), it -> it.size() == 1)
                        .getFirst()
                        .path("data");
        // The ledger's 95 % is from half to twice: 1.28/1.96 of a doubling either way.
        double half = 1.2815515655446004 / 1.959963984540054;
        assertThat(data.path("value").asDouble()).isCloseTo(1, within(0.02));
        assertThat(data.path("low").asDouble()).isCloseTo(1 - half, within(0.03));
        assertThat(data.path("high").asDouble()).isCloseTo(1 + half, within(0.03));
        assertThat(data.path("level").asDouble()).isEqualTo(0.8);
        assertThat(data.path("tags").path("specVersion").asText()).isNotEmpty();

        JsonPath said = projections(scenario);
        assertThat(said.getBoolean("items[0].score.inside")).isTrue();
        assertThat(said.getDouble("items[0].score.outcome")).isEqualTo(1.1);
        // [½·|1.1 − m| + Σ α/2·width]/(3 + ½), with widths of 2·1.645, 2·1.282 and 2·.674 of
        // 1/1.96.
        double widths = (0.05 * 1.644854 + 0.1 * 1.281552 + 0.25 * 0.67449) * 2 / 1.959964;
        assertThat(said.getDouble("items[0].score.score"))
                .isCloseTo((0.05 + widths) / 3.5, within(0.01));
    }

    /// A count of the ledger is a whole number, told as 40.0; what is none is refused by name.
    @Test
    void aWholeNumberIsBoundToACount() {
        String body =
                """
                {"title": "Counted", "model": "s-curves", "samples": 10, "outputs": ["largestStep"],
                 "bindings": {"generations": {"indicator": "%s", "field": "LATEST"}}}
                """;
        IngestDouble.catalogue("a-count", "MEASUREMENT");
        IngestDouble.state("a-count", States.of("a-count", 1, 40, "2026-02-05"));
        String scenario = saved(body.formatted("a-count"));
        analyst()
                .post(SCENARIOS + "/" + scenario + "/simulations")
                .then()
                .statusCode(202)
                .body("request.parameters.generations", equalTo(40));
        IngestDouble.catalogue("a-share", "MEASUREMENT");
        IngestDouble.state("a-share", States.of("a-share", 1, 40.5, "2026-02-05"));
        refused(body.formatted("a-share"), "bindings.generations", "LATEST of a-share is 40.5");
        refused(
                body.formatted("a-count").replace("LATEST", "DOUBLING_DAYS"),
                "bindings.generations",
                "DOUBLING_DAYS is no whole number");
    }

    /// What is drawn about a value is rounded, so the value need not be whole; without an interval
    /// of a level nothing is drawn.
    @Test
    void aWholeNumberMayBeDrawnAboutAnyValue() {
        String body =
                """
                {"title": "Drawn about", "model": "compounding-error", "samples": 10,
                 "outputs": ["halfLife"],
                 "bindings": {"layers": {"indicator": "%s", "field": "LATEST", "drawn": true}}}
                """;
        IngestDouble.state("a-mean", States.of("a-mean", 1, 4.5, "2026-02-05"));
        analyst()
                .post(SCENARIOS + "/" + saved(body.formatted("a-mean")) + "/simulations")
                .then()
                .statusCode(202)
                .body("request.parameters.layers.distribution", equalTo("lognormal"));
        refused(
                body.formatted("a-mean").replace(", \"drawn\": true", ""),
                "bindings.layers",
                "LATEST of a-mean is 4.5");
        for (String lacking : List.of("low", "high", "level")) {
            String bare = "a-mean-without-" + lacking;
            IngestDouble.state(
                    bare,
                    States.of(bare, 1, 4.5, "2026-02-05")
                            .replaceAll("\"%s\": [0-9.]+,".formatted(lacking), ""));
            refused(body.formatted(bare), "bindings.layers", "LATEST of %s is 4.5".formatted(bare));
        }
    }

    @Test
    void aCycleIsRefused() {
        IngestDouble.catalogue("forecast-a", "FORECAST");
        IngestDouble.catalogue("index-a", "INDEX");
        IngestDouble.catalogue("measured", "MEASUREMENT");
        refused(scenario("forecast-a", "forecast-a"), "bindings.horizonNow", "forecast or an");
        refused(scenario("index-a", "forecast-a"), "bindings.horizonNow", "forecast or an");
        refused(scenario("measured", "measured"), "publish.indicator", "kind FORECAST");
        refused(scenario("measured", "no-such"), "publish.indicator", "is none");
        refused(
                scenario("measured", "forecast-a").replace("modelDoublings", "binding"),
                "publish.output",
                "must be an output");
        refused(
                "{\"title\": \"x\", \"model\": \"research-loop\", \"publish\":"
                        + " {\"indicator\": \"forecast-a\", \"output\": \"labPace\"}}",
                "publish",
                "needs bindings");
    }

    @Test
    void anIndicatorHasOnePublisher() {
        IngestDouble.catalogue(published, "FORECAST");
        IngestDouble.state("measured-too", States.empty("measured-too"));
        String first = saved("measured-too", published);
        analyst()
                .body(scenario("measured-too", published))
                .post(SCENARIOS)
                .then()
                .statusCode(409)
                .body("detail", containsString(first));
        // A fork says the same and publishes nothing.
        analyst()
                .post(SCENARIOS + "/" + first + "/fork")
                .then()
                .statusCode(201)
                .body("publish", equalTo(null))
                .body("bindings.horizonNow.indicator", equalTo("measured-too"));
        analyst().delete(SCENARIOS + "/" + first).then().statusCode(204);
        saved("measured-too", published);
    }

    @Test
    void aCallMayReferToTheLedger() {
        IngestDouble.state(
                "metr-horizon-p50", States.of("metr-horizon-p50", 9, 241.6, "2026-02-05"));
        viewer().contentType("application/json")
                .body(
                        """
                        {"parameters": {"horizonNow": {"indicator": "metr-horizon-p50",
                          "field": "FRONTIER"}}}
                        """)
                .post("/api/v1/models/research-loop/evaluate")
                .then()
                .statusCode(200)
                .body("parameters.horizonNow", equalTo(241.6f))
                .body("readings[0].version", equalTo(9))
                .body("readings[0].low", equalTo(120.8f));
        Response run =
                analyst()
                        .body(
                                """
                                {"model": "research-loop", "samples": 100,
                                 "parameters": {"horizonNow": {"indicator": "metr-horizon-p50",
                                   "field": "FRONTIER", "drawn": true}}}
                                """)
                        .post("/api/v1/simulations");
        assertThat(run.statusCode()).as(run.asString()).isEqualTo(202);
        assertThat(run.jsonPath().getString("readings[0].day")).isEqualTo("2026-02-05");
        assertThat(run.jsonPath().getString("request.parameters.horizonNow.distribution"))
                .isEqualTo("lognormal");
        analyst()
                .body(
                        """
                        {"model": "research-loop",
                         "parameters": {"horizonNow": {"indicator": "none-such",
                           "field": "FRONTIER"}}}
                        """)
                .post("/api/v1/simulations")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("horizonNow"));
        viewer().get("/api/v1/models/research-loop")
                .then()
                .body(
                        "parameters.find { it.name == 'horizonNow' }.binding.field",
                        equalTo("FRONTIER"));
    }

    private void refused(String body, String field, String message) {
        analyst()
                .body(body)
                .post(SCENARIOS)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem(field))
                .body(
                        "violations.find { it.field == '%s' }.message".formatted(field),
                        containsString(message));
    }

    private static String scenario(String indicator, String published) {
        return """
        {"title": "Follows", "model": "research-loop", "samples": 10,
         "outputs": ["modelDoublings", "labPace"],
         "parameters": {"horizonRef": 60.4},
         "bindings": {"horizonNow": {"indicator": "%s", "field": "FRONTIER"}},
         "publish": {"indicator": "%s", "output": "modelDoublings",
           "resolution": {"indicator": "%s", "field": "FRONTIER", "on": "2099-12-31"}}}
        """
                .formatted(indicator, published, indicator);
    }

    /// Saves a chance of 6,000 minutes by the end of a day, bound to the day of the newest value.
    private String chance(double value, String field, String on) {
        IngestDouble.catalogue(published, "FORECAST");
        IngestDouble.state(indicator, States.of(indicator, 3, value, "2026-05-10"));
        return saved(
                """
                {"title": "A chance", "model": "time-horizon", "samples": 10,
                 "outputs": ["targetBy"],
                 "parameters": {"target": 6000, "dates": [{"by": "2030-01-01"}],
                                "knownTo": "2026-05-08"},
                 "bindings": {"knownTo": {"indicator": "%s", "field": "LATEST_DAY"}},
                 "publish": {"indicator": "%s", "output": "targetBy", "item": "2030-01-01",
                   "resolution": {"indicator": "%s", "field": "%s", "on": "%s",
                                  "atLeast": 6000}}}
                """
                        .formatted(indicator, published, indicator, field, on));
    }

    /// As if what was said of a scenario had been something else.
    private static void restate(String scenario, String change) throws SQLException {
        SimulatorHouse.execute(
                """
                alter table simulator.projection disable trigger projection_stays;
                update simulator.projection set %s where scenario = '%s';
                alter table simulator.projection enable trigger projection_stays
                """
                        .formatted(change, scenario));
    }

    /// The state that says: one doubling, from 60.4 to 120.8.
    private String oneDoubling() {
        return States.of(indicator, 3, 120.8, "2026-02-05");
    }

    /// Saves a scenario that follows this test's indicator.
    private String follower(String state) {
        IngestDouble.catalogue(published, "FORECAST");
        IngestDouble.state(indicator, state);
        return saved(indicator, published);
    }

    /// One that has told its first projection and waits for what comes.
    private String followerOfOneDoubling() {
        String scenario = follower(oneDoubling());
        await().atMost(PATIENCE).until(() -> events(published), it -> it.size() == 1);
        settled(scenario);
        return scenario;
    }

    private static String saved(String indicator, String published) {
        return saved(scenario(indicator, published));
    }

    private static String saved(String body) {
        Response response = analyst().body(body).post(SCENARIOS);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath().getString("id");
    }

    private static String forked(String scenario, String body) {
        Response response = analyst().body(body).post(SCENARIOS + "/" + scenario + "/fork");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.jsonPath().getString("id");
    }

    private static JsonPath projections(String scenario) {
        return viewer().get(SCENARIOS + "/" + scenario + "/projections")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// Has a scenario looked at, as a start of the service has.
    private static void ask(String scenario) throws SQLException {
        SimulatorHouse.execute(
                "insert into simulator.recalibration (scenario, due_at) values ('%s', now())"
                        .formatted(scenario));
    }

    /// Waits until nothing is to be looked at of a scenario.
    private static void settled(String scenario) {
        await().atMost(PATIENCE)
                .until(() ->
                        SimulatorHouse.count(
                                        "simulator.recalibration where scenario = '%s'"
                                                .formatted(scenario))
                                == 0);
    }

    private void release(String indicator, long version) throws Exception {
        new HouseTopics(kafka).release(indicator, version);
    }

    /// What was published of an indicator, in its order.
    private List<JsonNode> events(String indicator) throws Exception {
        return new HouseTopics(kafka).observations(indicator);
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2("viewer");
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2("analyst").contentType("application/json");
    }
}
