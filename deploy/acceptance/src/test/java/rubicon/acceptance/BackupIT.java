package rubicon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.driver.DrivenHouse;
import rubicon.model.wire.Topics;

/// A house with all that a user can put into it is backed up while it runs, with one record on
/// Kafka that nobody has taken, and lives on in another folder, on other ports.
class BackupIT {
    private static final List<String> COMPUTED =
            List.of(
                    "ai-rd-evals-retired-12m",
                    "automation-index",
                    "frontier-release-interval",
                    "posttrainbench-human-share",
                    "s-curve-steep-count",
                    "self-improvement-claims-12m",
                    "swe-bench-bash-only-cost");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String AS_JSON = "application/json";
    private static final String ROWS =
            """
            {"source": "own-lab", "indicator": "own-many", "subject": {"model": "F"}, "value": 5, "observedOn": "2026-01-01"}
            {"source": "own-lab", "indicator": "own-many", "subject": {"model": "G"}, "value": 6, "observedOn": "2026-01-02"}
            """;
    private static final String RUNS =
            """
            {"source": "own-lab", "runId": "1", "suite": "own", "agent": "F", "taskId": "t", "humanMinutes": 5, "score": 1}
            {"source": "own-lab", "runId": "2", "suite": "own", "agent": "F", "taskId": "u", "humanMinutes": 50, "score": 0}
            """;

    @TempDir private Path folder;

    /// What a house answers, by what it was asked.
    private record Answers(Map<String, String> texts, Map<String, Long> versions) {}

    @Test
    void aRestoredHouseAnswersAsTheOneThatWasBackedUpAndGoesOn() throws Exception {
        Path file = folder.resolve("house.zip");
        Answers before;
        List<Instant> moments;
        String token;
        String oldToken;
        String receipt;
        try (DrivenHouse house = DrivenHouse.up(folder.resolve("house"))) {
            awaitFacts(house);
            token = fill(house);
            oldToken = house.credentials().path("apiToken").asText();
            receipt = report(house, "own-score", "C", 48, Instant.now()).path("id").asText();
            awaitRows(house, "own-score", 4);
            awaitQuiet(house);
            awaitComputed(house);
            moments = moments(house);
            before = answers(house, moments, receipt);
            backUpWithAnUnreadRecord(house, file);
        }
        try (DrivenHouse restored = DrivenHouse.restore(file, folder.resolve("restored"))) {
            awaitRows(restored, "own-late", 1);
            awaitQuiet(restored);
            Answers after = answers(restored, moments, receipt);
            assertThat(after.texts().keySet()).isEqualTo(before.texts().keySet());
            before.texts()
                    .forEach((asked, answer) ->
                            assertThat(after.texts()).as(asked).containsEntry(asked, answer));
            assertThat(after.versions()).isEqualTo(before.versions()).hasSizeGreaterThan(30);
            pagesHaveEverything(restored, after.versions());
            itGoesOn(restored, token, oldToken);
        }
    }

