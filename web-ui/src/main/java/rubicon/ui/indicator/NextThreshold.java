package rubicon.ui.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.RulePayload;

/// The nearest line that a rule watches and that is not crossed yet.
///
/// @param severity of the step; empty when the rule names none
/// @param title of the rule
record NextThreshold(double value, String severity, String title) {

    /// The nearest of all enabled rules' thresholds that lies ahead of the best value: above it for
    /// rules that wait for a rise, below it for those that wait for a fall.
    ///
    /// @return empty when every threshold is crossed
    static Optional<NextThreshold> of(double best, List<RulePayload> rules) {
        return rules.stream()
                .filter(rule -> rule.watchesValues() && !Boolean.FALSE.equals(rule.enabled()))
                .flatMap(rule -> ahead(best, rule))
                .min(Comparator.comparingDouble(next -> Math.abs(next.value() - best)));
    }

    private static Stream<NextThreshold> ahead(double best, RulePayload rule) {
        var condition = rule.condition();
        var severities = rule.severities();
        if (condition == null || severities == null) {
            return Stream.empty();
        }
        String op = text(condition.op()).toUpperCase(Locale.ROOT);
        return severities.stream()
                .filter(step -> step.fire() != null && isAhead(best, op, step.fire()))
                .map(step ->
                        new NextThreshold(
                                step.fire() == null ? best : step.fire(),
                                text(step.name()),
                                text(rule.title())));
    }

    private static boolean isAhead(double best, String op, double fire) {
        return switch (op) {
            case "GE" -> best < fire;
            case "GT" -> best <= fire;
            case "LE" -> best > fire;
            case "LT" -> best >= fire;
            default -> false;
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
