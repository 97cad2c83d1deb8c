package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import rubicon.ingest.source.Layout.Part;
import rubicon.model.wire.ObservationPayload;

/// What a run would deliver to a connector of several files: those of its fixture, any of them
/// replaced or left out.
public final class Deliveries {
    /// When every file is stated, unless told otherwise.
    public static final Instant STATED = Instant.parse("2026-03-03T21:04:54Z");

    private static final Instant READ = Instant.parse("2026-03-04T12:00:00Z");

    private final Connector connector;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Instant> stated = new LinkedHashMap<>();

    private Deliveries(Connector connector) {
        this.connector = connector;
    }

    /// The files of the connector's fixture.
    public static Deliveries fixtureOf(Connector connector) {
        Deliveries files = new Deliveries(connector);
        Path folder = Path.of("src/test/resources/sources", connector.id());
        for (Part part : parts(connector)) {
            Path file = folder.resolve(part.path());
            if (Files.exists(file)) {
                try {
                    files.texts.put(part.path(), Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    private static List<Part> parts(Connector connector) {
        return switch (connector.layout()) {
            case Layout.Named(List<Part> parts) -> parts;
            default -> throw new AssertionError(connector.id() + " reads no named files");
        };
    }

    /// One file for a connector of one.
    public static Fetched file(String text) {
        return fetched("upstream", "", text, STATED);
    }

    /// A file of other text.
    public Deliveries with(String path, String text) {
        texts.put(path, text);
        return this;
    }

    /// A file that was stated at another time.
    public Deliveries stated(String path, String at) {
        stated.put(path, Instant.parse(at));
        return this;
    }

    /// A file that is not there.
    public Deliveries without(String path) {
        texts.remove(path);
        return this;
    }

    /// What the connector makes of them.
    public Mapped map() throws DriftException {
        List<Fetched> files = new ArrayList<>();
        texts.forEach((path, text) ->
                files.add(fetched(connector.id(), path, text, stated.getOrDefault(path, STATED))));
        return connector.map(new Delivery(Map.of(), files));
    }

    /// The one observation of that indicator and key.
    public static ObservationPayload one(Mapped mapped, String indicator, String externalId) {
        List<ObservationPayload> found =
                mapped.observations().stream()
                        .filter(it -> indicator.equals(it.indicator()))
                        .filter(it -> externalId.equals(it.externalId()))
                        .toList();
        assertThat(found).as("%s %s", indicator, externalId).hasSize(1);
        return Objects.requireNonNull(found.getFirst());
    }

    private static Fetched fetched(String source, String path, String text, Instant statedAt) {
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
}
