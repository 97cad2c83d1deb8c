package rubicon.ui.overview;

import com.vaadin.flow.component.Composite;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.Formats;

/// How long the horizon takes to double.
final class DoublingTile extends Composite<Tile> {
    private final String indicator;

    DoublingTile(String indicator) {
        this.indicator = indicator;
        getContent().value().setTestId("doubling-time");
    }

    @Override
    protected Tile initContent() {
        return new Tile("Doubling time", IndicatorNavigation.indicator(indicator));
    }

    void show(IndicatorStatePayload state) {
        var trend = state.trend();
        if (trend == null) {
            getContent()
                    .show(
                            Formats.UNKNOWN,
                            state.reasons().getOrDefault("trend", "no trend is fitted"),
                            "");
            return;
        }
        String since = trend.from() == null ? "" : ", since " + trend.from().getYear();
        getContent()
                .show(
                        Formats.days(trend.doublingDays().estimate()),
                        Formats.daysInterval(trend.doublingDays())
                                + " ("
                                + Formats.level(trend.doublingDays().level())
                                + ")",
                        trend.points() + " models on the running best" + since);
    }
}
