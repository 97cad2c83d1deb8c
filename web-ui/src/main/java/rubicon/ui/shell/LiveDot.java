package rubicon.ui.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.util.Locale;
import rubicon.ui.live.AlertFeed;
import rubicon.ui.live.FeedStatus;
import rubicon.ui.live.IndicatorFeed;

/// A dot and a word: whether the page is live.
final class LiveDot extends Span {
    LiveDot(IndicatorFeed indicators, AlertFeed alerts) {
        addClassName("live-dot");
        setTestId("feed-status");
        Signal.effect(this, () -> show(FeedBanner.worst(indicators.status(), alerts.status())));
    }

    private void show(FeedStatus status) {
        getElement().setAttribute("data-status", status.name().toLowerCase(Locale.ROOT));
        setText(
                switch (status) {
                    case LIVE -> "Live";
                    case CONNECTING -> "Connecting";
                    case STALE -> "Interrupted";
                });
    }
}
