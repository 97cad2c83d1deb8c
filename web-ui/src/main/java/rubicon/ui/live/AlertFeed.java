package rubicon.ui.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.signals.Signal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.Topics;

/// Every alert episode as it stands, live.
public final class AlertFeed implements AutoCloseable {
    private final LatestByKey<AlertPayload> latest = new LatestByKey<>();
    private final ObjectMapper json;
    private final TopicReader reader;

    AlertFeed(TopicSource.Opener opener, ObjectMapper json) {
        this.json = json;
        this.reader = new TopicReader(Topics.ALERTS, opener, this::take);
    }

    void start() {
        reader.start();
    }

    /// One episode; empty when the topic holds none of that id.
    public Signal<Optional<AlertPayload>> alert(String id) {
        return latest.signal(id);
    }

    /// Every episode; observed as a whole.
    public List<AlertPayload> alerts() {
        return latest.readAll();
    }

    /// Whether there is an episode of this id, as far as is known now; observed by nobody.
    public boolean knows(String id) {
        return latest.peek(id).isPresent();
    }

    /// How trustworthy the episodes are; observed.
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
            var alert = json.readValue(value, AlertPayload.class);
            latest.accept(alert.id(), alert.version(), alert);
        } catch (IOException e) {
            throw new UnreadableRecord("no alert: " + e.getMessage(), e);
        }
    }
}
