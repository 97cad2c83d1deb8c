package rubicon.ingest.catalogue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import rubicon.ingest.testing.IngestHouse;

/// A house with the sources that come with Rubicon.
public final class FactsHouse implements QuarkusTestResourceLifecycleManager {
    private final IngestHouse house = new IngestHouse();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(house.start());
        settings.remove("rubicon.sources.file");
        return settings;
    }

    @Override
    public void stop() {
        house.stop();
    }
}
