package rubicon.ui.live;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.AlertPayload.TransitionPayload;

/// Whether an episode is news, and since when it is what it is.
///
/// What already held when its rule was made is history, however long it holds. A later release that
/// made it graver is news of its own moment; it is history again when the severity falls back.
public final class AlertNews {
    private AlertNews() {}

    /// Whether something happened after the rule was made.
    public static boolean isNews(AlertPayload alert) {
        return !isBaseline(alert) || raise(alert).isPresent();
    }

    /// Whether it fires and is news.
    public static boolean isFiringNews(AlertPayload alert) {
        return alert.condition().equals("FIRING") && isNews(alert);
    }

    /// The last step that made an episode graver than its rule had found it; empty for an episode
    /// that began after its rule.
    public static Optional<TransitionPayload> raise(AlertPayload alert) {
        List<TransitionPayload> steps = alert.transitions();
        if (!isBaseline(alert) || Objects.equals(alert.severity(), foundAt(alert))) {
            return Optional.empty();
        }
        return steps.stream()
                .filter(step -> step.reason().equals("SEVERITY_RAISED"))
                .reduce((earlier, later) -> later);
    }

    /// The severity that the first step gave; null when no step is told.
    public static @Nullable String foundAt(AlertPayload alert) {
        return alert.transitions().isEmpty() ? null : alert.transitions().getFirst().severity();
    }

    private static boolean isBaseline(AlertPayload alert) {
        return alert.flags().contains("BASELINE");
    }
}
