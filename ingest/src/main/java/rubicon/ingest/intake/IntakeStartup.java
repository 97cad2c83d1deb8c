package rubicon.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// Started once its thread was: by then the schema is migrated and the catalogue is read.
@Startup
@ApplicationScoped
class IntakeStartup implements HealthCheck {
    private final Intake intake;

    IntakeStartup(Intake intake) {
        this.intake = intake;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("intake started").status(intake.isStarted()).build();
    }
}
