package rubicon.ingest.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import rubicon.ingest.alert.AlertService;
import rubicon.ingest.alert.WorkingHoldings;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.indicator.IndicatorService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.WorkingLedger;
import rubicon.ingest.rule.RuleService;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.rule.Rule;

/// Lets rules look at what imports have brought to an indicator, once all of it is there.
@ApplicationScoped
public class ImportJudgement {
    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final IndicatorService states;
    private final RuleService rules;
    private final AlertService alerts;

    ImportJudgement(
            CatalogueService catalogue,
            LedgerService ledger,
            IndicatorService states,
            RuleService rules,
            AlertService alerts) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.states = states;
        this.rules = rules;
        this.alerts = alerts;
    }

    /// Evaluates the rules that read an indicator and computes the states that it touches, all in
    /// one transaction that holds their heads and those of what the rules read beside: what else is
    /// said of it comes before, and is looked at with it, or after. Rules that also read another
    /// indicator that an import is coming to wait for that one.
    @Transactional
    public void judge(IndicatorId imported) {
        SortedSet<IndicatorId> touched = catalogue.current().touchedBy(List.of(imported));
        WorkingLedger working = ledger.open(rules.readWith(touched), Map.of());
        // Who changes an entry holds its head meanwhile: by now it is known what came of that.
        catalogue.refresh();
        Catalogue entries = catalogue.current();
        if (!working.isImporting(imported) || entries.find(imported).isEmpty()) {
            return;
        }
        working.judged(imported);
        List<Rule> found = rules.of(touched);
        alerts.lock(found);
        WorkingHoldings held = alerts.holdings(working);
        found.stream()
                .filter(Rule::enabled)
                .filter(it -> !held.isImporting(it))
                .forEach(it -> alerts.evaluateImport(it, held));
        SortedSet<IndicatorId> behind = new TreeSet<>(touched);
        behind.removeIf(it -> !working.isBehind(it) || working.isImporting(it));
        Map<IndicatorId, Integer> written = new TreeMap<>(Map.of(imported, 0));
        behind.forEach(it -> written.put(it, 0));
        states.update(entries, working, written, behind);
    }
}
