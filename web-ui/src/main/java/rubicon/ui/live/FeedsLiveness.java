package rubicon.ui.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive while the threads that read are. Nothing outside this process is asked: a broker that is
/// away is no reason to end the sessions of those who look at the pages.
@Liveness
@ApplicationScoped
class FeedsLiveness implements HealthCheck {
    private final IndicatorFeed indicators;
    private final AlertFeed alerts;

    FeedsLiveness(IndicatorFeed indicators, AlertFeed alerts) {
        this.indicators = indicators;
        this.alerts = alerts;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("feed threads")
                .status(indicators.isAlive() && alerts.isAlive())
                .build();
    }
}
