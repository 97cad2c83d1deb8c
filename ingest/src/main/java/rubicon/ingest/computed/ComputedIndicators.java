package rubicon.ingest.computed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.chronicle.ChronicleService;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;

/// Keeps computed indicators in step with what they are computed from: looks every few seconds
/// whether an input has come or a month has begun, and publishes what then differs from the ledger.
/// Several replicas may do so at once: they make the same events.
@ApplicationScoped
class ComputedIndicators {
    private static final Logger LOG = Logger.getLogger(ComputedIndicators.class);
    private static final List<IndicatorId> COMPUTED =
            List.of(FromMilestones.CLAIMS, FromMilestones.RETIRED, FromCards.INTERVAL);

    private final CatalogueService catalogue;
    private final ChronicleService chronicle;
    private final LedgerService ledger;
    private final EventPublisher publisher;
    private final InstantSource time;
    private @Nullable Inputs last;

    ComputedIndicators(
            CatalogueService catalogue,
            ChronicleService chronicle,
            LedgerService ledger,
            EventPublisher publisher,
            InstantSource time) {
        this.catalogue = catalogue;
        this.chronicle = chronicle;
        this.ledger = ledger;
        this.publisher = publisher;
        this.time = time;
    }

    /// What results depend on.
    ///
    /// @param told when the chronicle's newest entry was recorded
    /// @param stated when the newest value of a card was recorded
    private record Inputs(Instant told, Instant stated, YearMonth month) {}

    @Scheduled(
            every = "${rubicon.computed.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compute() throws InterruptedException {
        Catalogue entries = catalogue.current();
        Inputs now = QuarkusTransaction.requiringNew().call(() -> inputs(entries));
        if (now.equals(last)) {
            return;
        }
        List<Outgoing> news = QuarkusTransaction.requiringNew().call(() -> news(entries, now));
        if (!news.isEmpty()) {
            publisher.publish(news);
            LOG.infof("Indicators computed new=%d", news.size());
        }
        last = now;
    }

    /// Begins anew, as after a restart: the next time everything is held against the ledger.
    void forget() {
        last = null;
    }

    private Inputs inputs(Catalogue entries) {
        Instant now = time.instant();
        return new Inputs(
                noLater(chronicle.lastRecordedAt(), now),
                noLater(ledger.lastRecordedAt(FromCards.inputs(entries)), now),
                YearMonth.from(now.atZone(ZoneOffset.UTC)));
    }

    /// The database's clock may be ahead of this one, and nothing is stated in the future.
    private static Instant noLater(Instant recorded, Instant now) {
        return recorded.isAfter(now) ? now.truncatedTo(ChronoUnit.MICROS) : recorded;
    }

    private List<Outgoing> news(Catalogue entries, Inputs now) {
        var milestones = chronicle.told(EntryKind.MILESTONE);
        var cards = ledger.read(FromCards.inputs(entries), Instant.MAX).byIndicator();
        var standing = ledger.read(COMPUTED, Instant.MAX);
        List<Outgoing> news = new ArrayList<>();
        news.addAll(
                changes(
                        FromMilestones.CLAIMS,
                        FromMilestones.claims(milestones, now.month()),
                        standing.of(FromMilestones.CLAIMS),
                        now.told()));
        news.addAll(
                changes(
                        FromMilestones.RETIRED,
                        FromMilestones.retired(milestones, now.month()),
                        standing.of(FromMilestones.RETIRED),
                        now.told()));
        news.addAll(
                changes(
                        FromCards.INTERVAL,
                        FromCards.intervals(entries, cards),
                        standing.of(FromCards.INTERVAL),
                        now.stated()));
        return news;
    }

    /// What of the points the ledger does not say yet, and what it says that is none of them.
    private static List<Outgoing> changes(
            IndicatorId id, Collection<Point> points, IndicatorLedger ledger, Instant inputs) {
        Map<String, Double> held = new TreeMap<>();
        for (History history : ledger.histories()) {
            history.current()
                    .ifPresent(it -> {
                        if (it.statement().key().source().equals(Point.SOURCE)
                                && it.statement().content() instanceof Reported(var observation)) {
                            held.put(
                                    observation.key().externalId(), observation.estimate().value());
                        }
                    });
        }
        List<Outgoing> changes = new ArrayList<>();
        for (Point point : points) {
            Double before = held.remove(point.key());
            if (before == null || before != point.value()) {
                changes.add(point.report(inputs));
            }
        }
        held.keySet().forEach(key -> changes.add(Point.retraction(id, key, inputs)));
        return changes;
    }
}
