package rubicon.ingest.imports;

/// Where an import stands.
///
/// ```
/// RECEIVING -> VALIDATING -> PUBLISHING -> DONE
///                         -> REJECTED
/// ```
public enum ImportState {
    /// The file is still coming in.
    RECEIVING,
    /// Every row is looked at; nothing is published yet.
    VALIDATING,
    /// A row is at fault: nothing was published.
    REJECTED,
    /// Its rows go to Kafka, or are there and not all handled.
    PUBLISHING,
    /// All of it is in the ledger, and the rules have looked at it.
    DONE;

    boolean isFinal() {
        return this == REJECTED || this == DONE;
    }
}
