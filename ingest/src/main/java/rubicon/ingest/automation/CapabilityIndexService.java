package rubicon.ingest.automation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.wire.CapabilityIndexPayload;

/// Fits the capability index to what the ledger holds. It reads measurements alone, never an index,
/// but for the published one that the outcome is held against.
@ApplicationScoped
class CapabilityIndexService {
    private static final IndicatorId PUBLISHED = new IndicatorId("epoch-capabilities-index");

    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final LedgerMemo<BenchmarkScores> scores;
    private volatile @Nullable Fitted last;

    CapabilityIndexService(CatalogueService catalogue, LedgerService ledger) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.scores = new LedgerMemo<>(catalogue, ledger, this::read);
    }

    /// A fit with what it rests on.
    private record Fitted(
            List<BenchmarkScores> benchmarks,
            BenchmarkScores published,
            CapabilityIndexPayload payload) {}

    /// The index as it was known at a moment; the same moment is never answered twice differently.
    @Transactional
    CapabilityIndexPayload at(Instant asked) {
        Instant moment = ledger.settled(asked);
        List<BenchmarkScores> benchmarks =
                catalogue.current().indicators().keySet().stream()
                        .filter(it ->
                                CapabilityPayloads.isBenchmark(
                                        catalogue.at(it, moment).orElseThrow()))
                        .map(it -> scores.at(it, moment))
                        .toList();
        BenchmarkScores published = scores.at(PUBLISHED, moment);
        Fitted before = last;
        if (before == null
                || !before.benchmarks().equals(benchmarks)
                || !before.published().equals(published)) {
            before =
                    new Fitted(
                            benchmarks,
                            published,
                            CapabilityPayloads.of(benchmarks, published, moment));
            last = before;
        }
        return before.payload().asOf(moment);
    }

    private BenchmarkScores read(Indicator indicator, Instant moment) {
        return BenchmarkScores.of(
                indicator,
                ledger.standing(indicator, moment).standing().read(SeriesReading.CLEAN).results());
    }
}
