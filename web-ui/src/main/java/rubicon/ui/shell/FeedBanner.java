package rubicon.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import rubicon.ui.live.AlertFeed;
import rubicon.ui.live.FeedStatus;
import rubicon.ui.live.IndicatorFeed;

/// Says so when what is shown may be out of date, and goes away when it is not.
final class FeedBanner extends Div {
    FeedBanner(IndicatorFeed indicators, AlertFeed alerts) {
        addClassName("feed-banner");
        getElement().setAttribute("role", "status");
        setTestId("feed-banner");
        Signal.effect(this, () -> show(worst(indicators.status(), alerts.status())));
    }

    /// What a page may promise that shows both.
    static FeedStatus worst(FeedStatus one, FeedStatus other) {
        if (one == FeedStatus.STALE || other == FeedStatus.STALE) {
            return FeedStatus.STALE;
        }
        return one == FeedStatus.LIVE ? other : one;
    }

    private void show(FeedStatus status) {
        setVisible(status != FeedStatus.LIVE);
        setText(
                switch (status) {
                    case LIVE -> "";
                    case CONNECTING -> "Connecting to the live feed. Values appear as they arrive.";
                    case STALE ->
                            "The live feed is interrupted. These are the last known values; they"
                                    + " update by themselves when it is back.";
                });
    }
}
