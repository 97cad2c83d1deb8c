package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.Topics;

/// More than one batch waits on Kafka, or half an import is there.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class BacklogIT {
    private static final List<String> INDICATORS =
            List.of("metr-horizon-p80-v1-0", "metr-horizon-p50-v1-0");

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void statesThatABacklogLeftBehindAreRightAtItsEnd() throws Exception {
        String name = "backlog-" + UUID.randomUUID();
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 8_000; i++) {
            LocalDate day = LocalDate.parse("2012-01-01").plusDays(i / 2);
            events.add(event("tests", name + " " + day, INDICATORS.get(i % 2), 1 + i / 1e4, day));
        }
        Map<String, Integer> before = new HashMap<>();
        INDICATORS.forEach(it -> before.put(it, standing(it)));

        send(events);

        for (String indicator : INDICATORS) {
            int all = before.get(indicator) + 4_000;
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> isToldOf(indicator, all));
            assertThat(standing(indicator)).as("computed anew").isEqualTo(all);
        }
    }

    /// Outside the basic plane a character takes two places: what is sent in pieces may cut it.
    @Test
    void everyCharacterOfALargeBatchGetsIntoTheLedger() throws Exception {
        String name = "wide-" + UUID.randomUUID();
        LocalDate today = LocalDate.parse("2026-01-01");
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String model = name + "-" + i + "-" + "\uD83E\uDD17".repeat(80 + i % 7);
            events.add(event("tests", model, "cpu-llm-training-speedup-printed", 1, today));
        }

        send(events);

        String arrived = "ingest.ledger_statement where model like '%s-%%'";
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> IngestHouse.count(arrived.formatted(name)) == 2_000);
        assertThat(
                        IngestHouse.count(
                                arrived.formatted(name)
                                        + " and model ~ '^[a-z0-9-]+\uD83E\uDD17+$'"))
                .isEqualTo(2_000);
    }

    /// The producer's fault, and one that no history of an observation shows.
    @Test
    void eventThatIsSentAgainWithAnotherObservationChangesNothing() throws Exception {
        String indicator = "cpu-llm-training-speedup-printed";
        String name = "again-" + UUID.randomUUID();
        LocalDate today = LocalDate.parse("2026-01-01");
        String first = event("tests", name + " first", indicator, 1, today);
        send(List.of(first));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isKnown(name + " first"));
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(event("tests", name + " " + i, indicator, 1, today));
        }
        events.add(50, first.replace("{\"model\": \"" + name, "{\"model\": \"other " + name));
        events.add(first);

        send(events);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isKnown(name + " 99"));
        String like = "ingest.ledger_statement where model like '%%%s%%'".formatted(name);
        assertThat(IngestHouse.count(like)).isEqualTo(101);
        assertThat(
                        IngestHouse.count(
                                "ingest.dead_letter where event_id like '%s%%'".formatted(name)))
                .isZero();
    }

    @Test
    void whatComesWhileAnImportIsOnItsWayIsLookedAtWithIt() throws Exception {
        String indicator = "metr-horizon-p80";
        String name = "half-" + UUID.randomUUID();
        LocalDate today = LocalDate.parse("2026-01-01");
        rule(name, indicator, 500_000);
        UUID coming = importOf(indicator);

        send(
                List.of(
                        event("/api/v1/imports", name + " a", indicator, 400_000, today),
                        event("tests", name + " b", indicator, 600_000, today),
                        event("/api/v1/imports", name + " c", indicator, 700_000, today)));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isKnown(name + " c"));
        isAllThere(coming);

        assertThat(evaluators(name)).isEqualTo(List.of("import"));
        assertThat(alerts(name).getFloat("items[0].value")).isEqualTo(700_000f);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        IngestHouse.count(
                                                "ingest.indicator_head where"
                                                        + " judged_version"
                                                        + " < imported_version"))
                                .isZero());
    }

    @Test
    void liveValueAfterAnImportIsLookedAtByItself() throws Exception {
        String indicator = "metr-horizon-p50";
        String name = "after-" + UUID.randomUUID();
        LocalDate today = LocalDate.parse("2026-01-01");
        rule(name, indicator, 500_000);
        send(List.of(event("/api/v1/imports", name + " a", indicator, 400_000, today)));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isJudged(indicator));

        send(List.of(event("tests", name + " b", indicator, 600_000, today)));

        assertThat(evaluators(name)).isEqualTo(List.of("release"));
    }

    @Test
    void rulesWaitForTheRestOfAnImportThatPauses() throws Exception {
        String indicator = "horizon-p50-reported";
        String name = "pause-" + UUID.randomUUID();
        LocalDate today = LocalDate.parse("2026-01-01");
        rule(name, indicator, 500_000);
        UUID pausing = importOf(indicator);
        send(List.of(event("/api/v1/imports", name + " a", indicator, 600_000, today)));
        // On another indicator, of an import that is all there: it is looked at meanwhile.
        String other = "metr-horizon-p80";
        send(List.of(event("/api/v1/imports", name + " b", other, 3, today)));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> isKnown(name + " b") && isJudged(other));

        assertThat(isJudged(indicator)).isFalse();
        assertThat(alerts(name).getList("items")).isEmpty();

        isAllThere(pausing);
        assertThat(evaluators(name)).isEqualTo(List.of("import"));
    }

    /// An import that goes on in an hour.
    private static UUID importOf(String indicator) throws SQLException {
        UUID id = UUID.randomUUID();
        IngestHouse.execute(
                """
                insert into ingest.import_job
                    (id, format, name, state, created_at, created_by, indicators, retry_at)
                values ('%s', 'csv', 'x', 'PUBLISHING', now(), 'tests', '{%s}',
                        now() + interval '1 hour')
                """
                        .formatted(id, indicator));
        return id;
    }

    private static void isAllThere(UUID job) throws SQLException {
        IngestHouse.execute(
                "update ingest.import_job set state = 'DONE', finished_at = now() where id = '%s'"
                        .formatted(job));
    }

    private static boolean isKnown(String model) throws SQLException {
        return IngestHouse.count("ingest.ledger_statement where model = '%s'".formatted(model))
                == 1;
    }

    private static boolean isJudged(String indicator) throws SQLException {
        return IngestHouse.count(
                        """
                        ingest.indicator_head where indicator = '%s' and imported_version > 0
                            and judged_version >= imported_version
                        """
                                .formatted(indicator))
                == 1;
    }

    /// What evaluated each move of a rule's alerts, once there is one.
    private static List<String> evaluators(String rule) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> alerts(rule), it -> !it.getList("items").isEmpty())
                .getList("items.transitions.flatten().evaluator");
    }

    private static JsonPath alerts(String rule) {
        return given().queryParam("rule", rule).get("/api/v1/alerts").jsonPath();
    }

    private static void rule(String id, String indicator, double fire) {
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType(ContentType.JSON)
                .body(
                        """
                        {"id": "%s", "title": "far", "indicator": "%s",
                         "condition": {"kind": "FRONTIER", "op": "GE"},
                         "severities": [{"name": "NOTICE", "fire": %s}]}
                        """
                                .formatted(id, indicator, fire))
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
    }

    /// Whether the state that was told last is that of now, with so many observations.
    private static boolean isToldOf(String indicator, int standing) throws SQLException {
        return IngestHouse.count(
                        """
                        ingest.indicator_head where indicator = '%s' and state_version = version
                            and (state::jsonb -> 'counts' ->> 'standing')::int = %d
                        """
                                .formatted(indicator, standing))
                == 1;
    }

    private static int standing(String indicator) {
        return given().get("/api/v1/indicators/" + indicator + "/state")
                .jsonPath()
                .getInt("counts.standing");
    }

    private void send(List<String> events) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka), new StringSerializer(), new StringSerializer())) {
            for (String it : events) {
                var _ = producer.send(new ProducerRecord<>(Topics.OBSERVATIONS, "one-key", it));
            }
        }
    }

    private static String event(
            String sender, String model, String indicator, double value, LocalDate observedOn) {
        return """
        {"specversion": "1.0", "id": "%1$s %2$s", "source": "%3$s",
         "type": "rubicon.observation.reported.v1", "time": "%5$s",
         "data": {"source": "tests", "indicator": "%2$s", "value": %4$s,
                  "subject": {"model": "%1$s"}, "observedOn": "%6$s",
                  "publishedAt": "%5$s"}}
        """
                .formatted(model, indicator, sender, value, Instant.now(), observedOn);
    }
}
