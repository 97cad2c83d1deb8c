package rubicon.ingest.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;

/// Reads what stood on indicators. No transaction is open while something is computed from it.
@ApplicationScoped
class LedgerReader {
    /// More are not held in memory to be analysed.
    private static final long MOST_OBSERVATIONS = 20_000;

    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final InstantSource time;

    LedgerReader(CatalogueService catalogue, LedgerService ledger, InstantSource time) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.time = time;
    }

    /// An indicator of today's catalogue.
    ///
    /// @throws ProblemException if there is none of this id
    Indicator find(String id) {
        return known(id)
                .orElseThrow(() ->
                        ProblemException.notFound("no indicator is called '%s'".formatted(id)));
    }

    /// An indicator of today's catalogue; empty if there is none of this id.
    Optional<Indicator> known(String id) {
        return catalogue.current().find(id);
    }

    /// What stood on an indicator, by its definition at that moment.
    ///
    /// @param asOf null for now
    /// @throws ProblemException if it holds more than is analysed
    @Transactional
    Stood read(IndicatorId id, SeriesReading reading, @Nullable Instant asOf) {
        if (!isAnalysed(id)) {
            throw ProblemException.conflict(
                    "'%s' holds more than the %d observations that are analysed"
                            .formatted(id, MOST_OBSERVATIONS));
        }
        Instant asked = asOf == null ? Instant.MAX : asOf;
        Instant moment = ledger.moment(readBy(id, asked), asked);
        Indicator indicator = catalogue.at(id, moment).orElseThrow();
        Optional<IndicatorId> cutBy = cutBy(id, moment);
        List<History> histories =
                reading.of(indicator, ledger.read(List.of(id), moment).of(id).histories());
        return new Stood(
                indicator,
                reading,
                Standing.ofJudged(indicator, histories),
                observations(histories),
                cutBy.map(it -> results(it, reading, moment)).orElse(List.of()),
                asOf == null ? null : moment,
                asOf == null
                        ? LocalDate.ofInstant(time.instant(), ZoneOffset.UTC)
                        : LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /// Whether an indicator holds no more than is analysed.
    @Transactional
    boolean isAnalysed(IndicatorId id) {
        return ledger.observations(id) <= MOST_OBSERVATIONS;
    }

    /// The indicators that are read to tell of one now.
    List<IndicatorId> inputs(IndicatorId id) {
        return readBy(id, Instant.MAX);
    }

    private List<IndicatorId> readBy(IndicatorId id, Instant asked) {
        List<IndicatorId> ids = new ArrayList<>(List.of(id));
        cutBy(id, asked).ifPresent(ids::add);
        return ids;
    }

    private Optional<IndicatorId> cutBy(IndicatorId id, Instant moment) {
        return catalogue.at(id, moment).map(Indicator::trend).map(TrendWindow::cutBy);
    }

    private List<Result> results(IndicatorId id, SeriesReading reading, Instant moment) {
        Indicator indicator = catalogue.at(id, moment).orElseThrow();
        List<History> histories =
                reading.of(indicator, ledger.read(List.of(id), moment).of(id).histories());
        return List.copyOf(Standing.ofJudged(indicator, histories).results());
    }

    private static Map<ObservationKey, Observation> observations(List<History> histories) {
        Map<ObservationKey, Observation> observations = new HashMap<>();
        for (History history : histories) {
            history.current()
                    .ifPresent(it -> {
                        if (it.statement().content() instanceof Reported(Observation said)) {
                            observations.put(history.key(), said);
                        }
                    });
        }
        return observations;
    }
}
