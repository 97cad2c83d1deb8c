package rubicon.ingest.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// How far what leaves the service lags behind the ledger, read from the database, so that every
/// replica tells the same.
@ApplicationScoped
class OutboxMeters {
    private final OutboxRepository rows;
    private volatile double age;

    OutboxMeters(OutboxRepository rows, MeterRegistry meters) {
        this.rows = rows;
        Gauge.builder("rubicon.outbox.age", this, it -> it.age)
                .description("Age of the oldest record that Kafka has not got yet, 0 without one")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void read() {
        age = rows.ageOfOldest();
    }
}
