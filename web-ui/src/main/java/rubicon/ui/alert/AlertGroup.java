package rubicon.ui.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.AlertPayload.TransitionPayload;
import rubicon.ui.live.AlertNews;

/// Where an alert is listed.
enum AlertGroup {
    FIRING("Firing", "Nothing is firing."),
    PENDING("Pending", "Nothing is pending."),
    BASELINE("Already so when the rule was made", "No rule found its condition already met."),
    CLOSED("Closed", "No episode has closed yet.");

    private final String title;
    private final String none;

    AlertGroup(String title, String none) {
        this.title = title;
        this.none = none;
    }

    String title() {
        return title;
    }

    String none() {
        return none;
    }

    /// History is apart from news, as [AlertNews] tells them.
    static AlertGroup of(AlertPayload alert) {
        return switch (alert.condition()) {
            case "FIRING", "RECOVERING" -> AlertNews.isNews(alert) ? FIRING : BASELINE;
            case "PENDING" -> PENDING;
            default -> CLOSED;
        };
    }

    /// The alerts of this group: most severe first, then newest.
    List<AlertPayload> of(List<AlertPayload> alerts) {
        return alerts.stream()
                .filter(alert -> of(alert) == this)
                .sorted(
                        Comparator.comparingInt(AlertGroup::rank)
                                .thenComparing(AlertGroup::moved, Comparator.reverseOrder())
                                .thenComparing(AlertPayload::id))
                .toList();
    }

    private static int rank(AlertPayload alert) {
        String severity = alert.severity() == null ? "" : alert.severity();
        return switch (severity.toUpperCase(Locale.ROOT)) {
            case "CRITICAL" -> 0;
            case "WARNING" -> 1;
            default -> 2;
        };
    }

    private static Instant moved(AlertPayload alert) {
        Instant fired = alert.firedAt() == null ? alert.asOf() : alert.firedAt();
        return AlertNews.raise(alert).map(TransitionPayload::at).orElse(fired);
    }
}
