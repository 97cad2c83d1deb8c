package rubicon.model.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.IndicatorState.Counts;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Revision.Status;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;

/// What counts on one indicator, kept up to date observation by observation: each change costs by
/// the logarithm of what is held. It is what [Result#standing], [Frontier#of] and their like say of
/// all histories at once.
///
/// Mutable and not safe for use by several threads: it is a working copy, of one transaction at a
/// time.
public final class Standing {
    private final Indicator indicator;
    private final Map<ObservationKey, Word> words = new HashMap<>();
    private final Optional<HeldValues> check;
    private final Map<ObservationKey, History.Held> held = new HashMap<>();
    private final Comparator<Result> group;
    private final Comparator<Result> bySource;
    private final Sorted<Result> candidates;
    private final NavigableSet<Withdrawal> withdrawals;
    private final Sorted<Result> results = new Sorted<>(Result.BY_DATE);
    private final RunningBest frontier;
    private final Newest firstStated = new Newest(this::firstStatements);
    private final Newest lastStated = new Newest(this::statementsThatStand);
    private final Map<SeriesReading, Standing> read = new EnumMap<>(SeriesReading.class);
    private int disputed;
    private int retracted;
    private int flagged;
    private int ofOthers;
    private int beside;

    /// Those of the series, kept from the first on that is none of it.
    private Optional<Sorted<Result>> series = Optional.empty();

    /// Nothing was said yet.
    public Standing(Indicator indicator) {
        this(indicator, true);
    }

    /// @param judges whether it finds what cannot be
    private Standing(Indicator indicator, boolean judges) {
        this.indicator = indicator;
        this.group = Result.group(indicator.identity());
        this.bySource = Result.bySource(indicator);
        this.candidates = new Sorted<>(bySource);
        this.withdrawals = Withdrawal.set(bySource);
        this.frontier = new RunningBest(indicator);
        this.check = judges ? Plausibility.of(indicator).map(HeldValues::new) : Optional.empty();
    }

    /// What these histories say.
    public static Standing of(Indicator indicator, Collection<History> histories) {
        Map<ObservationKey, History> byKey = new HashMap<>();
        histories.forEach(it -> byKey.put(it.key(), it));
        return of(indicator, histories::forEach, key -> byKey.getOrDefault(key, History.EMPTY));
    }

    /// What these histories say, of which somebody has found what cannot be.
    public static Standing ofJudged(Indicator indicator, Collection<History> histories) {
        Standing standing = new Standing(indicator, false);
        histories.forEach(it -> standing.take(it, it));
        return standing;
    }

    /// What all histories of an indicator say.
    ///
    /// @param all gives each of them, one after the other
    /// @param histories gives one of them; asked for few
    public static Standing of(
            Indicator indicator,
            Consumer<Consumer<History>> all,
            Function<ObservationKey, History> histories) {
        Standing standing = new Standing(indicator);
        all.accept(it -> {
            standing.take(it, it);
            if (!it.statements().isEmpty()) {
                standing.check.ifPresent(check -> check.say(it, standing.said(it.key())));
            }
        });
        standing.check.ifPresent(check -> standing.hold(check.judgeAll(histories), histories));
        return standing;
    }

    /// What counts of an observation.
    ///
    /// @param said its last word; null where its source disputes it or took it back
    /// @param result null for a retraction
    /// @param withdrawal null for a value, or for the retraction of a duplicate
    private record Word(
            @Nullable Result said,
            Status status,
            @Nullable Result result,
            @Nullable Withdrawal withdrawal,
            boolean flagged,
            Evaluator evaluator,
            @Nullable Instant firstStatedAt) {

        /// @param judged the history by the verdict on it
        static Word of(History history, History judged) {
            Revision last = history.current().orElseThrow();
            Result said = Plausibility.undisputed(last);
            Revision counts = judged.held() == null ? last : judged.current().orElseThrow();
            Statement statement = counts.statement();
            Instant first = history.firstStatedAt().orElse(null);
            return switch (statement.content()) {
                case Reported(Observation it) ->
                        new Word(
                                said,
                                counts.status(),
                                said != null && said.row().equals(statement.id())
                                        ? said
                                        : Result.of(counts, it),
                                null,
                                SeriesReading.isFlagged(it.tags()),
                                it.evaluator(),
                                first);
                case Retracted _ ->
                        new Word(
                                null,
                                counts.status(),
                                null,
                                Withdrawal.of(history).orElse(null),
                                false,
                                Evaluator.OTHER,
                                first);
            };
        }

        /// Every last word stands.
        Word undisputed() {
            return new Word(
                    said,
                    result == null ? status : Status.STANDING,
                    said == null ? result : said,
                    withdrawal,
                    flagged,
                    evaluator,
                    firstStatedAt);
        }
    }

