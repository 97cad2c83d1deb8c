package rubicon.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive while its thread is. Nothing outside this process is asked: a broker or a database that is
/// away is no reason to start the service again.
@Liveness
@ApplicationScoped
class IntakeLiveness implements HealthCheck {
    private final Intake intake;

    IntakeLiveness(Intake intake) {
        this.intake = intake;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake thread").status(intake.isAlive()).build();
    }
}
