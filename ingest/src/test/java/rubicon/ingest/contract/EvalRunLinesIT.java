package rubicon.ingest.contract;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// Eval runs over REST: as JSON lines in, as a list or CSV out.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class EvalRunLinesIT {
    private static final String STATED = "2026-03-03T21:04:54Z";

    private final String suite = "suite-" + UUID.randomUUID();

    private String line(String run, String agent, String more) {
        return """
        {"source": "tests", "runId": "%s", "suite": "%s", "agent": "%s", "taskId": "t/main", %s "statedAt": "%s"}\
        """
                .formatted(suite + run, suite, agent, more, STATED);
    }

    private static ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType("application/x-ndjson")
                .body(body.getBytes(UTF_8))
                .post("/api/v1/eval-runs")
                .then();
    }

    private void postAndSettle(String body, int handled) {
        String receipt = post(body).statusCode(202).extract().header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(IngestHouse.TOKEN)
                                .get(receipt)
                                .then()
                                .body("status", equalTo("HANDLED"))
                                .body("handled", equalTo(handled))
                                .body("refused", equalTo(0)));
    }

    private ValidatableResponse list(String... more) {
        var request = given().queryParam("suite", suite);
        for (int i = 0; i < more.length; i += 2) {
            request.queryParam(more[i], more[i + 1]);
        }
        return request.get("/api/v1/eval-runs").then().statusCode(200);
    }

    @Test
    void runsGoInAsLinesAndComeOutAsTheyStand() {
        String lines =
                "\uFEFF"
                        + line(
                                "1",
                                "Agent B",
                                "\"taskFamily\": \"t\", \"humanMinutes\": 30.5, \"score\": 0.25,"
                                        + " \"startedAt\": \"2026-03-01T00:00:00Z\","
                                        + " \"completedAt\": \"2026-03-01T01:00:00Z\",")
                        + "\r\n\n"
                        + line("2", "Agent A", "\"score\": 1,")
                        + "\n"
                        + line("2", "Agent A", "\"score\": 1,");
        postAndSettle(lines, 2);
        list().body("items.agent", equalTo(List.of("Agent B", "Agent A")))
                .body("items[1].humanMinutes", nullValue())
                .body("items[0].runId", equalTo(suite + "1"))
                .body("items[0].taskFamily", equalTo("t"))
                .body("items[0].humanMinutes", equalTo(30.5f))
                .body("items[0].score", equalTo(0.25f))
                .body("items[0].completedAt", equalTo("2026-03-01T01:00:00Z"))
                .body("items[0].statedAt", equalTo(STATED))
                .body("next", nullValue());
        list("agent", "Agent B").body("items", hasSize(1));
        list("source", "nobody").body("items", hasSize(0));
    }

    @Test
    void whereARunComesFromIsFilledInWhereItDoesNotSay() {
        postAndSettle(
                line("1", "Agent A", "\"score\": 1,")
                        + "\n"
                        + line(
                                "2",
                                "Agent A",
                                "\"score\": 1, \"provenance\": {\"connector\": \"own\","
                                        + " \"payloadNote\": \"a lab's own log\"},"),
                2);
        list().body("items[0].provenance.connector", equalTo("rest"))
                .body("items[0].provenance.payloadNote", startsWith("reported over REST by "))
                .body("items[0].provenance.retrievedAt", notNullValue())
                .body("items[1].provenance.connector", equalTo("own"))
                .body("items[1].provenance.payloadNote", equalTo("a lab's own log"))
                .body("items[1].provenance.retrievedAt", notNullValue());
    }

    @Test
    void everyFaultIsNamedWithItsLineAndNothingIsPublished() {
        String lines =
                String.join(
                        "\n",
                        line("1", "Agent", "\"score\": 1,"),
                        line("2", "Agent", "\"score\": 1.5,"),
                        "{\"source\": ",
                        "[]",
                        line("3", "Agent", "\"score\": \"1\","),
                        line("4", "Agent", "\"score\": 1, \"surplus\": 1,"));
        post(lines)
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "violations.field",
                        equalTo(
                                List.of(
                                        "line 2.score",
                                        "line 3",
                                        "line 4",
                                        "line 5.score",
                                        "line 6.surplus")))
                .body("violations[0].message", equalTo("1.5 is not between 0 and 1"))
                .body("violations[1].message", startsWith("is no JSON"));
        list().body("items", hasSize(0));
    }

    @Test
    void linesThatContradictEachOtherAreRefused() {
        post(line("1", "o1", "\"score\": 1,") + "\n" + line("1", "o1-preview", "\"score\": 1,"))
                .statusCode(400)
                .body(
                        "violations.message",
                        hasItem(containsString("something else than line 2 of the same run")));
    }

    @Test
    void noneAndTooManyAreRefused() {
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .post("/api/v1/eval-runs")
                .then()
                .statusCode(400)
                .body("violations[0].message", startsWith("holds 0 eval runs"));
        post("\n \n")
                .statusCode(400)
                .body(
                        "violations[0].message",
                        equalTo("holds 0 eval runs, allowed are 1 to 10000"));
        post("{}\n".repeat(10_001))
                .statusCode(400)
                .body(
                        "violations[0].message",
                        equalTo("holds 10001 eval runs, allowed are 1 to 10000"));
    }

    @Test
    void reportingNeedsAnAnalyst() {
        given().contentType("application/x-ndjson")
                .body(line("1", "Agent", "\"score\": 1,").getBytes(UTF_8))
                .post("/api/v1/eval-runs")
                .then()
                .statusCode(401);
    }

    @Test
    void aRunWhoseLicenceForbidsItIsInNoTableAndTheAnswerNamesTheLicence() {
        String terms = "\"score\": 1, \"provenance\": {\"licence\": \"%s\"},";
        postAndSettle(
                line("1", "Open", terms.formatted("MIT"))
                        + "\n"
                        + line("2", "Closed", terms.formatted("CC-BY-NC-4.0"))
                        + "\n"
                        + line("3", "Unsaid", terms.formatted("none stated"))
                        + "\n"
                        + line("4", "Silent", "\"score\": 1,"),
                4);

        list().body("items.agent", equalTo(List.of("Open", "Closed", "Unsaid", "Silent")));
        table("Closed")
                .header("Rubicon-Left-Out", "\"CC-BY-NC-4.0\"")
                .body(not(containsString("Closed")));
        for (String agent : List.of("Open", "Silent", "Unsaid")) {
            table(agent).header("Rubicon-Left-Out", nullValue()).body(containsString(agent));
        }
        given().accept("text/csv")
                .queryParam("suite", suite)
                .get("/api/v1/eval-runs")
                .then()
                .header("Rubicon-Left-Out", "\"CC-BY-NC-4.0\"")
                .body(containsString("Open"))
                .body(containsString("Unsaid"))
                .body(not(containsString("Closed")));
    }

    private ValidatableResponse table(String agent) {
        return given().accept("text/csv")
                .queryParam("suite", suite)
                .queryParam("agent", agent)
                .get("/api/v1/eval-runs")
                .then()
                .statusCode(200);
    }

    @Test
    void longListsComeInPagesAndAsCsvWhole() {
        String lines =
                IntStream.range(0, 2_300)
                        .mapToObj(i -> line("%04d".formatted(i), "=Agent", "\"score\": 1,"))
                        .collect(Collectors.joining("\n"));
        postAndSettle(lines, 2_300);

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = (cursor == null ? list() : list("cursor", cursor)).extract().jsonPath();
            read.addAll(page.getList("items.runId"));
            cursor = page.getString("next");
        } while (cursor != null);
        assertThat(read).hasSize(2_300).isSorted().doesNotHaveDuplicates();

        List<String> csv =
                given().accept("text/csv")
                        .queryParam("suite", suite)
                        .get("/api/v1/eval-runs")
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/csv"))
                        .extract()
                        .asString()
                        .lines()
                        .toList();
        assertThat(csv).hasSize(2_301);
        assertThat(csv.getFirst())
                .isEqualTo(
                        "source,run_id,suite,agent,task_family,task_id,human_minutes,score,"
                                + "started_at,completed_at,stated_at,recorded_at,result_id");
        assertThat(csv.get(1))
                .startsWith(
                        "tests,%s0000,%s,'=Agent,,t/main,,1.0,,,%s,"
                                .formatted(suite, suite, STATED));
        given().queryParam("cursor", "nonsense").get("/api/v1/eval-runs").then().statusCode(400);
    }
}