    /// The indicator, as the catalogue defines it.
    public Indicator indicator() {
        return indicator;
    }

    /// Takes in what an observation's history is now, in place of what it was.
    ///
    /// @param histories gives the history of another observation of the indicator; asked for few
    public void change(History history, Function<ObservationKey, History> histories) {
        ObservationKey key = history.key();
        Result before = said(key);
        read.clear();
        take(history, history);
        Result now = said(key);
        check.ifPresent(it -> hold(it.change(before, now, history, histories), histories));
    }

    private @Nullable Result said(ObservationKey key) {
        Word word = words.get(key);
        return word == null ? null : word.said();
    }

    /// Counts anew what verdicts change.
    private void hold(
            Map<ObservationKey, Optional<History.Held>> verdicts,
            Function<ObservationKey, History> histories) {
        verdicts.forEach((key, verdict) -> {
            History.Held now = verdict.orElse(null);
            if (!Objects.equals(now, held.get(key))) {
                History history = histories.apply(key);
                take(history, new History(history.statements(), now));
            }
        });
    }

    /// Counts a history by the verdict on it.
    private void take(History history, History judged) {
        if (history.statements().isEmpty()) {
            return;
        }
        ObservationKey key = history.key();
        Word before = words.get(key);
        if (before != null) {
            forget(before);
            held.remove(key);
        }
        Word now = Word.of(history, judged);
        put(key, now);
        if (judged.held() != null) {
            held.put(key, judged.held());
        }
    }

    private void put(ObservationKey key, Word word) {
        words.put(key, word);
        learn(word);
    }

    private void learn(Word word) {
        firstStated.add(word.firstStatedAt());
        Result result = word.result();
        if (result == null) {
            retracted++;
            if (word.withdrawal() != null) {
                withdrawals.add(word.withdrawal());
                recount(word.withdrawal().of());
            }
        } else if (word.status() == Status.STANDING) {
            lastStated.add(result.statedAt());
            flagged += word.flagged() ? 1 : 0;
            ofOthers += word.evaluator() == Evaluator.THIRD_PARTY ? 0 : 1;
            stand(result);
        } else {
            disputed++;
        }
    }

    private void forget(Word word) {
        firstStated.remove(word.firstStatedAt());
        Result result = word.result();
        if (result == null) {
            retracted--;
            if (word.withdrawal() != null) {
                withdrawals.remove(word.withdrawal());
                recount(word.withdrawal().of());
            }
        } else if (word.status() == Status.STANDING) {
            lastStated.remove(result.statedAt());
            flagged -= word.flagged() ? 1 : 0;
            ofOthers -= word.evaluator() == Evaluator.THIRD_PARTY ? 0 : 1;
            fall(result);
        } else {
            disputed--;
        }
    }

    /// A value stands: it counts if no better ranked source speaks of its subject, and those of
    /// worse ranked ones count no more.
    private void stand(Result result) {
        if (isWithdrawn(result)) {
            candidates.add(result);
            recount(result);
            return;
        }
        Result first = first(result);
        candidates.add(result);
        if (first == null || isOfOneSource(first, result)) {
            count(result);
        } else if (bySource.compare(result, first) < 0) {
            ofItsSource(first).toList().forEach(this::uncount);
            count(result);
        }
    }

    private void fall(Result result) {
        candidates.remove(result);
        if (isWithdrawn(result)) {
            uncount(result);
            recount(result);
        } else if (results.contains(result)) {
            uncount(result);
            Result first = first(result);
            if (first != null && !isOfOneSource(first, result)) {
                ofItsSource(first).forEach(this::count);
            }
        }
    }

