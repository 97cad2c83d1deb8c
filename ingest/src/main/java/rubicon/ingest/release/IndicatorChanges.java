package rubicon.ingest.release;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.indicator.IndicatorService;
import rubicon.ingest.intake.Failures;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.LedgerService.Portion;
import rubicon.ingest.ledger.WorkingLedger;
import rubicon.ingest.outbox.OutboxPublisher;
import rubicon.ingest.platform.DatabaseLock;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.IndicatorId;

/// Changes entries of the catalogue together with the states that they define.
@ApplicationScoped
public class IndicatorChanges {
    private static final Logger LOG = Logger.getLogger(IndicatorChanges.class);

    /// Statements on indicators that are brought up to date in one transaction.
    private static final long MOST_TOGETHER = 50_000;

    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final IndicatorService indicators;
    private final OutboxPublisher outbox;
    private final DatabaseLock locks;

    IndicatorChanges(
            CatalogueService catalogue,
            LedgerService ledger,
            IndicatorService indicators,
            OutboxPublisher outbox,
            DatabaseLock locks) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.indicators = indicators;
        this.outbox = outbox;
        this.locks = locks;
    }

    /// What files changed has other states now. Before the intake starts.
    void onStart(@Observes @Priority(50) StartupEvent event) {
        List<IndicatorId> changed = catalogue.changedAtStart();
        if (!changed.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> compute(catalogue.current(), changed));
        }
    }

    /// Writes an entry of one's own, or its next version.
    ///
    /// @param text YAML or JSON
    /// @return whether it said anything new
    public boolean put(String id, String text, String by) {
        boolean isNew =
                QuarkusTransaction.requiringNew()
                        .call(() -> {
                            Optional<Catalogue> next = catalogue.put(id, text, by);
                            next.ifPresent(it -> compute(it, List.of(new IndicatorId(id))));
                            return next.isPresent();
                        });
        catalogue.refresh();
        return isNew;
    }

    private void compute(Catalogue entries, List<IndicatorId> changed) {
        SortedSet<IndicatorId> concerned = entries.touchedBy(changed);
        WorkingLedger working = ledger.open(concerned, Map.of());
        SortedMap<IndicatorId, Integer> touched = new TreeMap<>();
        concerned.stream()
                .filter(id -> working.standing(entries.find(id).orElseThrow()).size() > 0)
                .forEach(id -> touched.put(id, 1));
        indicators.update(entries, working, touched, touched.keySet());
    }

    /// Computes the states that a busy intake has left behind, large ones one after the other: two
    /// might not fit into memory.
    @Scheduled(every = "${rubicon.states.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void catchUp() {
        catchUp(ledger.behind(), true);
    }

    /// Tells the states of a new day: what was known does not change, but verdicts and forecasts
    /// age. One replica does so at a time; the next finds what that one has told already.
    @Scheduled(every = "${rubicon.states.new-day}", concurrentExecution = ConcurrentExecution.SKIP)
    public void newDay() {
        Optional<DatabaseLock.Held> lock = locks.tryLock("new day");
        if (lock.isEmpty()) {
            return; // another replica is at it
        }
        try (DatabaseLock.Held _ = lock.get()) {
            tellNewDay();
        }
        outbox.wake();
    }

    private void tellNewDay() {
        for (IndicatorId id : indicators.ofYesterday()) {
            try {
                inTransaction(new TreeSet<>(List.of(id)), true);
            } catch (RuntimeException e) {
                LOG.warnf(e, "State of a new day failed indicator=%s error=%s", id, e.getMessage());
            }
        }
    }

    /// Computes the states of these indicators that are behind their ledgers, some after the other.
    /// One that fails keeps none of the others waiting; it is tried again with all that are behind,
    /// and so are large ones, which would keep the caller for long.
    ///
    /// @throws Error at a fault of the machine or of the program
    public void catchUp(SortedSet<IndicatorId> behind) {
        catchUp(behind, false);
    }

    private void catchUp(SortedSet<IndicatorId> behind, boolean alsoLarge) {
        for (Portion some : ledger.portions(behind, MOST_TOGETHER)) {
            if (some.statements() <= MOST_TOGETHER) {
                bringTogether(some.indicators());
            } else if (alsoLarge) {
                some.indicators().forEach(this::bringAlone);
            }
        }
        outbox.wake();
    }

    private void bringTogether(SortedSet<IndicatorId> ids) {
        try {
            inTransaction(ids, false);
        } catch (RuntimeException e) {
            LOG.warnf(e, "States failed together, now one by one error=%s", e.getMessage());
            ids.forEach(this::bringAlone);
        }
    }

    private void bringAlone(IndicatorId id) {
        try {
            inTransaction(new TreeSet<>(List.of(id)), false);
        } catch (RuntimeException e) {
            LOG.warnf(e, "State failed indicator=%s error=%s", id, e.getMessage());
        }
    }

    /// @throws Error at a fault of the machine or of the program, which the transaction would wrap
    private void inTransaction(SortedSet<IndicatorId> ids, boolean always) {
        try {
            QuarkusTransaction.requiringNew().run(() -> bring(ids, always));
        } catch (RuntimeException e) {
            throw Failures.orError(e);
        }
    }

    /// @param always also a state that is not behind its ledger
    private void bring(SortedSet<IndicatorId> ids, boolean always) {
        WorkingLedger working = ledger.open(ids, Map.of());
        // Who changes an entry holds its head meanwhile: by now it is known what came of that.
        catalogue.refresh();
        Catalogue entries = catalogue.current();
        SortedMap<IndicatorId, Integer> touched = new TreeMap<>();
        for (IndicatorId id : ids) {
            if (entries.find(id).isPresent()
                    && (working.isBehind(id) || (always && !working.isImporting(id)))) {
                touched.put(id, 0);
            }
        }
        if (!touched.isEmpty()) {
            indicators.update(entries, working, touched, touched.keySet());
        }
    }
}
