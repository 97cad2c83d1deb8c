package rubicon.ui.chronicle;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.PolicyThresholdPayload.NumericLinePayload;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.Formats;

/// Policy thresholds as people read them.
public final class PolicyWords {
    private PolicyWords() {}

    /// Whether another took its place, or its issuer gave it up.
    public static boolean isPast(PolicyThresholdPayload it) {
        return List.of("SUPERSEDED", "WITHDRAWN").contains(Entries.text(it.status()));
    }

    /// Where a threshold stands.
    public static Badge status(PolicyThresholdPayload it) {
        return switch (Entries.text(it.status())) {
            case "IN_FORCE" -> new Badge("In force", Badge.Tone.INFO);
            case "DEFINITION" -> new Badge("A definition, no policy", Badge.Tone.NEUTRAL);
            default -> new Badge(Formats.sentence(it.status()), Badge.Tone.NEUTRAL);
        };
    }

    /// What was determined of a model.
    public static Badge determination(@Nullable String status) {
        Badge.Tone tone =
                switch (Entries.text(status)) {
                    case "NOT_CROSSED" -> Badge.Tone.GOOD;
                    case "GRAY_ZONE" -> Badge.Tone.WARNING;
                    case "CROSSED" -> Badge.Tone.CRITICAL;
                    default -> Badge.Tone.NEUTRAL;
                };
        return new Badge(Formats.sentence(status), tone);
    }

    /// Framework and version.
    public static String framework(PolicyThresholdPayload it) {
        return joined(", ", Entries.text(it.framework()), Entries.text(it.version()));
    }

    /// Who, what and in which version, short enough for a chart's margin.
    public static String label(PolicyThresholdPayload it) {
        return joined(
                " · ",
                Entries.text(it.issuer()),
                Entries.text(it.level()),
                Entries.text(it.version()),
                isPast(it) ? Formats.words(it.status()) : "");
    }

    /// A line in words: `≥ 60 %`.
    public static String line(NumericLinePayload line, String unit) {
        Double value = line.value();
        return value == null
                ? Formats.UNKNOWN
                : sign(line.op()) + " " + ForecastWords.number(value, unit);
    }

    private static String sign(@Nullable String op) {
        return switch (Entries.text(op).toUpperCase(Locale.ROOT)) {
            case "GE" -> "≥";
            case "GT" -> ">";
            case "LE" -> "≤";
            case "LT" -> "<";
            default -> "";
        };
    }

    private static String joined(String separator, String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(separator));
    }
}
