package rubicon.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;

/// The files that the rows of a payload stand in.
///
/// @param paths by the address of each
/// @param gone paths of those that were there and are not
record RowFiles(Map<String, String> paths, List<String> gone) {
    /// Of a payload that is no more than one file.
    static final RowFiles NONE = new RowFiles(Map.of(), List.of());

    RowFiles {
        paths = Map.copyOf(paths);
        gone = List.copyOf(gone);
    }

    static RowFiles of(Delivery delivery, List<String> gone) {
        return new RowFiles(
                delivery.parts().stream().collect(Collectors.toMap(Fetched::url, Fetched::path)),
                gone);
    }

    /// The path of the file that a row stands in; empty for the one file of a source, and where the
    /// row says that it is from elsewhere.
    String of(ObservationPayload row) {
        ProvenancePayload from = row.provenance();
        return from == null || from.url() == null ? "" : paths.getOrDefault(from.url(), "");
    }
}
