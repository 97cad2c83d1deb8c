package rubicon.ingest.intake;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// What a record turned out to be.
public sealed interface Arrival {

    /// An observation, not checked yet.
    record Report(EventKey event, Instant statedAt, ObservationPayload payload)
            implements Arrival {}

    /// A retraction, not checked yet.
    record Retraction(EventKey event, Instant statedAt, RetractionPayload payload)
            implements Arrival {}

    /// A milestone, a policy threshold or a person's forecast, not checked yet.
    record Entry(EventKey event, Instant statedAt, ChroniclePayload payload) implements Arrival {}

    /// An eval run, not checked yet.
    record Run(EventKey event, Instant statedAt, EvalRunPayload payload) implements Arrival {}

    /// Nothing that this service can read.
    ///
    /// @param event its identity, where at least that could be read
    record Unreadable(@Nullable EventKey event, Violation violation) implements Arrival {}

    /// The identity of the event, where it could be read.
    default Optional<EventKey> eventKey() {
        return switch (this) {
            case Report report -> Optional.of(report.event());
            case Retraction retraction -> Optional.of(retraction.event());
            case Entry entry -> Optional.of(entry.event());
            case Run run -> Optional.of(run.event());
            case Unreadable(EventKey event, var _) -> Optional.ofNullable(event);
        };
    }
}
