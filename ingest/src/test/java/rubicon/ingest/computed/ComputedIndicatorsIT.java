package rubicon.ingest.computed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import rubicon.ingest.catalogue.FactsHouse;
import rubicon.ingest.testing.FactsOfADay;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.Reports;
import rubicon.ingest.testing.SettableTime;

/// Computed indicators of the facts that come with Rubicon, from November 2026 on.
@NullUnmarked
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@QuarkusTestResource(value = FactsHouse.class, restrictToAnnotatedClass = true)
class ComputedIndicatorsIT {
    private static final String CLAIMS = "self-improvement-claims-12m";
    private static final String RETIRED = "ai-rd-evals-retired-12m";
    private static final String INTERVAL = "frontier-release-interval";
    private static final String HUMAN_SHARE = "posttrainbench-human-share";
    private static final String TASK_COST = "swe-bench-bash-only-cost";

    @Inject ComputedIndicators computed;

    @BeforeEach
    void readAllFacts() {
        FactsOfADay.read(Instant.parse("2026-11-20T12:00:00Z"));
    }

    @AfterEach
    void setTheClockBack() {
        SettableTime.moveAhead(Duration.ZERO);
    }

    @Test
    @Order(1)
    void whatIsComputedEntersTheLedgerOnceAndFollowsItsInputsAndTheMonths() throws Exception {
        String before = Instant.now().toString();
        computed.compute();

        // Oracles: the milestones file and the series list of the cards, counted by eye; 14 is also
        // the catalogue's own count from December 2025 to November 2026.
        await(RETIRED, "2026-11", 14.0);
        assertThat(rows(RETIRED))
                .contains(entry("2026-03", 7.0), entry("2025-04", 1.0))
                .hasSize(20);
        await(CLAIMS, "2026-11", 5.0);
        assertThat(rows(CLAIMS)).contains(entry("2024-09", 1.0), entry("2025-09", 1.0));
        // Days from the first of February to the first of April, and so on.
        await(INTERVAL, "OpenAI 2026-09", 62.0);
        assertThat(rows(INTERVAL))
                .contains(
                        entry("Anthropic 2026-04", 59.0),
                        entry("Anthropic 2026-09", 62.0),
                        entry("Google DeepMind 2026-02", 92.0))
                .doesNotContainKey("Anthropic 2025-10");
        given().get("/api/v1/indicators/" + CLAIMS + "/observations?asOf=" + before)
                .then()
                .body("items", empty());

        // Once more, and as after a restart: nothing is said twice.
        long statements = statements();
        again();
        assertThat(statements()).isEqualTo(statements);

        tell(false);
        again();
        await(CLAIMS, "2026-11", 6.0);
        tell(true);
        again();
        await(CLAIMS, "2026-11", 5.0);

        // Nothing but time: in February the claims of the February before have left.
        SettableTime.moveAhead(Duration.ofDays(80));
        again();
        await(CLAIMS, "2027-02", 3.0);
        assertThat(rows(CLAIMS)).contains(entry("2027-01", 5.0), entry("2026-11", 5.0));
        given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .get("/api/v1/dead-letters")
                .then()
                .body("items", empty());
    }

    @Test
    @Order(2)
    void whatFollowsFromABoardHasTheDateTheRunsAndTheIntervalOfItsRow() throws Exception {
        computed.compute();

        // (24.8188 - 7.53) / 43.61; the running best of the facts.
        await(HUMAN_SHARE, "posttrainbench Opus-4.6-1M", 0.3964);
        given().get("/api/v1/indicators/%s/state".formatted(HUMAN_SHARE))
                .then()
                .body("latest.subject.model", is("Claude Opus 4.6 (1M context)"))
                .body("latest.observedOn", is("2026-03-22"));
        Map<String, Object> best = row(HUMAN_SHARE, "posttrainbench Opus-4.6-1M");
        assertThat(best)
                .containsEntry("n", 3)
                .containsEntry("method", "STANDARD_DEVIATION_OF_RUNS")
                .containsEntry("publishedAt", "2026-03-23T00:00:00Z");
        assertThat(rounded((Number) best.get("low"))).isEqualTo(0.3845);
        // Oracle: the board of 2025-12-10, read by eye. Claude Opus 4.5 is .2 points better and
        // costs .72.
        await(TASK_COST, "2025-11-24", 0.46);
        assertThat(rows(TASK_COST))
                .containsOnly(
                        entry("2025-07-20", 0.3546),
                        entry("2025-07-26", 0.3715),
                        entry("2025-08-02", 1.1313),
                        entry("2025-09-29", 0.5583),
                        entry("2025-11-18", 0.46),
                        entry("2025-11-24", 0.46));
        assertThat(row(TASK_COST, "2025-11-24").get("subject"))
                .asString()
                .contains("model=Gemini 3 Pro,");
    }

