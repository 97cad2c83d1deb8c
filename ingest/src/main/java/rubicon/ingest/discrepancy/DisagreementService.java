package rubicon.ingest.discrepancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerRows;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.analysis.Disagreement;
import rubicon.model.analysis.Plausibility;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.wire.DisagreementPayload;
import rubicon.model.wire.DisagreementPayload.ValuePayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.SubjectPayload;

/// Finds in the ledger the subjects of which several sources give different values.
@ApplicationScoped
class DisagreementService {
    private final CatalogueService catalogue;
    private final LedgerService ledger;

    DisagreementService(CatalogueService catalogue, LedgerService ledger) {
        this.catalogue = catalogue;
        this.ledger = ledger;
    }

    /// A disagreement with its place in the list.
    record Listed(DisagreementPlace place, DisagreementPayload payload) {}

    /// Those of one indicator, or of all, by indicator and subject.
    ///
    /// @param indicator null for all
    List<Listed> list(@Nullable IndicatorId indicator) {
        Catalogue entries = catalogue.current();
        List<Listed> found = new ArrayList<>();
        ledger.ofSeveralSources(indicator)
                .forEach((id, held) -> {
                    Indicator entry = entries.find(id).orElse(null);
                    if (entry != null) {
                        found.addAll(of(entry, held));
                    }
                });
        return found;
    }

    private static List<Listed> of(Indicator indicator, IndicatorLedger held) {
        List<Disagreement> found =
                Disagreement.of(indicator, Plausibility.judged(indicator, held.histories()));
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, LedgerRowPayload> rows = new HashMap<>();
        LedgerRows.of(held, indicator).forEach(row -> rows.put(row.id(), row));
        return found.stream()
                .map(it ->
                        new Listed(
                                new DisagreementPlace(indicator.id().value(), it.key()),
                                payload(indicator, it, rows)))
                .toList();
    }

    private static DisagreementPayload payload(
            Indicator indicator, Disagreement it, Map<String, LedgerRowPayload> rows) {
        return new DisagreementPayload(
                indicator.id().value(),
                indicator.title(),
                indicator.unit().symbol(),
                SubjectPayload.of(it.values().getFirst().result().subject()),
                it.standing(),
                rank(indicator, it.standing()) != null,
                it.isMoreThanRounding(),
                it.largestDifference(),
                it.values().stream()
                        .map(value ->
                                new ValuePayload(
                                        Objects.requireNonNull(rows.get(value.result().row())),
                                        rank(indicator, value.result().key().source()),
                                        value.agreement().name(),
                                        value.difference()))
                        .toList());
    }

    private static @Nullable Integer rank(Indicator indicator, String source) {
        int rank = indicator.rankOf(source);
        return rank == indicator.sources().size() ? null : rank + 1;
    }
}
