package rubicon.ingest.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.ingest.source.evaltool.EveryEvalEver;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.ObservationPayload;

/// Lists that are longer than a page, and the ledger as a table and as documents.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ListsIT {
    private static final String API = "/api/v1";
    private static final String DOCUMENTS = "application/vnd.every-eval-ever+json";
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
        given().accept(DOCUMENTS).get(rows).then().statusCode(403);
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
    void aRowWhoseOwnLicenceForbidsItIsInNoTableAndTheAnswerNamesTheLicence() {
        String rows = API + "/indicators/mle-bench-all-any/observations?from=2026-02-09";
        String open = ", \"provenance\": {\"licence\": \"MIT\"}}";
        report(
                Stream.of(
                                observation("own-0", "Unsaid", "2026-02-09")
                                        .replaceFirst("}\\s*$", open.replace("MIT", "none stated")),
                                observation("own-1", "Open", "2026-02-09")
                                        .replaceFirst("}\\s*$", open),
                                observation("own-2", "Closed", "2026-02-09")
                                        .replaceFirst(
                                                "}\\s*$", open.replace("MIT", "CC-BY-NC-4.0")))
                        .map(it -> it.replace("metr-horizon-p80", "mle-bench-all-any")));

        given().get(rows)
                .then()
                .body("licence.export", equalTo("YES"))
                .body("items.find { it.externalId == 'own-0' }.export", equalTo("YES"))
                .body("items.find { it.externalId == 'own-1' }.export", equalTo("YES"))
                .body("items.find { it.externalId == 'own-2' }.export", equalTo("CITE"))
                .body("items.find { it.externalId == 'own-2' }.value", equalTo(1f));
        for (String form : List.of("text/csv", DOCUMENTS)) {
            given().accept(form)
                    .get(rows)
                    .then()
                    .statusCode(200)
                    .header("Rubicon-Left-Out", "\"CC-BY-NC-4.0\"")
                    .body(containsString("Open"))
                    .body(containsString("Unsaid"))
                    .body(not(containsString("Closed")));
        }
    }

    @Test
    void ledgerIsWrittenAsDocumentsOfEveryEvalEver_AndReadBack() throws Exception {
        report(
                Stream.of(
                        observation("eee-1", "Probe \\\"1\\\"", "2026-02-08")
                                .replace(
                                        "\"value\": 1",
                                        "\"value\": 55.5, \"low\": 50.25, \"high\": 60, \"level\": 0.9,"
                                                + " \"provenance\": {\"licence\": \"CC-BY-4.0\"},"
                                                + " \"note\": \"a note\", \"tags\": {\"effort\": \"high\"}")
                                .replace("metr-horizon-p80", "mle-bench-all-clean"),
                        observation("eee-2", "Probe 2", "2026-02-08")
                                .replace("\"value\": 1", "\"value\": 5, \"disputed\": \"odd\"")
                                .replace("metr-horizon-p80", "mle-bench-all-clean")));
        Response answer =
                given().accept(DOCUMENTS)
                        .queryParam("from", "2026-02-08")
                        .get(API + "/indicators/mle-bench-all-clean/observations");
        answer.then().statusCode(200).contentType(DOCUMENTS).body("", hasSize(1));
        String text = answer.asString();
        JsonPath json = JsonPath.from(text);
        assertThat(json.getString("[0].schema_version")).isEqualTo("0.3.0");
        assertThat(json.getString("[0].model_info.id")).isEqualTo("Probe \"1\"");
        String result = "[0].evaluation_results[0].";
        assertThat(json.getString(result + "metric_config.metric_id"))
                .isEqualTo("rubicon:mle-bench-all-clean");
        assertThat(json.getDouble(result + "score_details.score")).isEqualTo(55.5);
        assertThat(faultsByItsSchema(text)).isEmpty();

        Mapped read = TextFile.map(new EveryEvalEver(), text);
        assertThat(read.refused()).isEmpty();
        ObservationPayload row = TextFile.row(read, "mle-bench-all-clean", "eee-1");
        assertThat(List.of(row.value(), row.low(), row.high(), row.level()))
                .containsExactly(55.5, 50.25, 60.0, 0.9);
        assertThat(row.subject().model()).isEqualTo("Probe \"1\"");
        assertThat(row.subject().scaffold()).isEqualTo("react");
        assertThat(row.n()).isEqualTo(7);
        assertThat(row.unit()).isEqualTo("% with a medal");
        assertThat(row.observedOn()).isEqualTo("2026-02-08");
        assertThat(row.note()).isEqualTo("a note");
        assertThat(Objects.requireNonNull(row.provenance()).licence()).isEqualTo("CC-BY-4.0");
        assertThat(row.tags()).isEqualTo(Map.of("effort", "high"));
    }

    /// By the format's own schema, where the property `rubicon.upstream.dir` names the folder that
    /// holds it.
    private static List<String> faultsByItsSchema(String documents) throws IOException {
        Path folder = Path.of(System.getProperty("rubicon.upstream.dir", ""), "every-eval-ever");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            Path schema =
                    files.filter(it -> it.endsWith("eval.schema.json")).findFirst().orElseThrow();
            JsonSchema form =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                            .getSchema(Files.readString(schema));
            List<String> faults = new ArrayList<>();
            for (JsonNode document : new ObjectMapper().readTree(documents)) {
                form.validate(document).forEach(it -> faults.add(it.getMessage()));
            }
            return faults;
        }
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
