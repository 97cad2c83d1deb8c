package rubicon.ui.live;

import java.time.Duration;
import java.util.List;

/// One reading of a topic, from its beginning, through all its partitions.
///
/// Opened, polled and closed by one thread; only [#wake] may come from another. Any failure is a
/// runtime exception: the reader closes, waits and opens a new one.
interface TopicSource extends AutoCloseable {
    /// The next records; returns as soon as there is one, or empty after `patience`.
    List<TopicRecord> poll(Duration patience);

    /// Whether everything that stood in the topic when this was opened has been polled.
    boolean caughtUp();

    /// Asks the broker for a sign of life.
    ///
    /// @return false when it did not answer in time
    boolean alive();

    /// Ends a poll that waits, from any thread.
    void wake();

    @Override
    void close();

    /// Opens a topic.
    @FunctionalInterface
    interface Opener {
        TopicSource open(String topic);
    }
}
