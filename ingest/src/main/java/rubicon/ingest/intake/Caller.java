package rubicon.ingest.intake;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Provenance;
import rubicon.model.wire.ProvenancePayload;

/// Who reports over REST.
record Caller(String name) {
    private static final String CONNECTOR = "rest";
    private static final int LONGEST = 100;
    private static final ProvenancePayload NOTHING = ProvenancePayload.of(Provenance.NONE);

    /// How a text begins that says who vouches for a value.
    String signature() {
        return name + ": ";
    }

    /// As much of it as a note has room for.
    private String shortName() {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
    }

    /// Where a value comes from: as it says itself, and what it does not say by how it came here.
    ///
    /// @param now moment of the call
    ProvenancePayload provenance(@Nullable ProvenancePayload own, Instant now) {
        ProvenancePayload said = Objects.requireNonNullElse(own, NOTHING);
        return new ProvenancePayload(
                said.url(),
                Objects.requireNonNullElse(said.retrievedAt(), now),
                said.payloadSha256(),
                said.payloadSha256() == null && said.payloadNote() == null
                        ? "reported over REST by " + shortName()
                        : said.payloadNote(),
                Objects.requireNonNullElse(said.connector(), CONNECTOR),
                said.connectorVersion(),
                said.run(),
                said.licence());
    }
}
