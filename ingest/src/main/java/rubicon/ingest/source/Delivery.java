package rubicon.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one run of a source fetched.
///
/// @param options as `sources.yaml` has them
/// @param parts one for each file that was there, in the order of the connector's layout
public record Delivery(Map<String, String> options, List<Fetched> parts) {
    public Delivery {
        options = Map.copyOf(options);
        parts = List.copyOf(parts);
    }

    /// The one file of a source that has no more.
    public Fetched only() {
        return parts.getFirst();
    }

    /// The file of that path.
    ///
    /// @throws DriftException if it is not there
    public Fetched needed(String path) throws DriftException {
        return part(path)
                .orElseThrow(() -> new DriftException("the file '%s' is missing".formatted(path)));
    }

    /// The file of that path, if it is there.
    public Optional<Fetched> part(String path) {
        return parts.stream().filter(it -> it.path().equals(path)).findFirst();
    }
}
