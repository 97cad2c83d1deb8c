package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.Topics;

/// Runs of sources over real HTTP, Kafka and PostgreSQL. The tests share one ledger: each uses
/// models of its own, or counts only what its own run did.
@QuarkusTest
@QuarkusTestResource(value = SourcesHouse.class, restrictToAnnotatedClass = true)
class SourceRunsIT {
    private static final String SOURCES = "/api/v1/sources";
    private static final String MONDAY = "Mon, 02 Mar 2026 00:00:00 GMT";

    @Inject DataSource database;

    @Inject
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ParameterizedTest
    @CsvSource({"milestones, 57", "policy-thresholds, 8", "forecasts, 22"})
    void whatRubiconShipsWithEntersOnce(String kind, int count) {
        sync(kind).statusCode(200).body("new", equalTo(count)).body("refused", equalTo(0));
        sync(kind).statusCode(200).body("new", equalTo(0)).body("unchanged", equalTo(count));
        RestAssured.given()
                .get("/api/v1/" + kind)
                .then()
                .body("items.size()", greaterThanOrEqualTo(count))
                .body("items.findAll { it.source != 'told' }.revision", everyItem(equalTo(1)));
    }

    @Test
    void fileOfMilestonesIsReadOnceAndAnEditIsARevision() {
        String file =
                """
                defaults: {date: 2026-01-01, who: somebody, kind: STATEMENT, citation: a letter}
                milestones:
                  - {id: told-first, what: as it was}
                  - {id: told-second, what: as it stays}
                  - {id: told-third, what: nothing, date: soon}
                """;
        SourcesHouse.tell(file);
        sync("told").statusCode(200).body("new", equalTo(2)).body("refused", equalTo(1));
        sync("told").statusCode(200).body("new", equalTo(0)).body("unchanged", equalTo(2));
        SourcesHouse.tell(file.replace("as it was", "as it is"));
        sync("told").statusCode(200).body("revised", equalTo(1)).body("unchanged", equalTo(1));
        RestAssured.given()
                .get("/api/v1/milestones/told-first")
                .then()
                .body("standing.source", equalTo("told"))
                .body("revisions.what", equalTo(List.of("as it was", "as it is")));
        RestAssured.given()
                .get("/api/v1/milestones/told-second")
                .then()
                .body("revisions", hasSize(1));
    }

    /// Of two statements of one moment that with the higher id stands: of two readings in turn, one
    /// would never.
    @Test
    void rowWithADateOfItsOwnIsWhatWasReadOfItLast() throws SQLException {
        String file =
                """
                observations:
                  - {externalId: own-date, indicator: metr-horizon-p50, unit: min, value: 10,
                     subject: {model: OwnDate, actor: AI}, observedOn: 2026-01-01,
                     statedAt: "2026-01-02T00:00:00Z"}
                """;
        for (String value : List.of("10", "20", "10", "20")) {
            SourcesHouse.tell(file.replace("10,", value + ","));
            sync("told").statusCode(200).body("refused", equalTo(0));
            rows("told", "OwnDate", "").body("items[0].value", equalTo(Float.valueOf(value)));
        }
        readAnew("told");
        sync("told").body("new", equalTo(0)).body("revised", equalTo(0));
        rows("told", "OwnDate", "&revisions=true")
                .body("items.value", equalTo(List.of(10.0f, 20.0f, 10.0f, 20.0f)))
                .body("items.statedAt", hasItem("2026-01-02T00:00:00.000003Z"));

        String withdrawn =
                file.replace(
                        "10,",
                        "20, withdrawn: {statedAt: 2026-02-01T00:00:00Z, reason: WITHDRAWN},");
        SourcesHouse.tell(withdrawn);
        sync("told").body("retracted", equalTo(1));
        rows("told", "OwnDate", "").body("items", empty());
        SourcesHouse.tell(file.replace("10,", "20,"));
        sync("told").body("revised", equalTo(1));
        rows("told", "OwnDate", "").body("items[0].value", equalTo(20.0f));
        sync("told").body("revised", equalTo(0));
    }

