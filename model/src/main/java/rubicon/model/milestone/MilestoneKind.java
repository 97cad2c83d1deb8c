package rubicon.model.milestone;

/// What sort of thing happened.
public enum MilestoneKind {
    /// A developer says what its systems do in its own work.
    LAB_CLAIM,
    /// Somebody decides whether a model crosses a policy threshold.
    DETERMINATION,
    /// Something new was found.
    DISCOVERY,
    /// A record of a ledger fell.
    RECORD,
    /// An evaluation began, ended, was rescaled, restated or flagged.
    EVAL_CHANGE,
    /// A product came out.
    PRODUCT,
    /// Money was raised or spent.
    FUNDING,
    /// Somebody says what to think of it; counter-signals too.
    STATEMENT
}
