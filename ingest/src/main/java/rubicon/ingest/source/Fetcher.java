package rubicon.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads an address, asking only for what is new.
@ApplicationScoped
class Fetcher {
    private static final String USER_AGENT = "Rubicon/0.1 (observatory; conditional requests)";

    private final SourceConfig config;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    Fetcher(SourceConfig config) {
        this.config = config;
    }

    /// What an upstream answered.
    sealed interface Answer {}

    /// Nothing new.
    record NotModified() implements Answer {}

    /// A payload, unpacked.
    ///
    /// @param lastModified as the upstream wrote it
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    record Content(byte[] payload, @Nullable String etag, @Nullable String lastModified)
            implements Answer {

        /// When the upstream last changed, if it says so.
        Optional<Instant> modifiedAt() {
            try {
                return lastModified == null
                        ? Optional.empty()
                        : Optional.of(
                                ZonedDateTime.parse(
                                                lastModified, DateTimeFormatter.RFC_1123_DATE_TIME)
                                        .toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /// Asks an address.
    ///
    /// @param etag of the last answer; null to ask for everything
    /// @param lastModified of the last answer
    /// @throws IOException with a sentence for the operator
    Answer fetch(URI url, @Nullable String etag, @Nullable String lastModified)
            throws IOException, InterruptedException {
        return switch (url.getScheme()) {
            case "file" -> file(url, lastModified);
            case "classpath" -> classpath(url);
            default -> http(url, etag, lastModified);
        };
    }

    private Answer file(URI url, @Nullable String before) throws IOException {
        Path path = Path.of(url);
        try {
            Instant modified = Files.getLastModifiedTime(path).toInstant();
            String stamp =
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atZone(ZoneOffset.UTC));
            if (stamp.equals(before)) {
                return new NotModified();
            }
            try (InputStream in = Files.newInputStream(path)) {
                return new Content(limited(in), null, stamp);
            }
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + path, e);
        }
    }

    private Answer classpath(URI url) throws IOException {
        try (InputStream in = Fetcher.class.getResourceAsStream(url.getSchemeSpecificPart())) {
            if (in == null) {
                throw new IOException("there is no resource " + url.getSchemeSpecificPart());
            }
            return new Content(limited(in), null, null);
        }
    }

    private Answer http(URI url, @Nullable String etag, @Nullable String lastModified)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url)
                        .timeout(config.timeout())
                        .header("User-Agent", USER_AGENT)
                        .header("Accept-Encoding", "gzip");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        if (lastModified != null) {
            request.header("If-Modified-Since", lastModified);
        }
        HttpResponse<InputStream> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream raw = response.body()) {
            if (response.statusCode() == 304) {
                return new NotModified();
            }
            if (response.statusCode() != 200) {
                throw new IOException("%s answered %d".formatted(url, response.statusCode()));
            }
            boolean packed =
                    response.headers()
                            .firstValue("Content-Encoding")
                            .filter("gzip"::equals)
                            .isPresent();
            InputStream in = packed ? new GZIPInputStream(raw) : raw;
            return new Content(
                    limited(in),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Last-Modified").orElse(null));
        }
    }

    private byte[] limited(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            if (out.size() > config.maxBytes()) {
                throw new IOException(
                        "the payload is larger than %d bytes".formatted(config.maxBytes()));
            }
        }
        return out.toByteArray();
    }
}
