package rubicon.ingest.source;

import java.time.Instant;
import rubicon.ingest.source.format.FieldUse;
import rubicon.model.catalogue.Licence;
import rubicon.model.wire.ProvenancePayload;

/// A payload with what its connector has to tell of its origin.
///
/// @param source id of the source
/// @param path of the file below the source's address; empty for the address itself
/// @param url where it was read
/// @param statedAt when the upstream stated it
/// @param sha256 of the payload, lower-case hex
/// @param run id of the run that read it
/// @param use what its connector asks it for
@SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
public record Fetched(
        String source,
        String path,
        String url,
        Instant retrievedAt,
        Instant statedAt,
        String sha256,
        String run,
        byte[] payload,
        FieldUse use) {
    /// The licence of what states none.
    public static final String NONE_STATED = Licence.NONE_STATED;

    /// A payload that nobody has read yet.
    public Fetched(
            String source,
            String path,
            String url,
            Instant retrievedAt,
            Instant statedAt,
            String sha256,
            String run,
            byte[] payload) {
        this(source, path, url, retrievedAt, statedAt, sha256, run, payload, new FieldUse());
    }

    /// The same, stated at another time.
    public Fetched stated(Instant at) {
        return new Fetched(source, path, url, retrievedAt, at, sha256, run, payload, use);
    }

    /// Where what a connector reads in it comes from.
    ///
    /// @param licence of the upstream, such as `MIT`; [#NONE_STATED] where it names none
    public ProvenancePayload provenance(Connector connector, String licence) {
        return new ProvenancePayload(
                url, retrievedAt, sha256, connector.id(), connector.version(), run, licence);
    }

    /// The payload as text.
    ///
    /// @throws DriftException if it is no UTF-8
    public String text() throws DriftException {
        return Texts.utf8(payload, path);
    }
}
