package rubicon.ui.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A topic by hand: a test appends records, lets it fail, or lets the broker fall silent.
final class ScriptedTopic implements TopicSource.Opener {
    private static final TopicRecord WAKE = new TopicRecord("wake", null);
    private static final TopicRecord FAIL = new TopicRecord("fail", null);

    private final List<TopicRecord> log = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final BlockingQueue<TopicRecord> arriving = new LinkedBlockingQueue<>();
    private volatile boolean silent;

    /// Appends a record; every source that is opened later sees it too.
    synchronized void append(String key, @Nullable String value) {
        TopicRecord appended = new TopicRecord(key, value);
        log.add(appended);
        arriving.add(appended);
    }

    /// Lets the next poll throw.
    void fail() {
        arriving.add(FAIL);
    }

    /// Lets the broker answer no longer, or again.
    void silent(boolean now) {
        silent = now;
        arriving.add(WAKE);
    }

    int opened() {
        return opened.get();
    }

    @Override
    public synchronized TopicSource open(String topic) {
        opened.incrementAndGet();
        arriving.clear();
        arriving.addAll(log);
        return new Source();
    }

    private final class Source implements TopicSource {
        @Override
        public List<TopicRecord> poll(Duration patience) {
            try {
                TopicRecord next = arriving.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (FAIL.equals(next)) {
                    throw new IllegalStateException("the connection broke");
                }
                return next == null || WAKE.equals(next) ? List.of() : List.of(next);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }

        @Override
        public boolean caughtUp() {
            return arriving.isEmpty();
        }

        @Override
        public boolean alive() {
            return !silent;
        }

        @Override
        public void wake() {
            arriving.add(WAKE);
        }

        @Override
        public void close() {}
    }
}
