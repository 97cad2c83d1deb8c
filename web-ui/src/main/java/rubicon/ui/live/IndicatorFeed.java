package rubicon.ui.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Optional;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.Topics;

/// The state of each indicator, live.
public final class IndicatorFeed extends Feed<IndicatorStatePayload> {
    /// A day's number stays below two to this power for three thousand years.
    private static final int DAY_BITS = 20;

    IndicatorFeed(TopicSource.Opener opener, ObjectMapper json) {
        super(Topics.INDICATORS, IndicatorStatePayload.class, opener, json);
    }

    /// The state of one indicator; empty when the topic holds none.
    public Signal<Optional<IndicatorStatePayload>> state(String indicator) {
        return latest.signal(indicator);
    }

    /// Every state; observed as a whole.
    public List<IndicatorStatePayload> states() {
        return latest.readAll();
    }

    /// Every state as it is now, observed by nobody.
    public List<IndicatorStatePayload> peekStates() {
        return latest.peekAll();
    }

    @Override
    String key(IndicatorStatePayload state) {
        return state.indicator();
    }

    /// A state of the same version is told again each day, when its verdict and forecasts are a day
    /// older: the later day is the newer one.
    @Override
    long order(IndicatorStatePayload state) {
        long day = state.today() == null ? 0 : state.today().toEpochDay();
        return (state.version() << DAY_BITS) + day;
    }
}
