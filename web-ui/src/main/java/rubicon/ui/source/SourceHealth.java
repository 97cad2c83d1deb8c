package rubicon.ui.source;

import java.util.Locale;
import rubicon.ui.client.SourcePayload;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.Formats;

/// How a source does, in words that a person understands.
///
/// @param detail what the word means; empty where that is plain
record SourceHealth(String word, Badge.Tone tone, String detail) {

    static SourceHealth of(SourcePayload source) {
        String health = source.health() == null ? "" : source.health().toUpperCase(Locale.ROOT);
        return switch (source.enabled() ? health : "OFF") {
            case "OFF" -> new SourceHealth("off", Badge.Tone.NEUTRAL, "");
            case "GONE" ->
                    new SourceHealth(
                            "gone", Badge.Tone.CRITICAL, "its address holds nothing any more");
            case "DRIFT" ->
                    new SourceHealth(
                            "drifted",
                            Badge.Tone.WARNING,
                            lacksRows(source)
                                    ? RunWords.missing(source.lastRun())
                                    : "the upstream changed its form");
            case "SILENT" ->
                    new SourceHealth(
                            "overdue",
                            Badge.Tone.CRITICAL,
                            "not read for three times its interval");
            case "FAILING" ->
                    new SourceHealth("failing", Badge.Tone.WARNING, "the last reading failed");
            case "NEVER" -> new SourceHealth("not read yet", Badge.Tone.NEUTRAL, "");
            case "DUE" -> new SourceHealth("due", Badge.Tone.INFO, "");
            case "OK" -> new SourceHealth("up to date", Badge.Tone.GOOD, "");
            default -> new SourceHealth(Formats.words(health), Badge.Tone.NEUTRAL, "");
        };
    }

    /// Whether so many of its rows vanished that somebody has to say whether they are gone.
    static boolean lacksRows(SourcePayload source) {
        return "ROWS".equals(source.drift());
    }
}