    /// Both addresses hold files that were modified at the same time.
    @Test
    void whatIsReadAtAnotherAddressCounts() throws SQLException {
        keep(Results.of(1).with("moved", 10), "Last-Modified", MONDAY);
        sync("keeping").statusCode(200);
        IngestHouse.execute(
                "update ingest.source_state set url = 'http://127.0.0.1/elsewhere',"
                        + " connector_version = '0' where source = 'keeping'");
        keep(Results.of(1).with("moved", 20), "Last-Modified", MONDAY);
        sync("keeping").statusCode(200).body("revised", equalTo(1));
        rows("keeping", "moved", "").body("items[0].value", equalTo(20.0f));
    }

    /// As if the rules had changed by which a source is read.
    private static void readAnew(String source) throws SQLException {
        IngestHouse.execute(
                "update ingest.source_state set connector_version = '0' where source = '%s'"
                        .formatted(source));
    }

    @Test
    void fieldThatNobodyReadsIsToldUntilItIsGone() {
        String plain = new String(Results.of(3).bytes(), UTF_8);
        byte[] more = ("colour: blue\n" + plain).getBytes(UTF_8);

        SourcesHouse.keeping().serves(more, "ETag", "\"more\"");
        String run =
                sync("keeping")
                        .statusCode(200)
                        .body("unread", hasItem("colour"))
                        .body("passedOver", empty())
                        .body("observations", equalTo(6))
                        .body("evalRuns", equalTo(0))
                        .extract()
                        .path("run");
        RestAssured.given()
                .get(SOURCES + "/keeping/runs/" + run)
                .then()
                .body("unread", hasItem("colour"));
        SourcesHouse.keeping().says(304);
        sync("keeping")
                .body("notModified", equalTo(true))
                .body("unread", hasItem("colour"))
                .body("observations", equalTo(0));

        SourcesHouse.keeping().serves(Results.of(3).bytes());
        sync("keeping").body("unread", not(hasItem("colour")));
    }

    @Test
    void namesAreResolvedByOnesOwnFile_OrListedUntilTheyAre() {
        byte[] results =
                new String(Results.of(2).bytes(), UTF_8)
                        .replace("m-01", "ours")
                        .replace("m-02", "nobodys")
                        .getBytes(UTF_8);
        SourcesHouse.keeping().serves(results);
        sync("keeping").statusCode(200).body("refused", equalTo(0));

        rows("keeping", "OurModel", "").body("items[0].tags.unresolved", nullValue());
        RestAssured.given()
                .get("/api/v1/aliases/unresolved")
                .then()
                .body("items.findAll { it.source == 'keeping' }.name", equalTo(List.of("nobodys")))
                .body("items.find { it.name == 'nobodys' }.rows", equalTo(2))
                .body("items.find { it.name == 'nobodys' }.since", notNullValue());
        RestAssured.given()
                .queryParam("q", "ourmodel")
                .get("/api/v1/aliases")
                .then()
                .body("items.name", equalTo(List.of("ours")))
                .body("items[0].source", equalTo("keeping"));
        RestAssured.given()
                .queryParam("q", "claude_4_opus_inspect")
                .get("/api/v1/aliases")
                .then()
                .body("items.model", equalTo(List.of("Claude Opus 4")))
                .body("items.file", equalTo(List.of("aliases/metr-models.yaml")));
    }

    @Test
    void vanishedRowIsWithdrawnAndStandsAgainWhenItReturns() {
        SourcesHouse.withdrawing().serves(Results.of(12).bytes());
        sync("withdrawing").statusCode(200);

        SourcesHouse.withdrawing().serves(Results.of(12).without("m-07").bytes());
        sync("withdrawing")
                .statusCode(200)
                .body("read", equalTo(22))
                .body("unchanged", equalTo(22))
                .body("retracted", equalTo(2));
        rows("withdrawing", "m-07", "").body("items", hasSize(0));
        rows("withdrawing", "m-07", "&retracted=true")
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("RETRACTED"))
                .body("items[0].reason", equalTo("WITHDRAWN"));

