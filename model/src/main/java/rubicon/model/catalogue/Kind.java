package rubicon.model.catalogue;

/// What sort of quantity an indicator is; kinds are never mixed in one comparison.
public enum Kind {
    MEASUREMENT,
    RECORD_LEDGER,
    SHARE,
    FORECAST,
    INDEX;

    /// Whether values that cannot be are held where an entry does not say. A guess may jump; a
    /// record or a share that is computed here is as sound as what it is computed from.
    public boolean isChecked(Feed feed) {
        return switch (this) {
            case MEASUREMENT, INDEX -> true;
            case RECORD_LEDGER, SHARE -> feed != Feed.OWN;
            case FORECAST -> false;
        };
    }
}
