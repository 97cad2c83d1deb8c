package rubicon.ingest.analysis;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// Shapes, jumps, ledgers of records and paired comparisons over REST, of what was posted as
/// anybody posts it.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class AnalysisIT {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final String STATED = "2026-03-01T00:00:00Z";

    private final String id = "own-" + UUID.randomUUID();
    private final String suite = "suite of " + id;

    @Test
    void aSteadyDoublingIsAmongTheShapesAndItsGrowthIsFound() {
        put("MEASUREMENT", "HIGHER", "RELEASE", "");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double wobble = 1 + 0.05 * Math.sin(i * i);
            rows.add(row("M" + i, i, Math.pow(2, i) * wobble, "AI", STATED, ""));
        }
        observe(rows);

        get("shapes", "")
                .body("asOf", nullValue())
                .body("reading", equalTo("COUNTED"))
                .body("points", equalTo(20))
                .body("heldOut", equalTo(13))
                .body("verdict", oneOf("PREFERRED", "CANNOT_TELL"))
                .body("possible", hasItems("EXPONENTIAL"))
                .body("shapes", hasSize(4))
                .body("shapes[0].parameters[0].name", equalTo("GROWTH"))
                .body(
                        // doubles every thirty days
                        "shapes[0].parameters[0].value.estimate.toDouble()",
                        closeTo(Math.log(2) * 365.25 / 30, 0.1))
                .body("shapes[0].behind.level.toDouble()", closeTo(0.9, 1e-9))
                .body("shapes[0].forecasts.findAll { it.low > it.median }", empty())
                .body("slopeChange.change.low.toDouble()", lessThan(0.0))
                .body("slopeChange.change.high.toDouble()", greaterThan(0.0));
    }

    @Test
    void onALinearScaleOfWhichLessIsBetterTheDistanceFromTheBoundShrinks() {
        put(id, "LINEAR", "{low: 2, high: 3}", "MEASUREMENT", "LOWER", "RELEASE", "");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double wobble = 1 + 0.05 * Math.sin(i * i);
            rows.add(row("M" + i, i, 2 + Math.pow(2, -i) * wobble, "AI", STATED, ""));
        }
        observe(rows);

        get("shapes", "")
                .body("points", equalTo(12))
                .body("floor.toDouble()", closeTo(2, 1e-9))
                .body("ceiling", nullValue())
                .body("reasons.ceiling", containsString("no source"))
                .body(
                        "shapes[0].parameters[0].value.estimate.toDouble()",
                        closeTo(Math.log(2) * 365.25 / 30, 0.2))
                .body("shapes[0].parameters[0].value.low", notNullValue())
                .body("shapes[0].forecasts.findAll { it.low < 2 || it.high > 3 }", empty())
                .body("shapes[0].forecasts.findAll { it.low > it.median }", empty());
    }

    @Test
    void aSourcedNoiseCeilingIsWhereSaturationEnds() {
        put(
                "MEASUREMENT",
                "HIGHER",
                "RELEASE",
                "noiseCeiling: {value: 1000, reason: \"labels are wrong\", source: \"a test\"}");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(row("M" + i, i, 1000 / (1 + Math.exp(2 - i / 3.0)), "AI", STATED, ""));
        }
        observe(rows);

        get("shapes", "")
                .body("ceiling.toDouble()", closeTo(1000, 1e-9))
                .body("reasons.floor", notNullValue())
                .body("shapes[3].shape", equalTo("SATURATING"))
                .body("shapes[3].parameters[1].value.estimate.toDouble()", closeTo(1000, 1e-3))
                .body("shapes[3].parameters[1].value.method", equalTo("SOURCED"))
                .body("shapes[3].forecasts.findAll { it.median > 1000.01 }", empty());
    }

    @Test
    void fewValuesCannotTellAndNoneHaveTheirReason() {
        put("MEASUREMENT", "HIGHER", "RELEASE", "");
        get("shapes", "")
                .body("verdict", nullValue())
                .body("reasons.verdict", containsString("no value is held"));

        observe(List.of(row("A", 0, 1, "AI", STATED, ""), row("B", 1, 2, "AI", STATED, "")));
        get("shapes", "")
                .body("verdict", equalTo("CANNOT_TELL"))
                .body("possible", hasSize(4))
                .body("reasons.verdict", containsString("8 are needed"))
                .body("shapes[0].parameters", empty())
                .body("shapes[0].reasons.parameters", containsString("do not determine"))
                .body("reasons.slopeChange", containsString("fewer than three"));
    }

    @Test
    void aLedgerTellsActorsDepthsAndBundlesApartAndKnowsItsPast() {
        put("RECORD_LEDGER", "LOWER", "RESULT", "");
        observe(
                List.of(
                        row("", 0, 100, "HUMAN", STATED, ""),
                        row("", 1, 80, "HUMAN", STATED, ""),
                        row("Agent", 2, 78, "AI", STATED, ""),
                        row("Agent", 3, 39, "AI", STATED, "\"tags\": {\"scope\": \"BUNDLE\"},"),
                        row("", 4, 40, "HUMAN", STATED, "\"tags\": {\"baseline\": \"41\"},"),
                        row(
                                "Agent",
                                5,
                                1,
                                "AI",
                                STATED,
                                "\"startingPoint\": \"the first version\",")));

        get("record-ledger", "?since=2024-02-20")
                .body("all.actors.attributed", contains(nullValue(), nullValue(), nullValue()))
                .body("all.reasons.attributed", containsString("no credit"))
                .body("all.actors[0].ahead.days", equalTo(365))
                .body("all.actors[0].ahead.expected.toDouble()", greaterThan(0.0))
                .body("all.actors[2].ahead.low", equalTo(0))
                .body("all.actors[2].ahead.atLeastOne.toDouble()", lessThan(0.5))
                .body("laws.decayLater", nullValue())
                .body("laws.reasons.halvingDaysLater", containsString("too few steps"))
                .body("rows", equalTo(5))
                .body("fixedStart", equalTo(1))
                .body("baselines", equalTo(1))
                .body("all.steps", equalTo(4))
                .body(
                        "all.logGain.toDouble()",
                        closeTo(Math.log(100 / 39.0) + Math.log(41 / 40.0), 1e-6))
                .body("rawLogGain.toDouble()", closeTo(Math.log(100 / 40.0), 1e-6))
                .body("all.actors.count", contains(2, 2, 0))
                .body("all.actors[1].logGain.toDouble()", closeTo(Math.log(80 / 39.0), 1e-6))
                .body("all.depths.name", contains("DEEP", "SHALLOW", "BUNDLED"))
                .body("all.depths.count", contains(1, 2, 1))
                .body("all.depths[2].logGain.toDouble()", closeTo(Math.log(2), 1e-6))
                .body("since.steps", equalTo(3))
                .body("steps.depth", contains("DEEP", "SHALLOW", "BUNDLED", "SHALLOW"))
                .body("steps[3].baseline", equalTo(true))
                .body("laws.elasticityLater", nullValue())
                .body("laws.reasons.elasticityLater", containsString("too few steps"))
                .body("method.deepShare.toDouble()", closeTo(0.05, 1e-6));
        String before = given().get("/api/v1/indicators/" + id + "/state").path("asOf");

        // A later statement disputes the bundle: it does not count any more, and counted then.
        String later = "2026-04-01T00:00:00Z";
        observe(List.of(row("Agent", 3, 39, "AI", later, "\"disputed\": \"timed wrongly\",")));
        get("record-ledger", "")
                .body("rows", equalTo(4))
                .body("all.depths.count", contains(1, 2, 0));
        get("record-ledger", "?reading=STANDING").body("rows", equalTo(5));
        get("record-ledger", "?asOf=" + before)
                .body("asOf", equalTo(before))
                .body("rows", equalTo(5))
                .body("since", nullValue())
                .body("reasons.since", containsString("no step was made"));
    }

    @Test
    void doubtedCreditsAreDrawn() {
        put("RECORD_LEDGER", "LOWER", "RESULT", "");
        observe(
                List.of(
                        row("", 0, 16, "HUMAN", STATED, ""),
                        row("", 1, 8, "HUMAN", STATED, ""),
                        row("Agent", 2, 4, "AI", STATED, ""),
                        row(
                                "",
                                3,
                                2,
                                "HUMAN",
                                STATED,
                                "\"tags\": {\"actorElse\": \"AI\", \"actorDoubt\": \"0.25\"},"),
                        row("", 4, 1, "HUMAN", STATED, "")));
        get("record-ledger", "")
                .body("all.actors[1].name", equalTo("AI"))
                .body("all.actors[1].gainShare.estimate.toDouble()", closeTo(0.25, 1e-6))
                .body("all.actors[1].attributed.estimate.toDouble()", closeTo(0.3125, 1e-6))
                .body("all.actors[1].attributed.low.toDouble()", closeTo(0.25, 1e-6))
                .body("all.actors[1].attributed.high.toDouble()", closeTo(0.5, 1e-6))
                .body("all.actors[1].attributed.method", equalTo("DRAWN_CREDITS"))
                .body("all.actors[2].attributed", nullValue());
    }

    @Test
    void anyThresholdIsForecastThatTheIndicatorMayReach() {
        put("MEASUREMENT", "HIGHER", "RELEASE", "");
        get("crossing", "?threshold=100")
                .body("forecast", nullValue())
                .body("reasons.forecast", containsString("0 points are fewer than 4"));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            double wobble = 1 + 0.05 * Math.sin(i * i);
            rows.add(row("M" + i, i, Math.pow(2, i) * wobble, "AI", STATED, ""));
        }
        observe(rows);

        get("crossing", "?threshold=1e9")
                .body("threshold.toDouble()", closeTo(1e9, 1e-3))
                .body("unit", equalTo("min"))
                .body("reading", equalTo("COUNTED"))
                .body("asOf", nullValue())
                .body("crossedOn", nullValue())
                .body("reasons.crossedOn", notNullValue())
                .body("forecast.label", equalTo("asked for"))
                .body("forecast.windows[0].points", equalTo(10))
                .body("forecast.windows[0].byDate.size()", equalTo(4))
                .body("forecast.windows[0].expectedByToday.toDouble()", greaterThan(0.0));
        get("crossing", "?threshold=100&reading=CLEAN")
                .body("reading", equalTo("CLEAN"))
                // 2^7 is the first at 100 or beyond it
                .body("crossedOn", equalTo(START.plusDays(7 * 30).toString()))
                .body("forecast", nullValue())
                .body("reasons.forecast", containsString("was crossed"));
        for (String wrong :
                List.of("", "?threshold=", "?threshold=soon", "?threshold=NaN", "?threshold=-3")) {
            given().get("/api/v1/indicators/" + id + "/crossing" + wrong)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("violations.field", contains("threshold"))
                    .body("violations[0].message", notNullValue());
        }
    }

    @Test
    void jumpsFollowTheGenerationsAndStartsAreNeverJoined() {
        String other = "gen-" + UUID.randomUUID();
        put(other, "MEASUREMENT", "HIGHER", "RELEASE", "");
        observe(
                List.of(
                        row(other, "First", 2, 10, "AI", STATED, ""),
                        row(other, "Second", 6, 20, "AI", STATED, "")));
        put("RECORD_LEDGER", "LOWER", "RESULT", "");
        observe(
                List.of(
                        row("", 0, 100, "HUMAN", STATED, ""),
                        row("First", 3, 50, "AI", STATED, ""),
                        row("First", 5, 48, "AI", STATED, ""),
                        row("Second", 7, 24, "AI", STATED, ""),
                        row("Second", 8, 3, "AI", STATED, "\"startingPoint\": \"empty file\",")));

        get("jumps", "?generations=" + other)
                .body("generationsOf", equalTo(other))
                .body("scale", equalTo("LN"))
                .body("series.start", contains("FIXED", "RUNNING"))
                .body("series.results", contains(1, 4))
                .body("series[1].generations.name", contains("First", "Second"))
                .body(
                        "series[1].generations[0].jump.toDouble()",
                        closeTo(Math.log(100 / 48.0), 1e-6))
                .body("series[1].generations[0].factor.toDouble()", closeTo(100 / 48.0, 1e-6))
                .body("series[1].generations[0].toPlateauDays", equalTo(30))
                .body("series[1].generations[0].plateauDays", equalTo(90))
                .body("series[1].generations[0].ended", equalTo(true))
                .body("series[1].generations[1].factor.toDouble()", closeTo(2, 1e-6))
                .body("series[1].generations[1].ended", equalTo(false))
                .body("series[0].generations", empty())
                .body("series[0].reasons.generations", containsString("no generation"))
                .body("series[1].rate", nullValue())
                .body("series[1].reasons.rate", containsString("too few"));
        get(other, "jumps", "").body("series[0].reasons.generations", containsString("release"));
        get("state", "")
                .body("latest.value.toDouble()", closeTo(24, 1e-9))
                .body("frontier.value*.toDouble()", contains(100.0, 50.0, 48.0, 24.0))
                .body("counts.results", equalTo(5))
                .body("counts.beside", equalTo(1));
    }

    @Test
    void twoAgentsAreComparedOnWhatBothWereGiven() {
        put(
                "MEASUREMENT",
                "HIGHER",
                "RELEASE",
                "runs: {suite: \"%s\", percent: 50}".formatted(suite));
        StringBuilder lines = new StringBuilder();
        for (int task = 0; task < 12; task++) {
            lines.append(run("A", "t" + task, "f" + task / 2, 1));
            lines.append(run("B", "t" + task, "f" + task / 2, task % 4 == 0 ? 1 : 0));
        }
        lines.append(run("A", "only A's", "f9", 0));
        lines.append(run("C", "t0", "f0", 1));
        post(lines.toString());

        // Differences by family are (0, 1), (1, 1) and so on: sums about the mean of ¾ are −½ and
        // ½,
        // so SE = √(6/5·6·¼)/12, and Student's t with 5 degrees at ¾/SE
        double error = Math.sqrt(6 / 5.0 * 6 * 0.25) / 12;
        get("comparison", "?a=A&b=B")
                .body("suite", equalTo(suite))
                .body("tasks", equalTo(12))
                .body("families", equalTo(6))
                .body("a.score.toDouble()", closeTo(1, 1e-9))
                .body("b.score.toDouble()", closeTo(0.25, 1e-9))
                .body("a.runs", equalTo(12))
                .body("a.otherTasks", equalTo(1))
                .body("b.otherTasks", equalTo(0))
                .body("difference.estimate.toDouble()", closeTo(0.75, 1e-9))
                // t quantile of .975 with 5 degrees: 2.570582
                .body("difference.low.toDouble()", closeTo(0.75 - 2.570582 * error, 1e-6))
                .body("standardError.toDouble()", closeTo(error, 1e-7))
                .body("p.toDouble()", lessThan(0.01))
                .body("agents", contains("A", "B", "C"))
                .body("reasons.rough", containsString("6 families"));
        get("comparison", "?a=B&b=A").body("difference.estimate.toDouble()", closeTo(-0.75, 1e-9));
    }

    @Test
    void whatCannotBeAnsweredNamesItsFieldOrItsReason() {
        put("MEASUREMENT", "HIGHER", "RELEASE", "");
        problem(id, "record-ledger", "", 409).body("detail", containsString("of kind MEASUREMENT"));
        problem(id, "comparison", "?a=A&b=B", 409).body("detail", containsString("no suite"));
        problem(id, "comparison", "?a=A", 400).body("violations.field", contains("b"));
        problem(id, "comparison", "?a=A&b=A", 400).body("violations.field", contains("b"));
        problem(id, "shapes", "?asOf=x", 400).body("violations.field", contains("asOf"));
        problem(id, "shapes", "?reading=x", 400).body("violations.field", contains("reading"));
        problem(id, "jumps", "?generations=no-such", 400)
                .body("violations.field", contains("generations"));
        problem("nanogpt-largest-ai-step", "record-ledger", "", 409)
                .body("detail", containsString("computed here"));
        problem("erdos-solved", "record-ledger", "", 409)
                .body("detail", containsString("again and again"));
        problem("nanogpt-speedrun-time", "record-ledger", "?since=x", 400)
                .body("violations.field", contains("since"));
        for (String what : List.of("shapes", "jumps", "record-ledger", "comparison?a=A&b=B")) {
            problem("no-such", what, "", 404);
        }
        put(
                "MEASUREMENT",
                "HIGHER",
                "RELEASE",
                "runs: {suite: \"%s\", percent: 50}".formatted(suite));
        problem(id, "comparison", "?a=A&b=B", 400).body("violations.field", contains("a", "b"));
        String empty = "own-" + UUID.randomUUID();
        put(empty, "RECORD_LEDGER", "LOWER", "RESULT", "");
        get(empty, "record-ledger", "")
                .body("all", nullValue())
                .body("reasons.all", containsString("fewer than two records"));
    }

    private static ValidatableResponse problem(String of, String what, String query, int status) {
        return given().get("/api/v1/indicators/" + of + "/" + what + query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    private ValidatableResponse get(String what, String query) {
        return get(id, what, query);
    }

    private static ValidatableResponse get(String of, String what, String query) {
        return given().get("/api/v1/indicators/" + of + "/" + what + query).then().statusCode(200);
    }

    private void put(String kind, String direction, String date, String more) {
        put(id, kind, direction, date, more);
    }

    private static void put(String of, String kind, String direction, String date, String more) {
        put(of, "LOG", "{low: 0, lowOpen: true}", kind, direction, date, more);
    }

    private static void put(
            String of,
            String scale,
            String bounds,
            String kind,
            String direction,
            String date,
            String more) {
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType("application/yaml")
                .body(
                        """
                        id: %s
                        title: One of our own
                        kind: %s
                        unit: min
                        scale: %s
                        bounds: %s
                        direction: %s
                        view: MODEL
                        date: %s
                        feed: LIVE
                        staleAfter: P30D
                        plausibility: {none: "tests jump"}
                        sources: [tests]
                        licence: {id: internal, export: "NO"}
                        citation: Ours
                        description: Ours.
                        %s
                        """
                                .formatted(of, kind, scale, bounds, direction, date, more)
                                .getBytes(UTF_8))
                .put("/api/v1/indicators/" + of)
                .then()
                .statusCode(oneOf(200, 201));
    }

    private String row(
            String model, int month, double value, String actor, String stated, String more) {
        return row(id, model, month, value, actor, stated, more);
    }

    /// @param month of thirty days
    private static String row(
            String of,
            String model,
            int month,
            double value,
            String actor,
            String stated,
            String more) {
        return String.format(
                Locale.ROOT,
                """
                {"source": "tests", "indicator": "%s", "externalId": "%d", "value": %s,
                 "unit": "min", "subject": {%s "actor": "%s"}, %s
                 "observedOn": "%s", "statedAt": "%s"}
                """,
                of,
                month,
                value,
                model.isEmpty() ? "" : "\"model\": \"%s\",".formatted(model),
                actor,
                more,
                START.plusDays(30L * month),
                stated);
    }

    private static void observe(List<String> rows) {
        settled(
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .contentType(ContentType.JSON)
                        .body(rows.stream().collect(Collectors.joining(",", "[", "]")))
                        .post("/api/v1/observations")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"));
    }

    private String run(String agent, String task, String family, int score) {
        return """
        {"source": "tests", "runId": "%s %s %s", "suite": "%s", "agent": "%s", "taskId": "%s", \
        "taskFamily": "%s", "score": %d, "statedAt": "2026-03-03T00:00:00Z"}
        """
                .formatted(id, agent, task, suite, agent, task, family, score);
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
