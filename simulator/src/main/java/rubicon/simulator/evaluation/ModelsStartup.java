package rubicon.simulator.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// Started once there are models to evaluate.
@Startup
@ApplicationScoped
class ModelsStartup implements HealthCheck {
    private final Models models;

    ModelsStartup(Models models) {
        this.models = models;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("models loaded")
                .status(!models.all().isEmpty())
                .withData("models", models.all().size())
                .build();
    }
}
