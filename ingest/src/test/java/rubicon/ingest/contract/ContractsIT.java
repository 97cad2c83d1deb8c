package rubicon.ingest.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.Topics;

/// What is really sent, answered and measured is what the documents say.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ContractsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCS = Path.of("..", "docs");
    private static final String RULE =
            """
            {"id": "contract", "title": "A minute", "indicator": "metr-horizon-p80",
             "condition": {"kind": "FRONTIER", "op": "GE"},
             "severities": [{"name": "NOTICE", "fire": 1}], "labels": {"topic": "test"}}
            """;
    private static final String OBSERVATION =
            """
            {"source": "tests", "externalId": "full", "indicator": "metr-horizon-p80",
             "subject": {"model": "Model 1", "developer": "Lab", "scaffold": "react",
                         "releasedOn": "2026-02-05", "actor": "AI"},
             "value": 1.5, "low": 1, "high": 2, "level": 0.95, "method": "BOOTSTRAP", "n": 12,
             "unit": "h", "qualifier": "~", "observedOn": "2026-02-05", "precision": "DAY",
             "publishedAt": "2026-03-03T00:00:00Z", "statedAt": "2026-03-03T21:04:54Z",
             "startingPoint": "none", "evaluator": "THIRD_PARTY", "evidence": "https://example.org",
             "note": "a note", "tags": {"depth": "SHALLOW"},
             "provenance": {"url": "https://example.org", "licence": "MIT"}}
            """;

    private static final String EVAL_RUN =
            """
            {"source": "tests", "runId": "full", "suite": "suite", "agent": "Agent", "taskId": "t/main", \
            "taskFamily": "t", "humanMinutes": 30, "score": 0.5, "startedAt": "2026-03-01T00:00:00Z", \
            "completedAt": "2026-03-01T01:00:00Z", "statedAt": "2026-03-03T21:04:54Z", \
            "provenance": {"url": "https://example.org", "licence": "MIT"}}
            """;

    private static final Map<String, String> ENTRIES =
            Map.of(
                    "milestones",
                    """
                    {"id": "full", "source": "tests", "date": "2026-02-05", "precision": "DAY",
                     "who": "Lab", "what": "says so", "kind": "LAB_CLAIM",
                     "categories": ["bug-fixes"], "indicators": ["metr-horizon-p80"],
                     "citation": "a card", "locator": "page 1", "evidence": "https://example.org",
                     "publishedAt": "2026-03-03T00:00:00Z", "withdrawn": false, "note": "a note"}
                    """,
                    "policy-thresholds",
                    """
                    {"id": "full", "source": "tests", "issuer": "Lab", "framework": "Policy",
                     "version": "v1", "level": "High", "test": "does it all",
                     "lines": [{"indicator": "metr-horizon-p80", "op": "GE", "value": 480,
                                "note": "a day"}],
                     "indicators": ["metr-horizon-p80"], "firstSeen": "2026-01-01",
                     "precision": "MONTH", "status": "SUPERSEDED", "supersededBy": "next",
                     "determinations": [{"model": "Model 1", "date": "2026-02-05",
                                         "precision": "DAY", "status": "NOT_CROSSED",
                                         "basis": "a survey", "citation": "a card",
                                         "locator": "page 2",
                                         "evidence": "https://example.org"}],
                     "citation": "a card", "gaps": "much"}
                    """,
                    "forecasts",
                    """
                    {"id": "full", "source": "tests", "who": "Somebody", "what": "it happens",
                     "indicator": "metr-horizon-p80", "unit": "min",
                     "interval": {"level": 0.8, "low": 1, "high": 2}, "goal": false,
                     "dueFrom": "2026-01-01", "due": "2026-06-30", "statedOn": "2025-12-01",
                     "precision": "MONTH", "citation": "a letter", "note": "a note",
                     "resolution": {"outcome": "HAPPENED", "on": "2026-03-01", "value": 1.5,
                                    "citation": "a report"}}
                    """);

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void everyPageOfALedgerSaysUnderWhichLicenceItsValuesAre() {
        for (String when : List.of("", "?asOf=2026-11-20T00:00:00Z")) {
            given().get("/api/v1/indicators/swe-bench-bash-only/observations" + when)
                    .then()
                    .statusCode(200)
                    .body("licence.id", equalTo("CC-BY-NC-4.0"))
                    .body("licence.export", equalTo("CITE"));
        }
    }

    @Test
    void everythingSentKeepsToItsSchema() throws Exception {
        write().body(RULE).post("/api/v1/rules").then().statusCode(201);
        write().body(OBSERVATION).post("/api/v1/observations").then().statusCode(202);
        write().body(EVAL_RUN).post("/api/v1/eval-runs").then().statusCode(202);
        ENTRIES.forEach(
                (path, body) -> write().body(body).post("/api/v1/" + path).then().statusCode(202));
        // The topic may hold those of other tests.
        String alert =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(ContractsIT::alert, Objects::nonNull);
        write().post("/api/v1/alerts/" + alert + "/acknowledge").then().statusCode(200);
        await(Topics.ALERTS, 2);
        metersAreDescribed();
        retract();
        await(Topics.INDICATORS, 2);

        assertThat(faults(Topics.OBSERVATIONS, "observation-event")).isEmpty();
        assertThat(faults(Topics.EVAL_RUNS, "eval-run-event")).isEmpty();
        assertThat(faults(Topics.INDICATORS, "indicator-state")).isEmpty();
        assertThat(faults(Topics.ALERTS, "alert")).isEmpty();
        for (String path : ENTRIES.keySet()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThat(answer("/api/v1/" + path).path("items")).hasSize(1));
            JsonNode items = answer("/api/v1/" + path).path("items");
            String schema = path.substring(0, path.length() - 1);
            assertThat(Schemas.faults(schema, items.get(0))).isEmpty();
        }
        for (JsonNode rule : answer("/api/v1/rules").path("items")) {
            assertThat(Schemas.faults("rule", rule)).isEmpty();
        }
        assertThat(Schemas.faults("automation-index", answer("/api/v1/index"))).isEmpty();
        assertThat(Schemas.faults("capability-index", answer("/api/v1/capability-index")))
                .isEmpty();
        assertThat(
                        Schemas.faults(
                                "indicator-state",
                                answer("/api/v1/indicators/metr-horizon-p80/state")))
                .isEmpty();
    }

    @Test
    void horizonsKeepToTheirSchema() throws IOException {
        String indicator = "/api/v1/indicators/horizon-p50-own-runs/horizon?draws=20";
        assertThat(Schemas.faults("horizon", answer(indicator))).isEmpty();
        StringBuilder lines = new StringBuilder();
        for (int run = 0; run < 24; run++) {
            lines.append(
                    EVAL_RUN.replace("\"full\"", "\"horizon-%d\"".formatted(run))
                            .replace("\"suite\": \"suite\"", "\"suite\": \"metr-horizon-2025-01\"")
                            .replace("\"Agent\"", "\"Agent %d\"".formatted(run % 2))
                            .replace("t/main", "t/" + run / 2)
                            .replace("\"humanMinutes\": 30", "\"humanMinutes\": " + (run + 1))
                            .replace("\"score\": 0.5", "\"score\": " + (run < 14 ? 1 : 0.25)));
        }
        write().contentType("application/x-ndjson")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/eval-runs")
                .then()
                .statusCode(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(answer(indicator).path("runs").asInt()).isEqualTo(24));
        JsonNode answer = answer(indicator);
        assertThat(answer.at("/agents/0/p50/estimate").isNumber()).isTrue();
        assertThat(Schemas.faults("horizon", answer)).isEmpty();
    }

    /// `-Drubicon.openapi.update=true` writes the file anew.
    @Test
    void restDescriptionIsTheOneInTheRepository() throws IOException {
        String served = given().get("/q/openapi?format=yaml").asString();
        Path file = DOCS.resolve("openapi").resolve("ingest.yaml");
        if (Boolean.getBoolean("rubicon.openapi.update")) {
            Files.writeString(file, served);
        }
        assertThat(served)
                .as("%s is old; mvn verify -Drubicon.openapi.update=true writes it anew", file)
                .isEqualTo(Files.readString(file));
    }

    /// Every meter of ours stands on the operators' page, and no other.
    private void metersAreDescribed() throws IOException {
        String page = Files.readString(DOCS.resolve("operators").resolve("metrics.md"));
        Set<String> described =
                names(page.substring(page.indexOf("## ingest"), page.indexOf("## simulator")));
        Set<String> ofLibraries = names(page.substring(page.indexOf("## Of libraries")));
        IngestHouse.upstream().serve(payload(), Instant.EPOCH);
        write().post("/api/v1/sources/metr-time-horizons/sync").then().statusCode(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(meters("rubicon_")).isEqualTo(described);
                    assertThat(meters("")).containsAll(ofLibraries);
                });
    }

    private static byte[] payload() throws IOException {
        try (InputStream in = ContractsIT.class.getResourceAsStream("/metr/flat-first.yaml")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static Set<String> names(String tables) {
        return Pattern.compile("\\| `(\\w+)` \\|")
                .matcher(tables)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> meters(String prefix) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(it -> it.startsWith("# TYPE " + prefix))
                .map(it -> it.split(" ", -1))
                .map(it -> it[3].equals("counter") ? it[2] + "_total" : it[2])
                .filter(it -> !it.endsWith("_max"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, List<String>> faults(String topic, String schema) throws IOException {
        Map<String, List<String>> faults = new TreeMap<>();
        List<ConsumerRecord<byte[], byte[]>> records = records(topic);
        assertThat(records).isNotEmpty();
        for (ConsumerRecord<byte[], byte[]> it : records) {
            List<String> found = Schemas.faults(schema, JSON.readTree(it.value()));
            if (!found.isEmpty()) {
                faults.put(new String(it.value(), StandardCharsets.UTF_8), found);
            }
        }
        return faults;
    }

    private void await(String topic, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(records(topic)).hasSizeGreaterThanOrEqualTo(count));
    }

    /// Everything that this topic holds.
    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(it -> new TopicPartition(topic, it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private void retract() throws Exception {
        String event =
                """
                {"specversion": "1.0", "id": "retract-full", "source": "tests",
                 "time": "2026-04-01T00:00:00Z", "type": "rubicon.observation.retracted.v1",
                 "data": {"source": "tests", "indicator": "metr-horizon-p80", "externalId": "full",
                          "reason": "WITHDRAWN", "text": "no longer held"}}
                """;
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.OBSERVATIONS, "metr-horizon-p80", event))
                    .get();
        }
    }

    private static String alert() {
        return given().get("/api/v1/alerts?rule=contract").path("items[0].id");
    }

    private static JsonNode answer(String path) throws IOException {
        return JSON.readTree(given().get(path).asByteArray());
    }

    private static RequestSpecification write() {
        return given().auth().oauth2(IngestHouse.TOKEN).contentType(ContentType.JSON);
    }
}
