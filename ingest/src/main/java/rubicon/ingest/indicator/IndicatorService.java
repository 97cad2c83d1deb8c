package rubicon.ingest.indicator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.LedgerService.StoodThen;
import rubicon.ingest.ledger.LedgerService.Written;
import rubicon.ingest.ledger.StateFigures;
import rubicon.ingest.ledger.WorkingLedger;
import rubicon.ingest.outbox.Outbox;
import rubicon.ingest.trackrecord.OwnForecasts;
import rubicon.model.analysis.IndicatorState;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;
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
    private final OwnForecasts forecasts;
    private final InstantSource time;

    IndicatorService(
            CatalogueService catalogue,
            LedgerService ledger,
            Outbox outbox,
            ObjectMapper json,
            OwnForecasts forecasts,
            InstantSource time) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.outbox = outbox;
        this.json = json;
        this.forecasts = forecasts;
        this.time = time;
    }

    /// The day that states are told of now.
    public LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    /// Writes the new states of indicators within the transaction that touched them, and tells
    /// them.
    ///
    /// @param entries the catalogue that they are computed by
    /// @param touched indicators, each with by how much its version rises: one for each statement
    ///   that touched it, or for its new definition
    /// @param told those whose states are wanted now
    public void update(
            Catalogue entries,
            WorkingLedger working,
            Map<IndicatorId, Integer> touched,
            Set<IndicatorId> told) {
        LocalDate today = today();
        ledger.saveStates(
                        working,
                        touched,
                        told,
                        (id, version, asOf) -> {
                            Function<IndicatorId, @Nullable Standing> standings =
                                    it -> working.standing(entries.find(it).orElseThrow());
                            Standing own = working.standing(entries.find(id).orElseThrow());
                            IndicatorStatePayload state =
                                    StatePayloads.of(state(own, standings, today), version, asOf);
                            forecasts.keep(state);
                            return new Written(write(state), own.held(), figures(id, state));
                        })
                .forEach((id, state) -> outbox.add(Topics.INDICATORS, id.value(), state));
    }

    /// The state of an indicator, now or as of a moment, by its definition at that moment.
    ///
    /// @param asOf null for now
    @Transactional
    public IndicatorStatePayload state(
            IndicatorId id, SeriesReading reading, @Nullable Instant asOf) {
        Instant asked = asOf == null ? Instant.MAX : asOf;
        Instant moment = ledger.moment(readBy(id, asked), asked);
        Map<IndicatorId, Standing> standings = new HashMap<>();
        int version = catalogue.at(id, moment).orElseThrow().version() - 1;
        for (IndicatorId each : readBy(id, moment)) {
            StoodThen stood = stood(catalogue.at(each, moment).orElseThrow(), reading, moment);
            standings.put(each, stood.standing());
            version += stood.statements();
        }
        Standing own = Objects.requireNonNull(standings.get(id));
        LocalDate day = asOf == null ? today() : LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return StatePayloads.of(state(own, standings::get, day), version, moment);
    }

    private StoodThen stood(Indicator indicator, SeriesReading reading, Instant moment) {
        if (reading == SeriesReading.COUNTED) {
            return ledger.standing(indicator, moment);
        }
        IndicatorLedger then = ledger.read(List.of(indicator.id()), moment).of(indicator.id());
        return new StoodThen(
                Standing.ofJudged(indicator, reading.of(indicator, then.histories())), then.size());
    }

    /// An indicator and the one that its trend was cut by at a moment.
    private List<IndicatorId> readBy(IndicatorId id, Instant moment) {
        Optional<IndicatorId> cutBy =
                catalogue.at(id, moment).map(Indicator::trend).map(TrendWindow::cutBy);
        return Stream.concat(Stream.of(id), cutBy.stream()).toList();
    }

    /// Tells every state again, as it was computed last.
    int tellAll() {
        List<IndicatorStatePayload> all = ledger.lockStates().stream().map(this::read).toList();
        all.forEach(it -> outbox.add(Topics.INDICATORS, it.indicator(), write(it)));
        return all.size();
    }

    /// The indicators whose states were told of an earlier day: verdicts and forecasts age.
    public SortedSet<IndicatorId> ofYesterday() {
        return ledger.toldBefore(today());
    }

    private static IndicatorState state(
            Standing standing,
            Function<IndicatorId, @Nullable Standing> standings,
            LocalDate today) {
        TrendWindow trend = standing.indicator().trend();
        IndicatorId cutBy = trend == null ? null : trend.cutBy();
        Standing cut = cutBy == null ? null : standings.apply(cutBy);
        return StateCalculator.state(standing, cut == null ? List.of() : cut.results(), today);
    }

    private static StateFigures figures(IndicatorId id, IndicatorStatePayload state) {
        Integer held = state.counts().held();
        return new StateFigures(
                id,
                state.frontier().isEmpty() ? null : state.frontier().getLast().value(),
                held == null ? null : held.longValue());
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
