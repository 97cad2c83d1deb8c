package rubicon.model.rule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What one value says about each severity of a rule.
///
/// @param signals one per severity of the rule, in rising order
public record RuleEvaluation(Map<SeverityLevel, Signal> signals) {

    public RuleEvaluation {
        signals = Collections.unmodifiableMap(new EnumMap<>(signals));
    }

    /// Holds a value against every severity.
    ///
    /// @param value in the indicator's unit, finite
    public static RuleEvaluation of(Rule rule, double value) {
        var signals = new EnumMap<SeverityLevel, Signal>(SeverityLevel.class);
        for (var severity : rule.severities()) {
            signals.put(
                    severity.level(), severity.hysteresis().signal(rule.condition().op(), value));
        }
        return new RuleEvaluation(signals);
    }

    /// What it says about a severity; clear about one that the rule does not have.
    public Signal signal(SeverityLevel level) {
        return signals.getOrDefault(level, Signal.CLEAR);
    }

    /// Whether any severity is breached.
    public boolean isBreached() {
        return signals.containsValue(Signal.BREACHED);
    }

    /// The highest severity that is breached, if any.
    public Optional<SeverityLevel> highestBreached() {
        return signals.entrySet().stream()
                .filter(entry -> entry.getValue() == Signal.BREACHED)
                .map(Map.Entry::getKey)
                .reduce((lower, higher) -> higher);
    }
}
