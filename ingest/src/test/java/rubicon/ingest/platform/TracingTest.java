package rubicon.ingest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rubicon.ingest.platform.Tracing.Work;

class TracingTest {
    private static final String FIRST = "00-11111111111111111111111111111111-1111111111111111-01";
    private static final String SECOND = "00-22222222222222222222222222222222-2222222222222222-01";

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final Tracing tracing =
            new Tracing(
                    OpenTelemetrySdk.builder()
                            .setTracerProvider(
                                    SdkTracerProvider.builder()
                                            .addSpanProcessor(SimpleSpanProcessor.create(spans))
                                            .build())
                            .build(),
                    false);

    @Test
    void aBatchThatComesFromOneCallBelongsToItsTrace() {
        process(FIRST, FIRST);

        SpanData span = only();
        assertThat(span.getName()).isEqualTo("process topic");
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(span.getTraceId()).isEqualTo("1".repeat(32));
        assertThat(span.getParentSpanId()).isEqualTo("1".repeat(16));
        assertThat(span.getLinks()).hasSize(1);
    }

    @Test
    void aBatchThatComesFromSeveralCallsLinksToEach() {
        process(FIRST, SECOND, FIRST);

        SpanData span = only();
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getLinks())
                .map(LinkData::getSpanContext)
                .map(SpanContext::getTraceId)
                .containsExactly("1".repeat(32), "2".repeat(32));
    }

    @Test
    void recordsWithoutContextOrWithABrokenOneComeFromNowhere() {
        process("", "nonsense");

        SpanData span = only();
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getLinks()).isEmpty();
    }

    @Test
    void workThatDidNotSucceedHasFailed() {
        try (Work _ = tracing.step("write")) {
            // does not come to its end
        }

        assertThat(only().getStatus()).isEqualTo(StatusData.error());
    }

    @Test
    void headersNameWhatIsGoingOn() {
        try (Work work = tracing.sending(Set.of("topic"), List.of(), 1)) {
            SpanContext current = Span.current().getSpanContext();
            assertThat(tracing.headers())
                    .isEqualTo(
                            Map.of(
                                    "traceparent",
                                    "00-%s-%s-01"
                                            .formatted(current.getTraceId(), current.getSpanId())));
            work.succeed();
        }

        assertThat(only().getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(only().getStatus()).isEqualTo(StatusData.unset());
    }

    @Test
    void offItPassesNothingOn() {
        Tracing off = Tracing.off();

        try (Work _ = off.step("write")) {
            assertThat(off.headers()).isEmpty();
            assertThat(off.origins(List.of(FIRST), it -> _ -> it)).isEmpty();
        }
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    private void process(String... parents) {
        List<SpanContext> origins =
                tracing.origins(
                        List.of(parents), it -> name -> name.equals("traceparent") ? it : null);
        try (Work work = tracing.processing("topic", "group", origins, parents.length)) {
            work.succeed();
        }
    }

    private SpanData only() {
        assertThat(spans.getFinishedSpanItems()).hasSize(1);
        return spans.getFinishedSpanItems().getFirst();
    }
}
