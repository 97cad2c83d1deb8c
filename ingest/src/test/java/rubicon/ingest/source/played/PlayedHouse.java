package rubicon.ingest.source.played;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.UpstreamServer;

/// A house whose sources are those of [PlayedSources], declared as Rubicon ships them and each read
/// from one local server.
public final class PlayedHouse implements QuarkusTestResourceLifecycleManager {
    private static final UpstreamServer SERVER = new UpstreamServer();

    private final IngestHouse house = new IngestHouse();

    static UpstreamServer server() {
        return SERVER;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(house.start());
        settings.put("rubicon.sources.host-pause", "PT0S");
        try {
            Path file = Files.createTempFile("rubicon-played", ".yaml");
            file.toFile().deleteOnExit();
            settings.put(
                    "rubicon.sources.file",
                    Files.writeString(file, Shipped.played(SERVER)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    @Override
    public void stop() {
        house.stop();
    }
}
