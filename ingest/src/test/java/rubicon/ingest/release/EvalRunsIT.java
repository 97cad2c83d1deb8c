package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.evalrun.Appended;
import rubicon.ingest.evalrun.EvalRunService;
import rubicon.ingest.evalrun.ScoreCount;
import rubicon.ingest.intake.Received;
import rubicon.ingest.platform.Lanes;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.evalrun.EvalRun;
import rubicon.model.evalrun.EvalRunKey;
import rubicon.model.evalrun.EvalRunStatement;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.observation.Provenance;
import rubicon.model.wire.Topics;

/// What any Kafka producer may send to `rubicon.eval-runs`, and what becomes of it.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class EvalRunsIT {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject EvalRunService runs;
    @Inject EvalRunProcessor processor;

    private final AtomicLong offset = new AtomicLong();

    @Test
    void latestStatementStandsWhateverCameTwiceOrLate() throws Exception {
        String suite = "late-" + UUID.randomUUID();
        String relabelled = event("c", suite, "r1", "o1", 0.5, "2026-03-03T00:00:00Z");
        send(
                event("b", suite, "r1", "o1-preview", 0.5, "2026-02-01T00:00:00Z"),
                relabelled,
                event("a", suite, "r1", "o1-preview", 1.0, "2026-01-01T00:00:00Z"),
                relabelled,
                event("b", suite, "r1", "o1-preview", 0.5, "2026-02-01T00:00:00Z"));
        settle(suite);
        standing(suite)
                .body("items.agent", equalTo(List.of("o1")))
                .body("items.score", equalTo(List.of(0.5f)))
                .body("items.statedAt", equalTo(List.of("2026-03-03T00:00:00Z")));
        assertThat(decisions(suite, "a", "b", "c"))
                .containsExactly(Decision.LATE, Decision.NEW, Decision.REVISED);
    }

    /// Every run of this test gets the same statements, each in an order of its own.
    @Test
    void anyOrderAndDuplicationEndInTheSameRuns() throws Exception {
        String suite = "order-" + UUID.randomUUID();
        long seed = 20261121;
        Random random = new Random(seed);
        List<String> values = new ArrayList<>();
        for (int run = 0; run < 40; run++) {
            List<String> mine = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                // Two of one moment, for which the event's id decides, and one that says nothing
                // new.
                String time = "2026-01-0%dT00:00:00Z".formatted(1 + i / 2);
                mine.add(event(run + "-" + i, suite, "r" + run, "agent-" + i % 3, i / 5.0, time));
            }
            mine.add(mine.get(random.nextInt(mine.size())));
            Collections.shuffle(mine, random);
            values.addAll(mine);
        }
        send(values.toArray(String[]::new));
        settle(suite);
        JsonPath page = standing(suite).extract().jsonPath();
        assertThat(page.getList("items")).as("seed %d", seed).hasSize(40);
        assertThat(page.getList("items.agent")).as("seed %d", seed).containsOnly("agent-2");
        assertThat(page.getList("items.score")).as("seed %d", seed).containsOnly(1.0f);
    }

    @Test
    void sizeOfABatchChangesNoDecision() {
        Map<Integer, List<Decision>> decisions = new TreeMap<>();
        for (int size : List.of(1, 7, 1_000)) {
            String suite = "batches-%d-%s".formatted(size, UUID.randomUUID());
            Random random = new Random(5);
            List<Decision> made = new ArrayList<>();
            IntStream.range(0, 300)
                    .mapToObj(i ->
                            statement(
                                    suite,
                                    "e%03d".formatted(i),
                                    "r" + random.nextInt(20),
                                    random.nextInt(30),
                                    random.nextInt(3) / 2.0))
                    .gather(Gatherers.windowFixed(size))
                    .forEach(batch ->
                            made.addAll(append(batch).stream().map(Appended::decision).toList()));
            decisions.put(size, made);
        }
        assertThat(decisions.get(1))
                .hasSize(300)
                .contains(Decision.NEW, Decision.REVISED, Decision.UNCHANGED, Decision.LATE);
        assertThat(decisions.get(7)).isEqualTo(decisions.get(1));
        assertThat(decisions.get(1_000)).isEqualTo(decisions.get(1));
    }

    @Test
    void replicasThatWriteTheSameRunsAtOnceKeepEachStatementOnce() throws Exception {
        String suite = "replicas-" + UUID.randomUUID();
        List<EvalRunStatement> statements = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            statements.add(statement(suite, "e%03d".formatted(i), "r" + i % 50, i, 1));
        }
        List<Callable<Integer>> replicas = new ArrayList<>();
        for (int replica = 0; replica < 4; replica++) {
            List<EvalRunStatement> mine = new ArrayList<>(statements);
            Collections.shuffle(mine, new Random(replica));
            replicas.add(() ->
                    mine.stream()
                            .gather(Gatherers.windowFixed(20))
                            .mapToInt(batch -> append(batch).size())
                            .sum());
        }
        int appended = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> replica : pool.invokeAll(replicas)) {
                appended += replica.get();
            }
        }
        assertThat(appended).isEqualTo(200);
        Map<EventKey, Decision> decisions =
                runs.decisions(statements.stream().map(EvalRunStatement::event).toList());
        assertThat(decisions.values().stream().filter(it -> it == Decision.NEW)).hasSize(50);
        standing(suite).body("items", hasSize(50));
    }

    @Test
    void badRecordBecomesADeadLetterAndTheOthersOfItsBatchGoOn() throws Exception {
        String suite = "poison-" + UUID.randomUUID();
        String good = event("good", suite, "r1", "agent", 1, "2026-01-01T00:00:00Z");
        send(
                "no json " + suite,
                event("bad", suite, "r2", "agent", 1.5, "2026-01-01T00:00:00Z"),
                good.replace("eval-run.completed", "observation.reported"),
                good.replace("\"agent\": \"agent\"", "\"agent\": 7"),
                good);
        settle(suite);
        standing(suite).body("items.runId", equalTo(List.of("r1")));
        List<String> fields =
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .get("/api/v1/dead-letters")
                        .path("items.findAll { it.value.contains('%s') }.field".formatted(suite));
        assertThat(fields).containsExactlyInAnyOrder("value", "score", "type", "agent");
        List<String> topics =
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .get("/api/v1/dead-letters")
                        .path("items.findAll { it.value.contains('%s') }.topic".formatted(suite));
        assertThat(topics).containsOnly(Topics.EVAL_RUNS);
    }

    @Test
    void runOnTheTopicOfObservationsIsToldWhereItBelongs() throws Exception {
        String suite = "astray-" + UUID.randomUUID();
        sendTo(
                Topics.OBSERVATIONS,
                event("astray", suite, "r1", "agent", 1, "2026-01-01T00:00:00Z"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    String reason =
                            given().auth()
                                    .oauth2(IngestHouse.TOKEN)
                                    .get("/api/v1/dead-letters")
                                    .path(
                                            "items.find { it.value.contains('%s') }.reason"
                                                    .formatted(suite));
                    assertThat(reason).isEqualTo("type belongs on the topic rubicon.eval-runs");
                });
    }

    /// By itself, among others, and twice in one batch: what an id said first is what it said.
    @Test
    void anEventIdThatIsUsedAgainWithOtherContentIsPassedOver() {
        String suite = "again-" + UUID.randomUUID();
        String early = "2026-01-01T00:00:00Z";
        String late = "2026-03-03T00:00:00Z";
        handle(event("x", suite, "r1", "agent", 0.5, early));
        handle(event("y", suite, "r1", "agent", 0.6, "2026-02-01T00:00:00Z"));

        handle(event("x", suite, "r1", "agent", 1, late));
        handle(event("x", suite, "r2", "agent", 1, late));
        handle(
                event("x", suite, "r1", "agent", 0.9, late),
                event("z", suite, "r3", "agent", 0.7, early),
                event("x", suite, "r4", "agent", 1, late),
                event("w", suite, "r5", "agent", 0.8, early),
                event("w", suite, "r5", "agent", 0, late));

        standing(suite)
                .body("items.runId", equalTo(List.of("r1", "r3", "r5")))
                .body("items.score", equalTo(List.of(0.6f, 0.7f, 0.8f)));
        assertThat(decisions(suite, "x", "y", "z", "w"))
                .containsExactly(Decision.NEW, Decision.REVISED, Decision.NEW, Decision.NEW);
        assertThat(deadLetters(suite)).isEmpty();
    }

    /// Two runs under one id, so that no lock of runs keeps the workers apart: the primary key
    /// does, and tells the second one too late.
    @Test
    void anEventThatAnotherWorkerKeepsMeanwhileIsNoDeadLetter() throws Exception {
        String suite = "raced-" + UUID.randomUUID();
        EvalRunStatement ahead = statement(suite, "e", "r1", 0, 1);
        String run =
                IntStream.range(2, 100)
                        .mapToObj(it -> "r" + it)
                        .filter(it -> lane(it) != lane(ahead.run().key().runId()))
                        .findFirst()
                        .orElseThrow();
        String behind = event("e", suite, run, "agent", 1, "2026-01-01T00:00:00Z");
        CountDownLatch kept = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            Future<?> first =
                    workers.submit(() ->
                            QuarkusTransaction.requiringNew()
                                    .call(() -> {
                                        runs.append(List.of(ahead));
                                        kept.countDown();
                                        return seen.await(60, TimeUnit.SECONDS);
                                    }));
            assertThat(kept.await(30, TimeUnit.SECONDS)).isTrue();
            Future<?> second = workers.submit(() -> handle(behind));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            IngestHouse.count(
                                            "pg_stat_activity where wait_event_type = 'Lock' and"
                                                    + " query ilike '%eval_run_statement%'")
                                    == 1);
            seen.countDown();
            first.get();
            second.get();
        }
        standing(suite).body("items.runId", equalTo(List.of(ahead.run().key().runId())));
        assertThat(decisions(suite, "e")).containsExactly(Decision.NEW);
        assertThat(deadLetters(suite)).isEmpty();
    }

    @Test
    void standingRunsOfASuiteAreCountedByAgentTaskAndScore() {
        String suite = "counted-" + UUID.randomUUID();
        append(
                List.of(
                        statement(suite, "1", "r1", 0, 1),
                        statement(suite, "2", "r2", 0, 1),
                        statement(suite, "3", "r3", 0, 0),
                        statement(suite, "4", "r3", 1, 1),
                        statement(suite, "5", "r4", 0, 0.5)));
        assertThat(runs.scores(suite))
                .containsExactly(
                        new ScoreCount("tests", "agent", null, "task", 12.5, 0.5, 1),
                        new ScoreCount("tests", "agent", null, "task", 12.5, 1, 3));
    }

    @Test
    void statementsRefuseToBeChanged() {
        assertThat(IngestHouse.sqlError("update ingest.eval_run_statement set score = 1"))
                .contains("append only");
    }

    /// As records of one poll.
    private void handle(String... events) {
        List<Received> batch = new ArrayList<>();
        for (String event : events) {
            batch.add(
                    new Received(
                            Topics.EVAL_RUNS,
                            Topics.PARTITIONS,
                            offset.getAndIncrement(),
                            NOON,
                            null,
                            event.getBytes(StandardCharsets.UTF_8),
                            List.of()));
        }
        processor.prepare(batch, false).run();
    }

    private static List<String> deadLetters(String suite) {
        return given().auth()
                .oauth2(IngestHouse.TOKEN)
                .get("/api/v1/dead-letters")
                .path("items.findAll { it.value.contains('%s') }.reason".formatted(suite));
    }

    /// The part of the runs that a worker locks.
    private static int lane(String runId) {
        return Lanes.of(runId.getBytes(StandardCharsets.UTF_8));
    }

    private List<Appended> append(List<EvalRunStatement> batch) {
        return QuarkusTransaction.requiringNew().call(() -> runs.append(batch));
    }

    private List<Decision> decisions(String suite, String... ids) {
        List<EventKey> events =
                List.of(ids).stream().map(it -> new EventKey("tests", suite + it)).toList();
        Map<EventKey, Decision> decisions = runs.decisions(events);
        return events.stream().map(decisions::get).toList();
    }

    private static EvalRunStatement statement(
            String suite, String id, String run, int minute, double score) {
        return new EvalRunStatement(
                new EventKey("tests", suite + id),
                NOON.plusSeconds(60L * minute),
                new EvalRun(
                        new EvalRunKey("tests", suite + run),
                        suite,
                        "agent",
                        "task",
                        null,
                        12.5,
                        score,
                        null,
                        null,
                        Provenance.NONE));
    }

    private static ValidatableResponse standing(String suite) {
        return given().queryParam("suite", suite).get("/api/v1/eval-runs").then().statusCode(200);
    }

    /// Sends a last event on the same partition and waits until it was handled: then all before it
    /// were, too.
    private void settle(String suite) throws Exception {
        String mark = "mark-" + suite;
        send(event("mark", mark, "r", "agent", 1, "2026-01-01T00:00:00Z"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> standing(mark).body("items", hasSize(1)));
    }

    private void send(String... values) throws Exception {
        sendTo(Topics.EVAL_RUNS, values);
    }

    private void sendTo(String topic, String... values) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, "one-key", value)).get();
            }
        }
    }

    private static String event(
            String id, String suite, String run, String agent, double score, String time) {
        return """
        {"specversion": "1.0", "id": "%1$s", "source": "tests", "time": "%6$s",
         "type": "rubicon.eval-run.completed.v1",
         "data": {"source": "tests-%2$s", "runId": "%3$s", "suite": "%2$s", "agent": "%4$s",
                  "taskId": "task/main", "taskFamily": "task", "humanMinutes": 12.5, "score": %5$s,
                  "startedAt": "2025-12-01T00:00:00Z", "completedAt": "2025-12-01T01:00:00Z"}}
        """
                .formatted(suite + id, suite, run, agent, score, time);
    }
}
