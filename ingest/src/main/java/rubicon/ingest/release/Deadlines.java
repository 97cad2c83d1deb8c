package rubicon.ingest.release;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import rubicon.ingest.alert.AlertService;
import rubicon.ingest.outbox.OutboxPublisher;

/// Wakes alerts whose pending or keep-firing period is over. The deadlines are rows, so they
/// outlive a restart.
@ApplicationScoped
class Deadlines {
    private static final Logger LOG = Logger.getLogger(Deadlines.class);

    private final AlertService alerts;
    private final RuleChanges changes;
    private final OutboxPublisher publisher;
    private final InstantSource time;

    Deadlines(
            AlertService alerts,
            RuleChanges changes,
            OutboxPublisher publisher,
            InstantSource time) {
        this.alerts = alerts;
        this.changes = changes;
        this.publisher = publisher;
        this.time = time;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void check() {
        for (String rule : alerts.due(time.instant()).keySet()) {
            try {
                changes.timerDue(rule);
            } catch (RuntimeException e) {
                // One rule's failure never hinders another's; it is due again in a second.
                LOG.errorf(e, "Deadline failed rule=%s error=%s", rule, e.getMessage());
            }
            publisher.wake();
        }
    }
}
