package rubicon.ingest.release;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import rubicon.ingest.alert.AlertService;
import rubicon.ingest.outbox.OutboxPublisher;

/// Wakes alerts whose pending or keep-firing period is over, those whose value time alone has
/// changed, and those whose indicator has been silent for too long. The deadlines are rows, so they
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
        Instant now = time.instant();
        alerts.due(now).keySet().forEach(rule -> wake(rule, () -> changes.timerDue(rule)));
        alerts.awake(now).forEach(rule -> wake(rule, () -> changes.clockDue(rule)));
        alerts.silent(now).forEach(rule -> wake(rule, () -> changes.silenceDue(rule, now)));
    }

    /// One rule's failure never hinders another's; it is due again in a second.
    private void wake(String rule, Runnable change) {
        try {
            change.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Deadline failed rule=%s error=%s", rule, e.getMessage());
        }
        publisher.wake();
    }
}
