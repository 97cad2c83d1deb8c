package rubicon.ui.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.ConditionPayload;
import rubicon.ui.shell.Formats;

/// Rules in words.
public final class RuleWords {
    private static final Set<String> OF_A_THRESHOLD = Set.of("DETERMINATION", "REWORDED");

    private RuleWords() {}

    /// What is asked, without the thresholds.
    public static String condition(RulePayload rule) {
        var condition = rule.condition();
        if (condition == null) {
            return Formats.UNKNOWN;
        }
        String op =
                switch (String.valueOf(condition.op()).toUpperCase(Locale.ROOT)) {
                    case "GE" -> "at or above";
                    case "GT" -> "above";
                    case "LE" -> "at or below";
                    case "LT" -> "below";
                    default -> Formats.words(condition.op());
                };
        return what(condition) + " " + op + " the threshold" + of(condition.reading());
    }

    /// Which values are asked.
    private static String of(@Nullable String reading) {
        return switch (reading) {
            case null -> "";
            case "CLEAN" -> ", of clean values";
            case "COUNTED" -> ", of all values that count, flagged ones too";
            case "STANDING" -> ", of every last word, disputed and held ones too";
            case "INDEPENDENT" -> ", of clean values that a third party measured";
            default -> ", of " + Formats.words(reading) + " values";
        };
    }

    private static String what(ConditionPayload it) {
        return switch (String.valueOf(it.kind())) {
            case "FRONTIER" -> "Best value";
            case "LATEST" ->
                    it.consecutive() == null || it.consecutive() < 2
                            ? "Newest value"
                            : "Newest %d values, all of them,".formatted(it.consecutive());
            case "GAP" -> "Distance to " + it.other();
            case "TREND" -> "Doubling time";
            case "PREDICTED" ->
                    "Chance that the trend before it gave to no better a value than the newest best";
            case "CHANGE" -> "Change within " + it.window();
            case "COUNT" -> "Number within " + it.window();
            case "SILENCE" ->
                    "RECORD".equals(it.since())
                            ? "Days without a new best"
                            : "Days without a word from the source";
            case "STANDSTILL" -> "Doublings of the trend that did not come since the last best";
            case "RESTATED" -> "Share of a source's values changed within " + it.window();
            case "MARKED" -> "Leading values taken back as contaminated within " + it.window();
            case "MILESTONES" -> "Milestones that name it";
            case "FORECAST_DUE" -> "Days past the forecast " + it.entry();
            case "DETERMINATION" -> "Determination under " + it.entry();
            case "REWORDED" -> "Changes of words of " + it.entry();
            default -> Formats.words(it.kind());
        };
    }

    /// The policy threshold that a rule is about.
    public static Optional<String> threshold(RulePayload rule) {
        return Optional.ofNullable(rule.condition())
                .filter(it -> OF_A_THRESHOLD.contains(String.valueOf(it.kind())))
                .map(ConditionPayload::entry);
    }
}