    /// Whether a source took back what it had said of a result's subject.
    private boolean isWithdrawn(Result result) {
        if (withdrawals.isEmpty()) {
            return false;
        }
        Withdrawal after =
                withdrawals.ceiling(
                        new Withdrawal(result.beforeAllOf(result.observedOn()), Instant.MIN));
        return after != null && isOfOneGroup(after.of(), result);
    }

    /// What stands of a result's subject, by the ranks of the sources.
    private Stream<Result> ofItsGroup(Result of) {
        return stream(candidates.from(of.beforeAllOf(of.observedOn())))
                .takeWhile(it -> isOfOneGroup(it, of));
    }

    /// Counts the values of a subject anew.
    private void recount(Result of) {
        List<Result> all = ofItsGroup(of).toList();
        Optional<Result> first =
                all.stream()
                        .filter(it -> !Withdrawal.reaches(it, withdrawals, indicator))
                        .findFirst();
        for (Result it : all) {
            boolean counts =
                    first.filter(best -> isOfOneSource(best, it)).isPresent()
                            && !Withdrawal.reaches(it, withdrawals, indicator);
            if (counts && !results.contains(it)) {
                count(it);
            } else if (!counts && results.contains(it)) {
                uncount(it);
            }
        }
    }

    private void count(Result result) {
        results.add(result);
        if (result.isOfSeries(indicator)) {
            series.ifPresent(it -> it.add(result));
        } else {
            beside++;
            keepSeries();
        }
        frontier.add(result);
    }

    private void uncount(Result result) {
        if (results.remove(result)) {
            if (result.isOfSeries(indicator)) {
                series.ifPresent(it -> it.remove(result));
            } else {
                beside--;
            }
        }
        frontier.remove(result, results);
    }

    private void keepSeries() {
        if (series.isEmpty()) {
            Sorted<Result> own = new Sorted<>(Result.BY_DATE);
            results.stream().filter(it -> it.isOfSeries(indicator)).forEach(own::add);
            series = Optional.of(own);
        }
    }

    /// The first of those that speak of a result's subject, by the rank of their sources.
    private @Nullable Result first(Result of) {
        Result first = candidates.ceiling(of.beforeAllOf(of.observedOn()));
        return first != null && isOfOneGroup(first, of) ? first : null;
    }

    private Stream<Result> ofItsSource(Result first) {
        return stream(candidates.from(first))
                .takeWhile(it -> isOfOneGroup(it, first) && isOfOneSource(it, first));
    }

    private static Stream<Result> stream(Iterable<Result> results) {
        return StreamSupport.stream(results.spliterator(), false);
    }

    private boolean isOfOneGroup(Result one, Result other) {
        return group.compare(one, other) == 0;
    }

    private static boolean isOfOneSource(Result one, Result other) {
        return one.key().source().equals(other.key().source());
    }

    /// What a reading leaves of this; itself where that is all. Kept until the next change.
    ///
    /// @throws IllegalArgumentException for the reading of what was withdrawn, which is not here
    public Standing read(SeriesReading reading) {
        boolean leavesOut =
                switch (reading) {
                    case COUNTED -> false;
                    case ALL ->
                            throw new IllegalArgumentException("what was withdrawn is not known");
                    case STANDING -> disputed > 0 || !held.isEmpty();
                    case CLEAN -> flagged > 0;
                    case INDEPENDENT -> flagged > 0 || ofOthers > 0;
                };
        return leavesOut ? read.computeIfAbsent(reading, this::only) : this;
    }

    private Standing only(SeriesReading reading) {
        Standing only = new Standing(indicator, false);
        Set<ObservationKey> copies = reading == SeriesReading.STANDING ? Set.of() : flaggedCopies();
        words.forEach((key, word) -> {
            if (reading == SeriesReading.STANDING) {
                only.put(key, word.undisputed());
            } else if (word.status() != Status.DISPUTED
                    && !copies.contains(key)
                    && (word.result() == null || reading.reads(word.flagged(), word.evaluator()))) {
                only.put(key, word);
            }
        });
        return only;
    }

