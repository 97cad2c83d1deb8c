package rubicon.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import rubicon.ingest.chronicle.ChronicleService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.model.ledger.EventKey;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;

/// Tells what became of events.
@ApplicationScoped
public class OutcomeService {
    private final LedgerService ledger;
    private final ChronicleService chronicle;
    private final DeadLetterService letters;

    OutcomeService(LedgerService ledger, ChronicleService chronicle, DeadLetterService letters) {
        this.ledger = ledger;
        this.chronicle = chronicle;
        this.letters = letters;
    }

    /// The outcome of each event that was handled; those that were not are left out. An event that
    /// was refused, mended and replayed counts as what it became.
    public Map<EventKey, Outcome> of(Collection<EventKey> events) {
        Map<EventKey, Outcome> outcomes = new HashMap<>();
        if (events.isEmpty()) {
            return outcomes;
        }
        letters.refused(events).forEach(it -> outcomes.put(it, Outcome.REFUSED));
        ledger.decisions(events)
                .forEach((event, it) -> outcomes.put(event, Outcome.valueOf(it.name())));
        chronicle
                .decisions(events)
                .forEach((event, it) -> outcomes.put(event, Outcome.valueOf(it.name())));
        return outcomes;
    }

    /// The dates by which these observations are known, of those that somebody has reported.
    public Map<ObservationKey, ObservedOn> dates(Collection<ObservationKey> keys) {
        return keys.isEmpty() ? Map.of() : ledger.dates(keys);
    }
}
