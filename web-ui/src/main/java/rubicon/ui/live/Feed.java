package rubicon.ui.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/// The newest value of each key of a topic, live. Read inside an effect, the page changes with the
/// topic.
public abstract sealed class Feed<T> implements AutoCloseable permits AlertFeed, IndicatorFeed {
    final LatestByKey<T> latest = new LatestByKey<>();
    private final Class<T> type;
    private final ObjectMapper json;
    private final TopicReader reader;

    Feed(String topic, Class<T> type, TopicSource.Opener opener, ObjectMapper json) {
        this.type = type;
        this.json = json;
        this.reader = new TopicReader(topic, opener, this::take);
    }

    /// What a value is the newest of.
    abstract String key(T value);

    /// Greater for the newer of two values of one key.
    abstract long order(T value);

    final void start() {
        reader.start();
    }

    /// Whether there is a value of this key, as far as is known now; observed by nobody.
    public final boolean knows(String key) {
        return latest.peek(key).isPresent();
    }

    /// How trustworthy the values are; observed.
    public final FeedStatus status() {
        return reader.status();
    }

    final boolean isStarted() {
        return reader.isStarted();
    }

    final boolean isAlive() {
        return reader.isAlive();
    }

    final boolean everCaughtUp() {
        return reader.everCaughtUp();
    }

    final long records() {
        return reader.records();
    }

    final FeedStatus peekStatus() {
        return reader.peekStatus();
    }

    @Override
    public final void close() {
        reader.close();
    }

    private void take(TopicRecord topicRecord) {
        String text = topicRecord.value();
        if (text == null) {
            Optional.ofNullable(topicRecord.key()).ifPresent(latest::remove);
            return;
        }
        try {
            T value = json.readValue(text, type);
            latest.accept(key(value), order(value), value);
        } catch (IOException e) {
            throw new UnreadableRecord(
                    "no %s: %s".formatted(type.getSimpleName(), e.getMessage()), e);
        }
    }
}
