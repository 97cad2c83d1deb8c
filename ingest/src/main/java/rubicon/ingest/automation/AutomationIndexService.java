package rubicon.ingest.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import rubicon.ingest.catalogue.CategoryService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.catalogue.Categories;
import rubicon.model.catalogue.Category;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.wire.AutomationIndexPayload;

/// Computes the automation index from the ledger.
@ApplicationScoped
public class AutomationIndexService {
    private final CategoryService categories;
    private final LedgerService ledger;
    private final KnownEvidence evidence;

    AutomationIndexService(
            CategoryService categories, LedgerService ledger, KnownEvidence evidence) {
        this.categories = categories;
        this.ledger = ledger;
        this.evidence = evidence;
    }

    /// The index as it was known at a moment; of one that lies ahead, or at which a transaction was
    /// still open, at the latest before it of which everything is known. The same moment is never
    /// answered twice differently, as long as the files of this house are the same.
    ///
    /// Each ledger is read in a transaction of its own, and let go before the next: together they
    /// would hold back a connection, and what PostgreSQL may clean up, for as long as all take.
    /// Nothing before the moment changes meanwhile.
    public AutomationIndexPayload at(Instant asked) {
        Instant moment = ledger.settled(asked);
        Categories now = categories.current();
        Map<IndicatorId, Evidence> said = new HashMap<>();
        inputs().forEach(it -> said.put(it, evidence.at(it, moment)));
        return IndexPayloads.of(now, said, moment);
    }

    /// The indicators that categories name, counted or only shown. None of them is an index or a
    /// forecast, so the index never moves itself.
    public SortedSet<IndicatorId> inputs() {
        SortedSet<IndicatorId> named = new TreeSet<>();
        for (Category it : categories.current().list()) {
            it.counted().forEach(counted -> named.add(counted.indicator()));
            it.shown().forEach(shown -> named.add(shown.indicator()));
        }
        return named;
    }
}
