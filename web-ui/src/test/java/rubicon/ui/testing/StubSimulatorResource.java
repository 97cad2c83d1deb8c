package rubicon.ui.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives the application under test a simulator that the test holds in its hands.
public final class StubSimulatorResource implements QuarkusTestResourceLifecycleManager {
    private static final StubSimulator SIMULATOR = new StubSimulator();

    /// The one that the application asks.
    public static StubSimulator simulator() {
        return SIMULATOR;
    }

    @Override
    public Map<String, String> start() {
        SIMULATOR.empty();
        SIMULATOR.up();
        return Map.of("rubicon.simulator.url", SIMULATOR.url());
    }

    /// It ends with the JVM.
    @Override
    public void stop() {}
}
