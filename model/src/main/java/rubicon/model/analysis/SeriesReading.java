package rubicon.model.analysis;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Revision.Status;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;

/// Which of an indicator's values a series is made of.
public enum SeriesReading {
    /// What counts: neither disputed nor held. Whether flagged values count is up to the definition
    /// of the indicator.
    COUNTED,
    /// Every last word, disputed, held and flagged ones too.
    STANDING,
    /// Every value that was stated last, disputed, held, flagged and withdrawn ones too.
    ALL,
    /// What counts without a flag of leakage, hacking or cheating at any source of the result.
    /// Rules read so, unless they say otherwise.
    CLEAN,
    /// What is clean and was measured by a third party.
    INDEPENDENT;

    /// The histories of the series. Those of values that were taken back stay: they say what was
    /// taken back with them.
    ///
    /// @param histories all of the indicator, as they are told
    public List<History> of(Indicator indicator, Collection<History> histories) {
        return switch (this) {
            case COUNTED -> Plausibility.judged(indicator, histories);
            case STANDING -> histories.stream().map(SeriesReading::undisputed).toList();
            case ALL ->
                    histories.stream()
                            .map(SeriesReading::withdrawnToo)
                            .filter(it -> !it.statements().isEmpty())
                            .map(SeriesReading::undisputed)
                            .toList();
            case CLEAN, INDEPENDENT -> clean(indicator, Plausibility.judged(indicator, histories));
        };
    }

    private List<History> clean(Indicator indicator, List<History> judged) {
        Set<ObservationKey> marked = new HashSet<>();
        judged.stream().filter(it -> !reads(it)).forEach(it -> marked.add(it.key()));
        Set<ObservationKey> flagged = new HashSet<>();
        judged.stream().filter(SeriesReading::isFlagged).forEach(it -> flagged.add(it.key()));
        Result.bySubject(indicator, judged)
                .values()
                .forEach(said -> marked.addAll(copies(said, flagged::contains)));
        return judged.stream().filter(it -> !marked.contains(it.key())).toList();
    }

    private boolean reads(History history) {
        return history.current()
                .filter(it -> it.status() != Status.DISPUTED)
                .map(it -> it.statement().content())
                .filter(it ->
                        !(it instanceof Reported(Observation said))
                                || reads(isFlagged(said.tags()), said.evaluator()))
                .isPresent();
    }

    /// Whether a value that counts is one of the series, by its own marks.
    boolean reads(boolean flagged, Evaluator evaluator) {
        return switch (this) {
            case COUNTED, STANDING, ALL -> true;
            case CLEAN -> !flagged;
            case INDEPENDENT -> !flagged && evaluator == Evaluator.THIRD_PARTY;
        };
    }

    /// What other sources say of a result that one of them flags: of each of them the value nearest
    /// to the flagged one. A flag at any source is a flag of the result.
    ///
    /// @param said of one subject, by all sources
    static Set<ObservationKey> copies(List<Result> said, Predicate<ObservationKey> isFlagged) {
        Set<ObservationKey> copies = new HashSet<>();
        for (Result flagged : said) {
            if (isFlagged.test(flagged.key())) {
                said.stream()
                        .filter(it -> !it.key().source().equals(flagged.key().source()))
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.key().source(),
                                        Collectors.minBy(nearestTo(flagged))))
                        .values()
                        .forEach(it -> copies.add(it.orElseThrow().key()));
            }
        }
        return copies;
    }

    private static Comparator<Result> nearestTo(Result flagged) {
        return Comparator.<Result>comparingDouble(it -> Math.abs(it.value() - flagged.value()))
                .thenComparing(Result::key);
    }

    private static boolean isFlagged(History history) {
        return history.current()
                .filter(it -> it.status() == Status.STANDING)
                .filter(it ->
                        it.statement().content() instanceof Reported(Observation said)
                                && isFlagged(said.tags()))
                .isPresent();
    }

    /// Whether the value is known to rest on leaked tests, a hacked grader or cheating.
    ///
    /// @param tags of the observation
    public static boolean isFlagged(Map<String, String> tags) {
        return "true".equals(tags.get("leakage"))
                || "true".equals(tags.get("hacking"))
                || "SUCCESS".equals(tags.get("cheating"));
    }

    private static History withdrawnToo(History history) {
        return new History(
                history.statements().stream()
                        .filter(it -> it.content() instanceof Reported)
                        .toList());
    }

    private static History undisputed(History history) {
        return new History(history.statements().stream().map(SeriesReading::undisputed).toList());
    }

    private static Statement undisputed(Statement it) {
        return it.content() instanceof Reported(Observation said) && said.disputed() != null
                ? new Statement(
                        it.id(),
                        it.event(),
                        it.key(),
                        it.statedAt(),
                        it.recordedAt(),
                        new Reported(said.disputedBecause(null)))
                : it;
    }
}
