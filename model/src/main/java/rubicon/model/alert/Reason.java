package rubicon.model.alert;

/// Why a transition happened.
public enum Reason {
    /// A newer observation is beyond a fire threshold.
    BREACHED,
    /// A breach has lasted its pending period.
    PENDING_ELAPSED,
    /// A pending breach ended before its time.
    NOT_SUSTAINED,
    /// A higher severity counts now.
    SEVERITY_RAISED,
    /// Only a lower severity counts now.
    SEVERITY_LOWERED,
    /// A newer observation is beyond the recovery threshold.
    CLEARED,
    /// A clearance did not last its keep-firing period.
    RELAPSED,
    /// A clearance has lasted its keep-firing period.
    KEEP_FIRING_ELAPSED,
    /// The no-data policy speaks for a query without result.
    NO_DATA,
    /// The no-data policy speaks for a value that is too old.
    STALE,
    /// The no-data policy speaks for a failed evaluation.
    ERROR,
    /// The series was missing too often in a row.
    MISSING_SERIES,
    /// The value can be read again, after a policy had spoken in its place.
    DATA_RETURNED,
    /// The rule asks another question now.
    RULE_UPDATED,
    PAUSED,
    RULE_DELETED,
    /// It was so before the rule was made.
    BASELINE,
    /// A correction shows that it was so in the past.
    RETROACTIVE,
    /// A correction changed the evidence of a closed episode.
    CORRECTED
}
