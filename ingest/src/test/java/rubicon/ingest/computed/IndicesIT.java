package rubicon.ingest.computed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import rubicon.ingest.catalogue.CategoryVersions;
import rubicon.ingest.catalogue.FactsHouse;
import rubicon.ingest.contract.Schemas;
import rubicon.ingest.testing.FactsOfADay;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.Reports;

/// The automation index and the capability index of the facts that come with Rubicon.
@NullUnmarked
@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@QuarkusTestResource(value = FactsHouse.class, restrictToAnnotatedClass = true)
class IndicesIT {
    private static final String INDEX = "automation-index";
    private static final String STEEP = "s-curve-steep-count";
    private static final String CAPABILITY = "rubicon-capability-index";
    private static final String BEFORE = "2020-01-01T00:00:00Z";

    @Inject ComputedIndicators indicators;
    @Inject ComputedIndices indices;
    @Inject ComputedCapabilities capabilities;
    @Inject CategoryVersions categories;
    @Inject DataSource database;

    @BeforeEach
    void readAllFacts() throws InterruptedException {
        FactsOfADay.read();
        indicators.compute();
        Awaitility.await()
                .untilAsserted(() -> assertThat(rows("posttrainbench-human-share")).isNotEmpty());
    }

    @Test
    @Order(1)
    void beforeAnythingWasKnownThereIsNoIndex() {
        given().get("/api/v1/index?asOf=" + BEFORE)
                .then()
                .statusCode(200)
                .body("asOf", equalTo(BEFORE))
                .body("evidence", equalTo("NONE"))
                .body("value", nullValue())
                .body("categories", hasSize(10))
                .body("categories.imputed", everyItem(is(true)));
        given().get("/api/v1/capability-index?asOf=" + BEFORE)
                .then()
                .statusCode(200)
                .body("scale", nullValue())
                .body("models", empty())
                .body("thin", is(true));
        given().get("/api/v1/index?asOf=yesterday")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("asOf"));
    }

    @Test
    @Order(2)
    void theIndexSaysFirstThatItsEvidenceIsInsufficientAndExplainsEachStep() {
        JsonPath index = given().get("/api/v1/index").jsonPath();

        assertThat(index.getString("evidence")).isEqualTo("INSUFFICIENT");
        assertThat(index.getString("says")).startsWith("Insufficient evidence: ");
        assertThat(index.getDouble("rests.weak")).isGreaterThan(1.0 / 3);
        assertThat(index.getDouble("value"))
                .isBetween(index.getDouble("low"), index.getDouble("high"))
                .isBetween(index.getDouble("bounds.low"), index.getDouble("bounds.high"))
                .isLessThan(index.getDouble("arithmetic"));
        // Oracle: catalogue of categories; three have no number.
        assertThat(index.<String>getList("categories.findAll { it.imputed }.id"))
                .containsExactly("chip-design", "supercomputer-layout", "data-cleaning-ordering");
        assertThat(index.getInt("steep.of")).isEqualTo(7);
        assertThat(index.getList("steep.distribution")).hasSize(8);
        double elasticities =
                index.<Number>getList("categories.elasticity").stream()
                        .mapToDouble(Number::doubleValue)
                        .sum();
        assertThat(elasticities).isCloseTo(1, within(1e-6));

        // Oracle: the board of 2025-12-10, read by eye: 74.4 % of 100, by a third party.
        String row = "categories[0].contributions.find { it.indicator == 'swe-bench-bash-only' }";
        assertThat(index.getDouble(row + ".best.value")).isEqualTo(74.4);
        assertThat(index.getDouble(row + ".saturation")).isCloseTo(0.744, within(1e-6));
        assertThat(index.getString(row + ".best.subject.model")).isEqualTo("Claude Opus 4.5");
        assertThat(index.getString(row + ".best.evaluator")).isEqualTo("THIRD_PARTY");
        assertThat(index.getString(row + ".normalisation.kind")).isEqualTo("BOUNDS");
        assertThat(index.getDouble(row + ".independence")).isEqualTo(1);
        // A scale without upper end counts by what the catalogue declares, at half weight here.
        String share = "categories.find { it.id == 'synthetic-data' }.contributions[0]";
        assertThat(index.getString(share + ".normalisation.kind")).isEqualTo("LINEAR");
        assertThat(index.getDouble(share + ".saturation")).isCloseTo(0.396, within(0.001));
        assertThat(index.getDouble(share + ".catalogueWeight")).isEqualTo(0.5);
        // Without a declaration it stands beside.
        assertThat(
                        index.getString(
                                "categories.find { it.id == 'closed-loop-optimisation' }.shown"
                                        + ".find { it.indicator == 'algotune-harmonic' }.reason"))
                .isEqualTo("no upper end");
    }

    @Test
    @Order(3)
    void theSameMomentIsAnsweredByteForByteWhateverComesLater() throws Exception {
        String asOf = given().get("/api/v1/index").jsonPath().getString("asOf");
        String before = given().get("/api/v1/index?asOf=" + asOf).asString();
        String capable = given().get("/api/v1/capability-index?asOf=" + asOf).asString();

        report("Later Model", 76);

        assertThat(given().get("/api/v1/index?asOf=" + asOf).asString()).isEqualTo(before);
        assertThat(given().get("/api/v1/capability-index?asOf=" + asOf).asString())
                .isEqualTo(capable);
        given().get("/api/v1/index")
                .then()
                .body(
                        "categories[0].contributions.find { it.indicator == 'swe-bench-bash-only' }"
                                + ".best.subject.model",
                        equalTo("Later Model"));
        // A row that is flagged later is not clean.
        report("Leaked Model", 78, "\"tags\": {\"leakage\": \"true\"},");
        given().get("/api/v1/index")
                .then()
                .body(
                        "categories[0].contributions.find { it.indicator == 'swe-bench-bash-only' }"
                                + ".best.subject.model",
                        equalTo("Later Model"));
    }

    @Test
    @Order(4)
    void itIsPublishedOnceForADayFollowsItsInputsAndNeverMovesItself() throws Exception {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        indices.compute();
        Awaitility.await().untilAsserted(() -> assertThat(rows(INDEX)).contains(today));
        JsonPath first = state(INDEX);
        assertThat(first.getDouble("latest.low")).isPositive();
        assertThat(first.getString("latest.method")).isEqualTo("NORMAL_LOGIT");
        assertThat(state(STEEP).getDouble("latest.value"))
                .isEqualTo(given().get("/api/v1/index").jsonPath().getDouble("steep.count"));
        given().get("/api/v1/indicators/%s/observations".formatted(INDEX))
                .then()
                .body("items.evidence", hasItem(org.hamcrest.Matchers.startsWith("Insufficient")));

        // Its own value has come, and a restart: nothing is said again.
        long statements = statements();
        indices.compute();
        indices.forget();
        indices.compute();
        assertThat(statements()).isEqualTo(statements);

        report("Last Model", 79);
        indices.compute();
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(state(INDEX).getDouble("latest.value"))
                                .isGreaterThan(first.getDouble("latest.value")));
        given().get("/api/v1/indicators/%s/observations".formatted(INDEX))
                .then()
                .body("items.status", contains("STANDING"));
        given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .get("/api/v1/dead-letters")
                .then()
                .body("items", empty());
    }

    @Test
    @Order(5)
    void theCapabilityIndexTellsWhatItRestsOnAndWhatItIsWorth() throws IOException {
        JsonPath index = given().get("/api/v1/capability-index").jsonPath();

        assertThat(Schemas.faults("capability-index", json("/api/v1/capability-index"))).isEmpty();
        assertThat(Schemas.faults("automation-index", json("/api/v1/index"))).isEmpty();
        int models = index.getList("models").size();
        assertThat(models).isGreaterThan(10);
        assertThat(index.getString("scale.unit")).isEqualTo("POINTS");
        assertThat(index.<Number>getList("models.findAll { it.model == 'GPT-5' }.capability"))
                .singleElement()
                .satisfies(it -> assertThat(it.doubleValue()).isCloseTo(150, within(1e-6)));
        // The facts hold the running best of Epoch's index alone.
        assertThat(index.getInt("published.models")).isBetween(3, 9);
        assertThat(index.getDouble("published.rank")).isGreaterThan(0.9);
        assertThat(index.getBoolean("thin")).isTrue();
        assertThat(index.<String>getList("reasons").getFirst()).startsWith("Thin: ");
        assertThat(
                        index.<Number>getList("models.benchmarks").stream()
                                .mapToInt(Number::intValue)
                                .sum())
                .as("every score that was used is a row of the ledger")
                .isEqualTo(index.getList("rows").size());
        assertThat(index.<String>getList("benchmarks.indicator"))
                .doesNotContain("automation-index", "epoch-capabilities-index");
    }

    @Test
    @Order(6)
    void aFitIsPublishedAsAVintageOfAllModelsAndNotForALittle() throws Exception {
        capabilities.compute();
        JsonPath index = given().get("/api/v1/capability-index").jsonPath();
        Awaitility.await().untilAsserted(() -> assertThat(rows(CAPABILITY)).contains("gpt-5"));
        // The two models that hold the scale.
        assertThat(value("gpt-5")).isEqualTo(150);
        assertThat(value(index.getString("scale.low").toLowerCase(Locale.ROOT))).isEqualTo(130);
        assertThat(state(CAPABILITY).getString("latest.observedOn")).isNotNull();
        for (String model : rows(CAPABILITY)) {
            double served =
                    index.<Number>getList(
                                    "models.findAll { it.model.toLowerCase() == '%s' }.capability"
                                            .formatted(model))
                            .getFirst()
                            .doubleValue();
            assertThat(value(model)).as(model).isCloseTo(served, within(0.0501));
        }
        assertThat(
                        given().get("/api/v1/indicators/%s/observations".formatted(CAPABILITY))
                                .jsonPath()
                                .<String>getList("items.evidence"))
                .allSatisfy(it -> assertThat(it).contains("benchmarks", "Thin: "));

        long statements = statements();
        capabilities.forget();
        capabilities.compute();
        assertThat(statements()).isEqualTo(statements);
        // A score of a model that has no four benchmarks moves no capability.
        report("A Model Of One Benchmark", 50);
        capabilities.compute();
        given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .get("/api/v1/dead-letters")
                .then()
                .body("items", empty());
        assertThat(statements()).isEqualTo(statements);
    }

    /// As if the start before had read another file: the index of the day is told anew.
    @Test
    @Order(7)
    void otherCategoriesAreToldOfTheDayOnWhichAStartFindsThem() throws Exception {
        indices.compute();
        Awaitility.await().untilAsserted(() -> assertThat(rows(INDEX)).isNotEmpty());
        Instant since = categories.since();
        categories.forget();
        assertThat(categories.since()).as("the same categories").isEqualTo(since);
        String day = LocalDate.now(ZoneOffset.UTC).toString();
        double real = index(day);
        double other = real * 0.99;
        reportIndex(day, other);
        Awaitility.await()
                .untilAsserted(() -> assertThat(index(day)).isCloseTo(other, within(1e-5)));
        indices.compute();

        try (Connection session = database.getConnection();
                Statement sql = session.createStatement()) {
            sql.execute("insert into ingest.categories_version (digest) values ('of others')");
        }
        categories.forget();
        assertThat(categories.since()).isAfter(since);
        indices.compute();

        Awaitility.await()
                .untilAsserted(() -> assertThat(index(day)).isCloseTo(real, within(1e-5)));
    }

    private static double index(String day) {
        return given().get("/api/v1/indicators/%s/observations".formatted(INDEX))
                .jsonPath()
                .<Number>getList("items.findAll { it.externalId == '%s' }.value".formatted(day))
                .getFirst()
                .doubleValue();
    }

    private static void reportIndex(String day, double value) {
        given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                .contentType("application/json")
                .body(
                        """
                        {"source": "rubicon", "externalId": "%s", "indicator": "%s",
                         "subject": {"model": "All categories"}, "value": %s,
                         "observedOn": "%s", "publishedAt": "%s"}
                        """
                                .formatted(day, INDEX, value, day, Instant.now()))
                .post("/api/v1/observations")
                .then()
                .statusCode(202);
    }

    private static double value(String key) {
        return given().get("/api/v1/indicators/%s/observations".formatted(CAPABILITY))
                .jsonPath()
                .<Number>getList("items.findAll { it.externalId == '%s' }.value".formatted(key))
                .getFirst()
                .doubleValue();
    }

    private static void report(String model, double value) {
        report(model, value, "");
    }

    private static void report(String model, double value, String more) {
        Reports.post(
                "/api/v1/observations",
                """
                {"source": "swe-bench-leaderboards", "externalId": "%s",
                 "indicator": "swe-bench-bash-only", "subject": {"model": "%s"}, %s
                 "value": %s, "unit": "%% resolved", "observedOn": "%s",
                 "evaluator": "THIRD_PARTY", "publishedAt": "%s"}
                """
                        .formatted(
                                model,
                                model,
                                more,
                                value,
                                LocalDate.now(ZoneOffset.UTC),
                                Instant.now()));
    }

    private static JsonNode json(String path) throws IOException {
        return new ObjectMapper().readTree(given().get(path).asByteArray());
    }

    private static List<String> rows(String indicator) {
        return given().get("/api/v1/indicators/%s/observations".formatted(indicator))
                .jsonPath()
                .getList("items.externalId");
    }

    private static JsonPath state(String indicator) {
        return given().get("/api/v1/indicators/%s/state".formatted(indicator)).jsonPath();
    }

    private static long statements() throws SQLException {
        return IngestHouse.count(
                "ingest.ledger_statement where indicator in ('%s', '%s', '%s')"
                        .formatted(INDEX, STEEP, CAPABILITY));
    }
}
