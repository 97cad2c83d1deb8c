package rubicon.ingest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeterCleanupTest {
    private static final String NAME = "rubicon.test.value";

    /// The JVM's registry outlives an application; what it passes meters on to does not.
    private final CompositeMeterRegistry registry = new CompositeMeterRegistry();

    @Test
    void theNextApplicationsGaugesReadItsOwnObjects() {
        MeterRegistry first = new SimpleMeterRegistry();
        registry.add(first);
        registry.gauge(NAME, new AtomicInteger(1));

        new MeterCleanup(registry).onStop(new ShutdownEvent());
        registry.remove(first);
        MeterRegistry second = new SimpleMeterRegistry();
        registry.add(second);
        AtomicInteger own = new AtomicInteger(2);
        registry.gauge(NAME, own);

        assertThat(second.get(NAME).gauge().value()).isEqualTo(own.get());
    }
}
