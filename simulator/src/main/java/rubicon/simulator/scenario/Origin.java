package rubicon.simulator.scenario;

/// Where a default comes from, so that a reader knows whom to disagree with.
public enum Origin {
    /// A published value.
    SOURCE,
    /// Read from the ledger's data, or fitted to it; what the ledger holds by now may be newer.
    CALIBRATED,
    /// A choice of this project.
    OURS
}