    @Test
    @Order(3)
    void aNewValueOfABoardMovesWhatIsComputedFromItAndItsRule() throws Exception {
        computed.compute();
        await(HUMAN_SHARE, "posttrainbench Opus-4.6-1M", 0.3964);

        report(40, 2);
        computed.compute();
        await(HUMAN_SHARE, "posttrainbench Next", 0.7446);
        assertThat(alert()).as("two runs are too few").isEqualTo("none");

        report(40.1, 3);
        computed.compute();
        await(HUMAN_SHARE, "posttrainbench Next", 0.7468);
        assertThat(alert()).as("above a half, for a week to come").isEqualTo("PENDING NOTICE");

        report(20, 3);
        computed.compute();
        await(HUMAN_SHARE, "posttrainbench Next", 0.2859);
        assertThat(alert()).isEqualTo("NORMAL NOTICE");
    }

    @Test
    @Order(4)
    void theChanceOfAHundredHoursIsToldDayByDay() throws Exception {
        computed.compute();
        JsonPath state = given().get("/api/v1/indicators/metr-horizon-p50/state").jsonPath();
        double chance =
                state.getDouble(
                        "forecasts.find { it.threshold == 6000.0 }.windows[0].byDate.'2026-12-31'");
        String day = SettableTime.today().toString();

        await("forecast-100h-by-2026-end", day, rounded(chance));
        Map<String, Object> row = row("forecast-100h-by-2026-end", day);
        assertThat(((Number) row.get("high")).doubleValue())
                .isGreaterThan(((Number) row.get("low")).doubleValue());
        assertThat(rows("forecast-100h-date").get(day)).isBetween(2026.8, 2035.0);
        assertThat(rows("arrival-probability-2027")).containsKey("2026-11");
    }

    /// A value of an agent that came out after the rule was made.
    private static void report(double average, int runs) {
        Reports.post(
                "/api/v1/observations",
                """
                {"source": "posttrainbench", "externalId": "Next",
                 "indicator": "posttrainbench-avg", "subject": {"model": "Next"},
                 "value": %s, "n": %d, "unit": "%%", "observedOn": "%s", "publishedAt": "%s"}
                """
                        .formatted(average, runs, SettableTime.today(), Instant.now()));
    }

    private static String alert() {
        JsonPath alerts = given().get("/api/v1/alerts?rule=post-training-ladder").jsonPath();
        return alerts.getList("items").isEmpty()
                ? "none"
                : alerts.getString("items[0].condition")
                        + " "
                        + alerts.getString("items[0].severity");
    }

    /// Computes, and then as a service that has just begun.
    private void again() throws InterruptedException {
        computed.compute();
        computed.forget();
        computed.compute();
    }

    private static void tell(boolean withdrawn) {
        Reports.post(
                "/api/v1/milestones",
                """
                {"id": "another-claim", "source": "tests", "date": "2026-10-01",
                 "who": "A lab", "what": "Says so.", "kind": "LAB_CLAIM",
                 "citation": "A report", "withdrawn": %s}
                """
                        .formatted(withdrawn));
    }

    private static void await(String indicator, String key, double value) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(rows(indicator)).containsEntry(key, value));
    }

    private static Map<String, Double> rows(String indicator) {
        Map<String, Double> rows = new TreeMap<>();
        computed(indicator)
                .forEach(it ->
                        rows.put((String) it.get("externalId"), rounded((Number) it.get("value"))));
        return rows;
    }

    private static double rounded(Number value) {
        return Math.round(value.doubleValue() * 10_000) / 10_000.0;
    }

    private static Map<String, Object> row(String indicator, String key) {
        return computed(indicator).stream()
                .filter(it -> key.equals(it.get("externalId")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> computed(String indicator) {
        return given().get("/api/v1/indicators/%s/observations".formatted(indicator))
                .jsonPath()
                .getList("items.findAll { it.source == 'rubicon' }");
    }

    private static long statements() throws SQLException {
        return IngestHouse.count("ingest.ledger_statement where source = 'rubicon'");
    }
}
