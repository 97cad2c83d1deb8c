package rubicon.ui.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Reads one topic for ever on a thread of its own.
///
/// ```
/// CONNECTING --read to the end--> LIVE --no sign of life, or failure--> STALE --answers--> LIVE
/// ```
///
/// A failure closes the source and opens a new one after a pause that doubles up to ten seconds. A
/// new one begins at the beginning, which is harmless: lower versions are dropped.
///
/// What comes after a rest is delivered at once. What comes thick and fast is delivered in bursts,
/// so that open pages are drawn a few dozen times in a second at most.
final class TopicReader implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TopicReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String topic;
    private final TopicSource.Opener opener;
    private final Consumer<TopicRecord> sink;
    private final LiveSignal<FeedStatus> status = new LiveSignal<>(FeedStatus.CONNECTING);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile FeedStatus current = FeedStatus.CONNECTING;
    private volatile boolean everCaughtUp;
    private volatile @Nullable TopicSource open;
    private final AtomicLong records = new AtomicLong();
    private Duration pause = FIRST_PAUSE;
    private long delivered = System.nanoTime();

    TopicReader(String topic, TopicSource.Opener opener, Consumer<TopicRecord> sink) {
        this.topic = topic;
        this.opener = opener;
        this.sink = sink;
        this.thread = Thread.ofPlatform().name("feed-" + topic).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// The status; effects that read it run again when it changes.
    FeedStatus status() {
        return status.get();
    }

    FeedStatus peekStatus() {
        return current;
    }

    /// Whether the topic was read to its end at least once.
    boolean everCaughtUp() {
        return everCaughtUp;
    }

    /// How many records were read since the start.
    long records() {
        return records.get();
    }

    @Override
    public void close() {
        closed.countDown();
        TopicSource source = open;
        if (source != null) {
            source.wake();
        }
    }

    private void run() {
        while (!isClosed()) {
            try (TopicSource source = opener.open(topic)) {
                open = source;
                read(source);
            } catch (RuntimeException e) {
                if (!isClosed()) {
                    LOG.warnf(
                            "Lost the feed, will try again topic=%s after=%s error=%s",
                            topic, pause, e.getMessage());
                    LOG.debug("Cause", e);
                    lost();
                }
            } finally {
                open = null;
            }
            rest();
        }
    }

    private void read(TopicSource source) {
        while (!isClosed()) {
            List<TopicRecord> polled = burst(source);
            polled.forEach(this::deliver);
            delivered = System.nanoTime();
            records.addAndGet(polled.size());
            if (polled.isEmpty() && !source.alive()) {
                lost();
            } else if (source.caughtUp()) {
                everCaughtUp = true;
                pause = FIRST_PAUSE;
                become(FeedStatus.LIVE);
            }
        }
    }

    private List<TopicRecord> burst(TopicSource source) {
        List<TopicRecord> polled = source.poll(PATIENCE);
        long early = PACE.toNanos() - (System.nanoTime() - delivered);
        if (polled.isEmpty() || early <= 0 || isClosedWithin(Duration.ofNanos(early))) {
            return polled;
        }
        return Stream.concat(polled.stream(), source.poll(Duration.ZERO).stream()).toList();
    }

    /// One record that can not be read is not a reason to lose the others.
    private void deliver(TopicRecord topicRecord) {
        try {
            sink.accept(topicRecord);
        } catch (UnreadableRecord e) {
            LOG.warnf("Skipped a record topic=%s error=%s", topic, e.getMessage());
        }
    }

    private void lost() {
        become(everCaughtUp ? FeedStatus.STALE : FeedStatus.CONNECTING);
    }

    private void become(FeedStatus next) {
        if (current != next) {
            LOG.infof("Feed changed topic=%s from=%s to=%s", topic, current, next);
            current = next;
            status.set(next);
        }
    }

    private void rest() {
        if (!isClosedWithin(pause)) {
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }

    private boolean isClosedWithin(Duration wait) {
        try {
            return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }
}
