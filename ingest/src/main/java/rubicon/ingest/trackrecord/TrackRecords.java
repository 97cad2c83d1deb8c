package rubicon.ingest.trackrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.chronicle.ChronicleService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.analysis.GrowthCourse;
import rubicon.model.analysis.RecordEntries;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.forecast.Forecast;
import rubicon.model.forecast.ForecastCheck;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.recordledger.Step;
import rubicon.model.trackrecord.CrossingScores;
import rubicon.model.trackrecord.MadeChances;
import rubicon.model.trackrecord.MadeSteps;
import rubicon.model.trackrecord.PeoplesScores;
import rubicon.model.trackrecord.RankedScores;
import rubicon.model.trackrecord.Replay;
import rubicon.model.trackrecord.Replay.Told;
import rubicon.model.trackrecord.ShapeScores;
import rubicon.model.trackrecord.StepScores;
import rubicon.model.trackrecord.WindowScores;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.TrackRecordPayload;
import rubicon.model.wire.TrackRecordPayload.TrackRecordsPayload;

/// Scores what was forecast. Nothing is kept of it: scores follow from what was forecast and what
/// came, and the answer for all is computed again when the ledger, the chronicle or the day is
/// another.
@ApplicationScoped
class TrackRecords {
    /// A replay reads everything once for each day on which something became known.
    private static final long MOST_OBSERVATIONS = 1_000;

    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final ChronicleService chronicle;
    private final OwnForecasts own;
    private final OwnShapes ownShapes;
    private final OwnSteps ownSteps;
    private final InstantSource time;
    private @Nullable Answer last;

