package rubicon.ingest.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// The facts that come with Rubicon, read as on a first day: through Kafka into the ledger.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = FactsHouse.class, restrictToAnnotatedClass = true)
class BuiltInFactsIT {

    @BeforeEach
    void readAllFacts() {
        assertThat(facts()).hasSize(13);
        for (String source : facts()) {
            sync(source).body("refused", equalTo(0));
        }
    }

    private static List<String> facts() {
        return given().get("/api/v1/sources")
                .jsonPath()
                .getList("items.findAll { it.connector == 'facts' }.id");
    }

    private static ValidatableResponse sync(String source) {
        return given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .when()
                .post("/api/v1/sources/%s/sync?wait=PT60S".formatted(source))
                .then()
                .statusCode(200);
    }

    /// As after a restart: the files are what they were.
    @Test
    void readingTheFactsAgainAddsNothing() throws SQLException {
        long statements = IngestHouse.count("ingest.ledger_statement");
        long entries = IngestHouse.count("ingest.chronicle_statement");
        int version = state("metr-horizon-p50").getInt("version");

        for (String source : facts()) {
            saysNothingNew(source);
        }

        assertThat(IngestHouse.count("ingest.ledger_statement")).isEqualTo(statements);
        assertThat(IngestHouse.count("ingest.chronicle_statement")).isEqualTo(entries);
        assertThat(state("metr-horizon-p50").getInt("version")).isEqualTo(version);
    }

    /// As after an upgrade to files with more in them, or where nothing is known of earlier runs:
    /// what the ledger holds is not said again, not even the past.
    @Test
    void readingTheFactsAsIfForTheFirstTimeAddsNothingToAFullLedger() throws SQLException {
        long statements = IngestHouse.count("ingest.ledger_statement");
        IngestHouse.execute("delete from ingest.source_run");
        IngestHouse.execute("delete from ingest.source_state");

        for (String source : facts()) {
            if (!List.of("facts-milestones", "facts-policy-thresholds", "facts-forecasts")
                    .contains(source)) {
                saysNothingNew(source).body("notModified", equalTo(false));
            }
        }

        assertThat(IngestHouse.count("ingest.ledger_statement")).isEqualTo(statements);
    }

    private static ValidatableResponse saysNothingNew(String source) {
        return sync(source)
                .body("new", equalTo(0))
                .body("revised", equalTo(0))
                .body("retracted", equalTo(0))
                .body("refused", equalTo(0));
    }

    @Test
    void restatedValueShowsWhatItWasBefore() {
        JsonPath rows =
                given().get(
                                "/api/v1/indicators/metr-horizon-p50/observations"
                                        + "?subject=Claude Opus 4.6&revisions=true")
                        .jsonPath();
        assertThat(
                        rows.getList(
                                "items.findAll { it.source == 'metr-time-horizons' }.collect {"
                                        + " [it.revision, it.status, it.value.round(1)].join(' ')"
                                        + " }"))
                .containsExactly("1 SUPERSEDED 870.0", "2 STANDING 718.8");
        given().get("/api/v1/indicators/mle-bench-all-clean/observations?retracted=true")
                .then()
                .body(
                        "items.find { it.externalId.startsWith('LoongFlow') }.reason",
                        equalTo("CONTAMINATION"));
        assertThat(state("mle-bench-all-clean").getDouble("frontier[-1].value")).isEqualTo(61.33);
        assertThat(state("mle-bench-all-clean").getInt("counts.retracted")).isEqualTo(1);
    }

    @Test
    void disputedValuesAreListedAndCountApart() {
        JsonPath printed = state("cpu-llm-training-speedup-printed");
        assertThat(printed.getInt("counts.disputed")).isEqualTo(4);
        assertThat(printed.getDouble("frontier[-1].value")).isEqualTo(69.61);
        assertThat(state("epoch-capabilities-index").getInt("counts.disputed")).isEqualTo(2);
        assertThat(state("epoch-capabilities-index").getDouble("frontier[-1].value"))
                .as("161 was added by hand")
                .isLessThan(161);
        given().get("/api/v1/indicators/mle-bench-all-clean/observations?subject=Gemini 3 Pro")
                .then()
                .body("items.find { it.externalId == 'sf-016' }.status", equalTo("DISPUTED"))
                .body(
                        "items.find { it.externalId == 'sf-016' }.disputed",
                        containsString("pull request"));
    }

    @Test
    void nothingIsRefusedAndStatesAreThoseOfTheUpstreams() {
        given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .when()
                .get("/api/v1/dead-letters")
                .then()
                .statusCode(200)
                .body("items", empty());
        JsonPath clean = state("mle-bench-all-clean");
        assertThat(clean.getDouble("frontier[-1].value")).isEqualTo(61.33);
        assertThat(clean.getList("frontier.value"))
                .as("a quoted value is evidence, not a result")
                .doesNotContain(16.9f);
        assertThat(state("anthropic-rd-al4-share").getDouble("latest.low")).isEqualTo(21.2);
        assertThat(state("nanogpt-speedrun-time").getDouble("frontier[-1].value")).isEqualTo(1.23);
    }

    /// Oracle: METR's published doubling time from 2023 on, 128.744 days, of its file since
    /// 2026-03-03; the model above the limit of the suite is not in the line.
    @Test
    void trendIsMetrsAlsoAfterTheModelBeyondTheSuite() {
        JsonPath state = state("metr-horizon-p50");
        assertThat(state.getDouble("frontier[-1].value")).isCloseTo(1044.78, within(0.001));
        assertThat(state.getDouble("trend.doublingDays.estimate"))
                .isCloseTo(128.744, within(0.001));
    }

    @Test
    void quotedValueStandsBesideTheUpstreamsOwn() {
        given().get("/api/v1/indicators/metr-horizon-p50/observations?subject=GPT-5.2")
                .then()
                .statusCode(200)
                .body("items.source", hasItem("seed-facts"))
                .body("items.find { it.source == 'seed-facts' }.value", equalTo(360.0f));
    }

    private static JsonPath state(String indicator) {
        return given().get("/api/v1/indicators/%s/state".formatted(indicator)).jsonPath();
    }
}
