package rubicon.model.catalogue;

/// How well the counted indicators speak for a category.
public enum Strength {
    STRONG,
    FAIR,
    WEAK,
    /// Nothing is counted; what is said of the category rests on statements and on judgement.
    NONE
}
