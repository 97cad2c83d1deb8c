package rubicon.model.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.recordledger.Attempt;
import rubicon.model.recordledger.Attempt.Start;
import rubicon.model.recordledger.Entry;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.RunningBest;
import rubicon.model.trend.Scale;

/// The results of an indicator as heights, by where they began; what began from a fixed start and
/// what began from the best so far are never one series. Of a ledger of records the height is the
/// sum of the logarithmic steps so far, which a re-timing does not change; of all else it is the
/// place on the scale of the indicator's course.
///
/// @param heights by start, oldest first, each with the subject's name
/// @param faults what a ledger of records could not read
public record Attempts(Map<Start, List<DatedValue>> heights, List<String> faults) {
    public Attempts {
        heights = Map.copyOf(heights);
        faults = List.copyOf(faults);
    }

    /// Reads the heights.
    ///
    /// @param course of the same indicator
    /// @param results that count
    /// @param said what stands, by key
    /// @throws IllegalArgumentException if a value has no height
    public static Attempts of(
            Course course, Collection<Result> results, Function<ObservationKey, Observation> said) {
        Map<Start, List<DatedValue>> heights = new EnumMap<>(Start.class);
        List<String> faults = new ArrayList<>();
        boolean chained = RecordEntries.whyNot(course.indicator()).isEmpty();
        if (chained) {
            RecordEntries rows = RecordEntries.of(course.indicator(), results, said);
            faults.addAll(rows.faults());
            if (!rows.entries().isEmpty()) {
                heights.put(Start.RUNNING, chained(rows));
            }
        }
        for (Result it : results) {
            Start start = RecordEntries.start(course.indicator(), it.startingPoint());
            if (!chained || start != Start.RUNNING) {
                heights.computeIfAbsent(start, _ -> new ArrayList<>())
                        .add(
                                new DatedValue(
                                        name(it),
                                        it.observedOn().date(),
                                        course.place(it.value())));
            }
        }
        heights.replaceAll((_, values) -> DatedValue.byDate(values));
        return new Attempts(heights, faults);
    }

    /// The height of each row of a ledger of records above its first.
    private static List<DatedValue> chained(RecordEntries rows) {
        List<DatedValue> heights = new ArrayList<>();
        double before = rows.entries().getFirst().value();
        double height = 0;
        for (Entry it : rows.entries()) {
            if (it.kind() == Entry.Kind.RECORD) {
                height += Math.log(before / it.value());
                Result of = rows.results().get(heights.size());
                heights.add(new DatedValue(name(of), it.date(), height));
            }
            before = it.value();
        }
        return heights;
    }

    private static String name(Result it) {
        String model = it.subject().model();
        return model.isEmpty() ? it.subject().actor().name() : model;
    }

    /// As attempts, for the search for jumps.
    public List<Attempt> all() {
        List<Attempt> all = new ArrayList<>();
        heights.forEach((start, values) ->
                values.forEach(it -> all.add(new Attempt(it.date(), it.value(), start))));
        return all;
    }

    /// The records among those of one start, up to a day.
    public List<DatedValue> records(Start start, LocalDate day) {
        return RunningBest.records(
                heights.getOrDefault(start, List.of()).stream()
                        .filter(it -> !it.date().isAfter(day))
                        .toList());
    }

    /// The unit of the heights: `LN` where a difference of 1 is a factor of e, `LOGIT` or `VALUE`.
    public static String unit(Course course) {
        return RecordEntries.whyNot(course.indicator()).isEmpty()
                ? "LN"
                : switch (course.scale()) {
                    case Scale.Log _ -> "LN";
                    case Scale.Logit _ -> "LOGIT";
                    case Scale.Linear _ -> "VALUE";
                };
    }
}
