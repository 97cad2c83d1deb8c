package rubicon.ingest.computed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.automation.AutomationIndexService;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.catalogue.CategoryVersions;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.observation.Observation;
import rubicon.model.wire.AutomationIndexPayload;

/// Publishes the automation index and the count of steep categories as observations: of the day on
/// which something that they read changed, and of the first of each month, for evidence ages. What
/// was published of earlier days stays: it is what was known then.
///
/// It is computed as of the moment of the newest change, so several replicas make the same event.
/// The ledgers of indices are not among what is read: it never moves itself.
@ApplicationScoped
class ComputedIndices {
    private static final Logger LOG = Logger.getLogger(ComputedIndices.class);

    /// What a computation takes beyond this is followed by a pause of so many times that, so that
    /// indicators which change all the time, and hold millions of values, never take more than a
    /// small part of a processor.
    private static final Duration BRIEF = Duration.ofSeconds(1);

    private static final int REST = 20;

    private final CatalogueService catalogue;
    private final AutomationIndexService index;
    private final CategoryVersions categories;
    private final LedgerService ledger;
    private final EventPublisher publisher;
    private final InstantSource time;
    private @Nullable Instant last;
    private long restedAt = System.nanoTime();

    ComputedIndices(
            CatalogueService catalogue,
            AutomationIndexService index,
            CategoryVersions categories,
            LedgerService ledger,
            EventPublisher publisher,
            InstantSource time) {
        this.catalogue = catalogue;
        this.index = index;
        this.categories = categories;
        this.ledger = ledger;
        this.publisher = publisher;
        this.time = time;
    }

    @Scheduled(
            every = "${rubicon.indices.every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        if (System.nanoTime() - restedAt >= 0) {
            compute();
        }
    }

    void compute() throws InterruptedException {
        Collection<IndicatorId> inputs = index.inputs();
        Optional<Instant> due =
                QuarkusTransaction.requiringNew().call(() -> settled(changedAt(inputs)));
        if (due.isEmpty() || due.get().equals(last)) {
            return;
        }
        Instant at = due.get();
        long began = System.nanoTime();
        List<Outgoing> news = news(at);
        if (!news.isEmpty()) {
            publisher.publish(news);
            LOG.infof("Indices computed new=%d", news.size());
        }
        last = at;
        Duration beyond = Duration.ofNanos(System.nanoTime() - began).minus(BRIEF);
        restedAt = System.nanoTime() + Math.max(0, beyond.multipliedBy(REST).toNanos());
    }

    /// Begins anew, as after a restart.
    void forget() {
        last = null;
    }

    /// When the newest of all that the index depends on came: a statement, a definition, other
    /// categories, a month.
    private Instant changedAt(Collection<IndicatorId> inputs) {
        Instant now = time.instant();
        Instant newest =
                YearMonth.from(now.atZone(ZoneOffset.UTC))
                        .atDay(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant();
        newest = later(newest, ledger.lastRecordedAt(inputs));
        newest = later(newest, categories.since());
        for (IndicatorId it : inputs) {
            newest = later(newest, catalogue.versions(it.value()).getLast().recordedAt());
        }
        return newest;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The moment, if all that was recorded by it is visible; else the next look finds it.
    private Optional<Instant> settled(Instant moment) {
        return ledger.settled(moment).equals(moment) ? Optional.of(moment) : Optional.empty();
    }

    private List<Outgoing> news(Instant at) {
        AutomationIndexPayload now = index.at(at);
        List<Outgoing> news = new ArrayList<>();
        for (Point point : FromIndex.points(now)) {
            if (isNews(point, held(point))) {
                news.add(point.report(at));
            }
        }
        return news;
    }

    /// Whether a value is to be told. What was published of a day is not told otherwise from the
    /// same knowledge: it is what was said then. Other categories are new knowledge, of the day on
    /// which a start found them.
    static boolean isNews(Point point, Optional<Observation> held) {
        return held.filter(it -> point.isSaidBy(it) || isAsLate(it, point)).isEmpty();
    }

    private static boolean isAsLate(Observation held, Point point) {
        return held.publishedAt() != null
                && point.knownAt() != null
                && !held.publishedAt().isBefore(point.knownAt());
    }

    /// What stands of the same day.
    private Optional<Observation> held(Point point) {
        for (History history : ledger.read(point.indicator()).histories()) {
            if (history.key().source().equals(Point.SOURCE)
                    && history.key().externalId().equals(point.key())) {
                return history.current()
                        .map(it -> it.statement().content())
                        .filter(Reported.class::isInstance)
                        .map(it -> ((Reported) it).observation());
            }
        }
        return Optional.empty();
    }
}
