package rubicon.model.alert;

/// That a transition should be told, and as what. To whom and when is decided elsewhere.
public enum Notice {
    /// The episode fires.
    FIRST,
    /// Graver than told before; does not wait for the group's interval.
    SEVERITY_RAISED,
    /// Less grave than told before; waits for the group's next interval.
    SEVERITY_LOWERED,
    /// The episode that was told is over.
    RESOLVED,
    /// What was told rested on evidence that is corrected now; goes to everyone who got it, and
    /// does not wait.
    CORRECTION;

    /// Whether it is sent without waiting for the group's interval.
    public boolean isImmediate() {
        return switch (this) {
            case SEVERITY_RAISED, CORRECTION -> true;
            case FIRST, SEVERITY_LOWERED, RESOLVED -> false;
        };
    }
}
