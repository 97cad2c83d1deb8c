package rubicon.model.catalogue;

/// What sort of quantity an indicator is; kinds are never mixed in one comparison.
public enum Kind {
    MEASUREMENT,
    RECORD_LEDGER,
    SHARE,
    FORECAST,
    INDEX
}
