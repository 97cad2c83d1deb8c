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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.chronicle.ChronicleService;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.LedgerService.Ledgers;
import rubicon.ingest.trackrecord.OwnForecasts;
import rubicon.model.analysis.Plausibility;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;

/// Keeps computed indicators in step with what they are computed from: looks every few seconds
/// whether an input has come or a month has begun, and publishes what then differs from the ledger.
/// Several replicas may do so at once: they make the same events.
@ApplicationScoped
class ComputedIndicators {
    private static final Logger LOG = Logger.getLogger(ComputedIndicators.class);
    private static final List<IndicatorId> COMPUTED =
            List.of(
                    FromMilestones.CLAIMS,
                    FromMilestones.RETIRED,
                    FromCards.INTERVAL,
                    FromBoards.HUMAN_SHARE,
                    FromBoards.TASK_COST,
                    FromForecasts.BY_END_OF_2026,
                    FromForecasts.DATE,
                    FromArrival.BY_2027,
                    FromArrival.BY_2028);

    private final CatalogueService catalogue;
    private final ChronicleService chronicle;
    private final LedgerService ledger;
    private final OwnForecasts forecasts;
    private final EventPublisher publisher;
    private final InstantSource time;
    private @Nullable Inputs last;

    ComputedIndicators(
            CatalogueService catalogue,
            ChronicleService chronicle,
            LedgerService ledger,
            OwnForecasts forecasts,
            EventPublisher publisher,
            InstantSource time) {
        this.catalogue = catalogue;
        this.chronicle = chronicle;
        this.ledger = ledger;
        this.forecasts = forecasts;
        this.publisher = publisher;
        this.time = time;
    }

    /// What results depend on.
    ///
    /// @param told when the chronicle's newest entry was recorded, or the month began
    /// @param cards when the newest value of a card was recorded
    /// @param agents the same of PostTrainBench
    /// @param board the same of the bash-only board of SWE-bench
    /// @param forecasts when the newest forecast of METR's horizon was kept
    private record Inputs(
            Instant told,
            Instant cards,
            Instant agents,
            Instant board,
            Instant forecasts,
            YearMonth month) {}

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
        YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        Instant begins = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant told = noLater(chronicle.lastRecordedAt(), now);
        return new Inputs(
                told.isAfter(begins) ? told : begins,
                noLater(ledger.lastRecordedAt(FromCards.inputs(entries)), now),
                noLater(ledger.lastRecordedAt(List.of(FromBoards.AGENTS)), now),
                noLater(ledger.lastRecordedAt(List.of(FromBoards.BASH_ONLY)), now),
                noLater(forecasts.newest(FromForecasts.HORIZON), now),
                month);
    }

    /// The database's clock may be ahead of this one, and nothing is stated in the future.
    private static Instant noLater(Instant recorded, Instant now) {
        return recorded.isAfter(now) ? now.truncatedTo(ChronoUnit.MICROS) : recorded;
    }

    private List<Outgoing> news(Catalogue entries, Inputs now) {
        var milestones = chronicle.told(EntryKind.MILESTONE);
        var cards = ledger.read(FromCards.inputs(entries), Instant.MAX).byIndicator();
        var agents = ledger.read(FromBoards.AGENTS);
        var board = ledger.read(FromBoards.BASH_ONLY);
        var standing = ledger.read(COMPUTED, Instant.MAX);
        List<Outgoing> news = new ArrayList<>();
        compare(
                standing,
                FromMilestones.CLAIMS,
                FromMilestones.claims(milestones, now.month()),
                now.told(),
                news);
        compare(
                standing,
                FromMilestones.RETIRED,
                FromMilestones.retired(milestones, now.month()),
                now.told(),
                news);
        compare(
                standing,
                FromCards.INTERVAL,
                FromCards.intervals(entries, cards),
                now.cards(),
                news);
        compare(
                standing,
                FromBoards.HUMAN_SHARE,
                FromBoards.humanShares(
                        entries.find(FromBoards.AGENTS).orElseThrow(),
                        judged(entries, FromBoards.AGENTS, agents)),
                now.agents(),
                news);
        compare(
                standing,
                FromBoards.TASK_COST,
                FromBoards.taskCosts(judged(entries, FromBoards.BASH_ONLY, board)),
                now.board(),
                news);
        // A house that was told nothing has no judgement to move.
        boolean isJudged =
                chronicle.told(EntryKind.FORECAST).stream()
                        .flatMap(it -> it.standing().stream())
                        .map(it -> it.statement().content())
                        .anyMatch(FromArrival::isJudgement);
        Instant month = now.month().atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        compare(
                standing,
                FromArrival.BY_2027,
                isJudged ? FromArrival.by2027(now.month()) : List.of(),
                month,
                news);
        compare(
                standing,
                FromArrival.BY_2028,
                isJudged ? FromArrival.by2028(now.month()) : List.of(),
                month,
                news);
        var horizon = forecasts.of(FromForecasts.HORIZON);
        compare(
                standing,
                FromForecasts.BY_END_OF_2026,
                FromForecasts.chances(horizon),
                now.forecasts(),
                news);
        compare(standing, FromForecasts.DATE, FromForecasts.dates(horizon), now.forecasts(), news);
        return news;
    }

    private static List<History> judged(Catalogue entries, IndicatorId id, IndicatorLedger ledger) {
        return Plausibility.judged(entries.find(id).orElseThrow(), ledger.histories());
    }

    private static void compare(
            Ledgers standing,
            IndicatorId id,
            Collection<Point> points,
            Instant inputs,
            List<Outgoing> news) {
        news.addAll(Differences.of(standing.of(id), id, points, inputs));
    }
}
