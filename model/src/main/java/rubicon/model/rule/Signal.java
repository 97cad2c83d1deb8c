package rubicon.model.rule;

/// What one value says about one severity.
public enum Signal {
    /// Beyond the fire threshold (*B* in the transition table).
    BREACHED,
    /// Inside the hysteresis band, neither breached nor clear (*H*).
    IN_BAND,
    /// Beyond the recovery threshold (*C*).
    CLEAR
}
