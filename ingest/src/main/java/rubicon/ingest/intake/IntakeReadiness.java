package rubicon.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once it has partitions to read from.
@Readiness
@ApplicationScoped
class IntakeReadiness implements HealthCheck {
    private final Intake intake;

    IntakeReadiness(Intake intake) {
        this.intake = intake;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Kafka intake").status(intake.isConnected()).build();
    }
}
