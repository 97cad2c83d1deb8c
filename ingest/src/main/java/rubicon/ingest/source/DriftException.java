package rubicon.ingest.source;

/// The upstream does not have the form any more that its connector reads.
public final class DriftException extends Exception {
    private static final long serialVersionUID = 1;

    /// A drift.
    ///
    /// @param message names what is missing or was found instead
    public DriftException(String message) {
        super(message);
    }
}
