package rubicon.ingest.release;

import java.time.Instant;
import java.util.List;
import rubicon.ingest.chronicle.EntryCheck;
import rubicon.ingest.chronicle.NewStatement;
import rubicon.ingest.intake.Arrival;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.ObservationCheck;
import rubicon.model.ledger.RetractionCheck;
import rubicon.model.ledger.Violation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.Topics;

/// Whether an event may enter the ledger or the chronicle.
final class EventCheck {
    private final ObservationCheck observations;
    private final RetractionCheck retractions;

    EventCheck(Catalogue catalogue) {
        this.observations = new ObservationCheck(catalogue);
        this.retractions = new RetractionCheck(catalogue);
    }

    /// What became of an event at the door.
    sealed interface Checked {}

    /// It enters the ledger.
    record Accepted(EventKey event, Instant statedAt, ObservationKey key, Content content)
            implements Checked {}

    /// It enters the chronicle.
    record Told(NewStatement statement) implements Checked {}

    /// It does not.
    record Refused(List<Violation> violations) implements Checked {}

    Checked check(Arrival arrival, Instant now) {
        return switch (arrival) {
            case Arrival.Unreadable(var _, Violation violation) -> new Refused(List.of(violation));
            case Arrival.Run _ ->
                    new Refused(
                            List.of(
                                    new Violation(
                                            "type", "belongs on the topic " + Topics.EVAL_RUNS)));
            case Arrival.Report(EventKey event, Instant statedAt, var payload) ->
                    switch (observations.check(payload, statedAt, now)) {
                        case ObservationCheck.Valid(var observation) ->
                                new Accepted(
                                        event,
                                        statedAt,
                                        observation.key(),
                                        new Content.Reported(observation));
                        case ObservationCheck.Refused(var violations) -> new Refused(violations);
                    };
            case Arrival.Retraction(EventKey event, Instant statedAt, var payload) ->
                    switch (retractions.check(payload, statedAt, now)) {
                        case RetractionCheck.Valid(var key, var content) ->
                                new Accepted(event, statedAt, key, content);
                        case RetractionCheck.Refused(var violations) -> new Refused(violations);
                    };
            case Arrival.Entry(EventKey event, Instant statedAt, var payload) ->
                    switch (EntryCheck.check(payload, statedAt, now)) {
                        case CheckedEntry.Valid<ChroniclePayload>(var content) ->
                                new Told(new NewStatement(event, statedAt, content));
                        case CheckedEntry.Refused<ChroniclePayload>(var violations) ->
                                new Refused(violations);
                    };
        };
    }
}
