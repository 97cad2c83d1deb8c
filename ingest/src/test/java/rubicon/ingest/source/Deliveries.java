package rubicon.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.ingest.source.Layout.Part;

/// What a run would deliver to a connector of several files: those of its fixture, any of them
/// replaced or left out.
public final class Deliveries {
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
                files.add(
                        TextFile.of(
                                connector.id(),
                                path,
                                text,
                                stated.getOrDefault(path, TextFile.STATED))));
        return connector.map(new Delivery(Map.of(), files));
    }
}
