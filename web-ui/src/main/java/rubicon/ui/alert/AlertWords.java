package rubicon.ui.alert;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.AlertPayload.TransitionPayload;
import rubicon.ui.live.AlertNews;
import rubicon.ui.shell.Formats;

/// Alerts in sentences.
public final class AlertWords {
    /// What holds since before its rule.
    static final String BASELINE = "already so when the rule was made";

    private AlertWords() {}

    /// The value that was judged against the threshold: `12.0 h against 8.0 h`.
    public static String valueAgainstThreshold(AlertPayload alert) {
        return value(alert.value(), alert.unit())
                + " against "
                + threshold(alert.threshold(), alert.unit());
    }

    static String threshold(@Nullable Double value, String unit) {
        return value == null ? Formats.UNKNOWN : Formats.line(value, unit);
    }

    /// Why it is as it is.
    static String reason(@Nullable String reason) {
        return "BASELINE".equals(reason) ? BASELINE : Formats.words(reason);
    }

    /// Since when it is as it is.
    public static @Nullable Instant since(AlertPayload alert) {
        if (alert.resolvedAt() != null) {
            return alert.resolvedAt();
        }
        Instant fired = alert.firedAt() == null ? alert.activeAt() : alert.firedAt();
        return AlertNews.raise(alert).map(TransitionPayload::at).orElse(fired);
    }

    /// How it is: `firing`, or `raised to critical` for what was so before its rule and grew
    /// graver.
    public static String standing(AlertPayload alert) {
        return AlertNews.raise(alert)
                .filter(raise -> alert.resolvedAt() == null)
                .map(raise -> "raised to " + Formats.words(alert.severity()))
                .orElseGet(() -> Formats.words(alert.condition()));
    }

    /// What was so when the rule was made, of an episode that has grown graver since: `notice
    /// already so when the rule was made`.
    static Optional<String> before(AlertPayload alert) {
        return AlertNews.raise(alert)
                .map(raise -> Formats.words(AlertNews.foundAt(alert)) + " " + BASELINE);
    }

    static String value(@Nullable Double value, String unit) {
        return value == null ? Formats.UNKNOWN : Formats.value(value, unit);
    }
}
