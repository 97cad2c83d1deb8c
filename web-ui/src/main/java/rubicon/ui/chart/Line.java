package rubicon.ui.chart;

import org.jspecify.annotations.Nullable;

/// A horizontal line on a chart: a reference, or a rule's threshold.
///
/// @param severity of the rule's step, for the line's colour; null for a reference
public record Line(double value, String label, @Nullable String severity) {
    /// Whether a rule watches this line.
    public boolean isThreshold() {
        return severity != null;
    }
}
