package rubicon.model.ledger;

/// What an accepted statement did to its observation when it arrived.
public enum Decision {
    /// The first value of an observation: a release.
    NEW,
    /// Another value than the one that stood.
    REVISED,
    /// The value that stood, said again.
    UNCHANGED,
    /// Older than what stands; kept, and without effect on it.
    LATE,
    /// The value was withdrawn.
    RETRACTED;

    /// Whether what stands may be another value now.
    public boolean changesWhatStands() {
        return switch (this) {
            case NEW, REVISED, RETRACTED -> true;
            case UNCHANGED, LATE -> false;
        };
    }

    /// Whether it takes back what was said before.
    public boolean restates() {
        return this == REVISED || this == RETRACTED;
    }
}
