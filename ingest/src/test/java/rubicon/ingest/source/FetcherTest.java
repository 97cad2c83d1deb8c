package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.testing.UpstreamServer;

/// What an upstream may do, over real HTTP on loopback.
class FetcherTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
    private static final byte[] DATA = "results: {a: 1}\n".getBytes(UTF_8);

    private final UpstreamServer upstream = new UpstreamServer();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Fetcher fetcher =
            new Fetcher(
                    Samples.config(
                            Map.of(
                                    "rubicon.sources.max-bytes", "1000",
                                    "rubicon.sources.timeout", "PT1S")),
                    () -> NOW,
                    "9.9.9");

    @TempDir Path folder;

    @AfterEach
    void close() {
        done.countDown();
        fetcher.close();
        upstream.close();
    }

    @Test
    void payloadComesWithItsValidators() throws Exception {
        upstream.serves(DATA, "ETag", "\"v1\"", "Last-Modified", "Tue, 03 Mar 2026 21:04:54 GMT");
        Fetcher.Content content = content(Validators.NONE);
        assertThat(content.payload()).isEqualTo(DATA);
        assertThat(content.etag()).isEqualTo("\"v1\"");
        assertThat(content.modifiedAt()).contains(Instant.parse("2026-03-03T21:04:54Z"));
        assertThat(upstream.askedLast("User-Agent")).isEqualTo("Rubicon/9.9.9");
        assertThat(upstream.askedLast("If-None-Match")).isEmpty();
        assertThat(upstream.askedLast("If-Modified-Since")).isEmpty();
    }

    @Test
    void whatIsHeldIsAskedForOnlyIfItChanged() throws Exception {
        upstream.says(304);
        Fetcher.Answer answer =
                fetcher.fetch(
                        upstream.url(), new Validators("\"v1\"", "Tue, 03 Mar 2026 21:04:54 GMT"));
        assertThat(answer).isInstanceOf(Fetcher.NotModified.class);
        assertThat(upstream.askedLast("If-None-Match")).isEqualTo("\"v1\"");
        assertThat(upstream.askedLast("If-Modified-Since"))
                .isEqualTo("Tue, 03 Mar 2026 21:04:54 GMT");
    }

    @Test
    void unreadableDateIsNoDate() throws Exception {
        upstream.serves(DATA, "Last-Modified", "last Tuesday");
        assertThat(content(Validators.NONE).modifiedAt()).isEmpty();
    }

    @Test
    void gzipIsUnpacked() throws Exception {
        upstream.serves(zipped(DATA), "Content-Encoding", "gzip");
        assertThat(content(Validators.NONE).payload()).isEqualTo(DATA);
        assertThat(upstream.askedLast("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void smallGzipThatUnpacksToTooMuchIsRefused() throws Exception {
        byte[] bomb = zipped(new byte[100_000]);
        assertThat(bomb.length).isLessThan(1_000);
        upstream.serves(bomb, "Content-Encoding", "gzip");
        assertFails("larger than 1000 bytes", false);
    }

    @Test
    void fileThatIsStoredPackedIsUnpacked() throws Exception {
        upstream.serves(zipped(DATA), "Content-Type", "application/gzip");
        assertThat(content(Validators.NONE).payload()).isEqualTo(DATA);
    }

    @Test
    void requestsToOneHostKeepTheirDistance() throws Exception {
        upstream.serves(DATA);
        Fetcher polite =
                new Fetcher(
                        Samples.config(Map.of("rubicon.sources.host-pause", "PT0.2S")),
                        () -> NOW,
                        "1");
        long begun = System.nanoTime();
        polite.fetch(upstream.url(), Validators.NONE);
        polite.fetch(upstream.url(), Validators.NONE);
        polite.fetch(upstream.url(), Validators.NONE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofMillis(400));
        polite.close();
    }

    @Test
    void gzipThatEndsEarlyMayComeWholeNextTime() throws Exception {
        byte[] whole = zipped(DATA);
        byte[] half = java.util.Arrays.copyOf(whole, whole.length - 10);
        upstream.serves(half, "Content-Encoding", "gzip");
        assertFails("ends early", true);
    }

    @Test
    void encodingThatWasNotAskedForIsRefused() {
        upstream.serves(DATA, "Content-Encoding", "br");
        assertFails("the encoding 'br'", false);
    }

    @Test
    void payloadOverTheLimitIsRefused() {
        upstream.serves(new byte[1_001]);
        assertFails("larger than 1000 bytes", false);
    }

    @Test
    void payloadOverTheLimitOfUnknownLengthIsRefused() {
        upstream.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0); // chunked
            exchange.getResponseBody().write(new byte[5_000]);
        });
        assertFails("larger than 1000 bytes", false);
    }

    @Test
    void redirectIsFollowed() throws Exception {
        upstream.answers(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/moved.yaml")) {
                exchange.sendResponseHeaders(200, DATA.length);
                exchange.getResponseBody().write(DATA);
            } else {
                exchange.getResponseHeaders().add("Location", "/moved.yaml");
                exchange.sendResponseHeaders(302, -1);
            }
        });
        assertThat(content(Validators.NONE).payload()).isEqualTo(DATA);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"404, false", "410, false", "403, false", "429, true", "500, true", "503, true"})
    void statusTellsWhetherAnotherTryMayHelp(int status, boolean passing) {
        upstream.says(status);
        assertFails("answered " + status, passing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "120, PT2M",
        "'Wed, 04 Mar 2026 12:00:30 GMT', PT30S",
        "soon,",
        "-5,",
        "999999999, P1D"
    })
    void pauseThatTheUpstreamAsksForIsKnown(String header, Duration pause) {
        upstream.says(429, "Retry-After", header);
        assertThat(failure().retryAfter()).isEqualTo(java.util.Optional.ofNullable(pause));
    }

    @Test
    void bodyThatDripsEndsWithTheTimeOut() {
        upstream.answers(exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write(DATA);
            exchange.getResponseBody().flush();
            await();
        });
        assertFails("took longer than PT1S", true);
    }

    @Test
    void answerThatDoesNotComeEndsWithTheTimeOut() {
        upstream.answers(exchange -> await());
        assertFails("took longer than PT1S", true);
    }

    @Test
    void truncatedBodyIsNoPayload() {
        upstream.answers(exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write(DATA);
        });
        assertFails("cannot be read", true);
    }

    @Test
    void upstreamThatIsNotThereMayComeBack() {
        upstream.close();
        assertFails("cannot be read", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html>", "  \n<html lang=\"en\">", "\uFEFF<HTML>"})
    void pageForPeopleIsNoData(String page) {
        upstream.serves(page.getBytes(UTF_8), "Content-Type", "text/plain");
        assertFails("HTML page", false);
    }

    @Test
    void contentTypeOfAPageIsEnough() {
        upstream.serves(DATA, "Content-Type", "text/html; charset=utf-8");
        assertFails("HTML page", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "\uFEFF"})
    void emptyAnswerIsNoData(String nothing) {
        upstream.serves(nothing.getBytes(UTF_8));
        assertFails("answered nothing", false);
    }

    @Test
    void fileIsReadWithItsDate() throws Exception {
        Path file = Files.write(folder.resolve("data.yaml"), DATA);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-01T10:00:00Z")));
        Fetcher.Content content = (Fetcher.Content) fetcher.fetch(file.toUri(), Validators.NONE);
        assertThat(content.payload()).isEqualTo(DATA);
        assertThat(content.modifiedAt()).contains(Instant.parse("2026-03-01T10:00:00Z"));

        Files.writeString(file, "results: {a: 2}\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-01T10:00:00.400Z")));
        Fetcher.Content changed =
                (Fetcher.Content)
                        fetcher.fetch(file.toUri(), new Validators(null, content.lastModified()));
        assertThat(new String(changed.payload(), UTF_8))
                .as("changed within the second")
                .isEqualTo("results: {a: 2}\n");
    }

    @Test
    void missingFileFolderAndOversizeFileAreTold() throws Exception {
        assertThatThrownBy(() -> fetch(folder.resolve("none.yaml").toUri()))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> fetch(folder.toUri())).hasMessageContaining("is a folder");
        Path large = Files.write(folder.resolve("large.yaml"), new byte[1_001]);
        assertThatThrownBy(() -> fetch(large.toUri())).hasMessageContaining("larger than 1000");
    }

    @Test
    void resourceThatComesWithRubiconIsRead() throws Exception {
        Fetcher plenty = new Fetcher(Samples.config(Map.of()), () -> NOW, "1");
        Fetcher.Answer answer =
                plenty.fetch(URI.create("classpath:/sources.yaml"), Validators.NONE);
        assertThat(new String(((Fetcher.Content) answer).payload(), UTF_8)).contains("sources:");
        assertThatThrownBy(() -> fetch(URI.create("classpath:/none.yaml")))
                .hasMessageContaining("does not exist");
    }

    private Fetcher.Content content(Validators known) throws Exception {
        return (Fetcher.Content) fetcher.fetch(upstream.url(), known);
    }

    private void fetch(URI url) throws UpstreamException, InterruptedException {
        fetcher.fetch(url, Validators.NONE);
    }

    private UpstreamException failure() {
        return catchThrowableOfType(
                UpstreamException.class, () -> fetcher.fetch(upstream.url(), Validators.NONE));
    }

    private void assertFails(String message, boolean passing) {
        UpstreamException failure = failure();
        assertThat(failure).hasMessageContaining(message);
        assertThat(failure.isPassing()).isEqualTo(passing);
    }

    private void await() throws IOException {
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
