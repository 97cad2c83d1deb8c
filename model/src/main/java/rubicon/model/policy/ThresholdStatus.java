package rubicon.model.policy;

/// Where a policy threshold stands.
public enum ThresholdStatus {
    /// Its issuer uses it, as far as is known.
    IN_FORCE,
    /// It was used; whether it still is, is not held.
    NOT_STATED,
    /// Another took its place.
    SUPERSEDED,
    /// Its issuer gave it up.
    WITHDRAWN,
    /// Nobody's policy: a definition by which others measure.
    DEFINITION
}
