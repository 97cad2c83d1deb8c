package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import rubicon.ingest.platform.Tracing;
import rubicon.model.wire.Topics;

/// The three probes of an intake that was made and not started.
class ProbesTest {
    private final Intake intake =
            new Intake(
                    Map.of(),
                    List.of(new Nothing()),
                    1,
                    InstantSource.system(),
                    Tracing.off(),
                    new SimpleMeterRegistry());

    private record Nothing() implements BatchHandler {
        @Override
        public String topic() {
            return Topics.OBSERVATIONS;
        }

        @Override
        public Runnable prepare(List<Received> batch, boolean isMoreWaiting) {
            return () -> {};
        }
    }

    @Test
    void itWasNotStartedIsNotReadyAndNeedsNoOtherStart() {
        assertThat(new IntakeStartup(intake).call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(new IntakeReadiness(intake).call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(new IntakeLiveness(intake).call().getStatus()).isEqualTo(Status.UP);
    }
}
