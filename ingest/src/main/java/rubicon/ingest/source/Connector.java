package rubicon.ingest.source;

/// Reads one upstream format. A connector is a pure mapping: it fetches nothing and stores nothing.
public interface Connector {

    /// The name by which `sources.yaml` calls it.
    String id();

    /// Rises when the mapping changes.
    String version();

    /// Maps what was fetched. A row that cannot be mapped becomes a problem and hinders no other.
    ///
    /// @throws DriftException if the payload is not of the format at all
    Mapped map(Fetched fetched) throws DriftException;
}
