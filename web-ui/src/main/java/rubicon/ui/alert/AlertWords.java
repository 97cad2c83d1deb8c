package rubicon.ui.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.ui.shell.Formats;

/// Alerts in sentences.
public final class AlertWords {
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
        return "BASELINE".equals(reason)
                ? "already so when the rule was made"
                : Formats.words(reason);
    }

    /// Since when it is as it is.
    public static @Nullable Instant since(AlertPayload alert) {
        if (alert.resolvedAt() != null) {
            return alert.resolvedAt();
        }
        return alert.firedAt() == null ? alert.activeAt() : alert.firedAt();
    }

    static String value(@Nullable Double value, String unit) {
        return value == null ? Formats.UNKNOWN : Formats.value(value, unit);
    }
}
