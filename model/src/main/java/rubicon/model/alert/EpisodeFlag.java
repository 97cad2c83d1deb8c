package rubicon.model.alert;

/// What sets an episode apart from others.
public enum EpisodeFlag {
    /// True before the rule was made: not news, so not notified.
    BASELINE,
    /// Learnt later, by a correction of the past.
    RETROACTIVE,
    /// Its evidence was corrected after it had closed.
    CORRECTED
}
