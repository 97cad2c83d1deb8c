package rubicon.ingest.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.testing.IngestHouse;

/// Files that are handed in.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ImportsIT {
    private static final String INDICATOR = "metr-horizon-p80-v1-0";
    private static final String HEADER =
            "source,indicator,subject.model,value,observedOn,statedAt,publishedAt\n";

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void everyRowOfATableGetsIntoTheLedger() throws Exception {
        String model = unique("table");
        String file = HEADER + row(model + " a", 3, "") + row(model + " b", 4, "");

        JsonPath done = handIn("csv", file);

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getLong("rows")).isEqualTo(2);
        assertThat(done.getMap("outcomes")).containsExactlyEntriesOf(Map.of("NEW", 2));
        rows(model + " b")
                .body("items.value", equalTo(List.of(4.0f)))
                .body("items[0].provenance.connector", equalTo("csv"))
                .body("items[0].provenance.run", equalTo(done.getString("id")))
                .body("items[0].provenance.payloadSha256", equalTo(done.getString("sha256")));
        assertThat(handIn("csv", file).getMap("outcomes"))
                .as("the same file again changes nothing")
                .containsExactlyEntriesOf(Map.of("UNCHANGED", 2));
        assertThat(pieces()).isZero();
    }

    @Test
    void rowsThatWereKnownAreUnchangedAlsoIfTheirEventsAre() {
        String model = unique("known");
        String stated = "2026-02-01T00:00:00Z";
        String one = row(model + " 1", 3, stated);
        assertThat(handIn("csv", HEADER + one + one).getMap("outcomes"))
                .as("a row that is there twice")
                .containsOnly(entry("NEW", 1), entry("UNCHANGED", 1));
        assertThat(handIn("csv", HEADER + one).getMap("outcomes"))
                .containsOnly(entry("UNCHANGED", 1));
        assertThat(handIn("csv", HEADER + one + row(model + " 2", 4, stated)).getMap("outcomes"))
                .containsOnly(entry("NEW", 1), entry("UNCHANGED", 1));
    }

    @Test
    void withdrawalsAreCounted() {
        String model = unique("withdrawn");
        String facts =
                """
                observations:
                  - {source: tests, indicator: %s, externalId: %s, subject: {model: %s}, value: 3,
                     observedOn: 2026-01-01, statedAt: 2026-02-01T00:00:00Z%s}
                """;
        String withdrawn =
                ", withdrawn: {reason: WITHDRAWN, text: gone, statedAt: 2026-03-01T00:00:00Z}";
        assertThat(handIn("facts", facts.formatted(INDICATOR, model, model, "")).getMap("outcomes"))
                .containsOnly(entry("NEW", 1));

        String file = facts.formatted(INDICATOR, model, model, withdrawn);
        JsonPath done = handIn("facts", file);

        assertThat(done.getMap("outcomes"))
                .containsOnly(entry("UNCHANGED", 1), entry("RETRACTED", 1));
        given().queryParam("subject", model)
                .queryParam("retracted", true)
                .get("/api/v1/indicators/" + INDICATOR + "/observations")
                .then()
                .body("items.status", equalTo(List.of("RETRACTED")));
        assertThat(handIn("facts", file).getMap("outcomes")).containsOnly(entry("UNCHANGED", 2));
    }

    @Test
    void aBadRowPublishesNothingAndIsNamed() {
        String model = unique("bad");
        JsonPath rejected =
                handIn(
                        "csv",
                        HEADER
                                + row(model, 3, "")
                                + row(model + " x", -1, "")
                                + row(model + " y", 5, "").replace("2026-01-01", "yesterday"));

        assertThat(rejected.getString("state")).isEqualTo("REJECTED");
        assertThat(rejected.getLong("faults")).isEqualTo(2);
        assertThat(rejected.getList("report.row")).isEqualTo(List.of(2, 3));
        assertThat(rejected.getList("report.field")).isEqualTo(List.of("value", "observedOn"));
        rows(model).body("items", empty());
    }

    @Test
    void rowsThatContradictEachOtherAreFaults() {
        String model = unique("contradiction");
        String moment = "2026-02-01T00:00:00Z";
        JsonPath rejected = handIn("csv", HEADER + row(model, 3, moment) + row(model, 4, moment));

        assertThat(rejected.getString("state")).isEqualTo("REJECTED");
        assertThat(rejected.getList("report.row")).isEqualTo(List.of(2));
        assertThat(rejected.getString("report[0].message")).contains("an earlier row");
    }

    /// A flag is no part of an event's identity: the second row would be lost, and its flag with
    /// it.
    @ParameterizedTest
    @CsvSource({
        "tags.leakage, true",
        "evaluator, FIRST_PARTY",
        "level, 0.9",
        "publishedAt, 2026-01-02T00:00:00Z"
    })
    void rowsThatAreMarkedOtherwiseContradictEachOther(String column, String mark) {
        String model = unique("marked");
        String header = "source,indicator,subject.model,value,observedOn,statedAt," + column + "\n";
        String row = "tests,%s,%s,3,2026-01-01,2026-02-01T00:00:00Z,".formatted(INDICATOR, model);
        JsonPath rejected = handIn("csv", header + row + "\n" + row + mark + "\n");

        assertThat(rejected.getString("state")).isEqualTo("REJECTED");
        assertThat(rejected.getList("report.row")).isEqualTo(List.of(2));
        assertThat(rejected.getList("report.field")).isEqualTo(List.of("statedAt"));
        assertThat(handIn("csv", header + row + mark + "\n" + row + mark + "\n").getString("state"))
                .as("the same row twice")
                .isEqualTo("DONE");
    }

    @Test
    void nobodyVouchesInTheNameOfAnother() {
        String header = "source,indicator,subject.model,value,observedOn,confirmed\n";
        String row = "tests,%s,%s,3,2026-01-01,%s\n";
        JsonPath rejected =
                handIn(
                        "csv",
                        header + row.formatted(INDICATOR, unique("signed"), "the director: seen"));
        assertThat(rejected.getString("state")).isEqualTo("REJECTED");
        assertThat(rejected.getList("report.field")).isEqualTo(List.of("confirmed"));
        String me = analyst().get("/api/v1/session").then().extract().path("account");
        assertThat(rejected.getString("report[0].message"))
                .isEqualTo("must begin with '%s: ', who handed the file in".formatted(me));

        String model = unique("signed");
        handIn("csv", header + row.formatted(INDICATOR, model, me + ": seen"));
        rows(model).body("items.confirmed", equalTo(List.of(me + ": seen")));
    }

    @Test
    void aRowWithoutAModelIsOneOfALedgerOfRecordsOnly() {
        String file =
                "source,indicator,subject.actor,value,observedOn\ntests,%s,HUMAN,3,2026-01-01";
        JsonPath rejected = handIn("csv", file.formatted(INDICATOR));
        assertThat(rejected.getString("state")).isEqualTo("REJECTED");
        assertThat(rejected.getList("report.field")).isEqualTo(List.of("subject.model"));
        assertThat(handIn("csv", file.formatted("nanogpt-speedrun-time")).getString("state"))
                .isEqualTo("DONE");
    }

    @Test
    void aSlipInAColumnAnEmptyFileAndSomethingElseAreRejected() {
        assertThat(
                        handIn("csv", HEADER.replace("\n", ",sourc\n") + "x")
                                .getString("report[0].field"))
                .isNotEmpty();
        assertThat(handIn("csv", HEADER).getString("report[0].message")).isEqualTo("holds no row");
        assertThat(handIn("csv", "<html>").getString("state")).isEqualTo("REJECTED");
        JsonPath unknown = handIn("csv", "surce," + HEADER + "a," + row(unique("slip"), 1, ""));
        assertThat(unknown.getString("report[0].field")).isEqualTo("surce");
    }

    @Test
    void jsonLinesAreReadToo() {
        String model = unique("lines");
        String lines =
                IntStream.rangeClosed(1, 3)
                        .mapToObj(it ->
                                """
                                {"source": "tests", "indicator": "%s", "value": %d,
                                 "subject": {"model": "%s %d"}, "observedOn": "2026-01-01"}
                                """
                                        .formatted(INDICATOR, it, model, it)
                                        .replace("\n", " "))
                        .collect(Collectors.joining("\n"));

        assertThat(handIn("jsonl", lines).getMap("outcomes"))
                .containsExactlyEntriesOf(Map.of("NEW", 3));
    }

    @Test
    void rulesLookAtAnImportOnceWhenAllOfItIsThere() {
        String rule = unique("import-rule");
        String indicator = own(unique("import-rule"));
        analyst()
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"id": "%s", "title": "far", "indicator": "%s",
                         "condition": {"kind": "FRONTIER", "op": "GE"},
                         "severities": [{"name": "NOTICE", "fire": 100000},
                                        {"name": "WARNING", "fire": 200000}]}
                        """
                                .formatted(rule, indicator))
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
        String model = unique("far");

        handIn(
                "csv",
                (HEADER
                                + newRow(model + " 1", 150000)
                                + newRow(model + " 2", 250000)
                                + newRow(model + " 3", 240000))
                        .replace(INDICATOR, indicator));

        JsonPath alerts =
                given().queryParam("rule", rule).get("/api/v1/alerts").then().extract().jsonPath();
        assertThat(alerts.getList("items.severity")).isEqualTo(List.of("WARNING"));
        assertThat(alerts.getFloat("items[0].value")).isEqualTo(250000f);
        assertThat(alerts.getList("items[0].transitions.to")).isEqualTo(List.of("FIRING"));
        assertThat(alerts.getList("items[0].flags")).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftBehindIsFinished() throws Exception {
        String model = unique("killed");

        JsonPath done = ended(leftBehind(model, cluster(), "{}"));

        assertThat(done.getString("state")).isEqualTo("DONE");
        rows(model + " 2").body("items", empty());
        rows(model + " 3").body("items", hasSize(1));
        rows(model + " 5").body("items", hasSize(1));
    }

    @Test
    void whatWentToAKafkaThatWasLostIsPublishedAgain() throws Exception {
        String model = unique("lost");

        JsonPath done = ended(leftBehind(model, "another", "{\"rubicon.observations-0\": 987654}"));

        assertThat(done.getMap("outcomes")).containsExactlyEntriesOf(Map.of("NEW", 5));
        rows(model + " 1").body("items", hasSize(1));
    }

    @Test
    void whatWeCannotReadOurselvesIsToldAndTriedAgainAndNeverRejected() throws Exception {
        String model = unique("ours");
        IngestHouse.execute("alter table ingest.import_piece rename column bytes to away");
        String id = UUID.randomUUID().toString();
        try {
            IngestHouse.execute(
                    """
                    insert into ingest.import_job
                        (id, format, name, state, created_at, created_by, attempts)
                    values ('%1$s', 'csv', 'x', 'VALIDATING', now(), 'tests', 7);
                    insert into ingest.import_piece values ('%1$s', 0, convert_to('%2$s', 'UTF8'));
                    """
                            .formatted(id, HEADER + row(model, 3, "")));
            await(id, it -> it.getString("problem") != null);
            JsonPath waits = await(id, it -> it.getString("problem").contains("import_piece"));
            assertThat(waits.getString("state")).isEqualTo("VALIDATING");
            assertThat(waits.getInt("faults")).isZero();
        } finally {
            IngestHouse.execute("alter table ingest.import_piece rename column away to bytes");
        }

        goOnNow(id);

        JsonPath done = ended(id);
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getString("problem")).isNull();
        rows(model).body("items", hasSize(1));
    }

    @Test
    void anIntakeThatDoesNotMoveIsToldAndHoldsUpNoOtherImport() throws Exception {
        String model = unique("stuck");
        String id = leftBehind(model, cluster(), "{\"rubicon.observations-0\": 987654321}");

        JsonPath waits = await(id, it -> it.getString("problem") != null);
        assertThat(waits.getString("state")).isEqualTo("PUBLISHING");
        assertThat(waits.getString("problem")).contains("an intake that has not moved for PT3S");
        assertThat(handIn("csv", HEADER + row(unique("other"), 3, "")).getString("state"))
                .isEqualTo("DONE");

        IngestHouse.execute(
                "update ingest.import_job set offsets = '{}' where id = '%s'".formatted(id));
        goOnNow(id);
        assertThat(ended(id).getString("state")).isEqualTo("DONE");
    }

    @Test
    void faultsThatWereFoundWhilePublishingOutliveTheProcess() throws Exception {
        String model = unique("faulty");
        String id = leftBehind(model, cluster(), "{}");
        IngestHouse.execute(
                """
                update ingest.import_job set faults = 1,
                    report = '[{"row": 2, "field": "value", "message": "is gone"}]'
                where id = '%s'
                """
                        .formatted(id));

        JsonPath done = ended(id);

        assertThat(done.getInt("faults")).isEqualTo(1);
        assertThat(done.getList("report.message")).isEqualTo(List.of("is gone"));
    }

    @Test
    void anIndicatorTakesNoMoreObservationsThanItCanBear() {
        String model = unique("room");
        String most =
                HEADER
                        + IntStream.rangeClosed(1, 60)
                                .mapToObj(it -> row(model + " " + it, it, ""))
                                .collect(Collectors.joining());
        String room = own(unique("room"));

        assertThat(handIn("csv", most.replace(INDICATOR, room)).getString("state"))
                .isEqualTo("DONE");
        JsonPath again = handIn("csv", most.replace(INDICATOR, room));
        assertThat(again.getString("state")).as("what is there already").isEqualTo("DONE");
        JsonPath more =
                handIn("csv", most.replace(INDICATOR, room).replace(model, model + " more"));
        assertThat(more.getString("state")).isEqualTo("REJECTED");
        assertThat(more.getString("report[0].message"))
                .isEqualTo(
                        "'%s' would have 120 observations, an indicator may have 100"
                                .formatted(room));
    }

    private static String own(String id) {
        analyst()
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"title": "Room", "kind": "INDEX", "unit": "points",
                         "scale": "LINEAR", "direction": "HIGHER", "view": "MODEL",
                         "date": "RELEASE", "feed": "LIVE", "sources": ["tests"],
                         "evaluator": "THIRD_PARTY",
                         "licence": {"id": "CC0-1.0", "export": "YES"}, "citation": "Ours",
                         "description": "For the tests."}
                        """)
                .put("/api/v1/indicators/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static void goOnNow(String id) throws SQLException {
        IngestHouse.execute(
                "update ingest.import_job set retry_at = null where id = '%s'".formatted(id));
    }

    /// An import of five rows of which two were published when the process ended.
    private static String leftBehind(String model, String kafka, String offsets)
            throws SQLException {
        UUID id = UUID.randomUUID();
        String file =
                HEADER
                        + IntStream.rangeClosed(1, 5)
                                .mapToObj(it -> row(model + " " + it, it, "2026-02-01T00:00:00Z"))
                                .collect(Collectors.joining());
        IngestHouse.execute(
                """
                insert into ingest.import_job
                    (id, format, name, state, created_at, created_by, rows, published, indicators,
                     kafka, offsets)
                values ('%1$s', 'csv', 'x', 'RECEIVING', now(), 'tests', 5, 2, '{%2$s}', '%5$s', '%6$s');
                insert into ingest.import_piece values ('%1$s', 0, convert_to('%3$s', 'UTF8'));
                insert into ingest.import_piece values ('%1$s', 1, convert_to('%4$s', 'UTF8'));
                update ingest.import_job set state = 'PUBLISHING' where id = '%1$s';
                """
                        .formatted(
                                id,
                                INDICATOR,
                                file.substring(0, 97),
                                file.substring(97),
                                kafka,
                                offsets));
        return id.toString();
    }

    private String cluster() throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            return admin.describeCluster().clusterId().get();
        }
    }

    @Test
    void aFileOfASourceIsReadByItsConnector() {
        String model = unique("model");
        String file =
                """
                benchmark_name: METR-Horizon-v1
                results:
                  %s:
                    metrics:
                      p50_horizon_length: {estimate: 5.0, ci_low: 4.0, ci_high: 6.0}
                      p80_horizon_length: {estimate: 2.0, ci_low: 1.0, ci_high: 3.0}
                    release_date: 2024-01-01
                """
                        .formatted(model);

        JsonPath done = handIn("metr-benchmark-results", file);

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getString("source")).isEqualTo("metr-time-horizons");
        assertThat(done.getMap("outcomes")).containsExactlyEntriesOf(Map.of("NEW", 2));
        given().get("/api/v1/aliases/unresolved")
                .then()
                .rootPath("items.findAll { it.source == 'imports/metr-time-horizons' }")
                .body("name", equalTo(List.of(model)))
                .body("rows", equalTo(List.of(2)));
    }

    @Test
    void samplesOfALogOfInspectBecomeEvalRunsOnce() {
        String id = unique("log");
        String log =
                """
                {"version": 2, "status": "success",
                 "eval": {"eval_id": "%s", "run_id": "R", "task_id": "T", "task": "example/shell",
                  "created": "2026-02-01T10:00:00+00:00", "model": "example/probe-1",
                  "dataset": {"samples": 3}, "config": {}, "colour": "blue"},
                 "results": {"completed_samples": 3, "scores": [
                  {"name": "match", "metrics": {"accuracy": {"value": 0.5}}}]},
                 "samples": [
                  {"id": "a", "epoch": 1, "scores": {"match": {"value": "C"}},
                   "metadata": {"human_minutes": 30}},
                  {"id": "b", "epoch": 1, "scores": {"match": {"value": 0.25}}},
                  {"id": "c", "epoch": 1, "scores": {}}]}
                """
                        .formatted(id);

        JsonPath done = handIn("inspect-logs", log);

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("rows")).isEqualTo(2);
        assertThat(done.getInt("evalRuns")).isEqualTo(2);
        assertThat(done.getInt("observations")).isZero();
        assertThat(done.getList("unread")).contains("colour");
        assertThat(done.getList("passedOver"))
                .contains(
                        "import:upload: 1 samples are no runs: 'match' gave them no score from 0"
                                + " to 1");
        assertThat(done.getMap("outcomes")).containsExactlyEntriesOf(Map.of("NEW", 2));
        given().queryParam("source", "own-inspect-logs")
                .queryParam("agent", "example/probe-1")
                .get("/api/v1/eval-runs")
                .then()
                .body(
                        "items.find { it.runId == '%s|a|1' }.humanMinutes".formatted(id),
                        equalTo(30f))
                .body("items.find { it.runId == '%s|b|1' }.score".formatted(id), equalTo(0.25f));
        assertThat(handIn("inspect-logs", log).getMap("outcomes"))
                .as("the same file again changes nothing")
                .containsExactlyEntriesOf(Map.of("UNCHANGED", 2));
    }

    @Test
    void formatsAndRolesAreChecked() {
        given().body("x").post("/api/v1/imports?format=csv").then().statusCode(401);
        post("parquet", "x")
                .statusCode(400)
                .body("violations[0].field", equalTo("format"))
                .body("violations[0].message", containsString("parquet"));
        analyst().body("x").post("/api/v1/imports").then().statusCode(400);
        analyst().get("/api/v1/imports/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void bodiesThatAreHeldInMemoryStaySmall() {
        analyst()
                .contentType(ContentType.JSON)
                .body(new byte[(64 << 20) + 1])
                .post("/api/v1/observations")
                .then()
                .statusCode(413);
    }

    @Test
    void whatIsPutIntoTheFolderIsHandedIn() throws Exception {
        String model = unique("dropped");
        Path folder = IngestHouse.imports();
        Files.writeString(folder.resolve(model + ".csv"), HEADER + row(model, 7, ""));
        Files.writeString(folder.resolve(model + ".parquet"), "x");

        Files.writeString(
                folder.resolve(model + "-signed.csv"),
                "source,indicator,subject.model,value,observedOn,confirmed\n"
                        + "tests,%s,%s,3,2026-01-01,drop folder: seen\n"
                                .formatted(INDICATOR, model + " signed"));

        Path done = appears(folder.resolve("done"), model + ".csv.report.json");
        Path rejected = appears(folder.resolve("rejected"), model + ".parquet.report.json");

        assertThat(JsonPath.from(done.toFile()).getString("state")).isEqualTo("DONE");
        assertThat(Files.readString(rejected)).contains("parquet");
        Path signed = appears(folder.resolve("rejected"), model + "-signed.csv.report.json");
        assertThat(JsonPath.from(signed.toFile()).getString("report[0].message"))
                .isEqualTo("is not taken from the drop folder: nobody is known to vouch for it");
        rows(model).body("items", hasSize(1));
        assertThat(folder.resolve(model + ".csv")).doesNotExist();
    }

    /// Whatever ends between the report and the file's last move, the report is there.
    @Test
    void aFileThatCannotLeaveHasItsReportAndHindersNoOther() throws Exception {
        String model = unique("stays");
        String name = handIn("csv", HEADER + row(model, 7, "")).getString("id") + "--x.csv";
        Path folder = IngestHouse.imports();
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.createDirectories(folder.resolve("done").resolve(name));
        Files.writeString(taken.resolve("!stray--x.csv"), "put here by somebody");
        Files.writeString(taken.resolve(name), "x");
        try {
            Path report = appears(folder.resolve("done"), name + ".report.json");
            assertThat(JsonPath.from(report.toFile()).getString("state")).isEqualTo("DONE");
            Files.writeString(folder.resolve(model + ".csv"), HEADER + row(model + " b", 8, ""));
            appears(folder.resolve("done"), model + ".csv");
            assertThat(taken.resolve("!stray--x.csv")).exists();
        } finally {
            Files.deleteIfExists(taken.resolve(name));
            Files.deleteIfExists(taken.resolve("!stray--x.csv"));
        }
    }

    private static Path appears(Path folder, String end) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(
                        () -> {
                            try (Stream<Path> files = Files.list(folder)) {
                                return files.filter(it -> it.toString().endsWith(end))
                                        .findFirst()
                                        .orElse(null);
                            }
                        },
                        it -> it != null);
    }

    private static String row(String model, double value, String statedAt) {
        return "tests,%s,%s,%s,2026-01-01,%s,%n".formatted(INDICATOR, model, value, statedAt);
    }

    private static String newRow(String model, double value) {
        return "tests,%s,%s,%s,2026-01-01,,%s%n".formatted(INDICATOR, model, value, Instant.now());
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID();
    }

    private static RequestSpecification analyst() {
        return given().auth().oauth2(IngestHouse.TOKEN);
    }

    private static ValidatableResponse post(String format, String file) {
        return analyst()
                .contentType(ContentType.BINARY)
                .queryParam("format", format)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then();
    }

    private static JsonPath handIn(String format, String file) {
        return ended(post(format, file).statusCode(202).extract().path("id"));
    }

    private static JsonPath ended(String id) {
        return await(id, it -> it.getString("finishedAt") != null);
    }

    private static JsonPath await(String id, Predicate<JsonPath> condition) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> analyst().get("/api/v1/imports/" + id).jsonPath(), condition);
    }

    private static ValidatableResponse rows(String model) {
        return given().queryParam("subject", model)
                .get("/api/v1/indicators/" + INDICATOR + "/observations")
                .then();
    }

    private static long pieces() throws Exception {
        return IngestHouse.count("ingest.import_piece");
    }
}
