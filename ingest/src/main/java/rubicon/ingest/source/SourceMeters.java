package rubicon.ingest.source;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import rubicon.ingest.source.SourceStanding.Health;

/// How the sources that are switched on do, as meters, read from the database, so that every
/// replica tells the same.
@ApplicationScoped
class SourceMeters {
    private static final Set<Health> STATES = EnumSet.complementOf(EnumSet.of(Health.OFF));

    private final Sources sources;
    private final SyncService syncs;
    private final InstantSource time;
    private final MultiGauge lastSuccess;
    private final MultiGauge nextDue;
    private final MultiGauge cadence;
    private final MultiGauge states;

    SourceMeters(Sources sources, SyncService syncs, InstantSource time, MeterRegistry meters) {
        this.sources = sources;
        this.syncs = syncs;
        this.time = time;
        this.lastSuccess =
                MultiGauge.builder("rubicon.source.last.success.timestamp")
                        .description("When a source was last read; nothing before it was")
                        .baseUnit("seconds")
                        .register(meters);
        this.nextDue =
                MultiGauge.builder("rubicon.source.next.due.timestamp")
                        .description("When a source is due next")
                        .baseUnit("seconds")
                        .register(meters);
        this.cadence =
                MultiGauge.builder("rubicon.source.cadence")
                        .description("Time between two runs of a source")
                        .baseUnit("seconds")
                        .register(meters);
        this.states =
                MultiGauge.builder("rubicon.source.state")
                        .description("1 for how a source does, 0 for all else that it might")
                        .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        List<Row<?>> successes = new ArrayList<>();
        List<Row<?>> dues = new ArrayList<>();
        List<Row<?>> cadences = new ArrayList<>();
        List<Row<?>> health = new ArrayList<>();
        for (Source source : sources.all()) {
            if (!source.enabled()) {
                continue;
            }
            Tags tags = Tags.of("source", source.id());
            SourceStanding standing = syncs.standing(source);
            Instant success = standing.lastSuccessAt();
            if (success != null) {
                successes.add(Row.of(tags, success.getEpochSecond()));
            }
            var due = syncs.nextDue(source, standing);
            due.ifPresent(it -> dues.add(Row.of(tags, it.getEpochSecond())));
            cadences.add(Row.of(tags, source.every().toMillis() / 1000.0));
            Health now = standing.health(source, due, time.instant());
            STATES.forEach(
                    it -> health.add(Row.of(tags.and("state", it.name()), it == now ? 1 : 0)));
        }
        lastSuccess.register(successes, true);
        nextDue.register(dues, true);
        cadence.register(cadences, true);
        states.register(health, true);
    }
}
