package rubicon.ui.indicator;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.SeverityLevel;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.SeverityPayload;
import rubicon.ui.live.Patience;

/// A line that a rule watches and that is not crossed yet, or not for as long as its rule waits.
///
/// @param far what the rule's value lacks to reach it; 0 where it is crossed
/// @param severity of the step; empty when the rule names none
/// @param title of the rule
/// @param waits what a crossed line still waits for; empty for a line that lies ahead
record NextThreshold(double value, double far, String severity, String title, String waits) {

    /// The nearest of all enabled rules' lines that lies ahead of the value that its rule reads:
    /// above it for rules that wait for a rise, below it for those that wait for a fall.
    ///
    /// @return empty when every line is crossed
    static Optional<NextThreshold> ahead(IndicatorStatePayload state, List<RulePayload> rules) {
        return watching(rules)
                .flatMap(rule ->
                        steps(rule)
                                .flatMap(step ->
                                        far(state, rule, step).stream()
                                                .map(far -> of(rule, step, far, ""))))
                .min(Comparator.comparingDouble(NextThreshold::far));
    }

    /// The gravest line that is crossed, but not for as long as its rule waits.
    ///
    /// @param alerts open ones, among which those of the rules are
    static Optional<NextThreshold> waiting(
            IndicatorStatePayload state,
            List<RulePayload> rules,
            List<AlertPayload> alerts,
            Instant now) {
        return watching(rules)
                .flatMap(rule ->
                        alerts.stream()
                                .filter(alert -> alert.rule().equals(rule.id()))
                                .flatMap(alert -> waiting(state, rule, alert, now)))
                .max(Comparator.comparingInt(it -> level(it.severity())));
    }

    private static Stream<NextThreshold> waiting(
            IndicatorStatePayload state, RulePayload rule, AlertPayload alert, Instant now) {
        if (alert.condition().equals("PENDING")) {
            return steps(rule)
                    .filter(step -> level(text(step.name())) == level(text(alert.severity())))
                    .map(step -> of(rule, step, 0, Patience.words(alert, List.of(rule), now)));
        }
        boolean open = alert.condition().equals("FIRING") || alert.condition().equals("RECOVERING");
        return steps(rule)
                .filter(step -> open && level(text(step.name())) > level(text(alert.severity())))
                .filter(step -> isCrossed(state, rule, step))
                .flatMap(step ->
                        Patience.of(step).stream()
                                .map(patience ->
                                        of(
                                                rule,
                                                step,
                                                0,
                                                "crossed, for less than "
                                                        + Patience.words(patience))));
    }

    private static Stream<RulePayload> watching(List<RulePayload> rules) {
        return rules.stream()
                .filter(rule -> rule.watchesValues() && !Boolean.FALSE.equals(rule.enabled()));
    }

    private static Stream<SeverityPayload> steps(RulePayload rule) {
        return rule.severities() == null
                ? Stream.empty()
                : rule.severities().stream().filter(step -> step.fire() != null);
    }

    private static NextThreshold of(
            RulePayload rule, SeverityPayload step, double far, String waits) {
        return new NextThreshold(
                step.fire() == null ? 0 : step.fire(),
                far,
                text(step.name()),
                text(rule.title()),
                waits);
    }

    private static Optional<Double> far(
            IndicatorStatePayload state, RulePayload rule, SeverityPayload step) {
        return read(state, rule)
                .filter(value -> !isCrossed(value, op(rule), fire(step)))
                .map(value -> Math.abs(fire(step) - value));
    }

    private static boolean isCrossed(
            IndicatorStatePayload state, RulePayload rule, SeverityPayload step) {
        return read(state, rule).map(value -> isCrossed(value, op(rule), fire(step))).orElse(false);
    }

    /// The value that a rule reads: of the best result or of the latest, itself or an end of its
    /// interval; empty where there is none.
    private static Optional<Double> read(IndicatorStatePayload state, RulePayload rule) {
        var condition = rule.condition();
        if (condition == null) {
            return Optional.empty();
        }
        boolean latest = "LATEST".equals(condition.kind());
        @Nullable Point best = state.frontier().isEmpty() ? null : state.frontier().getLast();
        return Optional.ofNullable(latest ? state.latest() : best)
                .map(point ->
                        switch (text(condition.of())) {
                            case "LOW" -> point.low();
                            case "HIGH" -> point.high();
                            default -> point.value();
                        });
    }

    private static boolean isCrossed(double value, String op, double fire) {
        return switch (op) {
            case "GE" -> value >= fire;
            case "GT" -> value > fire;
            case "LE" -> value <= fire;
            case "LT" -> value < fire;
            default -> true;
        };
    }

    private static String op(RulePayload rule) {
        return rule.condition() == null ? "" : text(rule.condition().op()).toUpperCase(Locale.ROOT);
    }

    private static double fire(SeverityPayload step) {
        return step.fire() == null ? Double.NaN : step.fire();
    }

    private static int level(String name) {
        return Stream.of(SeverityLevel.values())
                .filter(level -> level.name().equals(name.toUpperCase(Locale.ROOT)))
                .map(Enum::ordinal)
                .findFirst()
                .orElse(-1);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
