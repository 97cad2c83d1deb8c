package rubicon.ingest.automation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.wire.CapabilityIndexPayload;
import rubicon.model.wire.CapabilityIndexPayload.ModelPayload;

/// Fits the capability index to what the ledger holds. It reads measurements alone, never an index,
/// but for the published one that the outcome is held against.
@ApplicationScoped
public class CapabilityIndexService {
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

    /// A fit with the days on which its models came out, as far as benchmarks tell.
    ///
    /// @param releasedOn by the models' names
    public record Vintage(CapabilityIndexPayload index, Map<String, LocalDate> releasedOn) {}

    /// The indicators that a fit reads.
    public List<IndicatorId> inputs() {
        return Stream.concat(
                        catalogue.current().indicators().values().stream()
                                .filter(CapabilityPayloads::isBenchmark)
                                .map(Indicator::id),
                        Stream.of(PUBLISHED))
                .toList();
    }

    /// As [#at], with the models' dates.
    public Vintage vintage(Instant asked) {
        Basis basis = basis(asked);
        CapabilityIndexPayload index = fitted(basis).payload().asOf(basis.moment());
        Map<String, LocalDate> dates = new TreeMap<>();
        for (ModelPayload it : index.models()) {
            basis.benchmarks().stream()
                    .flatMap(scores -> scores.releasedOn(it.model()).stream())
                    .min(LocalDate::compareTo)
                    .ifPresent(date -> dates.put(it.model(), date));
        }
        return new Vintage(index, dates);
    }

    /// The index as it was known at a moment; the same moment is never answered twice differently.
    /// One fit at a time, and none while a transaction is open: it would keep a connection from the
    /// intake. Each ledger is read in a transaction of its own.
    CapabilityIndexPayload at(Instant asked) {
        Basis basis = basis(asked);
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
                ledger.standing(indicator, moment).standing().read(SeriesReading.CLEAN).series());
    }
}
