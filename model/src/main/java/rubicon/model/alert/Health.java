package rubicon.model.alert;

/// Whether the value could be read. Apart from the condition, which says what the value means.
public enum Health {
    OK,
    /// The query is fine and returned nothing.
    NO_DATA,
    /// This series is absent while others are present.
    MISSING,
    /// The last valid observation is older than the indicator tolerates.
    STALE,
    /// The evaluation failed after all its attempts.
    ERROR
}