        SourcesHouse.withdrawing().serves(Results.of(12).bytes());
        sync("withdrawing").statusCode(200).body("read", equalTo(24)).body("revised", equalTo(2));
        rows("withdrawing", "m-07", "").body("items[0].status", equalTo("STANDING"));

        SourcesHouse.withdrawing().serves(Results.of(9).bytes());
        sync("withdrawing").statusCode(200).body("retracted", equalTo(0));
        item("withdrawing", "health").isEqualTo("DRIFT");
        item("withdrawing", "drift").isEqualTo("ROWS");
        stateIs("withdrawing", "DRIFT");
        rows("withdrawing", "m-12", "").body("items[0].status", equalTo("STANDING"));

        SourcesHouse.withdrawing().serves(Results.of(12).bytes());
        sync("withdrawing").statusCode(200);
        item("withdrawing", "health").isEqualTo("OK");
        item("withdrawing", "drift").isNull();
        stateIs("withdrawing", "OK");
    }

    @Test
    void whatVanishedIsWithdrawnOnceSomebodyWhoSawItSaysSo() {
        SourcesHouse.withdrawing().serves(Results.of(12).bytes());
        String first = sync("withdrawing").statusCode(200).extract().path("run");
        withdraw(first).statusCode(409).body("detail", containsString("no rows"));

        SourcesHouse.withdrawing().serves(Results.of(9).bytes());
        String seen =
                sync("withdrawing")
                        .statusCode(200)
                        .body("retracted", equalTo(0))
                        .body("passedOver[0]", containsString("6 of 24 rows vanished"))
                        .body("passedOver[0]", containsString("m-12 (metr-horizon-p80)"))
                        .extract()
                        .path("run");
        withdraw(first).statusCode(409).body("detail", containsString("was read since"));
        RestAssured.given()
                .post(SOURCES + "/withdrawing/runs/" + seen + "/withdraw")
                .then()
                .statusCode(401);

        SourcesHouse.withdrawing().serves(Results.of(8).bytes());
        withdraw(seen).statusCode(409).body("detail", containsString("look again"));
        rows("withdrawing", "m-12", "").body("items[0].status", equalTo("STANDING"));
        item("withdrawing", "drift").isEqualTo("ROWS");

        String now = String.valueOf(value("withdrawing", "lastRun.run"));
        withdraw(now)
                .statusCode(200)
                .body("unchanged", equalTo(16))
                .body("retracted", equalTo(8))
                .body("passedOver", hasSize(0));
        item("withdrawing", "health").isEqualTo("OK");
        rows("withdrawing", "m-12", "").body("items", hasSize(0));
        rows("withdrawing", "m-12", "&retracted=true")
                .body("items[0].reason", equalTo("WITHDRAWN"))
                .body("items[0].reasonText", containsString("accepted by "));
        sync("withdrawing").statusCode(200).body("retracted", equalTo(0));
        item("withdrawing", "health").isEqualTo("OK");
    }

    @Test
    void upstreamWithAFrozenDateCanCorrectItself() {
        keep(Results.of(1).with("frozen", 10), "Last-Modified", MONDAY);
        sync("keeping").statusCode(200);

        keep(Results.of(1).with("frozen", 11), "Last-Modified", MONDAY);
        sync("keeping").statusCode(200).body("revised", equalTo(1));
        rows("keeping", "frozen", "").body("items[0].value", equalTo(11.0f));

        keep(Results.of(1).with("frozen", 12), "Last-Modified", MONDAY);
        sync("keeping").statusCode(200).body("revised", equalTo(1));
        rows("keeping", "frozen", "").body("items[0].value", equalTo(12.0f));
    }

    @Test
    void samePayloadIsNothingNewAlsoWhereTheUpstreamCannotTell() {
        keep(Results.of(3));
        sync("keeping").statusCode(200);
        sync("keeping")
                .statusCode(200)
                .body("notModified", equalTo(false))
                .body("read", equalTo(6))
                .body("unchanged", equalTo(6));
    }

    @Test
    void rowThatCannotBeReadAndRowThatTheLedgerRefusesCostNoOther() {
        keep(
                Results.of(2)
                        .withRow("no-estimate", "{ci_low: 1, ci_high: 2}", "{estimate: 1}")
                        .withRow("upside-down", "{estimate: 5, ci_low: 6}", "{estimate: 1}"));
        sync("keeping").statusCode(200).body("read", equalTo(8)).body("refused", equalTo(2));
        rows("keeping", "no-estimate", "").body("items", hasSize(0));
        rows("keeping", "upside-down", "").body("items", hasSize(0));
        RestAssured.given()
                .get("/api/v1/indicators/metr-horizon-p80/observations?subject=upside-down")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void anotherFormIsDriftUntilTheOldOneIsBack() {
        byte[] good = Results.of(2).with("drifting", 10).bytes();
        SourcesHouse.keeping().serves(good);
        sync("keeping").statusCode(200);

        SourcesHouse.keeping().serves("models: {}".getBytes(UTF_8));
        sync("keeping")
                .statusCode(502)
                .contentType("application/problem+json")
                .body("detail", containsString("'results' is missing"));
        item("keeping", "health").isEqualTo("DRIFT");
        item("keeping", "drift").isEqualTo("FORM");

        SourcesHouse.keeping().serves(good);
        sync("keeping").statusCode(200).body("unchanged", equalTo(6));
        item("keeping", "health").isEqualTo("OK");
    }

    /// Of a source of several files each drifts by itself.
    @Test
    void fileOfAnotherFormHindersNoOtherAndItsRowsStandUntilItCanBeReadAgain() {
        drop("a.jsonl", line("watched-a", 10));
        drop("b.jsonl", line("watched-b", 10) + line("watched-c", 10));
        sync("watched").statusCode(200).body("new", equalTo(3));

        drop("a.jsonl", line("watched-a", 11) + line("watched-d", 12));
        SourcesHouse.drop("b.jsonl", (line("watched-b", 99) + "é").getBytes(ISO_8859_1));
        sync("watched")
                .statusCode(502)
                .body("detail", containsString("b.jsonl: "))
                .body("detail", not(containsString("a.jsonl")));
        item("watched", "health").isEqualTo("DRIFT");
        item("watched", "drift").isEqualTo("FORM");
        assertThat(value("watched", "lastRun.new")).isEqualTo(1);
        assertThat(value("watched", "lastRun.revised")).isEqualTo(1);
        assertThat(value("watched", "lastRun.retracted")).isEqualTo(0);
        rows("watched", "watched-a", "").body("items[0].value", equalTo(11.0f));
        rows("watched", "watched-b", "").body("items[0].value", equalTo(10.0f));
        rows("watched", "watched-c", "").body("items[0].value", equalTo(10.0f));

        sync("watched").statusCode(502).body("detail", containsString("b.jsonl: "));
        assertThat(value("watched", "lastRun.new")).isEqualTo(0);

        drop("b.jsonl", line("watched-b", 12) + line("watched-c", 10));
        sync("watched").statusCode(200).body("revised", equalTo(1));
        item("watched", "health").isEqualTo("OK");
        rows("watched", "watched-b", "").body("items[0].value", equalTo(12.0f));
    }

    private static void drop(String name, String text) {
        SourcesHouse.drop(name, text.getBytes(UTF_8));
    }

    private static String line(String model, int value) {
        return """
        {"externalId": "%s", "indicator": "metr-horizon-p50", "subject": {"model": "%s"}, \
        "value": %d, "observedOn": "2026-01-05"}
        """
                .formatted(model, model, value);
    }

    @Test
    void failureOnDemandIsToldAtOnceAndTheNextRunGoesOn() {
        SourcesHouse.keeping().says(503);
        int before = SourcesHouse.keeping().requests();
        sync("keeping").statusCode(502).body("detail", containsString("answered 503"));
        assertThat(SourcesHouse.keeping().requests()).isEqualTo(before + 1);
        item("keeping", "health").isEqualTo("FAILING");

        keep(Results.of(2).with("after-failure", 10));
        sync("keeping").statusCode(200).body("new", equalTo(2));
    }

    @Test
    void upstreamThatAsksForAnHourIsLeftAloneForAnHour() {
        Instant before = Instant.now();
        SourcesHouse.keeping().says(429, "Retry-After", "3600");
        sync("keeping").statusCode(502);
        assertThat(Instant.parse(String.valueOf(value("keeping", "nextDueAt"))))
                .isAfterOrEqualTo(before.plus(Duration.ofHours(1)));

        SourcesHouse.keeping().says(503);
        sync("keeping").statusCode(502);
        assertThat(Instant.parse(String.valueOf(value("keeping", "nextDueAt"))))
                .isBefore(before.plus(Duration.ofMinutes(50)));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void addressThatHoldsNothingIsGoneUntilItHoldsSomething(int status) {
        SourcesHouse.keeping().says(status);
        sync("keeping").statusCode(502).body("detail", containsString("answered " + status));
        item("keeping", "health").isEqualTo("GONE");
        stateIs("keeping", "GONE");

        SourcesHouse.keeping().says(500);
        sync("keeping").statusCode(502);
        item("keeping", "health").isEqualTo("FAILING");

        keep(Results.of(2));
        sync("keeping").statusCode(200);
        item("keeping", "health").isEqualTo("OK");
        stateIs("keeping", "OK");
    }

    @Test
    void sourceIsUnchangedSinceItsContentChanged() {
        keep(Results.of(2).with("unchanged", 10), "Last-Modified", MONDAY);
        sync("keeping").statusCode(200);
        Object since = value("keeping", "unchangedSince");
        sync("keeping").statusCode(200);
        item("keeping", "unchangedSince").isEqualTo(since);

        keep(Results.of(2).with("unchanged", 20));
        sync("keeping").statusCode(200);
        assertThat(Instant.parse(String.valueOf(value("keeping", "unchangedSince"))))
                .isAfter(Instant.parse(String.valueOf(since)));
    }

    @Test
    void sourceIsSilentAfterThreeOfItsOwnIntervals() throws SQLException {
        keep(Results.of(2));
        sync("keeping").statusCode(200);
        sync("forecasts").statusCode(200);
        for (String source : List.of("keeping", "forecasts")) {
            IngestHouse.execute(
                    "update ingest.source_state set last_success_at = now() - interval '19 hours'"
                            + " where source = '%s'".formatted(source));
        }
        item("keeping", "health").isEqualTo("SILENT");
        item("forecasts", "health").isEqualTo("OK");
        assertThat((Float) value("keeping", "lag")).isBetween(3.16f, 3.2f);
        assertThat((Float) value("forecasts", "lag")).isBetween(0.11f, 0.12f);
        stateIs("keeping", "SILENT");
        stateIs("forecasts", "OK");

        sync("keeping").statusCode(200);
        item("keeping", "health").isEqualTo("OK");
    }

    @Test
    void metersTellOfSourcesThatAreOn() {
        keep(Results.of(2));
        sync("keeping").statusCode(200);
        Instant success = Instant.parse(String.valueOf(value("keeping", "lastSuccessAt")));
        Instant due = Instant.parse(String.valueOf(value("keeping", "nextDueAt")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(meter("last_success_timestamp_seconds{source=\"keeping\"}"))
                            .isEqualTo((double) success.getEpochSecond());
                    assertThat(meter("next_due_timestamp_seconds{source=\"keeping\"}"))
                            .isEqualTo((double) due.getEpochSecond());
                });
        assertThat(meter("cadence_seconds{source=\"keeping\"}")).isEqualTo(21_600);
        assertThat(meter("cadence_seconds{source=\"forecasts\"}")).isEqualTo(604_800);
        assertThat(meters()).contains("source=\"keeping\"").doesNotContain("source=\"off\"");
    }

    @Test
    void secondCallJoinsTheRunInProgress() {
        CountDownLatch hold = new CountDownLatch(1);
        byte[] body = Results.of(1).with("held", 10).bytes();
        SourcesHouse.keeping()
                .answers(exchange -> {
                    try {
                        hold.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                });
        int before = SourcesHouse.keeping().requests();

        ValidatableResponse first =
                admin().post(SOURCES + "/keeping/sync?wait=PT0S").then().statusCode(202);
        String run = first.body("finishedAt", nullValue()).extract().path("run");
        String location = first.extract().header("Location");
        assertThat(location).endsWith("/api/v1/sources/keeping/runs/" + run);
        admin().post(SOURCES + "/keeping/sync?wait=PT0S")
                .then()
                .statusCode(202)
                .body("run", equalTo(run));
        hold.countDown();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        RestAssured.given()
                                .get(location)
                                .then()
                                .statusCode(200)
                                .body("finishedAt", notNullValue())
                                .body("new", equalTo(2)));
        assertThat(SourcesHouse.keeping().requests()).isEqualTo(before + 1);
    }

    @Test
    void sourceThatAnotherReplicaReadsIsFollowedToItsEnd() throws Exception {
        UUID run = UUID.randomUUID();
        try (Connection replica = database.getConnection();
                Statement sql = replica.createStatement()) {
            sql.execute("select pg_advisory_lock(hashtextextended('rubicon.source/keeping', 0))");
            sql.execute(
                    "insert into ingest.source_run (id, source, started_at) values ('%s', 'keeping', now())"
                            .formatted(run));
            admin().post(SOURCES + "/keeping/sync?wait=PT0S")
                    .then()
                    .statusCode(202)
                    .body("run", equalTo(run.toString()));
            sql.execute(
                    "update ingest.source_run set finished_at = now(), read = 3, unchanged = 3 where id = '%s'"
                            .formatted(run));
            sql.execute("select pg_advisory_unlock_all()");
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> sync("keeping").body("run", org.hamcrest.Matchers.not(run)));
        RestAssured.given()
                .get(SOURCES + "/keeping/runs/" + run)
                .then()
                .body("read", equalTo(3))
                .body("error", nullValue());
    }

    @Test
    void runThatDiedWithItsProcessIsEndedByTheNext() throws SQLException {
        UUID dead = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "insert into ingest.source_run (id, source, started_at) values ('%s', 'keeping', now())"
                            .formatted(dead));
        }
        keep(Results.of(2));
        sync("keeping").statusCode(200);
        RestAssured.given()
                .get(SOURCES + "/keeping/runs/" + dead)
                .then()
                .body("error", containsString("stopped"))
                .body("finishedAt", notNullValue());
    }

    @Test
    void rowTravelsAsAStructuredCloudEventUnderItsIndicator() throws Exception {
        keep(Results.of(1).with("as-an-event", 42.5));
        sync("keeping").statusCode(200).body("new", equalTo(2));

        ConsumerRecord<String, String> event = eventOf("as-an-event", "metr-horizon-p50");

        assertThat(event.key()).isEqualTo("metr-horizon-p50");
        assertThat(new String(event.headers().lastHeader("content-type").value(), UTF_8))
                .startsWith("application/cloudevents+json");
        JsonNode json = new ObjectMapper().readTree(event.value());
        assertThat(json.path("specversion").textValue()).isEqualTo("1.0");
        assertThat(json.path("source").textValue()).isEqualTo("/sources/keeping");
        assertThat(json.path("id").textValue()).matches("[0-9a-f]{32}");
        assertThat(json.path("type").textValue()).isEqualTo("rubicon.observation.reported.v1");
        assertThat(json.path("datacontenttype").textValue()).isEqualTo("application/json");
        JsonNode data = json.path("data");
        assertThat(Instant.parse(json.path("time").textValue()))
                .isEqualTo(Instant.parse(data.path("statedAt").textValue()));
        assertThat(data.path("value").doubleValue()).isEqualTo(42.5);
        assertThat(data.path("unit").textValue()).isEqualTo("min");
        assertThat(data.path("observedOn").textValue()).isEqualTo("2025-01-01");
        assertThat(data.path("tags").path("unresolved").textValue()).isEqualTo("true");
        assertThat(data.path("provenance").path("connector").textValue())
                .isEqualTo("metr-benchmark-results");
        assertThat(data.path("provenance").path("licence").textValue()).isEqualTo("MIT");
    }

    private ConsumerRecord<String, String> eventOf(String externalId, String indicator) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.OBSERVATIONS).stream()
                            .map(it -> new TopicPartition(it.topic(), it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> {
                        for (var it : consumer.poll(Duration.ofMillis(200))) {
                            if (it.value().contains("\"" + externalId + "\"")
                                    && it.value().contains("\"" + indicator + "\"")) {
                                found.add(it);
                            }
                        }
                        assertThat(found).isNotEmpty();
                    });
        }
        return found.getFirst();
    }

    @Test
    void listSaysHowEverySourceDoes() {
        keep(Results.of(2));
        sync("keeping").statusCode(200);
        item("keeping", "connector").isEqualTo("metr-benchmark-results");
        item("keeping", "every").isEqualTo("PT6H");
        item("keeping", "health").isEqualTo("OK");
        item("keeping", "lastRun.source").isEqualTo("keeping");
        item("off", "health").isEqualTo("OFF");
        item("off", "nextDueAt").isNull();
        item("off", "lag").isNull();
    }

    @Test
    void unknownSourceRunAndWaitAreRefused() {
        admin().post(SOURCES + "/none/sync").then().statusCode(404);
        RestAssured.given()
                .get(SOURCES + "/keeping/runs/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        admin().post(SOURCES + "/keeping/sync?wait=soon")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("wait"));
    }

    private static void keep(Results results, String... headers) {
        SourcesHouse.keeping().serves(results.bytes(), headers);
    }

    private static RequestSpecification admin() {
        return RestAssured.given().auth().oauth2(IngestHouse.TOKEN);
    }

    private static ValidatableResponse sync(String source) {
        return admin().post(SOURCES + "/" + source + "/sync?wait=PT60S").then();
    }

    private static ValidatableResponse withdraw(String run) {
        return admin().post(SOURCES + "/withdrawing/runs/" + run + "/withdraw").then();
    }

    private static ValidatableResponse rows(String source, String key, String query) {
        return RestAssured.given()
                .get(
                        "/api/v1/indicators/metr-horizon-p50/observations?subject=%s%s"
                                .formatted(key, query))
                .then()
                .statusCode(200)
                .body("items.findAll { it.source != '%s' }".formatted(source), hasSize(0));
    }

    private static org.assertj.core.api.ObjectAssert<Object> item(String source, String field) {
        return assertThat(value(source, field));
    }

    private static Object value(String source, String field) {
        return RestAssured.given()
                .get(SOURCES)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.id == '%s' }.%s".formatted(source, field));
    }

    /// Waits until the meters say this of a source, and nothing else.
    private static void stateIs(String source, String state) {
        Pattern told =
                Pattern.compile(
                        "rubicon_source_state\\{source=\"%s\",state=\"(\\w+)\"\\} 1\\.0"
                                .formatted(source));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(told.matcher(meters()).results().map(it -> it.group(1)))
                                .containsExactly(state));
    }

    private static double meter(String series) {
        return meters().lines()
                .filter(it -> it.startsWith("rubicon_source_" + series + " "))
                .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(Double.NaN);
    }

    private static String meters() {
        return RestAssured.given().get("/q/metrics").asString();
    }
}
