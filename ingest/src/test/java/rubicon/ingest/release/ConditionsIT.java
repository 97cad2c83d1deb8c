package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.SettableTime;
import rubicon.model.wire.Topics;

/// Rules that read more than one indicator's best value.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ConditionsIT {

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @AfterEach
    void setTheClockBack() {
        SettableTime.moveAhead(Duration.ZERO);
    }

    @Test
    void gapFiresAndClearsWhenTheOtherIndicatorMoves() {
        rule(
                "gap",
                "mle-bench-all-any",
                "{'kind': 'GAP', 'op': 'LT', 'other': 'mle-bench-all-clean'}",
                "{'name': 'WARNING', 'fire': 3}");
        observe("mle-bench-all-clean", "one", 40);
        observe("mle-bench-all-any", "one", 50);
        alertsOf("gap").body("items", empty());

        observe("mle-bench-all-clean", "two", 49);

        alert("gap", "FIRING")
                .body("items[0].value", equalTo(1f))
                .body("items[0].unit", equalTo("% with a medal"))
                .body("items[0].observations", hasSize(2))
                .body("items[0].flags", not(hasItem("BASELINE")));

        observe("mle-bench-all-any", "two", 60);
        alert("gap", "NORMAL").body("items[0].reason", equalTo("CLEARED"));
    }

    @Test
    void silenceFiresByTheClockAloneAndEndsWithTheNextRecord() {
        rule(
                "silent",
                "weirdml",
                "{'kind': 'SILENCE', 'op': 'GE', 'since': 'RECORD'}",
                "{'name': 'NOTICE', 'fire': 30}");
        observe("weirdml", "one", 40);
        alertsOf("silent").body("items", empty());

        SettableTime.moveAhead(Duration.ofDays(31));

        alert("silent", "FIRING")
                .body("items[0].health", equalTo("OK"))
                .body("items[0].unit", equalTo("d"))
                .body("items[0].transitions[0].evaluator", equalTo("clock"))
                .body("items[0].flags", not(hasItem("BASELINE")));

        observe("weirdml", "two", 41);
        alert("silent", "NORMAL");
    }

    @Test
    void crossingThatIsDeterminedFiresAndSoDoesAChangeOfWords() {
        threshold("v1", "NOT_CROSSED");
        rule(
                "crossed",
                "grb-gdm",
                "{'kind': 'DETERMINATION', 'op': 'GE', 'entry': 'a-threshold'}",
                "{'name': 'WARNING', 'fire': 1}, {'name': 'CRITICAL', 'fire': 2}");
        rule(
                "words",
                "grb-gdm",
                "{'kind': 'REWORDED', 'op': 'GE', 'entry': 'a-threshold', 'window': 'P30D'}",
                "{'name': 'WARNING', 'fire': 1}");

        threshold("v1", "CROSSED");

        alert("crossed", "FIRING")
                .body("items[0].severity", equalTo("CRITICAL"))
                .body("items[0].subject", equalTo("A model"));
        alertsOf("words").body("items", empty());

        threshold("v2", "CROSSED");

        alert("words", "FIRING").body("items[0].value", equalTo(1f));
        SettableTime.moveAhead(Duration.ofDays(31));
        alert("words", "NORMAL");
        alert("crossed", "FIRING");
    }

    @Test
    void forecastIsDueUntilItIsResolved() {
        forecast("");
        rule(
                "due",
                "weirdml",
                "{'kind': 'FORECAST_DUE', 'op': 'GE', 'entry': 'a-forecast'}",
                "{'name': 'NOTICE', 'fire': -30}, {'name': 'WARNING', 'fire': 14}");
        alertsOf("due").body("items", empty());

        SettableTime.moveAhead(Duration.ofDays(20));
        alert("due", "FIRING").body("items[0].severity", equalTo("NOTICE"));

        SettableTime.moveAhead(Duration.ofDays(60));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> alertsOf("due").body("items[0].severity", equalTo("WARNING")));

        forecast(
                ", 'resolution': {'outcome': 'HAPPENED', 'on': '%s', 'citation': 'seen'}"
                        .formatted(LocalDate.now(ZoneOffset.UTC)));
        alert("due", "NORMAL");
    }

    @Test
    void markOnALeadingValueFiresUntilItIsLongAgo() throws Exception {
        rule(
                "marked",
                "posttrainbench-avg",
                "{'kind': 'MARKED', 'op': 'GE', 'window': 'P30D'}",
                "{'name': 'WARNING', 'fire': 1}");
        observe("posttrainbench-avg", "clean", 30);
        observe("posttrainbench-avg", "leaky", 31);
        alertsOf("marked").body("items", empty());

        takeBack("posttrainbench-avg", "leaky");

        alert("marked", "FIRING")
                .body("items[0].value", equalTo(1f))
                .body("items[0].unit", equalTo("count"))
                .body("items[0].subject", equalTo("leaky"))
                .body("items[0].flags", not(hasItem("BASELINE")));
        SettableTime.moveAhead(Duration.ofDays(31));
        alert("marked", "NORMAL").body("items[0].reason", equalTo("CLEARED"));
    }

    @Test
    void milestoneThatNamesTheIndicatorFires() {
        rule(
                "retired",
                "weirdml",
                "{'kind': 'MILESTONES', 'op': 'GE', 'milestones': ['EVAL_CHANGE'], 'window': 'P90D'}",
                "{'name': 'WARNING', 'fire': 1}");

        post(
                "/api/v1/milestones",
                """
                {'id': 'weirdml-ends', 'source': 'tests', 'date': '%s', 'who': 'its author',
                 'what': 'It is not run any more.', 'kind': 'EVAL_CHANGE',
                 'indicators': ['weirdml'], 'citation': 'a page'}
                """
                        .formatted(LocalDate.now(ZoneOffset.UTC)));

        alert("retired", "FIRING");
        SettableTime.moveAhead(Duration.ofDays(92));
        alert("retired", "NORMAL");
    }

    @Test
    void faultsOfAConditionNameTheirField() {
        write().body(
                        ruleBody(
                                "faulty",
                                "weirdml",
                                "{'kind': 'GAP', 'op': 'GE', 'other': 'no-such-indicator'}",
                                "{'name': 'NOTICE', 'fire': 1}"))
                .post("/api/v1/rules")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("condition.other"));
        write().body(
                        ruleBody(
                                "faulty",
                                "weirdml",
                                "{'kind': 'COUNT', 'op': 'GE', 'window': 'PT5H', 'since': 'RECORD'}",
                                "{'name': 'NOTICE', 'fire': 1}"))
                .post("/api/v1/rules")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("condition.window", "condition.since"));
    }

    @Test
    void conditionIsShownAsItWasWritten() {
        given().get("/api/v1/rules/contamination-gap-mle-bench")
                .then()
                .statusCode(200)
                .body("condition.kind", equalTo("GAP"))
                .body("condition.other", equalTo("mle-bench-all-clean"))
                .body("condition.measure", equalTo("DIFFERENCE"))
                .body("condition.per", equalTo("FRONTIER"));
    }

    /// models.md §0: compared with what was said by the same version alone.
    @Test
    void aChangeOfSpecVersionTellsNobody() {
        String projected = "forecast-sixty-by-2028";
        rule(
                "spec-latest",
                projected,
                "{'kind': 'LATEST', 'op': 'GE'}",
                "{'name': 'WARNING', 'fire': 0.2}, {'name': 'CRITICAL', 'fire': 0.6}");
        rule(
                "spec-change",
                projected,
                "{'kind': 'CHANGE', 'op': 'GE', 'window': 'P1D'}",
                "{'name': 'WARNING', 'fire': 0.15}");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(4);
        project(projected, day, 0.1, "1");
        alertsOf("spec-latest").body("items", empty());

        project(projected, day.plusDays(1), 0.3, "2");

        alert("spec-latest", "FIRING")
                .body("items[0].flags", hasItem("BASELINE"))
                .body("items[0].reason", equalTo("BASELINE"));
        alert("spec-change", "FIRING").body("items[0].flags", hasItem("BASELINE"));

        // Of one version again, the change is over; a second one is news.
        project(projected, day.plusDays(2), 0.31, "2");
        alert("spec-change", "NORMAL");
        project(projected, day.plusDays(3), 0.7, "2");
        alertsOf("spec-change")
                .body("items[0].condition", equalTo("FIRING"))
                .body("items[0].flags", not(hasItem("BASELINE")));
        alert("spec-latest", "FIRING").body("items[0].severity", equalTo("CRITICAL"));
    }

    /// The first value of a version counts towards no run that is news: what a second one completes
    /// was so with the first one already.
    @Test
    void aRunOfValuesThatBeginsWithAChangeOfSpecVersionTellsNobody() {
        String projected = "forecast-hundred-hours-2026";
        rule(
                "spec-run",
                projected,
                "{'kind': 'LATEST', 'op': 'GE', 'consecutive': 2}",
                "{'name': 'WARNING', 'fire': 0.2}, {'name': 'CRITICAL', 'fire': 0.6}");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(6);
        project(projected, day, 0.1, "1");
        project(projected, day.plusDays(1), 0.1, "1");
        project(projected, day.plusDays(2), 0.3, "2");
        alertsOf("spec-run").body("items", empty());

        project(projected, day.plusDays(3), 0.3, "2");

        alert("spec-run", "FIRING")
                .body("items[0].severity", equalTo("WARNING"))
                .body("items[0].flags", hasItem("BASELINE"))
                .body("items[0].transitions[0].reason", equalTo("BASELINE"));

        // A run that stands against one of its own version is news.
        project(projected, day.plusDays(4), 0.7, "2");
        project(projected, day.plusDays(5), 0.7, "2");
        alert("spec-run", "FIRING")
                .body("items[0].severity", equalTo("CRITICAL"))
                .body("items[0].reason", equalTo("SEVERITY_RAISED"));
    }

    private static void project(String indicator, LocalDate day, double value, String spec) {
        post(
                "/api/v1/observations",
                """
                {'source': 'rubicon-simulator', 'externalId': 'a-scenario:%s', 'indicator': '%s',
                 'subject': {'model': 'scenario a-scenario'}, 'value': %s, 'observedOn': '%s',
                 'statedAt': '%s', 'publishedAt': '%s', 'tags': {'specVersion': '%s'}}
                """
                        .formatted(day, indicator, value, day, Instant.now(), Instant.now(), spec));
    }

    private static void threshold(String version, String status) {
        post(
                "/api/v1/policy-thresholds",
                """
                {'id': 'a-threshold', 'source': 'tests', 'issuer': 'A lab', 'framework': 'A policy',
                 'version': '%s', 'level': 'High', 'test': 'It does the work.',
                 'firstSeen': '2026-01-01', 'status': 'IN_FORCE', 'citation': 'a page',
                 'determinations': [{'model': 'A model', 'date': '%s', 'status': '%s',
                                     'citation': 'a card'}]}
                """
                        .formatted(version, LocalDate.now(ZoneOffset.UTC), status));
    }

    private static void forecast(String more) {
        post(
                "/api/v1/forecasts",
                """
                {'id': 'a-forecast', 'source': 'tests', 'who': 'Somebody', 'what': 'It happens.',
                 'probability': 0.5, 'due': '%s', 'statedOn': '2026-01-01', 'citation': 'a page'%s}
                """
                        .formatted(LocalDate.now(ZoneOffset.UTC).plusDays(40), more));
    }

    private static void observe(String indicator, String model, double value) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        post(
                "/api/v1/observations",
                """
                {'source': 'tests', 'indicator': '%s', 'subject': {'model': '%s'}, 'value': %s,
                 'observedOn': '%s', 'statedAt': '%s'}
                """
                        .formatted(indicator, model, value, SettableTime.today(), now));
    }

    /// As contaminated: what stands of a model.
    private void takeBack(String indicator, String model) throws Exception {
        String row =
                given().get("/api/v1/indicators/%s/observations".formatted(indicator))
                        .jsonPath()
                        .getString(
                                "items.find { it.subject.model == '%s' }.externalId"
                                        .formatted(model));
        String event =
                """
                {"specversion": "1.0", "id": "%s", "source": "tests", "time": "%s",
                 "type": "rubicon.observation.retracted.v1",
                 "data": {"source": "tests", "indicator": "%s", "externalId": "%s",
                          "reason": "CONTAMINATION", "text": "leaked"}}
                """
                        .formatted(UUID.randomUUID(), Instant.now(), indicator, row);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.OBSERVATIONS, row, event)).get();
        }
    }

    private static void rule(String id, String indicator, String condition, String severities) {
        write().body(ruleBody(id, indicator, condition, severities))
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
    }

    private static String ruleBody(
            String id, String indicator, String condition, String severities) {
        return """
        {"id": "%s", "title": "A rule", "indicator": "%s", "condition": %s, "noData": "OK",
         "severities": [%s]}
        """
                .formatted(id, indicator, condition, severities)
                .replace('\'', '"');
    }

    /// Takes it and waits until it was handled.
    private static void post(String path, String body) {
        String receipt =
                write().body(body.replace('\'', '"'))
                        .post(path)
                        .then()
                        .statusCode(202)
                        .extract()
                        .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> write().get(receipt).then().body("pending", equalTo(0)));
    }

    /// Waits until the newest alert of a rule is so.
    private static ValidatableResponse alert(String rule, String condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        alertsOf(rule)
                                .body("items", hasSize(1))
                                .body("items[0].condition", equalTo(condition)));
        return alertsOf(rule);
    }

    private static ValidatableResponse alertsOf(String rule) {
        return given().get("/api/v1/alerts?rule=" + rule).then();
    }

    private static RequestSpecification write() {
        return given().auth().oauth2(IngestHouse.TOKEN).contentType(ContentType.JSON);
    }
}
