package rubicon.ingest.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// Takes all meters away when the application ends. Their registry belongs to the JVM and holds
/// what gauges read by weak references only; Quarkus empties it in development mode alone. A second
/// application in the same JVM, as tests start them, would find the first one's gauges under the
/// names of its own and tell nothing with them.
@ApplicationScoped
class MeterCleanup {
    private final MeterRegistry meters;

    MeterCleanup(MeterRegistry meters) {
        this.meters = meters;
    }

    void onStop(@Observes ShutdownEvent event) {
        List.copyOf(meters.getMeters()).forEach(meters::remove);
    }
}
