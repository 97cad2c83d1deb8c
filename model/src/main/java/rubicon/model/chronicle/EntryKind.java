package rubicon.model.chronicle;

/// What the chronicle holds.
public enum EntryKind {
    MILESTONE,
    POLICY_THRESHOLD,
    FORECAST
}
