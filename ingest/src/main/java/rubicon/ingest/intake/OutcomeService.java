package rubicon.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import rubicon.ingest.chronicle.ChronicleService;
import rubicon.ingest.evalrun.EvalRunService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;

/// Tells what became of events.
@ApplicationScoped
public class OutcomeService {
    private static final int MOST_AT_ONCE = 1_000;

    private final LedgerService ledger;
    private final ChronicleService chronicle;
    private final EvalRunService runs;
    private final DeadLetterService letters;

    OutcomeService(
            LedgerService ledger,
            ChronicleService chronicle,
            EvalRunService runs,
            DeadLetterService letters) {
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.runs = runs;
        this.letters = letters;
    }

    /// The outcome of each event that was handled; those that were not are left out. An event that
    /// was refused, mended and replayed counts as what it became.
    public Map<EventKey, Outcome> of(Collection<EventKey> events) {
        Map<EventKey, Outcome> outcomes = new HashMap<>();
        events.stream()
                .gather(Gatherers.windowFixed(MOST_AT_ONCE))
                .forEach(it -> note(it, outcomes));
        return outcomes;
    }

    private void note(List<EventKey> events, Map<EventKey, Outcome> outcomes) {
        Set<EventKey> open = new HashSet<>(events);
        letters.refused(open).forEach(it -> outcomes.put(it, Outcome.REFUSED));
        note(runs.decisions(open), open, outcomes);
        note(ledger.decisions(open), open, outcomes);
        note(chronicle.decisions(open), open, outcomes);
    }

    private static void note(
            Map<EventKey, Decision> decisions,
            Set<EventKey> open,
            Map<EventKey, Outcome> outcomes) {
        decisions.forEach((event, it) -> outcomes.put(event, Outcome.valueOf(it.name())));
        open.removeAll(decisions.keySet());
    }

    /// What events of one origin say of observations, oldest first; those of which they say nothing
    /// are left out.
    ///
    /// @param origin of the events, as [EventKey#source] has it
    public Map<ObservationKey, List<Statement>> said(
            String origin, Collection<ObservationKey> keys) {
        Map<ObservationKey, List<Statement>> said = new HashMap<>();
        keys.stream()
                .gather(Gatherers.windowFixed(MOST_AT_ONCE))
                .forEach(some ->
                        ledger.histories(some)
                                .forEach((key, history) -> {
                                    List<Statement> its =
                                            history.statements().stream()
                                                    .filter(it ->
                                                            it.event().source().equals(origin))
                                                    .toList();
                                    if (!its.isEmpty()) {
                                        said.put(key, its);
                                    }
                                }));
        return said;
    }

    /// The dates by which these observations are known, of those that somebody has reported.
    public Map<ObservationKey, ObservedOn> dates(Collection<ObservationKey> keys) {
        return keys.isEmpty() ? Map.of() : ledger.dates(keys);
    }
}
