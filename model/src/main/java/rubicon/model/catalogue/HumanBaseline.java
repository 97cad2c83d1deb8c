package rubicon.model.catalogue;

/// What people reach on the same scale.
public record HumanBaseline(double value, String who, String effort, String source) {}
