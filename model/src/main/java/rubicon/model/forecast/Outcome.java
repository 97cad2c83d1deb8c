package rubicon.model.forecast;

/// What came of a forecast or goal.
public enum Outcome {
    HAPPENED,
    DID_NOT_HAPPEN,
    /// Nobody can tell any more, or it was asked wrongly; it is not scored.
    VOID
}
