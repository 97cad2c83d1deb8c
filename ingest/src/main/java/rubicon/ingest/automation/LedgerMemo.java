package rubicon.ingest.automation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;

/// Keeps what was read of each ledger last until something is appended to it or its indicator's
/// entry changes, so that a release costs the reading of its own indicator and of no other.
final class LedgerMemo<T> {
    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final BiFunction<Indicator, Instant, T> read;
    private final Map<IndicatorId, Kept<T>> kept = new ConcurrentHashMap<>();

    /// @param read reads the ledger of an indicator as it was known at a moment
    LedgerMemo(
            CatalogueService catalogue,
            LedgerService ledger,
            BiFunction<Indicator, Instant, T> read) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.read = read;
    }

    /// @param last when the newest statement about the indicator was recorded
    private record Kept<T>(Indicator indicator, Instant last, T known) {}

    /// What an indicator's ledger said at a moment, by its entry at that moment.
    ///
    /// @param moment at which all rows are visible
    T at(IndicatorId id, Instant moment) {
        Indicator indicator = catalogue.at(id, moment).orElseThrow();
        Instant last = ledger.lastRecordedAt(List.of(id));
        if (last.isAfter(moment)) {
            return read.apply(indicator, moment);
        }
        Kept<T> before = kept.get(id);
        if (before != null && before.last().equals(last) && before.indicator().equals(indicator)) {
            return before.known();
        }
        T known = read.apply(indicator, moment);
        kept.put(id, new Kept<>(indicator, last, known));
        return known;
    }
}
