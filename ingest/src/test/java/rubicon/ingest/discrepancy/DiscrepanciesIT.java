package rubicon.ingest.discrepancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class DiscrepanciesIT {
    private static final String LEDGER = "/api/v1/discrepancies";

    @Test
    void sourcesThatGiveAnotherValueStandBesideTheOneThatTheCatalogueRanksFirst() {
        String model = "disputed-" + UUID.randomUUID();
        report(
                row("seed-facts", "metr-horizon-p50", model, 12, "h"),
                row("metr-time-horizons", "metr-horizon-p50", model, 718.81, "min"),
                row("a-blog", "metr-horizon-p50", model, 900, "min"),
                row("seed-facts", "metr-horizon-p50", model + "-alone", 5, "h"));

        String found = "items.find { it.subject.model == '%s' }.".formatted(model);
        of("metr-horizon-p50")
                .body("items.indicator", everyItem(equalTo("metr-horizon-p50")))
                .body("items.subject.model", hasItem(model))
                .body(found + "standing", equalTo("metr-time-horizons"))
                .body(found + "ranked", equalTo(true))
                .body(found + "moreThanRounding", equalTo(true))
                .body(found + "unit", equalTo("min"))
                .body(
                        found + "values.row.source",
                        contains("metr-time-horizons", "seed-facts", "a-blog"))
                .body(found + "values.rank", contains(1, 2, null))
                .body(found + "values.agreement", contains("STANDS", "ROUNDED", "DIFFERS"))
                .body(found + "values[0].difference", nullValue())
                .body(found + "values[1].row.value", equalTo(720.0f))
                .body(found + "values[1].row.evidence", equalTo("https://example.org/seed-facts"))
                .body(found + "values[2].difference.toDouble()", closeTo(900 / 718.81 - 1, 1e-6));
        of("metr-horizon-p50")
                .body("items.findAll { it.subject.model.endsWith('-alone') }", empty());
    }

    @Test
    void aCorrectionEndsADisagreement() {
        String model = "settled-" + UUID.randomUUID();
        String indicator = "mle-bench-all-clean";
        report(
                row("mle-bench-leaderboard", indicator, model, 17.12, "% with a medal"),
                row("seed-facts", indicator, model, 16.9, "% with a medal"));
        of(indicator).body("items.subject.model", hasItem(model));

        report(
                row("seed-facts", indicator, model, 17.12, "% with a medal")
                        .replace("2026-03-01T", "2026-04-01T"));

        of(indicator).body("items.findAll { it.subject.model == '%s' }".formatted(model), empty());
    }

    @Test
    void aLongListIsReadPageByPage() {
        String batch = UUID.randomUUID().toString();
        String indicator = "weirdml";
        report(
                IntStream.range(0, 210)
                        .boxed()
                        .flatMap(i ->
                                List.of(
                                        row(
                                                "epoch-benchmarking-hub",
                                                indicator,
                                                batch + i,
                                                50,
                                                "%"),
                                        row("other", indicator, batch + i, 60, "%"))
                                        .stream())
                        .toArray(String[]::new));

        List<String> models = new ArrayList<>();
        @Nullable String cursor = null;
        int pages = 0;
        do {
            var page =
                    given().queryParam("indicator", indicator)
                            .queryParam("cursor", cursor == null ? List.of() : List.of(cursor))
                            .get(LEDGER)
                            .then()
                            .statusCode(200)
                            .extract();
            models.addAll(page.<List<String>>path("items.subject.model"));
            cursor = page.path("next");
            pages++;
        } while (cursor != null && pages < 10);

        assertThat(pages).isGreaterThan(1);
        assertThat(models).doesNotHaveDuplicates();
        assertThat(new HashSet<>(models).stream().filter(it -> it.startsWith(batch)).count())
                .isEqualTo(210);
    }

    @Test
    void documentedOnesAreToldWithWhatEachSideSays() {
        given().get(LEDGER + "/documented")
                .then()
                .statusCode(200)
                .body("items.id", hasItem("compounding-error-500"))
                .body("items[0].id", equalTo("metr-all-time-doubling"))
                .body("items[0].statements.value", contains("187.778 d", "184.726 d"))
                .body("items[0].kind", equalTo("ARITHMETIC"))
                .body("next", nullValue());
        given().queryParam("indicator", "gso-opt1-clean")
                .get(LEDGER + "/documented")
                .then()
                .body("items", empty());
        given().queryParam("indicator", "erdos-solved")
                .get(LEDGER + "/documented")
                .then()
                .body("items.id", contains("erdos-independent"));
    }

    @Test
    void whatIsNotUnderstoodIsRefusedWithItsField() {
        given().get(LEDGER + "?indicator=no-such")
                .then()
                .statusCode(400)
                .body("violations.field", contains("indicator"));
        given().get(LEDGER + "/documented?indicator=no-such").then().statusCode(400);
        given().get(LEDGER + "?cursor=!")
                .then()
                .statusCode(400)
                .body("violations.field", contains("cursor"));
    }

    @Test
    void theLevelsAreToldWithWhatTheyLack() {
        given().get("/api/v1/views")
                .then()
                .statusCode(200)
                .body("items.id", contains("MODEL", "RESEARCHER", "LAB", "ECONOMY"))
                .body("items.missing.size()", equalTo(4))
                .body(
                        "items.find { it.id == 'ECONOMY' }.missing.what",
                        hasItem("Productivity and GDP"))
                .body("items.find { it.id == 'LAB' }.missing", hasSize(5));
    }

    private static ValidatableResponse of(String indicator) {
        return given().queryParam("indicator", indicator).get(LEDGER).then().statusCode(200);
    }

    private static String row(
            String source, String indicator, String model, double value, String unit) {
        return """
        {"source": "%1$s", "externalId": "%3$s", "indicator": "%2$s",
         "subject": {"model": "%3$s", "actor": "AI"}, "value": %4$s, "unit": "%5$s",
         "observedOn": "2026-01-01", "statedAt": "2026-03-01T00:00:00Z",
         "evidence": "https://example.org/%1$s"}
        """
                .formatted(source, indicator, model, value, unit);
    }

    private static void report(String... rows) {
        String receipt =
                given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                        .contentType(ContentType.JSON)
                        .body(List.of(rows).stream().collect(Collectors.joining(",", "[", "]")))
                        .post("/api/v1/observations")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        given().header("Authorization", "Bearer " + IngestHouse.TOKEN)
                                .get("/api/v1/receipts/" + receipt)
                                .then()
                                .body("pending", equalTo(0))
                                .body("refused", equalTo(0)));
    }
}
