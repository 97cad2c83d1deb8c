package rubicon.ingest.computed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.empty;

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
import org.junit.jupiter.api.Test;
import rubicon.ingest.catalogue.FactsHouse;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.SettableTime;

/// Computed indicators of the facts that come with Rubicon, from November 2026 on.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = FactsHouse.class, restrictToAnnotatedClass = true)
class ComputedIndicatorsIT {
    private static final String CLAIMS = "self-improvement-claims-12m";
    private static final String RETIRED = "ai-rd-evals-retired-12m";
    private static final String INTERVAL = "frontier-release-interval";

    @Inject ComputedIndicators computed;

    @BeforeEach
    void readAllFacts() {
        SettableTime.moveAhead(
                Duration.between(Instant.now(), Instant.parse("2026-11-20T12:00:00Z")));
        List<String> sources =
                given().get("/api/v1/sources")
                        .jsonPath()
                        .getList("items.findAll { it.connector == 'facts' }.id");
        for (String source : sources) {
            given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                    .post("/api/v1/sources/%s/sync?wait=PT60S".formatted(source))
                    .then()
                    .statusCode(200);
        }
    }

    @AfterEach
    void setTheClockBack() {
        SettableTime.moveAhead(Duration.ZERO);
    }

    @Test
    void whatIsComputedEntersTheLedgerOnceAndFollowsItsInputsAndTheMonths() throws Exception {
        String before = Instant.now().toString();
        computed.compute();

        // Oracles: the milestones file and the series list of the cards, counted by eye; 14 is also
        // the catalogue's own count from December 2025 to November 2026.
        await(RETIRED, "2026-11", 14f);
        assertThat(rows(RETIRED)).contains(entry("2026-03", 7f), entry("2025-04", 1f)).hasSize(20);
        await(CLAIMS, "2026-11", 5f);
        assertThat(rows(CLAIMS)).contains(entry("2024-09", 1f), entry("2025-09", 1f));
        // Days from the first of February to the first of April, and so on.
        await(INTERVAL, "OpenAI 2026-09", 62f);
        assertThat(rows(INTERVAL))
                .contains(
                        entry("Anthropic 2026-04", 59f),
                        entry("Anthropic 2026-09", 62f),
                        entry("Google DeepMind 2026-02", 92f))
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
        await(CLAIMS, "2026-11", 6f);
        tell(true);
        again();
        await(CLAIMS, "2026-11", 5f);

        // Nothing but time: in February the claims of the February before have left.
        SettableTime.moveAhead(Duration.ofDays(80));
        again();
        await(CLAIMS, "2027-02", 3f);
        assertThat(rows(CLAIMS)).contains(entry("2027-01", 5f), entry("2026-11", 5f));
        given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .get("/api/v1/dead-letters")
                .then()
                .body("items", empty());
    }

    /// Computes, and then as a service that has just begun.
    private void again() throws InterruptedException {
        computed.compute();
        computed.forget();
        computed.compute();
    }

    private static void tell(boolean withdrawn) {
        String receipt =
                given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                        .contentType("application/json")
                        .body(
                                """
                                {"id": "another-claim", "source": "tests", "date": "2026-10-01",
                                 "who": "A lab", "what": "Says so.", "kind": "LAB_CLAIM",
                                 "citation": "A report", "withdrawn": %s}
                                """
                                        .formatted(withdrawn))
                        .post("/api/v1/milestones")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(
                                        given().header(
                                                        "Authorization",
                                                        "Bearer " + IngestHouse.TOKEN)
                                                .get("/api/v1/receipts/" + receipt)
                                                .jsonPath()
                                                .getInt("pending"))
                                .isZero());
    }

    private static void await(String indicator, String key, float value) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(rows(indicator)).containsEntry(key, value));
    }

    private static Map<String, Float> rows(String indicator) {
        JsonPath page =
                given().get("/api/v1/indicators/%s/observations".formatted(indicator)).jsonPath();
        List<Map<String, Object>> items = page.getList("items");
        Map<String, Float> rows = new TreeMap<>();
        items.forEach(it ->
                rows.put((String) it.get("externalId"), ((Number) it.get("value")).floatValue()));
        assertThat(page.getList("items.source")).allMatch("rubicon"::equals);
        return rows;
    }

    private static long statements() throws SQLException {
        return IngestHouse.count("ingest.ledger_statement where source = 'rubicon'");
    }
}
