package rubicon.ui.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.IndicatorPayload;

/// The client against a real HTTP server on loopback that answers what a test tells it.
final class IngestClientTest {
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> traces = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;
    private IngestClient client;

    private record Reply(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String call =
                            exchange.getRequestMethod() + " " + exchange.getRequestURI().toString();
                    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
                    asked.add(bearer == null ? call : call + " " + bearer);
                    traces.add(
                            exchange.getRequestHeaders()
                                    .getOrDefault("traceparent", List.of("none"))
                                    .getFirst());
                    exchange.getRequestBody().readAllBytes();
                    Reply reply = replies.getOrDefault(call, new Reply(404, "{}"));
                    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(reply.status(), body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        client = Clients.at(address(), false);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsAreMadeOnBehalfOfTheCallerWhereReadingIsNotOpen() {
        reply("GET /api/v1/sources", 200, "{\"items\":[]}");

        Caller.run(Optional.of("ada's"), client::sources);
        Caller.run(Optional.empty(), client::sources);

        assertThat(asked)
                .containsExactly("GET /api/v1/sources Bearer ada's", "GET /api/v1/sources");
    }

    @Test
    void noTokenThatMayHaveRunOutIsSentWhereReadingIsOpen() {
        client = Clients.at(address(), true);
        reply("GET /api/v1/sources", 200, "{\"items\":[]}");

        Caller.run(Optional.of("ada's"), client::sources);

        assertThat(asked).containsExactly("GET /api/v1/sources");
    }

    @Test
    void aLogInEndsOnlyWhenIngestSaysSo() {
        reply("GET /api/v1/session", 200, "{\"user\":\"ada\"}");
        assertThat(client.standing("t")).isEqualTo(Standing.GOOD);

        reply("GET /api/v1/session", 401, "{}");
        assertThat(client.standing("t")).isEqualTo(Standing.ENDED);

        reply("GET /api/v1/session", 503, "{}");
        assertThat(client.standing("t")).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void aCallBelongsToTheTraceOfItsCaller() {
        SpanContext caller =
                SpanContext.create(
                        "1".repeat(32),
                        "2".repeat(16),
                        TraceFlags.getSampled(),
                        TraceState.getDefault());

        try (Scope _ = Context.root().with(Span.wrap(caller)).makeCurrent()) {
            client.indicator("a");
        }
        client.indicator("b");

        assertThat(traces)
                .containsExactly("00-" + "1".repeat(32) + "-" + "2".repeat(16) + "-01", "none");
    }

    @Test
    void allPagesOfAListAreRead() {
        reply("GET /api/v1/indicators", 200, "{\"items\":[{\"id\":\"a\"}],\"next\":\"c 1\"}");
        reply(
                "GET /api/v1/indicators?cursor=c+1",
                200,
                "{\"items\":[{\"id\":\"b\"}],\"next\":null}");

        Answer<List<IndicatorPayload>> answer = client.indicators();

        assertThat(answer.orElse(List.of()))
                .extracting(IndicatorPayload::id)
                .containsExactly("a", "b");
    }

    @Test
    void theTableOfATimeIsAskedForWithThatTime() {
        reply("GET /api/v1/indicators/x/observations?asOf=2026-02-01T00%3A00%3A00Z", 200, "then");
        reply("GET /api/v1/indicators/x/observations", 200, "now");

        assertThat(
                        client.table("x", Optional.of(Instant.parse("2026-02-01T00:00:00Z")))
                                .orElse(new byte[0]))
                .asString()
                .isEqualTo("then");
        assertThat(client.table("x", Optional.empty()).orElse(new byte[0]))
                .asString()
                .isEqualTo("now");
    }

    @Test
    void theLedgerOfATimeIsAskedForWithThatTime() {
        reply(
                "GET /api/v1/indicators/x/observations?asOf=2026-02-01T00%3A00%3A00Z&retracted=true"
                        + "&revisions=true",
                200, "{\"items\":[],\"next\":null,\"asOf\":\"2026-01-31T23:59:59Z\"}");

        Answer<Ledger> answer =
                client.ledger("x", Optional.of(Instant.parse("2026-02-01T00:00:00Z")));

        assertThat(answer.orElse(Ledger.empty()).asOf())
                .isEqualTo(Instant.parse("2026-01-31T23:59:59Z"));
    }

    @Test
    void anUnknownThingIsNotFound() {
        assertThat(failure(client.alert("nope")).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void aProblemNamesItsFields() {
        reply(
                "POST /api/v1/alerts/a/acknowledge",
                422,
                "{\"title\":\"Refused\",\"violations\":[{\"field\":\"note\",\"message\":\"is over"
                        + " 500 characters\"}]}");

        Failure failure = failure(client.acknowledge("a", "text", "token"));

        assertThat(failure)
                .isEqualTo(
                        new Failure(
                                Failure.Kind.REFUSED,
                                "note: is over 500 characters",
                                Map.of("note", "is over 500 characters")));
        assertThat(asked).containsExactly("POST /api/v1/alerts/a/acknowledge Bearer token");
    }

    @Test
    void wrongCredentialsAreUnauthenticated() {
        reply("POST /api/v1/session", 401, "{\"title\":\"Unauthorized\"}");

        assertThat(failure(client.signIn("admin", "wrong")).kind())
                .isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    @Test
    void aSessionCarriesUserRoleTokenAndItsEnd() {
        reply(
                "POST /api/v1/session",
                200,
                """
                {"token": "t", "user": "admin", "role": "admin", "more": 1,
                 "expiresAt": "2026-11-01T12:00:00Z"}
                """);

        assertThat(client.signIn("admin", "right"))
                .isEqualTo(
                        new Answer.Ok<>(
                                new SessionPayload(
                                        "t",
                                        "admin",
                                        "admin",
                                        Instant.parse("2026-11-01T12:00:00Z"))));
    }

    @Test
    void aSessionWithoutAnEndIsNone() {
        reply(
                "POST /api/v1/session",
                200,
                "{\"token\":\"t\",\"user\":\"admin\",\"role\":\"admin\"}");

        assertThat(failure(client.signIn("admin", "right")).kind())
                .isEqualTo(Failure.Kind.UNAVAILABLE);
    }

    @Test
    void anErrorOfTheServiceNeverShowsItsInside() {
        reply("GET /api/v1/sources", 500, "{\"detail\":\"NullPointerException at Foo.java\"}");

        assertThat(failure(client.sources()))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.UNAVAILABLE,
                                "The ingest service has a problem (500)."));
    }

    @Test
    void aServiceThatIsDownIsSaidSo() {
        server.stop(0);

        assertThat(failure(client.releases()).kind()).isEqualTo(Failure.Kind.UNAVAILABLE);
    }

    private void reply(String call, int status, String body) {
        replies.put(call, new Reply(status, body));
    }

    private static <T> Failure failure(Answer<T> answer) {
        return switch (answer) {
            case Answer.Failed<T>(Failure failure) -> failure;
            case Answer.Ok<T>(T value) -> throw new AssertionError("answered " + value);
        };
    }
}
