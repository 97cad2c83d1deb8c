package rubicon.ingest.computed;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.automation.CapabilityIndexService;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.IndicatorLedger;

/// Publishes fits of the capability index as values of the models, each fit a vintage of all of
/// them.
///
/// Every new score moves every model a little. A vintage is published when it says something: when
/// models came or left, or one moved by a point or more; what differs by less means nothing. It is
/// fitted as of the newest change of its inputs, so several replicas make the same events; indices
/// are not among them.
///
/// @see "docs/adr/0017-computed-from-runs-and-fits.md"
@ApplicationScoped
class ComputedCapabilities {
    private static final Logger LOG = Logger.getLogger(ComputedCapabilities.class);

    private final CatalogueService catalogue;
    private final CapabilityIndexService index;
    private final LedgerService ledger;
    private final EventPublisher publisher;
    private final Pace pace = new Pace(Duration.ofMinutes(10));
    private @Nullable Instant last;

    ComputedCapabilities(
            CatalogueService catalogue,
            CapabilityIndexService index,
            LedgerService ledger,
            EventPublisher publisher) {
        this.catalogue = catalogue;
        this.index = index;
        this.ledger = ledger;
        this.publisher = publisher;
    }

    @Scheduled(
            every = "${rubicon.indices.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        Optional<Instant> due = due();
        if (due.isPresent() && pace.isDue(due.get())) {
            compute();
        }
    }

    void compute() throws InterruptedException {
        Optional<Instant> due = due();
        if (due.isEmpty()) {
            return;
        }
        Instant at = due.get();
        long began = System.nanoTime();
        List<Point> points = FromCapabilities.points(index.vintage(at));
        IndicatorLedger standing = ledger.read(FromCapabilities.INDEX);
        if (FromCapabilities.isNews(points, standing)) {
            List<Outgoing> news = Differences.of(standing, FromCapabilities.INDEX, points, at);
            publisher.publish(news);
            LOG.infof("Capability index computed new=%d", news.size());
        }
        last = at;
        pace.computed(began);
    }

    /// Begins anew, as after a restart.
    void forget() {
        last = null;
    }

    /// When the newest of all that the index depends on came, if it was not computed yet and all
    /// that was recorded by then is visible; else the next look finds it.
    private Optional<Instant> due() {
        List<IndicatorId> inputs = index.inputs();
        Instant newest = ledger.lastRecordedAt(inputs);
        for (IndicatorId it : inputs) {
            Instant defined = catalogue.versions(it.value()).getLast().recordedAt();
            newest = newest.isAfter(defined) ? newest : defined;
        }
        return newest.equals(last) || !ledger.settled(newest).equals(newest)
                ? Optional.empty()
                : Optional.of(newest);
    }
}
