package rubicon.ui.chart;

/// A horizontal line on a chart: a reference, or a rule's threshold.
public record Line(double value, String label, Kind kind) {
    /// What a line stands for; they are drawn apart.
    public enum Kind {
        REFERENCE,
        THRESHOLD
    }
}
