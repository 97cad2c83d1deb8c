package rubicon.ui.indicator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.shell.Badge;

/// How an indicator stands for data: what is held of it, and whether more is to come.
public enum DataState {
    LIVE("live", Badge.Tone.GOOD, "Its source goes on."),
    STALE("stale", Badge.Tone.WARNING, "Its source has been silent for longer than it used to."),
    COMPUTED("computed here", Badge.Tone.INFO, "Computed by Rubicon from other data."),
    FROZEN("frozen", Badge.Tone.NEUTRAL, "Its source stopped; nothing new will come."),
    RETIRED("retired", Badge.Tone.NEUTRAL, "Its issuer no longer reports it."),
    ONE_FIGURE("one figure", Badge.Tone.WARNING, "No public source: one figure that was quoted."),
    NOTHING_PUBLIC(
            "nothing public held", Badge.Tone.WARNING, "Declared; no public value of it is held."),
    NOT_COMPUTED("not computed yet", Badge.Tone.NEUTRAL, "To be computed here."),
    NOTHING_YET("no value yet", Badge.Tone.NEUTRAL, "No value has arrived.");

    private final String words;
    private final Badge.Tone tone;
    private final String meaning;

    DataState(String words, Badge.Tone tone, String meaning) {
        this.words = words;
        this.tone = tone;
        this.meaning = meaning;
    }

    /// How an indicator stands.
    ///
    /// @param state what is held of it; empty for nothing
    public static DataState of(
            IndicatorPayload indicator, Optional<IndicatorStatePayload> state, Instant now) {
        boolean held = state.map(DataState::isHeld).orElse(false);
        return switch (indicator.feed() == null ? "" : indicator.feed()) {
            case "EMPTY" -> held ? ONE_FIGURE : NOTHING_PUBLIC;
            case "FROZEN" -> FROZEN;
            case "RETIRED" -> RETIRED;
            case "OWN" -> held ? COMPUTED : NOT_COMPUTED;
            default -> held ? live(indicator, state.orElseThrow(), now) : NOTHING_YET;
        };
    }

    /// Whether there is a value.
    public static boolean isHeld(IndicatorStatePayload state) {
        return state.counts().standing() > 0;
    }

    /// The state in a word or two.
    public String words() {
        return words;
    }

    /// The state in a sentence.
    String meaning() {
        return meaning;
    }

    Badge badge() {
        Badge badge = new Badge(words, tone);
        badge.setTitle(meaning);
        return badge;
    }

    private static DataState live(
            IndicatorPayload indicator, IndicatorStatePayload state, Instant now) {
        Duration tolerance = tolerance(indicator.staleAfter());
        Instant last = state.lastReleaseAt();
        boolean stale = tolerance != null && last != null && last.plus(tolerance).isBefore(now);
        return stale ? STALE : LIVE;
    }

    private static @Nullable Duration tolerance(@Nullable String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
