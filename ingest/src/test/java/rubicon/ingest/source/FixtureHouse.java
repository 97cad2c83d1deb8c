package rubicon.ingest.source;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import rubicon.ingest.testing.IngestHouse;

/// A house with a source for each connector, which reads its fixture over HTTP on loopback.
public final class FixtureHouse implements QuarkusTestResourceLifecycleManager {
    private static final FixtureUpstream UPSTREAM = new FixtureUpstream();

    private final IngestHouse house = new IngestHouse();

    static FixtureUpstream upstream() {
        return UPSTREAM;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(house.start());
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (Connector it : Connectors.all()) {
            yaml.append("  - id: %s\n    connector: %s\n".formatted(it.id(), it.id()));
            yaml.append("    url: \"%s\"\n".formatted(UPSTREAM.url(it)));
            yaml.append("    options:%s\n".formatted(options(it)));
            UPSTREAM.serve(it, Fixtures.of(it));
        }
        try {
            Path file = Files.createTempFile("rubicon-fixtures", ".yaml");
            file.toFile().deleteOnExit();
            settings.put(
                    "rubicon.sources.file", Files.writeString(file, yaml.toString()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.put("rubicon.sources.host-pause", "PT0S");
        return settings;
    }

    private static String options(Connector connector) {
        return Fixtures.options(connector).entrySet().stream()
                .map(it -> "\n      \"%s\": \"%s\"".formatted(it.getKey(), it.getValue()))
                .collect(Collectors.joining());
    }

    @Override
    public void stop() {
        house.stop();
    }
}