    TrackRecords(
            CatalogueService catalogue,
            LedgerService ledger,
            ChronicleService chronicle,
            OwnForecasts own,
            OwnShapes ownShapes,
            OwnSteps ownSteps,
            InstantSource time) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.own = own;
        this.ownShapes = ownShapes;
        this.ownSteps = ownSteps;
        this.time = time;
    }

    /// What an answer rests on.
    private record Basis(
            Instant ledger, Instant chronicle, Instant shapes, Instant steps, LocalDate today) {}

    private record Answer(Basis basis, TrackRecordsPayload told) {}

    /// The scores of one indicator, with each forecast of a next value.
    TrackRecordPayload of(Indicator indicator) {
        return of(indicator, catalogue.current(), peoples(), true);
    }

    /// The scores of all.
    synchronized TrackRecordsPayload all() {
        Catalogue entries = catalogue.current();
        List<IndicatorId> ids = List.copyOf(entries.indicators().keySet());
        Basis basis =
                new Basis(
                        ledger.lastRecordedAt(ids),
                        chronicle.lastRecordedAt(),
                        ownShapes.newest(),
                        ownSteps.newest(),
                        today());
        if (last == null || !last.basis().equals(basis)) {
            last = new Answer(basis, compute(entries));
        }
        return last.told();
    }

    private TrackRecordsPayload compute(Catalogue entries) {
        List<TrackRecordPayload> items = new ArrayList<>();
        Collection<Forecast> peoples = peoples();
        for (Indicator indicator : entries.indicators().values()) {
            TrackRecordPayload one = of(indicator, entries, peoples, false);
            if (one.nextValues() != null
                    || one.hindsight() != null
                    || one.replayed() != null
                    || one.made() != null
                    || one.chances() != null
                    || !one.steps().isEmpty()
                    || !one.shapes().isEmpty()) {
                items.add(one);
            }
        }
        List<MadeChances> chances =
                entries.indicators().values().stream()
                        .flatMap(it -> chances(it, peoples).stream())
                        .toList();
        return new TrackRecordsPayload(
                today(),
                items,
                RankedScores.ofEach(chances).stream().map(Scores::ranked).toList(),
                Scores.people(PeoplesScores.of(peoples)));
    }

    private TrackRecordPayload of(
            Indicator indicator,
            Catalogue entries,
            Collection<Forecast> peoples,
            boolean withRows) {
        Map<String, String> reasons = new TreeMap<>();
        Replay replay = null;
        if (ledger.observations(indicator.id()) > MOST_OBSERVATIONS) {
            String reason =
                    "more than %d observations are not replayed".formatted(MOST_OBSERVATIONS);
            reasons.put("nextValues", reason);
            reasons.put("hindsight", reason);
            reasons.put("replayed", reason);
        } else {
            replay = Replay.of(told(indicator), cutBy(indicator, entries), today());
            if (replay.nextValues().rows().isEmpty()) {
                reasons.put("nextValues", "too few records were known before the next one");
            }
            if (replay.crossings().isEmpty()) {
                reasons.put("replayed", "nothing marked was there to be crossed");
            }
        }
        Made made = made(indicator);
        if (made.scores().made() == 0) {
            reasons.put("made", "nothing was forecast here yet");
        }
        GrowthCourse growth = growth(replay);
        List<ShapeScores> shapes = ShapeScores.ofEach(ownShapes.of(indicator.id()), growth);
        if (shapes.isEmpty()) {
            reasons.put("shapes", "what shapes expect was not kept here yet");
        } else if (shapes.stream().allMatch(it -> it.next().rows().isEmpty())) {
            reasons.put(
                    "shapes",
                    growth == null
                            ? "what came has no place on the axis of shapes, or is not looked up"
                            : "no record came since the first was kept");
        }
        Optional<MadeChances> chances = chances(indicator, peoples);
        if (chances.isEmpty() && MadeChances.areOf(indicator)) {
            reasons.put(
                    "chances",
                    "no forecast with a probability and a last day names it: nobody can settle it here");
        }
        return Scores.of(
                indicator,
                replay,
                made.scores(),
                made.windows(),
                shapes,
                growth,
                chances.orElse(null),
                steps(indicator),
                today(),
                withRows,
                reasons);
    }

    private List<StepScores> steps(Indicator indicator) {
        List<MadeSteps> made = ownSteps.of(indicator.id());
        return made.isEmpty()
                ? List.of()
                : StepScores.ofEach(
                        made, came(indicator, ledger.read(indicator.id()).histories()), today());
    }

    /// The steps of a ledger of records as they are known now; none where it is one no longer.
    private static List<Step> came(Indicator indicator, Collection<History> histories) {
        Standing standing = Standing.of(indicator, histories);
        Map<ObservationKey, Observation> said = new HashMap<>();
        for (History it : standing.judged(histories)) {
            it.current()
                    .ifPresent(last -> {
                        if (last.statement().content() instanceof Reported(Observation told)) {
                            said.put(it.key(), told);
                        }
                    });
        }
        try {
            RecordEntries rows =
                    RecordEntries.of(
                            indicator,
                            standing.results(),
                            key -> Objects.requireNonNull(said.get(key)));
            return RecordChain.of(rows.entries()).steps();
        } catch (IllegalArgumentException noSteps) {
            return List.of();
        }
    }

    private Optional<MadeChances> chances(Indicator indicator, Collection<Forecast> peoples) {
        return MadeChances.areOf(indicator)
                ? MadeChances.of(indicator, ledger.read(indicator.id()).histories(), peoples)
                : Optional.empty();
    }

    private static @Nullable GrowthCourse growth(@Nullable Replay replay) {
        try {
            return replay == null || replay.course() == null
                    ? null
                    : GrowthCourse.of(replay.course());
        } catch (IllegalArgumentException noPlace) {
            return null;
        }
    }

    /// What was really forecast is scored however much there is: it asks for the day of a crossing
    /// alone, and replays nothing.
    private Made made(Indicator indicator) {
        List<OwnForecasts.Kept> kept = own.of(indicator.id());
        Standing known = kept.isEmpty() ? new Standing(indicator) : told(indicator).now();
        return new Made(
                CrossingScores.of(
                        kept.stream().map(OwnForecasts.Kept::crossing).toList(),
                        threshold -> known.crossed(threshold).orElse(null),
                        today()),
                WindowScores.ofEach(
                        kept.stream().flatMap(it -> it.windows().stream()).toList(),
                        threshold -> known.crossed(threshold).orElse(null),
                        today()));
    }

    /// What was really forecast of crossings: by the declared windows, and by each.
    private record Made(CrossingScores scores, List<WindowScores> windows) {}

    private Told told(Indicator indicator) {
        return new Told(indicator, ledger.read(indicator.id()).histories());
    }

    private Optional<Told> cutBy(Indicator indicator, Catalogue entries) {
        return indicator.trend() == null || indicator.trend().cutBy() == null
                ? Optional.empty()
                : entries.find(indicator.trend().cutBy()).map(this::told);
    }

    private Collection<Forecast> peoples() {
        Instant now = time.instant();
        List<Forecast> forecasts = new ArrayList<>();
        for (var history : chronicle.told(EntryKind.FORECAST)) {
            history.standing()
                    .map(it -> it.statement())
                    .filter(it -> it.content() instanceof ForecastEntryPayload)
                    .map(it ->
                            ForecastCheck.check(
                                    (ForecastEntryPayload) it.content(), it.statedAt(), now))
                    .ifPresent(it -> {
                        if (it instanceof CheckedEntry.Valid<Forecast>(var forecast)) {
                            forecasts.add(forecast);
                        }
                    });
        }
        return forecasts;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }
}
