package rubicon.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Gives a Quarkus application under test the PostgreSQL and the Kafka of this test JVM:
/// `@QuarkusTestResource(HouseResource.class)`. All applications of one JVM share them; a test that
/// needs an empty table or topic makes its own.
public final class HouseResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try {
            return TestHouse.shared().toQuarkus();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL and Kafka started", e);
        }
    }

    /// They end with the JVM: the next application of the same test run uses them again.
    @Override
    public void stop() {}
}
