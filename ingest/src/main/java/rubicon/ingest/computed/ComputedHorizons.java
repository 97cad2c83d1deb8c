package rubicon.ingest.computed;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.evalrun.EvalRunService;
import rubicon.ingest.horizon.OwnHorizons;
import rubicon.ingest.horizon.OwnHorizons.OwnHorizon;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;

/// Publishes the time horizons of one's own eval runs as observations of the indicators that the
/// catalogue says are filled from them.
///
/// Runs of one evaluation come for minutes or hours. A horizon is published once none has come
/// between two looks, and at least every minute while they come. Several replicas may do so at
/// once: from the same runs they make the same events.
@ApplicationScoped
class ComputedHorizons {
    private static final Logger LOG = Logger.getLogger(ComputedHorizons.class);
    private final CatalogueService catalogue;
    private final EvalRunService runs;
    private final OwnHorizons horizons;
    private final LedgerService ledger;
    private final EventPublisher publisher;
    private final InstantSource time;
    private final Pace pace = new Pace(Duration.ofMinutes(1));
    private @Nullable Inputs last;

    ComputedHorizons(
            CatalogueService catalogue,
            EvalRunService runs,
            OwnHorizons horizons,
            LedgerService ledger,
            EventPublisher publisher,
            InstantSource time) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.horizons = horizons;
        this.ledger = ledger;
        this.publisher = publisher;
        this.time = time;
    }

    /// What results depend on.
    ///
    /// @param mark of the runs
    /// @param newest when the newest of all inputs was recorded
    private record Inputs(String mark, Instant newest) {}

    @Scheduled(
            every = "${rubicon.computed.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        List<Indicator> entries = filled();
        if (!entries.isEmpty()) {
            Inputs now = inputs(entries);
            if (!now.equals(last) && pace.isDue(now)) {
                compute();
            }
        }
    }

    void compute() throws InterruptedException {
        List<Indicator> entries = filled();
        if (entries.isEmpty()) {
            return;
        }
        Inputs now = inputs(entries);
        // The database's clock may be ahead of this one, and nothing is stated in the future.
        Instant clock = time.instant().truncatedTo(ChronoUnit.MICROS);
        Instant stated = now.newest().isAfter(clock) ? clock : now.newest();
        long began = System.nanoTime();
        Map<Indicator, List<OwnHorizon>> found = horizons.of(entries);
        List<Outgoing> news = new ArrayList<>();
        found.forEach((indicator, own) ->
                news.addAll(
                        Differences.of(
                                ledger.read(indicator.id()),
                                indicator.id(),
                                FromRuns.horizons(indicator.id(), own),
                                stated)));
        if (!news.isEmpty()) {
            publisher.publish(news);
            LOG.infof("Horizons computed new=%d", news.size());
        }
        last = now;
        pace.computed(began);
    }

    private List<Indicator> filled() {
        return catalogue.current().indicators().values().stream()
                .filter(OwnHorizons::fills)
                .sorted(Comparator.comparing(Indicator::id))
                .toList();
    }

    /// The mark is read first: what comes after it is found by the next look.
    private Inputs inputs(List<Indicator> entries) {
        String mark = runs.mark();
        Instant newest = runs.lastRecordedAt();
        Set<IndicatorId> dated = new TreeSet<>();
        for (Indicator it : entries) {
            dated.addAll(it.variants());
            Instant defined = catalogue.versions(it.id().value()).getLast().recordedAt();
            newest = newest.isAfter(defined) ? newest : defined;
        }
        Instant told = ledger.lastRecordedAt(dated);
        newest = newest.isAfter(told) ? newest : told;
        return new Inputs(mark, newest);
    }
}
