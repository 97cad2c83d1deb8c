package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
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
    private static final long HUGE = 105_000_000;
    private static final byte[] PACKED = packed();
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

    /// Each file that may be absent: gone, or emptied but for its header. What stood in it stays.
    @ParameterizedTest
    @MethodSource("connectors")
    void fileThatWasThereIsMissed_AndItsRowsStayUntilSomebodySaysThatTheyAreGone(
            Connector connector) throws Exception {
        List<File> fixture = Fixtures.of(connector);
        Source source = upstream.withdrawing(connector);
        upstream.serve(connector, fixture);
        SourceFiles.Fetch whole = fetch(connector, List.of()).orElseThrow();
        SyncPlan before = plan(source, List.of(), whole, null);
        for (int i = 0; i < fixture.size(); i++) {
            File file = fixture.get(i);
            if (!isOptional(connector, file)) {
                continue;
            }
            upstream.serve(connector, without(fixture, file));
            SourceFiles.Fetch gone = fetch(connector, whole.standings()).orElseThrow();
            SyncPlan missed = plan(source, before.rows(), gone, null);
            assertThat(missed.missing())
                    .as(file.path())
                    .contains("the file '%s' is gone".formatted(file.path()));
            assertThat(missed.rows()).isEqualTo(before.rows());
            assertThat(missed.retractions()).hasSameSizeAs(before.retractions());
            assertThat(fetch(connector, gone.standings())).as("gone as it was").isEmpty();

            List<PartStanding> accepted =
                    gone.standings().stream().map(PartStanding::accepted).toList();
            List<String> left = plan(source, before.rows(), gone, "somebody").rows();
            // And rows that cannot be read without that file.
            assertThat(left).containsAll(plan(source, List.of(), gone, "somebody").rows());
            assertThat(fetch(connector, accepted)).isEmpty();

            upstream.serve(connector, fixture);
            SourceFiles.Fetch back = fetch(connector, gone.standings()).orElseThrow();
            assertThat(back.standings()).isEqualTo(whole.standings());
            assertThat(fetch(connector, accepted).orElseThrow().standings().get(i).statedAt())
                    .as("stands again after its withdrawal")
                    .isEqualTo(NOW);

            if (file.format() == Layout.Format.CSV && left.size() < before.rows().size()) {
                byte[] header = firstLine(file.bytes());
                upstream.serve(connector, Fixtures.changed(fixture, i, header));
                SourceFiles.Fetch emptied = fetch(connector, whole.standings()).orElseThrow();
                try {
                    SyncPlan held = plan(source, before.rows(), emptied, null);
                    assertThat(held.rows()).isEqualTo(before.rows());
                    assertThat(held.drift()).isTrue();
                } catch (DriftException e) {
                    assertThat(e).hasMessageContaining("row");
                }
            }
        }
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
        assertThat(
                        files.fetch(
                                upstream.source(connector),
                                List.of(),
                                Optional.empty(),
                                "run-1",
                                ONCE_MORE))
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

    /// With the limit that is built in: 100 MB are streamed, and the upstream gets rid of little
    /// more than the limit.
    @ParameterizedTest
    @MethodSource("connectors")
    void bodyOf100MbIsRefusedByTheDefaultLimitBeforeItIsThere(Connector connector)
            throws Exception {
        upstream.serve(connector, Fixtures.of(connector));
        SourceConfig defaults = Samples.config(Map.of("rubicon.sources.host-pause", "PT0S"));
        for (long length : new long[] {HUGE, 0}) {
            AtomicLong sent = new AtomicLong();
            upstream.meddle((exchange, _) -> {
                // A length of 0 is one that is not told.
                exchange.sendResponseHeaders(200, length);
                stream(exchange.getResponseBody(), sent);
                return true;
            });
            Fetcher usual = new Fetcher(defaults, () -> NOW, "test");
            try {
                SourceFiles all = new SourceFiles(usual, defaults, () -> NOW);
                UpstreamException refused =
                        catchThrowableOfType(
                                UpstreamException.class,
                                () ->
                                        all.fetch(
                                                upstream.source(connector),
                                                List.of(),
                                                Optional.empty(),
                                                "run-1",
                                                Retry.NONE));
                assertThat(refused).hasMessageContaining("larger than " + defaults.maxBytes());
            } finally {
                usual.close();
            }
            assertThat(sent.get()).isLessThan(2L * defaults.maxBytes());
        }
    }

    /// A hundred kilobytes that unpack to 100 MB: no more of them is unpacked than the limit.
    @ParameterizedTest
    @MethodSource("connectors")
    void packedBodyIsNotUnpackedBeyondTheDefaultLimit(Connector connector) throws Exception {
        upstream.serve(connector, Fixtures.of(connector));
        SourceConfig defaults = Samples.config(Map.of("rubicon.sources.host-pause", "PT0S"));
        upstream.meddle((exchange, _) -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            return body(exchange, PACKED);
        });
        Fetcher usual = new Fetcher(defaults, () -> NOW, "test");
        try {
            SourceFiles all = new SourceFiles(usual, defaults, () -> NOW);
            long before = allocated();
            assertThat(
                            catchThrowableOfType(
                                    UpstreamException.class,
                                    () ->
                                            all.fetch(
                                                    upstream.source(connector),
                                                    List.of(),
                                                    Optional.empty(),
                                                    "run-1",
                                                    Retry.NONE)))
                    .hasMessageContaining("larger than " + defaults.maxBytes());
            assertThat(allocated() - before).as("bytes taken").isLessThan(3L * defaults.maxBytes());
        } finally {
            usual.close();
        }
    }

    /// Written for as long as somebody takes it.
    private static void stream(OutputStream out, AtomicLong sent) {
        byte[] block = new byte[64 * 1024];
        Arrays.fill(block, (byte) 'x');
        try {
            while (sent.get() < HUGE) {
                int length = (int) Math.min(block.length, HUGE - sent.get());
                out.write(block, 0, length);
                sent.addAndGet(length);
            }
        } catch (IOException e) {
            // whoever asked has hung up
        }
    }

    private static byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            stream(out, new AtomicLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    private Optional<SourceFiles.Fetch> fetch(Connector connector, List<PartStanding> before)
            throws UpstreamException, InterruptedException {
        return files.fetch(
                upstream.source(connector), before, Optional.empty(), "run-1", Retry.NONE);
    }

    private static int rows(Connector connector, SourceFiles.Fetch fetch) throws DriftException {
        return connector.map(fetch.delivery()).size();
    }

    private static SyncPlan plan(
            Source source, List<String> before, SourceFiles.Fetch fetch, @Nullable String accepted)
            throws DriftException {
        return SyncPlan.of(
                source,
                before,
                source.map(fetch.delivery()),
                fetch.rowFiles(),
                NOW,
                Set.of(),
                accepted);
    }

    private static boolean isOptional(Connector connector, File file) {
        return connector.layout() instanceof Layout.Named(var parts)
                && parts.stream().anyMatch(it -> it.path().equals(file.path()) && !it.needed());
    }

    private static List<File> without(List<File> fixture, File file) {
        return fixture.stream().filter(it -> !it.path().equals(file.path())).toList();
    }

    private static byte[] firstLine(byte[] text) {
        return (new String(text, UTF_8).lines().findFirst().orElseThrow() + "\n").getBytes(UTF_8);
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
