package rubicon.ingest.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// Lists that are longer than a page, and the ledger as a table.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ListsIT {
    private static final String API = "/api/v1";
    private static final String ROWS = API + "/indicators/metr-horizon-p80/observations";

    @Test
    void rowsOfLaterPagesStayWhereTheyWereWhenEarlierDatesArrive() {
        // Given
        report(numbered("row", 1_200, "2026-02-01"));
        JsonPath first = row().get(ROWS).then().statusCode(200).extract().jsonPath();

        // When
        report(Stream.of(observation("earlier", "E", "2026-01-01")));
        List<String> ids = new ArrayList<>(first.getList("items.id"));
        JsonPath second = row().queryParam("cursor", first.getString("next")).get(ROWS).jsonPath();
        ids.addAll(second.getList("items.id"));

        // Then
        assertThat(first.getList("items")).hasSize(1_000);
        assertThat(ids).hasSize(1_200).doesNotHaveDuplicates();
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void releasesGoOnAfterTheirFirstPageAndNewOnesMoveNothing() {
        report(numbered("release", 450, "2026-02-02"));
        JsonPath first = given().get(API + "/releases").jsonPath();
        report(numbered("newer", 5, "2026-02-02"));
        List<String> ids = new ArrayList<>(first.getList("items.id"));
        String next = first.getString("next");
        for (int page = 0; page < 2; page++) {
            JsonPath more = given().queryParam("cursor", next).get(API + "/releases").jsonPath();
            ids.addAll(more.getList("items.id"));
            assertThat(more.getList("items.externalId", String.class))
                    .noneMatch(it -> it.startsWith("newer"));
            next = more.getString("next");
        }
        assertThat(first.getList("items")).hasSize(200);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(450).doesNotHaveDuplicates();
    }

    @Test
    void deadLettersGoOnAfterTheirFirstPage() {
        assertThat(
                        IngestHouse.sqlError(
                                """
                                insert into ingest.dead_letter (id, topic, "partition", "offset", headers,
                                    stamped_at, received_at, field, reason)
                                select 't-0-' || i, 't', 0, i, '[]', now(),
                                    timestamptz '2026-01-01Z' + (i / 3) * interval '1 second', 'f', 'r'
                                from generate_series(1, 1100) i
                                """))
                .isEmpty();
        assertThat(all("/dead-letters", 500)).hasSize(1_100).doesNotHaveDuplicates();
        assertThat(all("/dead-letters?limit=400&replayed=false&field=f", 400)).hasSize(1_100);
        assertThat(all("/dead-letters?replayed=true", 500)).isEmpty();
        assertThat(all("/dead-letters?field=another", 500)).isEmpty();
        assertThat(all("/dead-letters?source=nobody", 500)).isEmpty();
    }

    @Test
    void alertsGoOnAfterTheirFirstPage() {
        report(Stream.of(observation("breach", "B", "2026-02-03")));
        write().body(
                        """
                        {"id": "paged", "title": "A minute", "indicator": "metr-horizon-p80",
                         "condition": {"kind": "FRONTIER", "op": "GE"},
                         "severities": [{"name": "NOTICE", "fire": 0.5}]}
                        """)
                .post(API + "/rules")
                .then()
                .statusCode(201);
        assertThat(
                        IngestHouse.sqlError(
                                """
                                insert into ingest.alert_episode (id, rule, indicator, condition, open,
                                    active_at, version, episode, payload)
                                select e.id || '-' || i, e.rule, e.indicator, e.condition, false,
                                    e.active_at - (i / 3) * interval '1 second', e.version, e.episode,
                                    replace(e.payload, e.id, e.id || '-' || i)
                                from ingest.alert_episode e, generate_series(1, 600) i
                                where e.rule = 'paged'
                                """))
                .isEmpty();
        assertThat(all("/alerts?rule=paged", 500)).hasSize(601).doesNotHaveDuplicates();
    }

    @Test
    void ledgerIsWrittenAsATable() {
        String model = "=\"a\", b";
        report(
                Stream.of(
                        observation("csv-1", "=\\\"a\\\", b", "2026-02-05")
                                .replace("\"value\": 1", "\"value\": 0.5, \"low\": 0.25")
                                .replace("metr-horizon-p80", "mle-bench-all-clean")));
        RequestSpecification rows = given().queryParam("subject", model);
        String path = API + "/indicators/mle-bench-all-clean/observations";
        JsonPath json = rows.get(path).then().contentType("application/json").extract().jsonPath();
        ExtractableResponse<Response> csv =
                given().queryParam("subject", model)
                        .accept("text/csv")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract();
        assertThat(csv.contentType())
                .isEqualToIgnoringCase("text/csv;charset=UTF-8;header=present");
        assertThat(csv.asString())
                .isEqualTo(
                        """
                        indicator,entity,entity_version,valid_from,value,lower,upper,level,unit,n,source_id,result_id,recorded_at,status\r
                        mle-bench-all-clean,"'=""a"", b",react,2026-02-05,0.5,0.25,,,%s,7,'+tests,%s,%s,STANDING\r
                        """
                                .formatted(
                                        json.getString("items[0].unit"),
                                        json.getString("items[0].id"),
                                        json.getString("items[0].recordedAt")));
    }

    @Test
    void whatMayOnlyBeQuotedIsNoTableAndSaysWhereToGetIt() {
        String rows = API + "/indicators/swe-bench-full/observations";
        report(
                Stream.of(
                        observation("nc-1", "Somebody", "2026-02-07")
                                .replace("metr-horizon-p80", "swe-bench-full")));
        given().accept("text/csv")
                .get(rows)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("title", equalTo("The licence allows no bulk export"))
                .body("detail", containsString("'swe-bench-full' (licence: CC-BY-NC-4.0)"))
                .body("detail", containsString("where they come from: SWE-bench"));
        given().get(rows).then().statusCode(200).body("items.value", hasItem(1f));
    }

    @Test
    void tableHoldsAllRowsAndItsHeaderWhereThereAreNone() {
        report(numbered("table", 1_100, "2026-02-06"));
        String table =
                given().accept("text/csv").queryParam("from", "2026-02-06").get(ROWS).asString();
        assertThat(table.split("\r\n", -1)).hasSize(1_102);
        assertThat(given().accept("text/csv").queryParam("subject", "nobody").get(ROWS).asString())
                .startsWith("indicator,entity,")
                .endsWith(",status\r\n")
                .hasLineCount(1);
    }

    @Test
    void whoeverDoesNotSayGetsJson() {
        for (String accept : List.of("*/*", "application/*", "text/csv;q=0.5, application/json")) {
            given().accept(accept).get(ROWS).then().statusCode(200).contentType("application/json");
        }
    }

    private static RequestSpecification row() {
        return given().queryParam("to", "2026-02-01");
    }

    private static List<String> all(String path, int pageSize) {
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification call = write();
            JsonPath page =
                    (next == null ? call : call.queryParam("cursor", next))
                            .get(API + path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            List<String> items = page.getList("items.id");
            assertThat(items).hasSizeLessThanOrEqualTo(pageSize);
            ids.addAll(items);
            next = page.getString("next");
        } while (next != null);
        return ids;
    }

    private static Stream<String> numbered(String name, int count, String date) {
        return IntStream.range(0, count).mapToObj(i -> observation(name + "-" + i, "M" + i, date));
    }

    private static String observation(String id, String model, String date) {
        return """
        {"source": "+tests", "externalId": "%s", "indicator": "metr-horizon-p80", "n": 7,
         "subject": {"model": "%s", "scaffold": "react"}, "value": 1, "observedOn": "%s"}
        """
                .formatted(id, model, date);
    }

    private static void report(Stream<String> observations) {
        String receipt =
                write().body(observations.collect(Collectors.joining(",", "[", "]")))
                        .post(API + "/observations")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        write().get(API + "/receipts/" + receipt)
                                .then()
                                .body("status", equalTo("HANDLED"))
                                .body("refused", equalTo(0)));
    }

    private static RequestSpecification write() {
        return given().auth().oauth2(IngestHouse.TOKEN).contentType("application/json");
    }
}
