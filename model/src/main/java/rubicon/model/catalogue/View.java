package rubicon.model.catalogue;

/// The level of abstraction that an indicator speaks of.
public enum View {
    MODEL,
    RESEARCHER,
    LAB,
    ECONOMY
}