    /// The sources that are switched on have been read once.
    private static void awaitFacts(DrivenHouse house) {
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    for (JsonNode source : house.get("/sources").path("items")) {
                        if (source.path("enabled").asBoolean()
                                && source.path("lastSuccessAt").asText("").length() < 5) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /// What the house computes from the facts is there, and no more comes.
    private static void awaitComputed(DrivenHouse house) {
        List<List<Long>> seen = new ArrayList<>();
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(11))
                .until(() -> {
                    List<Long> versions = new ArrayList<>();
                    for (String id : COMPUTED) {
                        versions.add(state(house, id).path("version").asLong());
                    }
                    seen.add(versions);
                    return !versions.contains(0L)
                            && seen.size() > 1
                            && seen.get(seen.size() - 2).equals(versions);
                });
    }

    /// Something of each kind. The last two of three values make an alert.
    ///
    /// @return an analyst's token
    private static String fill(DrivenHouse house) throws Exception {
        house.put("/indicators/own-score", indicator("own-score"));
        house.put("/indicators/own-late", indicator("own-late"));
        house.put("/indicators/own-many", indicator("own-many"));
        house.post(
                "/rules",
                """
                {"id": "own-rule", "title": "A rule of our own", "indicator": "own-score",
                 "condition": {"kind": "FRONTIER", "op": "GE"},
                 "severities": [{"name": "WARNING", "fire": 50, "recover": 45}]}
                """);
        report(house, "own-score", "A", 40, Instant.parse("2026-02-01T00:00:00Z"));
        awaitRows(house, "own-score", 1);
        report(house, "own-score", "A", 42, Instant.parse("2026-02-02T00:00:00Z"));
        report(house, "own-score", "B", 60, Instant.now());
        awaitRows(house, "own-score", 3);
        JsonNode alert = house.get("/alerts?rule=own-rule").path("items").path(0);
        assertThat(alert.path("condition").asText()).isEqualTo("FIRING");
        house.post(
                "/alerts/%s/acknowledge".formatted(alert.path("id").asText()),
                "{\"note\": \"seen\"}");
        house.post("/eval-runs", RUNS);
        handIn(house);
        produce(house, "own-score", "this is no JSON");
        Awaitility.await()
                .atMost(SOON)
                .until(() -> house.text("/dead-letters", AS_JSON).contains("this is no JSON"));
        return house.post("/tokens", "{\"name\": \"pipeline\", \"role\": \"analyst\"}")
                .path("token")
                .asText();
    }

    /// An import, whole and done.
    private static void handIn(DrivenHouse house) throws Exception {
        String id = house.post("/imports?format=jsonl&name=own", ROWS).path("id").asText();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> house.text("/imports/" + id, AS_JSON).contains("\"state\":\"DONE\""));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> house.get("/eval-runs?suite=own").path("items").size() == 2);
    }

    private static List<Instant> moments(DrivenHouse house) throws Exception {
        List<Instant> moments = new ArrayList<>();
        moments.add(Instant.parse("2026-01-01T00:00:00Z"));
        house.get("/indicators/own-score/observations?revisions=true")
                .path("items")
                .forEach(it -> moments.add(Instant.parse(it.path("recordedAt").asText())));
        moments.add(Instant.now());
        return moments;
    }

    /// Everything that can be read. What is answered for now is asked for the last of the moments.
    private static Answers answers(DrivenHouse house, List<Instant> moments, String receipt)
            throws Exception {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Long> versions = new TreeMap<>();
        Instant last = moments.getLast();
        for (String path :
                List.of(
                        "/indicators",
                        "/categories",
                        "/rules",
                        "/alerts",
                        "/dead-letters",
                        "/eval-runs",
                        "/imports",
                        "/receipts/" + receipt,
                        "/milestones?withdrawn=true&asOf=" + last,
                        "/policy-thresholds?asOf=" + last,
                        "/forecasts?asOf=" + last)) {
            texts.put(path, house.text(path, AS_JSON));
        }
        texts.put("/releases", releases(house));
        texts.put("/sources", sources(house));
        texts.put("/tokens", tokens(house));
        for (JsonNode it : house.get("/alerts").path("items")) {
            String path = "/alerts/" + it.path("id").asText();
            texts.put(path, house.text(path, AS_JSON));
        }
        for (JsonNode it : house.get("/indicators").path("items")) {
            String id = it.path("id").asText();
            if (!id.equals("own-late")) {
                read(house, "/indicators/" + id, last, texts);
                long version = state(house, id).path("version").asLong();
                if (version > 0) {
                    versions.put(id, version);
                }
            }
        }
        for (Instant moment : moments) {
            for (String id : List.of("own-score", "metr-horizon-p50")) {
                read(house, "/indicators/" + id, moment, texts);
            }
        }
        return new Answers(texts, versions);
    }

    private static void read(
            DrivenHouse house, String indicator, Instant moment, Map<String, String> texts)
            throws IOException, InterruptedException {
        String rows = indicator + "/observations?revisions=true&retracted=true&asOf=" + moment;
        texts.put(rows, house.text(rows, AS_JSON));
        JsonNode licence = house.get(indicator).path("licence");
        if (Set.of("YES", "OWN").contains(licence.path("export").asText())) {
            texts.put(rows + " as CSV", house.text(rows, "text/csv"));
        }
        texts.put(indicator + "/versions", house.text(indicator + "/versions", AS_JSON));
        String state = indicator + "/state?asOf=" + moment;
        texts.put(state, house.text(state, AS_JSON));
        ObjectNode now = (ObjectNode) house.get(indicator + "/state");
        now.remove("asOf");
        texts.put(indicator + "/state now", now.toString());
    }

    private static JsonNode state(DrivenHouse house, String indicator) throws Exception {
        return house.get("/indicators/%s/state".formatted(indicator));
    }

    /// The record that nobody had taken is a release of the restored house alone.
    private static String releases(DrivenHouse house) throws Exception {
        List<String> releases = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = house.get("/releases?since=2000-01-01T00:00:00Z" + cursor);
            page.path("items").forEach(it -> releases.add(it.toString()));
            cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        releases.removeIf(it -> it.contains("\"own-late\""));
        assertThat(releases).hasSizeGreaterThan(100);
        return String.join("\n", releases);
    }

    private static String sources(DrivenHouse house) throws Exception {
        StringBuilder sources = new StringBuilder();
        for (JsonNode it : house.get("/sources").path("items")) {
            ((ObjectNode) it).remove("lag"); // it grows from moment to moment
            sources.append(it).append('\n');
        }
        return sources.toString();
    }

    /// Each house has a token of its own beside those that were issued.
    private static String tokens(DrivenHouse house) throws Exception {
        List<String> tokens = new ArrayList<>();
        JSON.readTree(house.text("/tokens", AS_JSON))
                .path("items")
                .forEach(it -> tokens.add(it.toString()));
        tokens.removeIf(it -> it.contains("\"local house\""));
        assertThat(tokens).hasSize(1);
        return tokens.getFirst();
    }

    /// Ingest holds still while a record comes in, so that the backup finds it on Kafka alone.
    private static void backUpWithAnUnreadRecord(DrivenHouse house, Path file) throws Exception {
        long ingest = house.pid("ingest");
        signal("STOP", ingest);
        try {
            produce(
                    house,
                    "own-late",
                    """
                    {"specversion": "1.0", "id": "late", "source": "tests",
                     "time": "2026-03-01T00:00:00Z", "type": "rubicon.observation.reported.v1",
                     "data": {"source": "own-lab", "indicator": "own-late",
                              "subject": {"model": "Late"}, "value": 7, "observedOn": "2026-01-01"}}
                    """);
            assertThat(house.rubicon("backup", file.toString())).isZero();
        } finally {
            signal("CONT", ingest);
        }
    }

    /// Pages show what stands on the topics, and a restored house begins with an empty Kafka.
    private static void pagesHaveEverything(DrivenHouse house, Map<String, Long> versions)
            throws Exception {
        Map<String, Long> alerts = new TreeMap<>();
        house.get("/alerts")
                .path("items")
                .forEach(it -> alerts.put(it.path("id").asText(), it.path("version").asLong()));
        assertThat(told(house, Topics.INDICATORS)).containsAllEntriesOf(versions);
        assertThat(told(house, Topics.ALERTS)).isEqualTo(alerts).isNotEmpty();
    }

    /// The version that stands last on a topic, by key.
    private static Map<String, Long> told(DrivenHouse house, String topic) throws Exception {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", (Object) house.kafka()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(it -> new TopicPartition(topic, it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, Long> told = new TreeMap<>();
            while (partitions.stream()
                    .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                for (var kafka : consumer.poll(Duration.ofSeconds(1))) {
                    told.put(kafka.key(), JSON.readTree(kafka.value()).path("version").asLong());
                }
            }
            return told;
        }
    }

    private static void itGoesOn(DrivenHouse house, String token, String oldToken)
            throws Exception {
        assertThat(house.credentials().path("apiToken").asText()).isNotEqualTo(oldToken);
        long version = state(house, "own-score").path("version").asLong();
        String value =
                """
                {"source": "own-lab", "indicator": "own-score", "subject": {"model": "%s"},
                 "value": %d, "observedOn": "2026-01-01"}
                """;
        house.postAs(token, "/observations", value.formatted("D", 70));
        house.postAs(oldToken, "/observations", value.formatted("E", 80));
        awaitRows(house, "own-score", 6);
        JsonNode state = state(house, "own-score");
        assertThat(state.at("/frontier").findValuesAsText("value")).contains("80.0");
        assertThat(state.path("version").asLong()).isEqualTo(version + 2);
        assertThat(house.get("/alerts?rule=own-rule").path("items")).hasSize(1);
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        Long.valueOf(version + 2)
                                .equals(told(house, Topics.INDICATORS).get("own-score")));
        produce(house, "own-score", "this is no JSON either");
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        house.text("/dead-letters", AS_JSON).contains("this is no JSON either"));
        assertThatThrownBy(() -> house.postAs("rbc_unknown", "/observations", "{}"))
                .hasMessageContaining("401");
    }

    /// Nothing is on its way any more: the topics say what the database says.
    private static void awaitQuiet(DrivenHouse house) {
        Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    Map<String, Long> told = told(house, Topics.INDICATORS);
                    for (String id : List.of("own-score", "metr-horizon-p50")) {
                        assertThat(told)
                                .containsEntry(id, state(house, id).path("version").asLong());
                    }
                });
    }

    private static JsonNode report(
            DrivenHouse house, String indicator, String model, int value, Instant statedAt)
            throws Exception {
        return house.post(
                "/observations",
                """
                {"source": "own-lab", "indicator": "%s", "subject": {"model": "%s"}, "value": %d,
                 "observedOn": "2026-01-01", "statedAt": "%s", "publishedAt": "%s"}
                """
                        .formatted(indicator, model, value, statedAt, Instant.now()));
    }

    private static void awaitRows(DrivenHouse house, String indicator, int rows) {
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        house.get("/indicators/%s/observations?revisions=true".formatted(indicator))
                                        .path("items")
                                        .size()
                                == rows);
    }

    private static void produce(DrivenHouse house, String key, String value) throws Exception {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", (Object) house.kafka()),
                        new StringSerializer(),
                        new StringSerializer())) {
            var kafka = new ProducerRecord<>(Topics.OBSERVATIONS, key, value);
            kafka.headers()
                    .add(
                            "content-type",
                            "application/cloudevents+json"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            producer.send(kafka).get(60, TimeUnit.SECONDS);
        }
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, "" + pid).start().waitFor()).isZero();
    }

    private static String indicator(String id) {
        return """
        id: %s
        title: A score of our own
        kind: MEASUREMENT
        unit: "%%"
        scale: LINEAR
        bounds: {low: 0, high: 100}
        direction: HIGHER
        view: LAB
        categories: [bug-fixes]
        date: RELEASE
        identity: SUBJECT
        feed: OWN
        sources: [own-lab]
        evaluator: OTHER
        licence: {id: "CC0-1.0", export: YES}
        citation: "Our own"
        description: "A number that only this house knows."
        """
                .formatted(id);
    }
}
