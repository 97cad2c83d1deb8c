package rubicon.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/// Readiness and liveness differ: a service that ends gets no requests, and is not ended for it.
class ProbesTest {
    @Test
    void onItsWayOutItIsAliveAndNotReady() {
        ServingReadiness ready = new ServingReadiness();
        assertThat(ready.call().getStatus()).isEqualTo(Status.UP);

        ready.onStop(new ShutdownEvent());

        assertThat(ready.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(new DeadlockLiveness().call().getStatus()).isEqualTo(Status.UP);
    }
}
