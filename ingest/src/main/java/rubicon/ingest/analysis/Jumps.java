package rubicon.ingest.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Attempts;
import rubicon.model.analysis.Course;
import rubicon.model.analysis.Result;
import rubicon.model.catalogue.DateMeaning;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.recordledger.Attempt.Start;
import rubicon.model.recordledger.Punctuation;
import rubicon.model.recordledger.Punctuation.Generation;
import rubicon.model.recordledger.Punctuation.Release;
import rubicon.model.recordledger.RecordChanges;
import rubicon.model.trend.DatedValue;
import rubicon.model.wire.JumpsPayload;
import rubicon.model.wire.JumpsPayload.BoldStepPayload;
import rubicon.model.wire.JumpsPayload.GenerationPayload;
import rubicon.model.wire.JumpsPayload.JumpSeriesPayload;
import rubicon.model.wire.JumpsPayload.RateChangePayload;
import rubicon.model.wire.JumpsPayload.StepSegmentPayload;

/// Jumps and rests as JSON says them.
///
/// @param scale unit of heights
/// @param releases that begin generations
/// @param noGenerations why there are none; null where there may be
record Jumps(
        Stood stood,
        String scale,
        Attempts attempts,
        List<Release> releases,
        @Nullable String noGenerations) {
    private static final long SEED = 42;

    /// @param generationsOf the indicator that names the generations
    /// @param generations what stood on it; empty if the catalogue has none of that name
    static JumpsPayload of(Stood stood, String generationsOf, Optional<Stood> generations) {
        Map<String, String> reasons = new TreeMap<>();
        List<JumpSeriesPayload> series = new ArrayList<>();
        String scale = "VALUE";
        try {
            Course course = Course.of(stood.standing(), stood.cutBy());
            scale = Attempts.unit(course);
            Attempts attempts = Attempts.of(course, stood.standing().results(), stood::said);
            if (!attempts.faults().isEmpty()) {
                reasons.put("faults", String.join("; ", attempts.faults()));
            }
            List<Release> releases = generations.map(Jumps::releases).orElse(List.of());
            Jumps jumps =
                    new Jumps(
                            stood,
                            scale,
                            attempts,
                            releases,
                            noGenerations(stood, generationsOf, generations, releases));
            for (Start start : Start.values()) {
                if (attempts.heights().containsKey(start)) {
                    jumps.series(start).ifPresent(series::add);
                }
            }
        } catch (IllegalArgumentException e) {
            reasons.put("series", String.valueOf(e.getMessage()));
        }
        if (series.isEmpty()) {
            reasons.putIfAbsent("series", "no result counts");
        }
        return new JumpsPayload(
                stood.indicator().id().value(),
                stood.indicator().unit().symbol(),
                stood.asOf(),
                stood.reading().name(),
                stood.today(),
                generationsOf,
                scale,
                series,
                reasons);
    }

    private static @Nullable String noGenerations(
            Stood stood, String named, Optional<Stood> generations, List<Release> releases) {
        if (stood.indicator().date() == DateMeaning.RELEASE) {
            return "values bear the date of their model's release: each record is a jump by"
                    + " itself, and nothing is seen between releases";
        }
        if (generations.isEmpty()) {
            return "the catalogue has no indicator '%s' whose record holders they would be"
                    .formatted(named);
        }
        return releases.isEmpty()
                ? "no record of '%s' names the day of a release".formatted(named)
                : null;
    }

    /// The record holders of an indicator, by the day of their release where it is known.
    private static List<Release> releases(Stood of) {
        List<Release> releases = new ArrayList<>();
        for (Result it : of.standing().frontier()) {
            LocalDate released = it.subject().releasedOn();
            boolean isDated =
                    of.indicator().date() == DateMeaning.RELEASE
                            && it.observedOn().precision() == Precision.DAY;
            LocalDate day = released == null && isDated ? it.observedOn().date() : released;
            if (day != null && !it.subject().model().isEmpty()) {
                releases.add(new Release(it.subject().model(), day));
            }
        }
        return releases;
    }

    private Optional<JumpSeriesPayload> series(Start start) {
        List<DatedValue> records = attempts.records(start, stood.today());
        if (records.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> reasons = new TreeMap<>();
        List<GenerationPayload> generations = generations(start, reasons);
        RecordChanges changes = RecordChanges.of(records, stood.today(), SEED);
        why(changes, reasons);
        return Optional.of(
                new JumpSeriesPayload(
                        start.name(),
                        attempts.heights().getOrDefault(start, List.of()).size(),
                        records.size(),
                        records.getFirst().date(),
                        records.getLast().date(),
                        generations,
                        changes.rate()
                                .map(it ->
                                        new RateChangePayload(
                                                it.on(), it.before(), it.after(), it.chance()))
                                .orElse(null),
                        changes.bold().stream()
                                .map(it ->
                                        new BoldStepPayload(
                                                it.on(), it.name(), it.size(), it.score()))
                                .toList(),
                        changes.segments().stream()
                                .map(it -> new StepSegmentPayload(it.from(), it.steps(), it.size()))
                                .toList(),
                        changes.recentChange().isPresent()
                                ? (Double) changes.recentChange().getAsDouble()
                                : null,
                        changes.rises(),
                        changes.falls(),
                        reasons));
    }

    private static void why(RecordChanges changes, Map<String, String> reasons) {
        if (changes.steps() < RecordChanges.LEAST) {
            String few =
                    "%d steps from record to record are too few, %d are looked at"
                            .formatted(changes.steps(), RecordChanges.LEAST);
            List.of("bold", "falls", "rate", "recentChange", "rises", "segments")
                    .forEach(field -> reasons.put(field, few));
            return;
        }
        if (changes.segments().isEmpty()) {
            reasons.put("segments", "more than half of the steps are alike: there is no noise");
        }
        if (changes.recentChange().isEmpty()) {
            reasons.put("recentChange", "all steps are alike");
        }
        if (changes.bold().isEmpty()) {
            reasons.put("bold", "no step stands out from those before it");
        }
        if (changes.rises().isEmpty()) {
            reasons.put("rises", "steps have not become larger than in the first half");
        }
        if (changes.falls().isEmpty()) {
            reasons.put("falls", "steps have not become smaller than in the first half");
        }
    }

    private List<GenerationPayload> generations(Start start, Map<String, String> reasons) {
        if (noGenerations != null) {
            reasons.put("generations", noGenerations);
            return List.of();
        }
        List<GenerationPayload> generations =
                Punctuation.of(attempts.all(), releases, stood.today()).stream()
                        .filter(it -> it.start() == start)
                        .flatMap(it -> it.generations().stream())
                        .map(this::generation)
                        .toList();
        if (generations.isEmpty()) {
            reasons.put("generations", "no generation came out after the first result");
        }
        return generations;
    }

    private GenerationPayload generation(Generation it) {
        return new GenerationPayload(
                it.name(),
                it.released(),
                it.before(),
                it.jump(),
                scale.equals("LN") ? (Double) Math.exp(it.jump()) : null,
                it.toPlateau(),
                it.plateau(),
                it.ended());
    }
}