    /// What other sources say of results that one of them flags.
    private Set<ObservationKey> flaggedCopies() {
        Set<ObservationKey> copies = new HashSet<>();
        for (Word word : words.values()) {
            Result result = word.result();
            if (word.flagged() && word.status() == Status.STANDING && result != null) {
                List<Result> said =
                        ofItsGroup(result)
                                .filter(it -> !Withdrawal.reaches(it, withdrawals, indicator))
                                .toList();
                copies.addAll(SeriesReading.copies(said, result.key()::equals));
            }
        }
        return copies;
    }

    /// How many observations are known.
    public int size() {
        return words.size();
    }

    /// Whether anything was said of an observation.
    public boolean knows(ObservationKey key) {
        return words.containsKey(key);
    }

    /// What counts, oldest first, wherever it began.
    public SequencedCollection<Result> results() {
        return Collections.unmodifiableSequencedCollection(results);
    }

    /// What counts and [began where the series does][Result#isOfSeries], oldest first: nothing else
    /// is joined with it in a line.
    public SequencedCollection<Result> series() {
        return Collections.unmodifiableSequencedCollection(series.orElse(results));
    }

    /// Whether what was said last of an observation cannot be, and is held.
    public boolean isHeld(ObservationKey key) {
        return held.containsKey(key);
    }

    /// The verdicts on what is held.
    public Map<ObservationKey, History.Held> held() {
        return Map.copyOf(held);
    }

    /// The histories of this indicator, with what cannot be as held.
    public List<History> judged(Collection<History> histories) {
        return histories.stream().map(this::judged).toList();
    }

    private History judged(History history) {
        History.Held verdict = held.get(history.key());
        return verdict == null ? history : new History(history.statements(), verdict);
    }

    /// The running best, oldest first.
    public SequencedCollection<Result> frontier() {
        return frontier.results();
    }

    /// The best of what counts.
    public Optional<Result> best() {
        return frontier().isEmpty() ? Optional.empty() : Optional.of(frontier().getLast());
    }

    /// The date of the first value that is at a threshold or beyond it; empty while there is none.
    public Optional<LocalDate> crossed(double threshold) {
        return frontier().stream()
                .filter(it -> !indicator.direction().isBeyond(threshold, it.value()))
                .map(it -> it.observedOn().date())
                .findFirst();
    }

    /// The running best of what is of this date or later.
    ///
    /// @param from null for all dates
    public List<Result> frontierFrom(@Nullable LocalDate from) {
        return from == null ? List.copyOf(frontier()) : frontier.from(from, results);
    }

    /// What counts of an observation; empty where it does not.
    public Optional<Result> result(ObservationKey key) {
        return Optional.ofNullable(words.get(key)).map(Word::result).filter(results::contains);
    }

    /// The result of the series with the newest date, the best of several.
    public Optional<Result> latest() {
        SequencedCollection<Result> series = series();
        if (series.isEmpty()) {
            return Optional.empty();
        }
        Direction direction = indicator.direction();
        Comparator<Result> byValue =
                (a, b) ->
                        direction.isBeyond(a.value(), b.value())
                                ? 1
                                : direction.isBeyond(b.value(), a.value()) ? -1 : 0;
        ObservedOn newest = series.getLast().observedOn();
        return series.reversed().stream()
                .takeWhile(it -> it.observedOn().equals(newest))
                .max(byValue.thenComparing(Result::key));
    }

    /// When the newest observation was first stated.
    public Optional<Instant> lastReleaseAt() {
        return firstStated.get();
    }

    private Stream<Instant> firstStatements() {
        return words.values().stream().map(Word::firstStatedAt).filter(Objects::nonNull);
    }

    private Stream<Instant> statementsThatStand() {
        return words.values().stream()
                .filter(it -> it.status() == Status.STANDING)
                .map(Word::result)
                .filter(Objects::nonNull)
                .map(Result::statedAt);
    }

    /// The newest time at which a source stated what stands.
    public Optional<Instant> lastStatedAt() {
        return lastStated.get();
    }

    /// How many observations are in which condition.
    public Counts counts() {
        return new Counts(
                words.size() - disputed - retracted,
                disputed,
                retracted,
                results.size(),
                held.size(),
                beside);
    }
}
