package rubicon.model.policy;

/// What was determined of a model.
public enum DeterminationStatus {
    /// Below the threshold.
    NOT_CROSSED,
    /// Below it by judgement: what was meant to rule it out no longer does.
    GRAY_ZONE,
    /// At or above it.
    CROSSED
}
