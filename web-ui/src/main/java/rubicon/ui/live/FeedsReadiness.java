package rubicon.ui.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready once both topics were read to their end. A broker that fails later does not take the pages
/// away: they show the last known values and say so.
@Readiness
@ApplicationScoped
class FeedsReadiness implements HealthCheck {
    private final IndicatorFeed indicators;
    private final AlertFeed alerts;

    FeedsReadiness(IndicatorFeed indicators, AlertFeed alerts) {
        this.indicators = indicators;
        this.alerts = alerts;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("feeds")
                .status(indicators.everCaughtUp() && alerts.everCaughtUp())
                .withData("indicators", indicators.peekStatus().name())
                .withData("alerts", alerts.peekStatus().name())
                .build();
    }
}
