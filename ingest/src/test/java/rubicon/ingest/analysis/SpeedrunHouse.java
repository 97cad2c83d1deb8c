package rubicon.ingest.analysis;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.UpstreamServer;

/// A house whose only source is the NanoGPT speedrun's ledger, read by its real connector from a
/// local server.
public final class SpeedrunHouse implements QuarkusTestResourceLifecycleManager {
    static final String SOURCE = "modded-nanogpt-records";
    private static final UpstreamServer SERVER = new UpstreamServer();

    private final IngestHouse house = new IngestHouse();

    static UpstreamServer server() {
        return SERVER;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(house.start());
        try {
            Path file = Files.createTempFile("rubicon-speedrun", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(
                    file,
                    """
                    sources:
                      - {id: %s, connector: modded-nanogpt-records, url: "%s", every: PT6H}
                    """
                            .formatted(SOURCE, SERVER.url()));
            settings.put("rubicon.sources.file", file.toString());
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
