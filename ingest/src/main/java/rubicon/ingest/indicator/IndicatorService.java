package rubicon.ingest.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.LedgerService.AsOfRead;
import rubicon.ingest.ledger.LedgerService.Ledgers;
import rubicon.ingest.ledger.WorkingLedger;
import rubicon.ingest.outbox.Outbox;
import rubicon.model.analysis.IndicatorState;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.StateCalculator;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.Topics;

/// Computes states from the ledger.
@ApplicationScoped
public class IndicatorService {
    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final Outbox outbox;
    private final ObjectMapper json;

    IndicatorService(
            CatalogueService catalogue, LedgerService ledger, Outbox outbox, ObjectMapper json) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.outbox = outbox;
        this.json = json;
    }

    /// Writes the new states of indicators within the transaction that touched them, and tells
    /// them.
    ///
    /// @param entries the catalogue that they are computed by
    /// @param touched indicators, each with by how much its version rises: one for each statement
    ///   that touched it, or for its new definition
    public void update(
            Catalogue entries, WorkingLedger working, Map<IndicatorId, Integer> touched) {
        ledger.saveStates(
                        working,
                        touched,
                        (id, version, asOf) -> {
                            Indicator indicator = entries.find(id).orElseThrow();
                            IndicatorState state = state(indicator, working::ledger);
                            return write(StatePayloads.of(state, version, asOf));
                        })
                .forEach((id, state) -> outbox.add(Topics.INDICATORS, id.value(), state));
    }

    /// The state of an indicator, now or as of a moment, by its definition at that moment.
    ///
    /// @param asOf null for now
    @Transactional
    public IndicatorStatePayload state(IndicatorId id, @Nullable Instant asOf) {
        List<IndicatorId> read =
                Stream.concat(Stream.of(id), cutBy(catalogue.current().find(id)).stream()).toList();
        Ledgers ledgers = ledger.read(read, asOf == null ? Instant.MAX : asOf);
        Indicator indicator = catalogue.at(id, ledgers.asOf()).orElseThrow();
        int statements =
                ledgers.byIndicator().values().stream().mapToInt(IndicatorLedger::size).sum();
        int definitions = indicator.version() - 1;
        return StatePayloads.of(
                state(indicator, ledgers::of), statements + definitions, ledgers.asOf());
    }

    private static Optional<IndicatorId> cutBy(Optional<Indicator> indicator) {
        return indicator.map(Indicator::trend).map(TrendWindow::cutBy);
    }

    /// The ledger of an indicator as it was known at a moment, and the moment answered for.
    public AsOfRead ledgerAsOf(IndicatorId id, Instant asOf) {
        return ledger.read(id, asOf);
    }

    /// The ledger of an indicator as it is now.
    public IndicatorLedger ledgerNow(IndicatorId id) {
        return ledger.read(id);
    }

    /// Tells every state again, as it was computed last.
    int tellAll() {
        List<IndicatorStatePayload> all = ledger.lockStates().stream().map(this::read).toList();
        all.forEach(it -> outbox.add(Topics.INDICATORS, it.indicator(), write(it)));
        return all.size();
    }

    /// Every state as it was sent last.
    public List<IndicatorStatePayload> states() {
        return ledger.states().stream().map(this::read).toList();
    }

    private static IndicatorState state(
            Indicator indicator, Function<IndicatorId, IndicatorLedger> ledgers) {
        TrendWindow trend = indicator.trend();
        IndicatorId cutBy = trend == null ? null : trend.cutBy();
        List<Result> cut =
                cutBy == null
                        ? List.of()
                        : Result.standing(indicator, ledgers.apply(cutBy).histories());
        return StateCalculator.state(indicator, ledgers.apply(indicator.id()).histories(), cut);
    }

    private String write(IndicatorStatePayload payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state is always JSON", e);
        }
    }

    private IndicatorStatePayload read(String payload) {
        try {
            return json.readValue(payload, IndicatorStatePayload.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored state is always readable", e);
        }
    }
}
