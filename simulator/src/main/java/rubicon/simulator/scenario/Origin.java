package rubicon.simulator.scenario;

/// Where a default comes from, so that a reader knows whom to disagree with.
public enum Origin {
    /// A published value.
    SOURCE,
    /// Fitted to the ledger's data.
    CALIBRATED,
    /// A choice of this project.
    OURS
}
