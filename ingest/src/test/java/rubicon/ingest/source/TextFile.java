package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rubicon.model.wire.ObservationPayload;

/// Texts as a run would hand them to a connector.
public final class TextFile {
    private static final Path FIXTURES = Path.of("src/test/resources/sources");
    private static final Instant READ = Instant.parse("2026-03-04T12:00:00Z");

    /// When all of them are stated, unless told otherwise.
    public static final Instant STATED = Instant.parse("2026-03-03T21:04:54Z");

    private TextFile() {}

    /// The text as the one file of a source.
    public static Fetched of(String text) {
        return of("", text);
    }

    /// The text as a file of a source.
    ///
    /// @param path below the source's address
    public static Fetched of(String path, String text) {
        return of("upstream", path, text, STATED);
    }

    static Fetched of(String source, String path, String text, Instant statedAt) {
        return new Fetched(
                source,
                path,
                "http://127.0.0.1/" + path,
                READ,
                statedAt,
                "abc",
                "run-1",
                text.getBytes(UTF_8));
    }

    /// What a connector of one file makes of a text.
    public static Mapped map(Connector connector, String text) throws DriftException {
        return connector.map(delivery(of(text)));
    }

    /// What a connector of several files makes of them.
    public static Mapped map(Connector connector, Map<String, String> texts) throws DriftException {
        return connector.map(
                new Delivery(
                        Map.of(),
                        texts.entrySet().stream()
                                .map(it -> of(it.getKey(), it.getValue()))
                                .toList()));
    }

    /// What a connector of one file makes of bytes, with the source's options.
    public static Mapped map(Connector connector, Map<String, String> options, byte[] bytes)
            throws DriftException {
        return connector.map(new Delivery(options, List.of(of(bytes))));
    }

    /// The bytes as the one file of a source.
    public static Fetched of(byte[] bytes) {
        return new Fetched(
                "upstream", "", "http://127.0.0.1/", READ, STATED, "abc", "run-1", bytes);
    }

    /// The text of a file of the fixtures.
    public static String fixture(String path) throws IOException {
        return Files.readString(FIXTURES.resolve(path));
    }

    /// A delivery without options.
    public static Delivery delivery(Fetched... files) {
        return new Delivery(Map.of(), List.of(files));
    }

    /// The one row of that key.
    public static ObservationPayload row(Mapped mapped, String indicator, String externalId) {
        List<ObservationPayload> rows =
                mapped.observations().stream()
                        .filter(it -> indicator.equals(it.indicator()))
                        .filter(it -> externalId.equals(it.externalId()))
                        .toList();
        assertThat(rows)
                .as("%s of %s, among %s", externalId, indicator, keys(mapped, indicator))
                .hasSize(1);
        return rows.getFirst();
    }

    /// The keys of an indicator's rows.
    public static List<String> keys(Mapped mapped, String indicator) {
        return mapped.observations().stream()
                .filter(it -> Objects.equals(it.indicator(), indicator))
                .map(it -> String.valueOf(it.externalId()))
                .toList();
    }

    /// Refused rows as `key: field message`.
    public static List<String> refused(Mapped mapped) {
        return mapped.refused().stream()
                .map(it ->
                        "%s: %s %s"
                                .formatted(
                                        it.externalId(),
                                        it.violation().field(),
                                        it.violation().message()))
                .toList();
    }
}
