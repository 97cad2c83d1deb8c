package rubicon.ingest.horizon;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.horizon.HorizonAnalysis;
import rubicon.model.horizon.HorizonRun;

/// Time horizons over REST, from runs that were posted as anybody posts them.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class HorizonIT {
    private static final long SEED = 20261122;

    @Inject HorizonService horizons;

    private final String id = "own-" + UUID.randomUUID();
    private final String suite = "suite of " + id;
    private final List<HorizonRun> entered = new ArrayList<>();
    private int posted;

    @Test
    void runsOfTheSuiteAreFittedAgentByAgentWithIntervalsAndATrend() {
        put("runs: {suite: %s, percent: 50}".formatted(suite));
        post(
                lines("Early", -1.0, 3)
                        + lines("Late", 1.5, 3)
                        + line("Never", "t3", "f3", "\"humanMinutes\": 8,", 0)
                        + line("Always", "t3", "f3", "\"humanMinutes\": 8,", 1)
                        + line("Untimed", "t99", "f9", "", 1));
        observe("early", "2023-03-14", 4);
        observe("LATE", "2025-03-14", 60);

        HorizonAnalysis expected = HorizonAnalysis.of(entered, 200, 7);
        horizon("?draws=200&seed=7")
                .body("suite", equalTo(suite))
                .body("percent", equalTo(50))
                .body("unit", equalTo("min"))
                .body("asOf", nullValue())
                .body("sources", contains("tests"))
                .body("runs", equalTo(entered.size()))
                .body("tasks", equalTo(20))
                .body("families", equalTo(5))
                .body("leftOut.runs", equalTo(1))
                .body("leftOut.agents", contains("Untimed"))
                .body("leftOut.reason", containsString("how long their tasks take"))
                .body("method.draws", equalTo(200))
                .body("method.seed", equalTo(7))
                .body("method.level", equalTo(0.95f))
                .body("agents.agent", contains("Always", "Early", "Late", "Never"))
                .body("agents[0].p50", nullValue())
                .body("agents[0].reasons.p50", containsString("no run failed"))
                .body("agents[3].curve", nullValue())
                .body("agents[3].reasons.curve", containsString("no run succeeded"))
                .body("agents[1].subject", equalTo("early"))
                .body("agents[1].releasedOn", equalTo("2023-03-14"))
                .body("agents[2].releasedOn", equalTo("2025-03-14"))
                .body("agents[2].runs", equalTo(60))
                .body("agents[2].tasks", equalTo(20))
                .body("agents[2].families", equalTo(5))
                .body("agents[2].bins.runs.sum()", equalTo(60))
                .body("agents[2].curve.slope.toDouble()", lessThan(0.0))
                .body(
                        "agents[2].p50.estimate.toDouble()",
                        closeTo(expected.agents().get(2).horizonMinutes(0.5).orElseThrow(), 1e-3))
                .body(
                        "agents[2].p80.low.toDouble()",
                        closeTo(
                                expected.interval(expected.agents().get(2), 0.8)
                                        .orElseThrow()
                                        .low(),
                                1e-3))
                .body("trends.from", contains(null, "2023-01-01", "2024-01-01"))
                .body("trends[0].agents", contains("Early", "Late"))
                .body("trends[0].doublingDays.estimate.toDouble()", greaterThan(0.0))
                .body("trends[1].doublingDays", notNullValue())
                .body("trends[2].doublingDays", nullValue())
                .body("trends[2].reasons.doublingDays", containsString("fewer than two"))
                .body("reasons.isEmpty()", equalTo(true));
    }

    @Test
    void theSameQuestionIsAnsweredAlikeAndNotComputedAgainUntilARunChanges() {
        put("runs: {suite: %s, percent: 80}".formatted(suite));
        post(lines("Agent", 0, 2));
        String first = horizon("?draws=50").extract().asString();
        long computed = horizons.computed();

        assertThat(horizon("?draws=50").extract().asString()).isEqualTo(first);
        assertThat(horizons.computed()).isEqualTo(computed);

        post(line("Agent", "t3", "f3", "\"humanMinutes\": 8,", 1));
        assertThat(horizon("?draws=50").extract().asString()).isNotEqualTo(first);
        assertThat(horizons.computed()).isEqualTo(computed + 1);
    }

    @Test
    void aMomentIsAnsweredByTheRunsAsTheyStoodThen() {
        put("runs: {suite: %s, percent: 50}".formatted(suite));
        post(lines("Agent", 0, 2));
        String before = horizon("?draws=50").extract().asString();
        String moment = newest();

        // the first run is said to be another agent's, and a second batch arrives
        post(
                line("Agent", "t3", "f3", "\"humanMinutes\": 8,", 1)
                        + revised("r0", "Relabelled", "2026-04-01T00:00:00Z"));
        horizon("?draws=50").body("agents.agent", contains("Agent", "Relabelled"));

        horizon("?draws=50&asOf=" + moment)
                .body("asOf", equalTo(moment))
                .body("runs", equalTo(40))
                .body("agents.agent", contains("Agent"));
        assertThat(horizon("?draws=50&asOf=" + moment).extract().<Object>path("agents[0].p50"))
                .isEqualTo(JsonPath.from(before).get("agents[0].p50"));
        horizon("?asOf=2020-01-01T00:00:00Z")
                .body("runs", equalTo(0))
                .body("reasons.agents", containsString("no eval runs of the suite"));
    }

    @Test
    void whatCannotBeFittedHasItsReason() {
        put("");
        horizon("")
                .body("suite", nullValue())
                .body("agents", empty())
                .body("reasons.suite", containsString("names no suite"));

        put("runs: {suite: %s, percent: 50}".formatted(suite));
        horizon("").body("reasons.agents", containsString("no eval runs of the suite"));

        post(line("Untimed", "t99", "f9", "", 1));
        horizon("")
                .body("reasons.agents", containsString("how long its task takes a person"))
                .body("leftOut.runs", equalTo(1));

        post(
                line("Agent", "t1", "f1", "\"humanMinutes\": 8,", 1)
                        + line("Agent", "t1", "f2", "\"humanMinutes\": 60,", 0));
        horizon("")
                .body("agents[0].p50.estimate.toDouble()", greaterThan(8.0))
                .body("agents[0].p50.low", nullValue())
                .body("reasons.intervals", containsString("t1 stands in two families, f1 and f2"));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithItsField() {
        given().get("/api/v1/indicators/no-such/horizon")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        for (String wrong : List.of("draws=0", "draws=10001", "draws=many", "seed=1.5", "asOf=x")) {
            given().get("/api/v1/indicators/horizon-p50-own-runs/horizon?" + wrong)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", contains(wrong.substring(0, wrong.indexOf('='))));
        }
    }

    /// Runs of an agent at twenty tasks of four families, `times` each; the outcomes follow a
    /// logistic curve.
    private String lines(String agent, double skill, int times) {
        Random random = new Random(SEED);
        StringBuilder lines = new StringBuilder();
        for (int task = 0; task < 20; task++) {
            double minutes = Math.pow(2, task / 2.0);
            for (int time = 0; time < times; time++) {
                double chance = 1 / (1 + Math.exp(-(skill + 2 - 0.6 * task / 2.0)));
                lines.append(
                        line(
                                agent,
                                "t" + task,
                                "f" + task % 5,
                                "\"humanMinutes\": %s,".formatted(minutes),
                                random.nextDouble() < chance ? 1 : 0));
            }
        }
        return lines.toString();
    }

    private String line(String agent, String task, String family, String minutes, int score) {
        if (!minutes.isEmpty()) {
            entered.add(
                    new HorizonRun(
                            agent,
                            family,
                            task,
                            Double.parseDouble(minutes.replaceAll("[^0-9.]", "")),
                            score));
        }
        return text("r" + posted++, agent, task, family, minutes, score, "2026-03-03T00:00:00Z");
    }

    private String revised(String run, String agent, String stated) {
        return text(run, agent, "t0", "f0", "\"humanMinutes\": 1,", 1, stated);
    }

    private String text(
            String run,
            String agent,
            String task,
            String family,
            String minutes,
            int score,
            String stated) {
        return """
        {"source": "tests", "runId": "%s %s", "suite": "%s", "agent": "%s", "taskId": "%s", \
        "taskFamily": "%s", %s "score": %d, "statedAt": "%s"}
        """
                .formatted(id, run, suite, agent, task, family, minutes, score, stated);
    }

    private ValidatableResponse horizon(String query) {
        return given().get("/api/v1/indicators/" + id + "/horizon" + query).then().statusCode(200);
    }

    private String newest() {
        return given().queryParam("suite", suite)
                .get("/api/v1/eval-runs")
                .then()
                .extract()
                .path("items.recordedAt.max()");
    }

    private void put(String more) {
        String entry =
                """
                id: %s
                title: A horizon of our own
                kind: MEASUREMENT
                unit: min
                scale: LOG
                bounds: {low: 0, lowOpen: true}
                direction: HIGHER
                view: MODEL
                date: RELEASE
                feed: OWN
                sources: [tests]
                licence: {id: internal, export: "NO"}
                citation: Ours
                description: Ours, fitted to runs.
                %s
                """
                        .formatted(id, more);
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType("application/yaml")
                .body(entry.getBytes(UTF_8))
                .put("/api/v1/indicators/" + id)
                .then()
                .statusCode(oneOf(200, 201));
    }

    private void observe(String model, String released, double value) {
        String receipt =
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .contentType(ContentType.JSON)
                        .body(
                                """
                                {"source": "tests", "indicator": "%s", "value": %s, "unit": "min",
                                 "subject": {"model": "%s", "releasedOn": "%s", "actor": "AI"},
                                 "observedOn": "%s", "statedAt": "2026-03-01T00:00:00Z"}
                                """
                                        .formatted(id, value, model, released, released))
                        .post("/api/v1/observations")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location");
        settled(receipt);
    }

    private static void post(String lines) {
        settled(
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .contentType("application/x-ndjson")
                        .body(lines.getBytes(UTF_8))
                        .post("/api/v1/eval-runs")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"));
    }

    private static void settled(String receipt) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(IngestHouse.TOKEN)
                                .get(receipt)
                                .then()
                                .body("pending", equalTo(0))
                                .body("refused", equalTo(0)));
    }
}
