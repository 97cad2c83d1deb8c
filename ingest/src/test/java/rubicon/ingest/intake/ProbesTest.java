package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import rubicon.ingest.platform.Tracing;

/// The three probes of an intake that was made and not started.
class ProbesTest {
    private final ObservationConsumer consumer =
            new ObservationConsumer(
                    Map.of(),
                    _ -> {},
                    InstantSource.system(),
                    Tracing.off(),
                    new SimpleMeterRegistry());

    @Test
    void itWasNotStartedIsNotReadyAndNeedsNoOtherStart() {
        assertThat(new IntakeStartup(consumer).call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(new IntakeReadiness(consumer).call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(new IntakeLiveness(consumer).call().getStatus()).isEqualTo(Status.UP);
    }
}
