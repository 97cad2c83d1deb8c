package rubicon.model.catalogue;

/// The value above which a benchmark measures its own noise.
public record NoiseCeiling(double value, String reason, String source) {}
