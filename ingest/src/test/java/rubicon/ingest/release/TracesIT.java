package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.MDC;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.platform.Tracing;
import rubicon.ingest.platform.Tracing.Work;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.SpanMemory;
import rubicon.model.wire.Topics;

/// One trace from the call that reports a value to the records that tell of it.
@NullUnmarked
@QuarkusTest
@TestProfile(SpanMemory.class)
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class TracesIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OBSERVATION =
            """
            {"source": "tests", "externalId": "traced", "indicator": "metr-horizon-p80",
             "subject": {"model": "Model 1"}, "value": 90, "observedOn": "2026-02-05"}
            """;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Inject InMemorySpanExporter spans;
    @Inject Tracing tracing;

    @Test
    void oneTraceLeadsFromTheCallToTheLedgerAndToTheTopic() {
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType(ContentType.JSON)
                .header("traceparent", "00-%s-%s-01".formatted(TRACE, CALLER))
                .body(OBSERVATION)
                .post("/api/v1/observations")
                .then()
                .statusCode(202);

        SpanData call = span("POST /api/v1/observations");
        SpanData sent = span("send rubicon.observations");
        SpanData processed = span("process rubicon.observations");
        SpanData written = span("ledger transaction");
        assertThat(call.getParentSpanId()).isEqualTo(CALLER);
        assertThat(sent.getParentSpanId()).isEqualTo(call.getSpanId());
        assertThat(processed.getParentSpanId()).isEqualTo(sent.getSpanId());
        assertThat(processed.getLinks())
                .map(LinkData::getSpanContext)
                .map(SpanContext::getSpanId)
                .containsExactly(sent.getSpanId());
        assertThat(written.getParentSpanId()).isEqualTo(processed.getSpanId());
        given().get("/api/v1/indicators/metr-horizon-p80/observations")
                .then()
                .body("items.findAll { it.externalId == 'traced' }.size()", equalTo(1));

        SpanData told = span("send rubicon.indicators");
        assertThat(told.getParentSpanId()).isEqualTo(written.getSpanId());
        assertThat(traceParents(Topics.INDICATORS))
                .contains("00-%s-%s-01".formatted(TRACE, written.getSpanId()));
    }

    @Test
    void importGoesOnWithTheTraceOfTheCallThatHandedItIn() {
        String trace = "5bf92f3577b34da6a3ce929d0e0e4737";
        given().auth()
                .oauth2(IngestHouse.TOKEN)
                .contentType(ContentType.BINARY)
                .header("traceparent", "00-%s-%s-01".formatted(trace, CALLER))
                .queryParam("format", "jsonl")
                .body(
                        OBSERVATION
                                .replace("traced", "imported")
                                .replace("\n", " ")
                                .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/imports")
                .then()
                .statusCode(202);

        SpanData call = span(trace, "POST /api/v1/imports");
        SpanData job = span(trace, "import");
        assertThat(job.getParentSpanId()).isEqualTo(call.getSpanId());
        assertThat(span(trace, "send rubicon.observations").getParentSpanId())
                .isEqualTo(job.getSpanId());
        assertThat(span(trace, "ledger transaction").getParentSpanId())
                .isEqualTo(span(trace, "process rubicon.observations").getSpanId());
    }

    @Test
    void linesOfTheLogNameTheTrace() {
        try (Work _ = tracing.step("test")) {
            assertThat(MDC.get("traceId")).isEqualTo(Span.current().getSpanContext().getTraceId());
        }
    }

    private SpanData span(String name) {
        return span(TRACE, name);
    }

    private SpanData span(String trace, String name) {
        return await().atMost(PATIENCE)
                .until(
                        () ->
                                spans.getFinishedSpanItems().stream()
                                        .filter(it -> it.getTraceId().equals(trace))
                                        .filter(it -> it.getName().equals(name))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<String> traceParents(String topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        List<String> found = new ArrayList<>();
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
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(record -> {
                            Header header = record.headers().lastHeader("traceparent");
                            if (header != null) {
                                found.add(new String(header.value(), StandardCharsets.UTF_8));
                            }
                        });
            }
        }
        return found;
    }
}
