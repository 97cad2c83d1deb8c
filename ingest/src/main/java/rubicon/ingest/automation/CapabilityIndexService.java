package rubicon.ingest.automation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
    private @Nullable Fitted last;

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

    /// What a fit rests on.
    private record Basis(
            Instant moment, List<BenchmarkScores> benchmarks, BenchmarkScores published) {}

    /// The index as it was known at a moment; the same moment is never answered twice differently.
    /// One fit at a time, and none while a transaction is open: it would keep a connection from the
    /// intake.
    CapabilityIndexPayload at(Instant asked) {
        Basis basis = QuarkusTransaction.requiringNew().call(() -> basis(asked));
        return fitted(basis).payload().asOf(basis.moment());
    }

    private synchronized Fitted fitted(Basis basis) {
        Fitted before = last;
        if (before == null
                || !before.benchmarks().equals(basis.benchmarks())
                || !before.published().equals(basis.published())) {
            before =
                    new Fitted(
                            basis.benchmarks(),
                            basis.published(),
                            CapabilityPayloads.of(
                                    basis.benchmarks(), basis.published(), basis.moment()));
            last = before;
        }
        return before;
    }

    private Basis basis(Instant asked) {
        Instant moment = ledger.settled(asked);
        List<BenchmarkScores> benchmarks =
                catalogue.current().indicators().keySet().stream()
                        .filter(it -> catalogue.isThere(it, moment))
                        .filter(it ->
                                CapabilityPayloads.isBenchmark(
                                        catalogue.at(it, moment).orElseThrow()))
                        .map(it -> scores.at(it, moment))
                        .toList();
        return new Basis(moment, benchmarks, scores.at(PUBLISHED, moment));
    }

    private BenchmarkScores read(Indicator indicator, Instant moment) {
        return BenchmarkScores.of(
                indicator,
                ledger.standing(indicator, moment).standing().read(SeriesReading.CLEAN).results());
    }
}
