package rubicon.ui.live;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/// Started once both topics are being read; whether Kafka answers is a question of readiness.
@Startup
@ApplicationScoped
class FeedsStartup implements HealthCheck {
    private final IndicatorFeed indicators;
    private final AlertFeed alerts;

    FeedsStartup(IndicatorFeed indicators, AlertFeed alerts) {
        this.indicators = indicators;
        this.alerts = alerts;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("feeds started")
                .status(indicators.isStarted() && alerts.isStarted())
                .build();
    }
}
