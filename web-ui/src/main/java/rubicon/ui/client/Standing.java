package rubicon.ui.client;

/// How a log-in stands with the ingest service.
public enum Standing {
    GOOD,
    /// Revoked, ran out or unknown.
    ENDED,
    /// Ingest did not say: what it said last counts until the log-in runs out.
    UNKNOWN
}
