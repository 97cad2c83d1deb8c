package rubicon.simulator.platform;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready until it ends. An ingest that is away only refuses those who need a log-in; whether the
/// database answers is asked beside this.
@Readiness
@ApplicationScoped
class ServingReadiness implements HealthCheck {
    private volatile boolean serving = true;

    void onStop(@Observes ShutdownEvent event) {
        serving = false;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("serving").status(serving).build();
    }
}
