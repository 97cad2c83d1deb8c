package rubicon.ui.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.signals.Signal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.Topics;

/// The state of each indicator, live. Read inside an effect, the page changes with the topic.
public final class IndicatorFeed implements AutoCloseable {
    /// A day's number stays below two to this power for three thousand years.
    private static final int DAY_BITS = 20;

    private final LatestByKey<IndicatorStatePayload> latest = new LatestByKey<>();
    private final ObjectMapper json;
    private final TopicReader reader;

    IndicatorFeed(TopicSource.Opener opener, ObjectMapper json) {
        this.json = json;
        this.reader = new TopicReader(Topics.INDICATORS, opener, this::take);
    }

    void start() {
        reader.start();
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

    /// Whether there is an indicator of this id, as far as is known now; observed by nobody.
    public boolean knows(String id) {
        return latest.peek(id).isPresent();
    }

    /// How trustworthy the states are; observed.
    public FeedStatus status() {
        return reader.status();
    }

    boolean isStarted() {
        return reader.isStarted();
    }

    boolean isAlive() {
        return reader.isAlive();
    }

    boolean everCaughtUp() {
        return reader.everCaughtUp();
    }

    long records() {
        return reader.records();
    }

    FeedStatus peekStatus() {
        return reader.peekStatus();
    }

    @Override
    public void close() {
        reader.close();
    }

    private void take(TopicRecord topicRecord) {
        String value = topicRecord.value();
        if (value == null) {
            Optional.ofNullable(topicRecord.key()).ifPresent(latest::remove);
            return;
        }
        try {
            var state = json.readValue(value, IndicatorStatePayload.class);
            latest.accept(state.indicator(), order(state), state);
        } catch (IOException e) {
            throw new UnreadableRecord("no indicator state: " + e.getMessage(), e);
        }
    }

    /// A state of the same version is told again each day, when its verdict and forecasts are a day
    /// older: the later day is the newer one.
    private static long order(IndicatorStatePayload state) {
        long day = state.today() == null ? 0 : state.today().toEpochDay();
        return (state.version() << DAY_BITS) + day;
    }
}
