package rubicon.ingest.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive while its thread is, whatever Kafka does.
@Liveness
@ApplicationScoped
class OutboxLiveness implements HealthCheck {
    private final OutboxPublisher publisher;

    OutboxLiveness(OutboxPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox thread").status(publisher.isAlive()).build();
    }
}
