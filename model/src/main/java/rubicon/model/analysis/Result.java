package rubicon.model.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.KnowledgeTime;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Qualifier;
import rubicon.model.observation.Subject;

/// What counts for a subject on an indicator: the standing observation of the source that the
/// catalogue ranks first among those that speak of it. What is disputed does not count. Nor does
/// what goes on to stand at a source that is ranked after one which has withdrawn its own: see
/// [Withdrawal].
///
/// @param subjectKey the subject in the form by which sources and indicators are matched
/// @param startingPoint what it began from; null where nothing is said
/// @param row id of the ledger row behind it
/// @param revision of the observation that stands
/// @param statedAt when the source stated what stands
/// @param knownAt when the world could know what stands
/// @param recordedAt when this ledger knew what stands
public record Result(
        String subjectKey,
        Subject subject,
        ObservedOn observedOn,
        Estimate estimate,
        @Nullable Qualifier qualifier,
        @Nullable String startingPoint,
        ObservationKey key,
        String row,
        int revision,
        Instant statedAt,
        Instant knownAt,
        Instant recordedAt) {

    /// Oldest first; of one date by observation key, so that the order is always the same.
    public static final Comparator<Result> BY_DATE = Result::compareByDate;

    private static int compareByDate(Result one, Result other) {
        int byDate = one.observedOn.compareTo(other.observedOn);
        return byDate != 0 ? byDate : one.key.compareTo(other.key);
    }

    /// The value, in the indicator's unit.
    public double value() {
        return estimate.value();
    }

    /// Whether it began from where the indicator's other results do: it belongs to their series.
    /// What began from a fixed start and what began from the best so far are never one series.
    public boolean isOfSeries(Indicator indicator) {
        return startingPoint == null
                || RecordEntries.start(indicator, startingPoint)
                        == RecordEntries.start(indicator, null);
    }

    /// Whether it can be a record of the indicator: it is of its series, and no bound on the side
    /// that flatters, such as `<=` where more is better. What is at most 5 may be 0.
    public boolean canBeRecord(Indicator indicator) {
        return isOfSeries(indicator)
                && (qualifier == null
                        || switch (qualifier) {
                            case ABOUT -> true;
                            case BELOW, AT_MOST -> indicator.direction() != Direction.HIGHER;
                            case ABOVE, AT_LEAST -> indicator.direction() != Direction.LOWER;
                        });
    }

    /// The results of an indicator, oldest first.
    public static List<Result> standing(Indicator indicator, Collection<History> histories) {
        List<Result> results = new ArrayList<>();
        for (List<Result> candidates : bySubject(indicator, histories).values()) {
            String first = firstSource(indicator, candidates);
            candidates.stream().filter(r -> r.key().source().equals(first)).forEach(results::add);
        }
        results.sort(BY_DATE);
        return List.copyOf(results);
    }

    /// What sources say of each subject, whoever of them stands, without what was withdrawn with
    /// another's; by subject, of series also by date.
    static SortedMap<String, List<Result>> bySubject(
            Indicator indicator, Collection<History> histories) {
        Comparator<Result> bySource = bySource(indicator);
        NavigableSet<Withdrawal> withdrawals = Withdrawal.set(bySource);
        histories.forEach(it -> Withdrawal.of(it).ifPresent(withdrawals::add));
        SortedMap<String, List<Result>> bySubject = new TreeMap<>();
        for (History history : histories) {
            standing(history)
                    .filter(it -> !Withdrawal.reaches(it, withdrawals, indicator))
                    .ifPresent(it ->
                            bySubject
                                    .computeIfAbsent(
                                            groupKey(indicator, it), _ -> new ArrayList<>())
                                    .add(it));
        }
        return bySubject;
    }

    private static Optional<Result> standing(History history) {
        Optional<Revision> current = history.current();
        if (current.isEmpty()
                || current.get().status() != Revision.Status.STANDING
                || !(current.get().statement().content() instanceof Reported(Observation it))) {
            return Optional.empty();
        }
        return Optional.of(of(current.get(), it));
    }

    /// @param it what the revision reports
    static Result of(Revision revision, Observation it) {
        return new Result(
                it.subject().normalised(it.startingPoint()),
                it.subject(),
                it.observedOn(),
                it.estimate(),
                it.qualifier(),
                it.startingPoint(),
                it.key(),
                revision.statement().id(),
                revision.number(),
                revision.statement().statedAt(),
                KnowledgeTime.of(revision),
                revision.statement().recordedAt());
    }

    /// The same of another date.
    Result on(ObservedOn date) {
        return date.equals(observedOn) ? this : with(date, key);
    }

    /// What comes before every result of a date, and of this subject on it: the end of a range.
    Result beforeAllOf(ObservedOn date) {
        return with(date, new ObservationKey("", key.indicator(), ""));
    }

    private Result with(ObservedOn date, ObservationKey of) {
        return new Result(
                subjectKey,
                subject,
                date,
                estimate,
                qualifier,
                startingPoint,
                of,
                row,
                revision,
                statedAt,
                knownAt,
                recordedAt);
    }

    /// Orders results so that those of one subject lie together; of a series, those of one date
    /// too.
    static Comparator<Result> group(Identity identity) {
        return identity == Identity.SERIES
                ? Result::compareBySubjectAndDate
                : Result::compareBySubject;
    }

    private static int compareBySubject(Result one, Result other) {
        return one.subjectKey.compareTo(other.subjectKey);
    }

    private static int compareBySubjectAndDate(Result one, Result other) {
        int bySubject = compareBySubject(one, other);
        return bySubject != 0
                ? bySubject
                : one.observedOn.date().compareTo(other.observedOn.date());
    }

    /// Orders results of one subject by their sources.
    static Comparator<Result> bySource(Indicator indicator) {
        Comparator<Result> group = group(indicator.identity());
        Comparator<String> sources = sourceOrder(indicator);
        return (one, other) -> {
            int byGroup = group.compare(one, other);
            if (byGroup != 0) {
                return byGroup;
            }
            int bySource = sources.compare(one.key.source(), other.key.source());
            return bySource != 0 ? bySource : one.key.compareTo(other.key);
        };
    }

    /// Orders sources as the catalogue ranks them; no source comes before all.
    static Comparator<String> sourceOrder(Indicator indicator) {
        return Comparator.<String>comparingInt(it -> it.isEmpty() ? -1 : indicator.rankOf(it))
                .thenComparing(Comparator.naturalOrder());
    }

    private static String groupKey(Indicator indicator, Result result) {
        return indicator.identity() == Identity.SERIES
                ? result.subjectKey + "|" + result.observedOn.date()
                : result.subjectKey;
    }

    /// The source that stands among those that speak of one subject.
    static String firstSource(Indicator indicator, List<Result> candidates) {
        return candidates.stream()
                .map(result -> result.key().source())
                .min(sourceOrder(indicator))
                .orElseThrow();
    }
}
