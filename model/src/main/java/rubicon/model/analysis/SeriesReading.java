package rubicon.model.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Revision.Status;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;

/// Which of an indicator's values a series is made of.
public enum SeriesReading {
    /// What counts: neither disputed nor held. Whether flagged values count is up to the definition
    /// of the indicator. Rules read so.
    COUNTED,
    /// Every last word, disputed, held and flagged ones too.
    STANDING,
    /// What counts without a flag of leakage, hacking or cheating.
    CLEAN,
    /// What is clean and was measured by a third party.
    INDEPENDENT;

    /// The histories of the series.
    ///
    /// @param histories all of the indicator, as they are told
    public List<History> of(Indicator indicator, Collection<History> histories) {
        return switch (this) {
            case COUNTED -> Plausibility.judged(indicator, histories);
            case STANDING -> histories.stream().map(SeriesReading::undisputed).toList();
            case CLEAN, INDEPENDENT ->
                    Plausibility.judged(indicator, histories).stream().filter(this::reads).toList();
        };
    }

    private boolean reads(History history) {
        return history.current()
                .filter(it -> it.status() == Status.STANDING)
                .map(Revision::statement)
                .filter(it -> !(it.content() instanceof Reported(Observation said)) || reads(said))
                .isPresent();
    }

    private boolean reads(Observation it) {
        return !isFlagged(it.tags())
                && (this != INDEPENDENT || it.evaluator() == Evaluator.THIRD_PARTY);
    }

    /// Whether the value is known to rest on leaked tests, a hacked grader or cheating.
    ///
    /// @param tags of the observation
    public static boolean isFlagged(Map<String, String> tags) {
        return tags.entrySet().stream()
                .anyMatch(tag ->
                        switch (tag.getKey()) {
                            case "leakage", "hacking" -> tag.getValue().equals("true");
                            case "cheating" -> tag.getValue().equals("SUCCESS");
                            default -> false;
                        });
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
