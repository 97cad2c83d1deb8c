package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.ingest.source.Fixtures.File;

/// What may happen between an upstream and a connector, for each of them, over real HTTP on
/// loopback.
class ConnectorTransportTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final int LIMIT = 1_000_000;
    private static final String LARGE_FILE_POINTER =
            """
            version https://git-lfs.github.com/spec/v1
            oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
            size 12345
            """;
    private static final Retry ONCE_MORE =
            new Retry(2, Duration.ofMillis(1), Duration.ofSeconds(1));

    private final FixtureUpstream upstream = new FixtureUpstream();
    private final CountDownLatch done = new CountDownLatch(1);
    private final SourceConfig config =
            Samples.config(
                    Map.of(
                            "rubicon.sources.max-bytes", Integer.toString(LIMIT),
                            "rubicon.sources.timeout", "PT0.5S",
                            "rubicon.sources.host-pause", "PT0S"));
    private final Fetcher fetcher = new Fetcher(config, () -> NOW, "test");
    private final SourceFiles files = new SourceFiles(fetcher, config, () -> NOW);

    @AfterEach
    void close() {
        done.countDown();
        fetcher.close();
        upstream.close();
    }

    static Stream<Named<Connector>> connectors() {
        return Connectors.all().stream().map(it -> Named.of(it.id(), it));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void whatIsServedIsWhatIsMapped(Connector connector) throws Exception {
        List<File> fixture = Fixtures.of(connector);
        upstream.serve(connector, fixture);
        assertThat(rows(connector, fetch(connector, List.of()).orElseThrow()))
                .isEqualTo(connector.map(Fixtures.delivery(connector, fixture)).size());
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void unchangedUpstreamIsNotReadAgain(Connector connector) throws Exception {
        upstream.serve(connector, Fixtures.of(connector));
        SourceFiles.Fetch first = fetch(connector, List.of()).orElseThrow();
        assertThat(fetch(connector, first.standings())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void oneFileThatChangedBringsAll(Connector connector) throws Exception {
        List<File> fixture = Fixtures.of(connector);
        upstream.serve(connector, fixture);
        SourceFiles.Fetch first = fetch(connector, List.of()).orElseThrow();
        byte[] longer = (new String(fixture.getFirst().bytes(), UTF_8) + "\n").getBytes(UTF_8);
        upstream.serve(connector, Fixtures.changed(fixture, 0, longer));
        SourceFiles.Fetch second = fetch(connector, first.standings()).orElseThrow();
        assertThat(second.delivery().parts()).hasSameSizeAs(first.delivery().parts());
        assertThat(second.standings()).isNotEqualTo(first.standings());
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void gzipAndRedirectsAreNoMatterOfTheConnector(Connector connector) throws Exception {
        upstream.serve(connector, Fixtures.of(connector));
        int expected = rows(connector, fetch(connector, List.of()).orElseThrow());
        upstream.meddle((exchange, bytes) -> {
            String path = exchange.getRequestURI().getPath();
            if (bytes != null && exchange.getRequestURI().getQuery() == null) {
                exchange.getResponseHeaders().add("Location", path + "?moved");
                exchange.sendResponseHeaders(302, -1);
                return true;
            }
            return bytes != null && zipped(exchange, bytes);
        });
        assertThat(rows(connector, fetch(connector, List.of()).orElseThrow())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void statusOfAFailureIsTold(Connector connector) {
        upstream.serve(connector, Fixtures.of(connector));
        for (int status : List.of(401, 403, 404, 410, 418, 429, 500, 502, 503)) {
            upstream.meddle((exchange, _) -> {
                exchange.sendResponseHeaders(status, -1);
                return true;
            });
            assertThat(failure(connector)).hasMessageContaining(Integer.toString(status));
        }
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void upstreamThatIsBusyOnceIsAskedAgain(Connector connector) throws Exception {
        upstream.serve(connector, Fixtures.of(connector));
        AtomicInteger asked = new AtomicInteger();
        upstream.meddle((exchange, _) -> {
            if (asked.getAndIncrement() == 0) {
                exchange.getResponseHeaders().add("Retry-After", "0");
                exchange.sendResponseHeaders(429, -1);
                return true;
            }
            return false;
        });
        assertThat(files.fetch(upstream.source(connector), List.of(), "run-1", ONCE_MORE))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void pageForPeoplePointerEmptyBodyTruncationAndTooMuchAreFailures(Connector connector) {
        upstream.serve(connector, Fixtures.of(connector));
        upstream.meddle((exchange, _) -> body(exchange, "<!DOCTYPE html><html>".getBytes(UTF_8)));
        assertThat(failure(connector)).hasMessageContaining("HTML");
        upstream.meddle((exchange, _) -> body(exchange, LARGE_FILE_POINTER.getBytes(UTF_8)));
        assertThat(failure(connector)).hasMessageContaining("pointer to a large file");
        upstream.meddle((exchange, _) -> body(exchange, "  ".getBytes(UTF_8)));
        assertThat(failure(connector)).hasMessageContaining("answered nothing");
        upstream.meddle((exchange, bytes) -> {
            byte[] start = bytes == null ? new byte[1] : bytes;
            exchange.sendResponseHeaders(200, start.length + 10);
            exchange.getResponseBody().write(start);
            return true;
        });
        assertThat(failure(connector)).hasMessageContaining("cannot be read");
        upstream.meddle((exchange, _) -> body(exchange, new byte[LIMIT + 1]));
        assertThat(failure(connector)).hasMessageContaining("larger than " + LIMIT);
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void slowBodyEndsWithTheTimeOut(Connector connector) {
        upstream.serve(connector, Fixtures.of(connector));
        upstream.meddle((exchange, bytes) -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write(bytes == null ? new byte[1] : bytes);
            exchange.getResponseBody().flush();
            try {
                done.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return true;
        });
        assertThat(failure(connector)).hasMessageContaining("took longer");
    }

    private Optional<SourceFiles.Fetch> fetch(Connector connector, List<PartStanding> before)
            throws UpstreamException, InterruptedException {
        return files.fetch(upstream.source(connector), before, "run-1", Retry.NONE);
    }

    private static int rows(Connector connector, SourceFiles.Fetch fetch) throws DriftException {
        return connector.map(fetch.delivery()).size();
    }

    private UpstreamException failure(Connector connector) {
        return catchThrowableOfType(UpstreamException.class, () -> fetch(connector, List.of()));
    }

    private static boolean body(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        return true;
    }

    private static boolean zipped(HttpExchange exchange, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        return body(exchange, packed.toByteArray());
    }
}
