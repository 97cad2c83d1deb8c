package rubicon.ingest.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Ready with whatever catalogue is in force; tells which files were refused, for the house works
/// on without them.
@Readiness
@ApplicationScoped
class CatalogueReadiness implements HealthCheck {
    private final CatalogueService catalogue;

    CatalogueReadiness(CatalogueService catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("catalogue").up();
        catalogue.refusedAtStart().forEach(answer::withData);
        return answer.build();
    }
}
