package rubicon.ui.chart;

import org.jspecify.annotations.Nullable;

/// A horizontal line on a chart: a reference, a rule's threshold, a number that a policy names,
/// what people reach, or where a benchmark measures its own noise.
///
/// @param severity of the rule's step, for the line's colour; null for the others
/// @param baseline whether it is what people reach, whoever else drew a line there
/// @param ceiling whether it is the noise ceiling
public record Line(
        double value,
        String label,
        @Nullable String severity,
        Kind kind,
        boolean baseline,
        boolean ceiling) {
    /// Who drew the line.
    public enum Kind {
        REFERENCE,
        RULE,
        POLICY,
        /// A policy's that is no longer in force.
        SUPERSEDED,
        BASELINE,
        CEILING
    }

    /// A line that is neither what people reach nor a ceiling.
    public Line(double value, String label, @Nullable String severity, Kind kind) {
        this(value, label, severity, kind, false, false);
    }

    /// Whether a rule watches this line.
    public boolean isThreshold() {
        return kind == Kind.RULE;
    }

    /// Whether it is nothing but what people reach, or a ceiling.
    boolean isOfCatalogue() {
        return kind == Kind.BASELINE || kind == Kind.CEILING;
    }
}
