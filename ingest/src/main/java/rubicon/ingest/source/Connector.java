package rubicon.ingest.source;

import java.util.Set;

/// Reads one upstream format. A connector is a pure mapping: it fetches nothing and stores nothing,
/// and the same delivery always maps to the same rows. What it has to remember between two runs
/// (validators, hashes, keys of rows) is kept for it as data, see [SourceStanding].
public interface Connector {

    /// The name by which `sources.yaml` calls it.
    String id();

    /// Rises when the mapping changes.
    String version();

    /// Which files make up the upstream.
    Layout layout();

    /// Whether a field that it does not know is a fault. It is in a form of our own, where it is a
    /// slip; in an upstream's it is what the upstream added.
    default boolean isStrict() {
        return false;
    }

    /// Whether its upstream gives no dates: a row then keeps the one by which the ledger knows it,
    /// and one that is new speaks of the day on which its file was stated.
    default boolean isUndated() {
        return false;
    }

    /// Names of the `options` that it understands.
    default Set<String> options() {
        return Set.of();
    }

    /// Maps what was fetched. A row that cannot be mapped becomes a problem and hinders no other.
    ///
    /// @throws DriftException if the delivery is not of the format at all; the message names what
    ///   is missing
    Mapped map(Delivery delivery) throws DriftException;
}
