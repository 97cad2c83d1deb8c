package rubicon.model.catalogue;

/// A line on the indicator's chart, in its unit.
public record ReferenceLine(double value, String label, String source) {}
