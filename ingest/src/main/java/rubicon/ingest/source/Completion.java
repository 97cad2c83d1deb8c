package rubicon.ingest.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;

/// What an observation that was written by hand leaves out, as the file tells it that it stands in.
public final class Completion {
    private Completion() {}

    /// The observation with its source, the time of its statement and its provenance, where it did
    /// not say them itself.
    public static ObservationPayload of(
            ObservationPayload it, Connector connector, Fetched fetched) {
        return new ObservationPayload(
                Objects.requireNonNullElse(it.source(), fetched.source()),
                it.externalId(),
                it.indicator(),
                it.subject(),
                it.value(),
                it.low(),
                it.high(),
                it.level(),
                it.method(),
                it.n(),
                it.unit(),
                it.qualifier(),
                it.observedOn(),
                it.precision(),
                it.publishedAt(),
                Objects.requireNonNullElse(it.statedAt(), fetched.statedAt()),
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                it.tags(),
                provenance(it.provenance(), connector, fetched));
    }

    /// Where the row says that it was read first, and how it came here. What nobody says is said to
    /// be unsaid.
    private static ProvenancePayload provenance(
            @Nullable ProvenancePayload own, Connector connector, Fetched fetched) {
        String licence = own == null || own.licence() == null ? Fetched.NONE_STATED : own.licence();
        if (own == null || saysNothing(own)) {
            return fetched.provenance(connector, licence);
        }
        return new ProvenancePayload(
                own.url(),
                Objects.requireNonNullElse(own.retrievedAt(), fetched.retrievedAt()),
                own.payloadSha256(),
                own.payloadSha256() == null && own.payloadNote() == null
                        ? "no hash is given with the row"
                        : own.payloadNote(),
                connector.id(),
                connector.version(),
                fetched.run(),
                licence);
    }

    private static boolean saysNothing(ProvenancePayload own) {
        return own.url() == null && own.payloadSha256() == null && own.payloadNote() == null;
    }
}
