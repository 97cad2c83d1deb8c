package rubicon.ingest.platform;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Spans around what this service does with Kafka and the ledger, and their context in the headers
/// of records, as W3C's trace context. Without an exporter all of it does nothing.
///
/// Spans and attributes are those of OpenTelemetry's conventions for messaging: a batch links to
/// what each of its records comes from. If that is one and the same, it is its parent too, so that
/// one call makes one trace.
///
/// @see <a href="https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/">Messaging
///   spans</a>
@ApplicationScoped
public class Tracing {
    private static final TextMapPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final Headers HEADERS = new Headers();
    private static final int MOST_LINKS = 128; // more are dropped by the SDK
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION =
            AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> TYPE =
            AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> TOPIC =
            AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> GROUP =
            AttributeKey.stringKey("messaging.consumer.group.name");
    private static final AttributeKey<Long> COUNT =
            AttributeKey.longKey("messaging.batch.message_count");

    private final boolean enabled;
    private final Tracer tracer;

    Tracing(
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled) {
        this.enabled = !disabled;
        this.tracer = (disabled ? OpenTelemetry.noop() : telemetry).getTracer("rubicon-ingest");
    }

    /// One that does nothing.
    public static Tracing off() {
        return new Tracing(OpenTelemetry.noop(), true);
    }

    /// What a span is about, current on this thread until it is closed. It has failed unless it was
    /// told that it succeeded.
    public static final class Work implements AutoCloseable {
        private final Span span;
        private final Scope scope;
        private boolean succeeded;

        @SuppressWarnings("MustBeClosedChecker") // closed with this
        private Work(Span span) {
            this.span = span;
            this.scope = span.makeCurrent();
        }

        /// Says that all was done.
        public void succeed() {
            succeeded = true;
        }

        @Override
        public void close() {
            scope.close();
            if (!succeeded) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    /// A step inside of what is going on.
    public Work step(String name) {
        return new Work(tracer.spanBuilder(name).startSpan());
    }

    /// A step of what began elsewhere or earlier, by the headers that [#headers()] gave there.
    public Work step(String name, Map<String, String> headers) {
        Context origin =
                enabled ? W3C.extract(Context.root(), headers::get, HEADERS) : Context.root();
        return new Work(tracer.spanBuilder(name).setParent(origin).startSpan());
    }

    /// Records are sent, to one topic unless several are named.
    ///
    /// @param origins what made them; empty if it is what is going on
    public Work sending(Set<String> topics, Collection<SpanContext> origins, int count) {
        SpanBuilder span = messaging("send", topics, origins, count);
        return new Work(span.setSpanKind(SpanKind.PRODUCER).startSpan());
    }

    /// Records of one topic are handled.
    ///
    /// @param origins what they come from
    public Work processing(String topic, String group, Collection<SpanContext> origins, int count) {
        SpanBuilder span = messaging("process", Set.of(topic), origins, count);
        span.setAttribute(GROUP, group);
        return new Work(span.setSpanKind(SpanKind.CONSUMER).startSpan());
    }

    /// Headers that tell a record's reader what the record comes from; none where nothing does.
    public Map<String, String> headers() {
        Map<String, String> headers = new TreeMap<>();
        if (enabled) {
            W3C.inject(Context.current(), headers, (_, name, value) -> headers.put(name, value));
        }
        return headers;
    }

    /// What records come from, by their headers, each origin once.
    ///
    /// @param header a record's header of that name, if it has one
    public <T> List<SpanContext> origins(
            Collection<T> records, Function<T, Function<String, @Nullable String>> header) {
        if (!enabled) {
            return List.of();
        }
        return records.stream()
                .map(it -> W3C.extract(Context.root(), header.apply(it), HEADERS))
                .map(it -> Span.fromContext(it).getSpanContext())
                .filter(SpanContext::isValid)
                .distinct()
                .toList();
    }

    private SpanBuilder messaging(
            String operation, Set<String> topics, Collection<SpanContext> origins, int count) {
        String name =
                topics.stream().sorted().collect(Collectors.joining(", ", operation + " ", ""));
        SpanBuilder span = tracer.spanBuilder(name);
        span.setAttribute(SYSTEM, "kafka").setAttribute(OPERATION, operation);
        span.setAttribute(TYPE, operation).setAttribute(COUNT, (long) count);
        if (topics.size() == 1) {
            span.setAttribute(TOPIC, topics.iterator().next());
        }
        if (origins.size() == 1) {
            span.setParent(Context.root().with(Span.wrap(origins.iterator().next())));
        }
        origins.stream().limit(MOST_LINKS).forEach(span::addLink);
        return span;
    }

    private static final class Headers
            implements TextMapGetter<Function<String, @Nullable String>> {
        @Override
        public Iterable<String> keys(Function<String, @Nullable String> carrier) {
            return W3C.fields();
        }

        @Override
        public @Nullable String get(
                @Nullable Function<String, @Nullable String> carrier, String key) {
            return carrier == null ? null : carrier.apply(key);
        }
    }
}
