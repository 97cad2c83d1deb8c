package rubicon.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The three probes differ: a broker that is away keeps requests off, and nobody ends sessions.
final class ProbesTest {
    private final TopicSource.Opener away =
            _ -> {
                throw new IllegalStateException("no broker");
            };
    private final IndicatorFeed indicators = new IndicatorFeed(away, new ObjectMapper());
    private final AlertFeed alerts = new AlertFeed(new ScriptedTopic(), new ObjectMapper());
    private final HealthCheck started = new FeedsStartup(indicators, alerts);
    private final HealthCheck alive = new FeedsLiveness(indicators, alerts);
    private final HealthCheck ready = new FeedsReadiness(indicators, alerts);

    @AfterEach
    void close() {
        indicators.close();
        alerts.close();
    }

    @Test
    void beforeTheStartItIsAliveAndNothingElse() {
        assertThat(status(started)).isEqualTo(Status.DOWN);
        assertThat(status(alive)).isEqualTo(Status.UP);
        assertThat(status(ready)).isEqualTo(Status.DOWN);
    }

    @Test
    void withoutTheBrokerItIsStartedAndAliveAndNotReady() {
        indicators.start();
        alerts.start();

        await().untilAsserted(() -> assertThat(alerts.everCaughtUp()).isTrue());
        assertThat(status(started)).isEqualTo(Status.UP);
        assertThat(status(alive)).isEqualTo(Status.UP);
        assertThat(status(ready)).isEqualTo(Status.DOWN);
    }

    private static Status status(HealthCheck check) {
        return check.call().getStatus();
    }
}
