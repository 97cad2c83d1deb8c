package rubicon.model.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Kind;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.recordledger.Attempt.Start;
import rubicon.model.recordledger.Doubt;
import rubicon.model.recordledger.Entry;

/// The rows of a ledger of records, as the mathematics of records wants them.
///
/// They are in the order of their dates. Rows of one date are in the order of their numbers where
/// the upstream counts them, else the worse comes first. What a row's tags say of it is heeded:
/// [#BASELINE], [#SCOPE], and [#OTHER_ACTOR] with [#DOUBT]. What began from a fixed start is left
/// out: it is another series.
///
/// @param entries lower is better; where the indicator wants more, reciprocals
/// @param results behind the entries of kind RECORD, in their order
/// @param fixed how many results began from a fixed start
/// @param faults tags that cannot be read, and so were not heeded
public record RecordEntries(
        List<Entry> entries, List<Result> results, int fixed, List<String> faults) {
    /// Tag with the value that a row is to be compared with, in the indicator's unit, where that is
    /// not the row before it: the ledger's keepers timed that one again.
    public static final String BASELINE = "baseline";

    /// Tag that is `BUNDLE` where a row holds several edits, or nobody says how many.
    public static final String SCOPE = "scope";

    /// Tag with the actor, `HUMAN`, `AI` or `CENTAUR`, whose the step is where the credit is wrong.
    public static final String OTHER_ACTOR = "actorElse";

    /// Tag with the chance of that, above 0 and below 1; a half where it is left out.
    public static final String DOUBT = "actorDoubt";

    private static final double UNTOLD_DOUBT = 0.5;
    private static final String BUNDLE = "BUNDLE";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    public RecordEntries {
        entries = List.copyOf(entries);
        results = List.copyOf(results);
        faults = List.copyOf(faults);
    }

    /// Why an indicator is no ledger of records whose steps can be chained; empty if it is one.
    public static Optional<String> whyNot(Indicator it) {
        if (it.kind() != Kind.RECORD_LEDGER) {
            return Optional.of("it is of kind %s, not RECORD_LEDGER".formatted(it.kind()));
        }
        if (it.direction() == Direction.NONE) {
            return Optional.of("neither direction is better, so nothing is a record");
        }
        if (it.feed() == Feed.OWN) {
            return Optional.of("it is computed here from another ledger");
        }
        if (it.identity() == Identity.SERIES) {
            return Optional.of("it tells one number again and again, not who beat whom");
        }
        if (it.unit().symbol().equals("count")) {
            return Optional.of("it counts, and a count is not beaten by a factor");
        }
        return Optional.empty();
    }

    /// From where an observation began. Where nothing is said, a row of a ledger of records began
    /// from the best so far, and any other result from where all begin.
    ///
    /// @param said its starting point; null for none
    public static Start start(Indicator indicator, @Nullable String said) {
        if (said == null || said.isBlank()) {
            return whyNot(indicator).isEmpty() ? Start.RUNNING : Start.FIXED;
        }
        return said.strip().equalsIgnoreCase(Start.RUNNING.name()) ? Start.RUNNING : Start.FIXED;
    }

    /// Reads the rows of an indicator of which [#whyNot] says nothing.
    ///
    /// @param results that count
    /// @param said what stands, by key
    /// @throws IllegalArgumentException if a value is not above 0
    public static RecordEntries of(
            Indicator indicator,
            Collection<Result> results,
            Function<ObservationKey, Observation> said) {
        List<Entry> entries = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<Result> running =
                results.stream()
                        .filter(it -> start(indicator, it.startingPoint()) == Start.RUNNING)
                        .toList();
        // A bound on the side that flatters is no step.
        List<Result> sorted =
                sorted(
                        indicator,
                        running.stream().filter(it -> it.canBeRecord(indicator)).toList());
        for (Result it : sorted) {
            SortedMap<String, String> tags = said.apply(it.key()).tags();
            String baseline = tags.get(BASELINE);
            if (baseline != null) {
                Optional<Entry> row = baseline(indicator, it, baseline);
                row.ifPresent(entries::add);
                if (row.isEmpty()) {
                    faults.add(
                            "%s: the tag %s '%s' is no number above 0"
                                    .formatted(it.key().externalId(), BASELINE, baseline));
                }
            }
            Entry.Scope scope =
                    BUNDLE.equals(tags.get(SCOPE)) ? Entry.Scope.BUNDLE : Entry.Scope.ONE_IDEA;
            entries.add(
                    entry(
                            indicator,
                            it,
                            it.value(),
                            Entry.Kind.RECORD,
                            scope,
                            doubt(it, tags, faults)));
        }
        return new RecordEntries(entries, sorted, results.size() - running.size(), faults);
    }

    private static List<Result> sorted(Indicator indicator, Collection<Result> results) {
        Map<ObservedOn, List<Result>> days =
                results.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Result::observedOn, TreeMap::new, Collectors.toList()));
        List<Result> sorted = new ArrayList<>();
        for (List<Result> day : days.values()) {
            day.stream().sorted(ofOneDay(indicator, day)).forEach(sorted::add);
        }
        return sorted;
    }

    private static Comparator<Result> ofOneDay(Indicator indicator, List<Result> day) {
        boolean counted =
                day.stream().map(it -> it.key().source()).distinct().count() == 1
                        && day.stream()
                                .allMatch(it -> NUMBER.matcher(it.key().externalId()).matches());
        if (counted) {
            return Comparator.comparingInt(it -> Integer.parseInt(it.key().externalId()));
        }
        Comparator<Result> byValue = Comparator.comparingDouble(Result::value);
        return (indicator.direction() == Direction.LOWER ? byValue.reversed() : byValue)
                .thenComparing(Result::key);
    }

    private static Optional<Entry> baseline(Indicator indicator, Result of, String text) {
        try {
            return Optional.of(
                    entry(
                            indicator,
                            of,
                            Double.parseDouble(text),
                            Entry.Kind.RETIMING,
                            Entry.Scope.ONE_IDEA,
                            null));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Entry entry(
            Indicator indicator,
            Result of,
            double value,
            Entry.Kind kind,
            Entry.Scope scope,
            @Nullable Doubt doubt) {
        return new Entry(
                of.key().externalId(),
                of.observedOn().date(),
                indicator.direction() == Direction.LOWER ? value : 1 / value,
                of.subject().actor(),
                kind,
                scope,
                doubt);
    }

    private static @Nullable Doubt doubt(
            Result of, SortedMap<String, String> tags, List<String> faults) {
        String other = tags.get(OTHER_ACTOR);
        if (other == null) {
            return null;
        }
        try {
            String chance = tags.get(DOUBT);
            return new Doubt(
                    Actor.valueOf(other),
                    chance == null ? UNTOLD_DOUBT : Double.parseDouble(chance));
        } catch (IllegalArgumentException e) {
            faults.add(
                    "%s: the tags %s '%s' and %s '%s' name no actor with a chance between 0 and 1"
                            .formatted(
                                    of.key().externalId(),
                                    OTHER_ACTOR,
                                    other,
                                    DOUBT,
                                    tags.getOrDefault(DOUBT, "")));
            return null;
        }
    }
}
