package rubicon.ingest.computed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.horizon.HorizonAnalysis;
import rubicon.model.horizon.HorizonRun;

/// The built-in indicator that is filled from eval runs, from runs that were posted as anybody
/// posts them.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ComputedHorizonsIT {
    private static final String OWN = "horizon-p50-own-runs";
    private static final String VARIANT = "metr-horizon-p50";

    @Inject ComputedHorizons computed;

    private final List<HorizonRun> entered = new ArrayList<>();
    private int posted;

    @Test
    void anAgentsRunsMakeItsHorizonAndOnlyItsOwnRunsMoveIt() throws Exception {
        post(lines("tests", "Ours", 1.5) + lines("tests", "Theirs", -1));
        post(lines("metr-runs", "An example", 1) + lines("tests", "human", 3));
        post(line("tests", "Never", 3, 0));
        computed.compute();

        await(rows ->
                rows.stream()
                        .map(it -> it.get("externalId"))
                        .toList()
                        .containsAll(List.of("Ours", "Theirs")));
        assertThat(rows())
                .extracting(it -> it.get("externalId"))
                .doesNotContain("An example", "human", "Never");
        HorizonAnalysis expected = fit("Ours");
        double minutes = expected.agents().getFirst().horizonMinutes(0.5).orElseThrow();
        Map<String, Object> row = row("Ours");
        assertThat(number(row, "value")).isCloseTo(minutes, within(minutes * 1e-5));
        var interval = expected.interval(expected.agents().getFirst(), 0.5).orElseThrow();
        assertThat(number(row, "low")).isCloseTo(interval.low(), within(interval.low() * 1e-5));
        assertThat(number(row, "high")).isCloseTo(interval.high(), within(interval.high() * 1e-5));
        assertThat(row)
                .containsEntry("method", "HIERARCHICAL_BOOTSTRAP")
                .containsEntry("level", 0.95f)
                .containsEntry("n", 60)
                .containsEntry("source", "rubicon")
                .containsEntry("observedOn", "2026-01-02")
                .containsEntry("publishedAt", "2026-01-02T11:00:00Z");
        assertThat(row.get("evidence")).asString().contains("60 runs", "first run");
        assertThat(row.get("provenance")).asString().contains("/computed");

        // Once more: nothing is said twice. A run of the other agent moves that one alone.
        long statements = statements();
        computed.compute();
        assertThat(statements()).isEqualTo(statements);
        post(line("tests", "Theirs", 9, 1));
        computed.compute();
        await(_ -> statements() == statements + 1);
        assertThat(number(row("Theirs"), "n")).isEqualTo(61);
        assertThat(row("Ours")).isEqualTo(row);

        // The ledger learns when the model came out, and that the run was another agent's.
        observe("ours", "2025-11-03");
        computed.compute();
        await(_ -> "2025-11-03".equals(row("Ours").get("observedOn")));
        assertThat(row("Ours").get("subject")).asString().contains("releasedOn=2025-11-03");
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .get("/api/v1/dead-letters")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void aHorizonWhoseRunsBecameAnotherAgentsIsTakenBack() throws Exception {
        int first = posted;
        String lines = lines("relabelled", "Misnamed", 0.5);
        post(lines);
        computed.compute();
        await(_ -> find("Misnamed").size() == 1);
        posted = first;
        post(lines.replace("Misnamed", "Renamed").replace("2026-03-03T", "2026-04-01T"));
        computed.compute();
        await(_ -> find("Misnamed").isEmpty() && find("Renamed").size() == 1);
    }

    private HorizonAnalysis fit(String agent) {
        return HorizonAnalysis.of(
                entered.stream().filter(it -> it.agent().equals(agent)).toList(), 1000, 42);
    }

    /// Three runs of an agent at each of twenty tasks of five families; the outcomes follow a
    /// logistic curve.
    private String lines(String source, String agent, double skill) {
        Random random = new Random(20261122);
        StringBuilder lines = new StringBuilder();
        for (int run = 0; run < 60; run++) {
            int task = run / 3;
            double chance = 1 / (1 + Math.exp(-(skill + 2 - 0.3 * task)));
            lines.append(line(source, agent, task, random.nextDouble() < chance ? 1 : 0));
        }
        return lines.toString();
    }

    private String line(String source, String agent, int task, int score) {
        double minutes = Math.pow(2, task / 2.0);
        entered.add(new HorizonRun(agent, "f" + task % 5, "t" + task, minutes, score));
        return """
        {"source": "%s", "runId": "r%d", "suite": "metr-horizon-2025-01", "agent": "%s", \
        "taskId": "t%d", "taskFamily": "f%d", "humanMinutes": %s, "score": %d, \
        "startedAt": "2026-01-02T10:00:00Z", "completedAt": "2026-01-02T11:00:00Z", \
        "statedAt": "2026-03-03T00:00:00Z"}
        """
                .formatted(source, posted++, agent, task, task % 5, minutes, score);
    }

    private static void observe(String model, String released) {
        settled(
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .contentType("application/json")
                        .body(
                                """
                                {"source": "metr-time-horizons", "indicator": "%s", "value": 60,
                                 "unit": "min", "observedOn": "%s", "externalId": "ours",
                                 "subject": {"model": "%s", "releasedOn": "%s", "actor": "AI"},
                                 "statedAt": "2026-03-01T00:00:00Z"}
                                """
                                        .formatted(VARIANT, released, model, released))
                        .post("/api/v1/observations")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"));
    }

    private static void post(String lines) {
        settled(
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .contentType("application/x-ndjson")
                        .body(lines.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/eval-runs")
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location"));
    }

    private static void settled(String receipt) {
        Awaitility.await()
                .untilAsserted(() ->
                        given().auth()
                                .oauth2(IngestHouse.TOKEN)
                                .get(receipt)
                                .then()
                                .body("pending", equalTo(0))
                                .body("refused", equalTo(0)));
    }

    private interface Check {
        boolean of(List<Map<String, Object>> rows) throws SQLException;
    }

    private static void await(Check check) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(check.of(rows())).as("%s", rows()).isTrue());
    }

    private static List<Map<String, Object>> find(String agent) {
        Predicate<Map<String, Object>> is = it -> agent.equals(it.get("externalId"));
        return rows().stream().filter(is).toList();
    }

    private static Map<String, Object> row(String agent) {
        return find(agent).getFirst();
    }

    private static double number(Map<String, Object> row, String field) {
        return ((Number) row.get(field)).doubleValue();
    }

    private static List<Map<String, Object>> rows() {
        return given().get("/api/v1/indicators/%s/observations".formatted(OWN))
                .jsonPath()
                .getList("items.findAll { it.source == 'rubicon' && it.value != null }");
    }

    private static long statements() throws SQLException {
        return IngestHouse.count("ingest.ledger_statement where source = 'rubicon'");
    }
}
