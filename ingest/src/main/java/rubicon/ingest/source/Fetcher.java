package rubicon.ingest.source;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Reads an address, asking only for what is new, and never takes more bytes or time than allowed.
@ApplicationScoped
class Fetcher {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final HttpClient http;
    private final HostGate gate;
    private final InstantSource time;
    private final SourceConfig config;
    private final String userAgent;

    Fetcher(
            SourceConfig config,
            InstantSource time,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0")
                    String version) {
        this.config = config;
        this.time = time;
        this.gate = new HostGate(config.hostPause());
        this.userAgent = "Rubicon/" + version;
        this.http =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(config.connectTimeout())
                        .build();
    }

    /// What an upstream answered.
    sealed interface Answer {}

    /// Nothing new.
    record NotModified() implements Answer {}

    /// Nothing is there, and nothing need be.
    ///
    /// @param reason for a reader
    record Absent(String reason) implements Answer {}

    /// A payload, unpacked.
    ///
    /// @param lastModified as the upstream wrote it
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    record Content(byte[] payload, @Nullable String etag, @Nullable String lastModified)
            implements Answer {

        /// When the upstream last changed, if it says so.
        Optional<Instant> modifiedAt() {
            return lastModified == null ? Optional.empty() : httpDate(lastModified);
        }
    }

    /// Asks an address once.
    ///
    /// @param known of what is held already
    Answer fetch(URI url, Validators known) throws UpstreamException, InterruptedException {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "file" -> file(url);
            case "classpath" -> classpath(url);
            default -> http(url, known);
        };
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /// A file is read in any case: its date is too coarse to tell that nothing changed.
    private Answer file(URI url) throws UpstreamException {
        try {
            Path path = Path.of(url);
            if (Files.isDirectory(path)) {
                throw UpstreamException.lasting("%s is a folder".formatted(url));
            }
            Instant modified = Files.getLastModifiedTime(path).toInstant();
            try (InputStream in = Files.newInputStream(path)) {
                return new Content(
                        unpacked(Payloads.limited(in, config.maxBytes())),
                        null,
                        httpDate(modified));
            }
        } catch (NoSuchFileException e) {
            throw UpstreamException.absent("%s does not exist".formatted(url));
        } catch (IllegalArgumentException e) {
            throw UpstreamException.lasting("%s names no file".formatted(url));
        } catch (IOException e) {
            throw UpstreamException.passing("%s cannot be read: %s".formatted(url, reason(e)));
        }
    }

    private Answer classpath(URI url) throws UpstreamException {
        try (InputStream in = Fetcher.class.getResourceAsStream(url.getSchemeSpecificPart())) {
            if (in == null) {
                throw UpstreamException.absent("%s does not exist".formatted(url));
            }
            return new Content(Payloads.limited(in, config.maxBytes()), null, null);
        } catch (IOException e) {
            throw UpstreamException.passing("%s cannot be read: %s".formatted(url, reason(e)));
        }
    }

    private Answer http(URI url, Validators known) throws UpstreamException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(config.timeout())
                        .header("User-Agent", userAgent)
                        .header("Accept-Encoding", "gzip");
        if (known.etag() != null) {
            request.header("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            request.header("If-Modified-Since", known.lastModified());
        }
        HttpResponse<byte[]> response;
        try (HostGate.Turn _ = gate.enter(url)) {
            response = send(request.build());
        }
        int status = response.statusCode();
        if (status == 304) {
            return new NotModified();
        }
        if (status == 200) {
            return content(url, response);
        }
        String answer = "%s answered %d".formatted(url, status);
        if (status == 429 || status == 503) {
            throw UpstreamException.busy(answer, retryAfter(response));
        }
        if (status == 404 || status == 410) {
            throw UpstreamException.absent(answer);
        }
        throw status >= 500 ? UpstreamException.passing(answer) : UpstreamException.lasting(answer);
    }

    /// The client's own time-out ends with the headers; a body that drips needs an end too.
    private HttpResponse<byte[]> send(HttpRequest request)
            throws UpstreamException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), config.maxBytes()));
        try {
            return exchange.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw tooSlow(request.uri());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw tooSlow(request.uri());
            }
            String reason = reason(e.getCause());
            if (reason.contains("body exceeds capacity")) {
                throw UpstreamException.lasting(
                        "%s is larger than %d bytes".formatted(request.uri(), config.maxBytes()));
            }
            throw UpstreamException.passing(
                    "%s cannot be read: %s".formatted(request.uri(), reason));
        } finally {
            exchange.cancel(true);
        }
    }

    private UpstreamException tooSlow(URI url) {
        return UpstreamException.passing("%s took longer than %s".formatted(url, config.timeout()));
    }

    private Content content(URI url, HttpResponse<byte[]> response) throws UpstreamException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        byte[] payload =
                switch (encoding.toLowerCase(Locale.ROOT)) {
                    case "identity" -> response.body();
                    case "gzip", "x-gzip" -> Payloads.unzipped(response.body(), config.maxBytes());
                    default ->
                            throw UpstreamException.lasting(
                                    "%s answered in the encoding '%s', which was not asked for"
                                            .formatted(url, encoding));
                };
        payload = unpacked(payload);
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/html") || Payloads.isHtml(payload)) {
            throw UpstreamException.lasting("%s answered an HTML page, no data".formatted(url));
        }
        if (Payloads.isBlank(payload)) {
            throw UpstreamException.lasting("%s answered nothing".formatted(url));
        }
        return new Content(
                payload,
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Last-Modified").orElse(null));
    }

    /// The content of a file that is stored packed, such as `data.json.gz`.
    private byte[] unpacked(byte[] payload) throws UpstreamException {
        byte[] content =
                Payloads.isZipped(payload)
                        ? Payloads.unzipped(payload, config.maxBytes())
                        : payload;
        if (Payloads.isPointer(content)) {
            throw UpstreamException.lasting(
                    "the payload is a pointer to a large file that is kept elsewhere, no data");
        }
        return content;
    }

    /// How long the upstream asks to be left alone, a day at most: who errs in a date is not
    /// forgotten for years.
    private @Nullable Duration retryAfter(HttpResponse<?> response) {
        String text = response.headers().firstValue("Retry-After").orElse("").strip();
        Optional<Duration> asked =
                text.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : httpDate(text)
                                .map(at -> Duration.between(time.instant(), at))
                                .filter(Duration::isPositive);
        return asked.map(it -> it.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : it).orElse(null);
    }

    private static String reason(@Nullable Throwable cause) {
        if (cause == null) {
            return "no reason is known";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC));
    }
}
