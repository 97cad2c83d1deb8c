package rubicon.model.alert;

/// The names of the states, for rows and payloads.
public enum AlertCondition {
    NORMAL,
    PENDING,
    FIRING,
    RECOVERING
}
