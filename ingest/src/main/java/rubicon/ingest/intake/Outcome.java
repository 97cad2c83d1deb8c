package rubicon.ingest.intake;

/// What became of an event that was published.
public enum Outcome {
    NEW,
    REVISED,
    UNCHANGED,
    LATE,
    RETRACTED,
    REFUSED
}
