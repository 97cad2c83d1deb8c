package rubicon.model.rule;

/// What a rule makes of an evaluation that could not be read: no data, stale data, an error.
public enum NoDataPolicy {
    /// The alert stays as it is, and its timers stop until it can be read again.
    KEEP,
    /// As if the lowest severity were breached, and all that is pending or firing still were.
    ALERT,
    /// As if the value were clear.
    OK
}
