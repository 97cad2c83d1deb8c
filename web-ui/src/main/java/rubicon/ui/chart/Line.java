package rubicon.ui.chart;

import org.jspecify.annotations.Nullable;

/// A horizontal line on a chart: a reference, a rule's threshold, or a number that a policy names.
///
/// @param severity of the rule's step, for the line's colour; null for the others
public record Line(double value, String label, @Nullable String severity, Kind kind) {
    /// Who drew the line.
    public enum Kind {
        REFERENCE,
        RULE,
        POLICY,
        /// A policy's that is no longer in force.
        SUPERSEDED
    }

    /// Whether a rule watches this line.
    public boolean isThreshold() {
        return kind == Kind.RULE;
    }
}
