package rubicon.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.SeverityLevel;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.SeverityPayload;
import rubicon.ui.chart.Annotations.PolicyLine;
import rubicon.ui.shell.Formats;

/// The lines of an indicator, one a value: what stands at the same height shares a line and its
/// label, so that no text is written over another.
final class Lines {
    private final List<String> references = new ArrayList<>();
    private final List<String> baselines = new ArrayList<>();
    private final List<String> ceilings = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<PolicyLine> policies = new ArrayList<>();

    /// A rule's threshold; a ladder has several, which share its title.
    private record Step(SeverityLevel severity, String title, boolean ofLadder) {}

    private Lines() {}

    /// Every line, lowest first.
    static List<Line> of(
            @Nullable IndicatorPayload indicator,
            List<RulePayload> rules,
            List<PolicyLine> policies) {
        Map<Double, Lines> byValue = new TreeMap<>();
        if (indicator != null && indicator.lines() != null) {
            indicator.lines().stream()
                    .filter(line -> line.value() != null)
                    .forEach(line -> at(byValue, line.value()).references.add(text(line.label())));
        }
        if (indicator != null) {
            addCatalogue(indicator, byValue);
        }
        for (RulePayload rule : rules) {
            if (rule.watchesValues()
                    && rule.severities() != null
                    && !Boolean.FALSE.equals(rule.enabled())) {
                rule.severities().stream()
                        .filter(step -> step.fire() != null)
                        .forEach(step -> at(byValue, step.fire()).steps.add(step(rule, step)));
            }
        }
        policies.forEach(policy -> at(byValue, policy.value()).policies.add(policy));
        return byValue.entrySet().stream()
                .map(entry -> entry.getValue().line(entry.getKey()))
                .toList();
    }

    /// What people reach, and where the benchmark measures its own noise.
    private static void addCatalogue(IndicatorPayload indicator, Map<Double, Lines> byValue) {
        var human = indicator.humanBaseline();
        if (human != null && human.value() != null) {
            at(byValue, human.value()).baselines.add("baseline: " + text(human.who()));
        }
        var ceiling = indicator.noiseCeiling();
        if (ceiling != null && ceiling.value() != null) {
            at(byValue, ceiling.value()).ceilings.add("noise ceiling");
        }
    }

    private static Lines at(Map<Double, Lines> byValue, Double value) {
        return byValue.computeIfAbsent(value, v -> new Lines());
    }

    private static Step step(RulePayload rule, SeverityPayload severity) {
        boolean ladder = rule.severities() != null && rule.severities().size() > 1;
        return new Step(level(severity.name()), text(rule.title()), ladder);
    }

    private static SeverityLevel level(@Nullable String name) {
        String word = text(name).toUpperCase(Locale.ROOT);
        return Stream.of(SeverityLevel.values())
                .filter(level -> level.name().equals(word))
                .findFirst()
                .orElse(SeverityLevel.NOTICE);
    }

    /// A policy says whose the line is and in which version, a reference what it is; else the title
    /// of the one rule does. The steps of a ladder are told apart by their severity, which the
    /// title can not.
    private Line line(double value) {
        List<String> said = new ArrayList<>();
        policies.forEach(policy -> said.add(policy.label()));
        if (policies.isEmpty()) {
            said.addAll(references);
        }
        said.addAll(baselines);
        said.addAll(ceilings);
        boolean named = !said.isEmpty();
        for (Step step : steps) {
            String severity = Formats.words(step.severity().name());
            said.add(!named && !step.ofLadder() ? severity + ": " + step.title() : severity);
        }
        String gravest =
                steps.stream()
                        .map(Step::severity)
                        .max(SeverityLevel::compareTo)
                        .map(Enum::name)
                        .orElse(null);
        return new Line(
                value,
                String.join(" · ", said.stream().distinct().toList()),
                gravest,
                kind(),
                !baselines.isEmpty(),
                !ceilings.isEmpty());
    }

    /// A rule's colour is the one that must not be missed.
    private Line.Kind kind() {
        if (!steps.isEmpty()) {
            return Line.Kind.RULE;
        }
        if (policies.isEmpty()) {
            return !baselines.isEmpty()
                    ? Line.Kind.BASELINE
                    : ceilings.isEmpty() ? Line.Kind.REFERENCE : Line.Kind.CEILING;
        }
        boolean inForce = policies.stream().anyMatch(policy -> !policy.superseded());
        return inForce ? Line.Kind.POLICY : Line.Kind.SUPERSEDED;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
