package rubicon.model.discrepancy;

/// In what way numbers disagree.
public enum DiscrepancyKind {
    /// A printed number does not follow from the numbers beside it.
    ARITHMETIC,
    /// A source replaced its own number.
    RESTATEMENT,
    /// One run, scored by two rules.
    SCORING,
    /// Different tests, subsets or set-ups under one name.
    VARIANT,
    /// Quoted otherwise than it was published.
    CITATION,
    /// Two ways to count the same things.
    COUNT
}
