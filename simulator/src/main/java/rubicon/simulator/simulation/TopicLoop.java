package rubicon.simulator.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// A member of a consumer group that handles one record after the other, or several at a time, and
/// commits them once they are handled. What fails is tried again, later, for the fault is ours: a
/// handler answers what is wrong with a record itself.
public final class TopicLoop {
    private static final Logger LOG = Logger.getLogger(TopicLoop.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BACK_OFF = Duration.ofSeconds(1);

    // A member that died is missed soon; one that computes a costly chunk is not thought dead.
    private static final int SESSION_MS = 10_000;
    private static final int LONGEST_CHUNK_MS = 900_000;

    /// Handles the value of a record.
    @FunctionalInterface
    public interface Handler {
        /// Handles it; what it throws lets the record come again.
        ///
        /// @throws InterruptedException if the process ends
        void handle(byte[] value) throws InterruptedException;
    }

    /// Handles the values of several records, in the order of their partitions.
    @FunctionalInterface
    public interface Several {
        /// Handles them; what it throws lets all of them come again.
        ///
        /// @param values null stands for a record without one
        /// @throws InterruptedException if the process ends
        void handle(List<byte @Nullable []> values) throws InterruptedException;
    }

    private final Map<String, Object> settings;
    private final String topic;
    private final Several handler;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;

    /// A member that takes a topic in a group.
    ///
    /// @param kafka settings of the house
    /// @param name of its thread
    public TopicLoop(
            Map<String, Object> kafka, String group, String topic, String name, Handler handler) {
        this(
                kafka,
                group,
                topic,
                name,
                1,
                values -> {
                    for (byte[] value : values) {
                        handler.handle(value);
                    }
                });
    }

    /// A member that takes several records of a topic in a group at a time.
    ///
    /// @param kafka settings of the house
    /// @param name of its thread
    /// @param most how many it takes at a time at most
    public TopicLoop(
            Map<String, Object> kafka,
            String group,
            String topic,
            String name,
            int most,
            Several handler) {
        this.settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, most);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, LONGEST_CHUNK_MS);
        // Nobody stops for another who comes or goes while a long chunk is computed.
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        this.topic = topic;
        this.handler = handler;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /// Begins to take records, on a thread of its own.
    public void start() {
        thread.start();
    }

    /// Asks it to end; what it is at is not committed and comes to another.
    public void stop() {
        stopped.countDown();
        Consumer<byte[], byte[]> mine = consumer;
        if (mine != null) {
            mine.wakeup();
        }
    }

    /// Waits until it has ended.
    public void join() throws InterruptedException {
        if (thread.isAlive()) {
            thread.join(Duration.ofSeconds(10));
        }
    }

    /// Whether it was asked to end.
    boolean isStopping() {
        return stopped.getCount() == 0;
    }

    private void run() {
        do {
            try (Consumer<byte[], byte[]> mine =
                    new KafkaConsumer<>(
                            settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = mine;
                mine.subscribe(List.of(topic));
                while (!isStopping()) {
                    ConsumerRecords<byte[], byte[]> polled = mine.poll(POLL);
                    if (!polled.isEmpty()) {
                        handle(mine, polled);
                    }
                }
            } catch (WakeupException e) {
                LOG.debug("Loop ends");
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!isStopping()) {
                    LOG.warnf("Consumer failed, starting again topic=%s error=%s", topic, e);
                    LOG.debug("Consumer failure", e);
                }
            }
        } while (!isStoppedWithin(BACK_OFF));
    }

    private void handle(Consumer<byte[], byte[]> mine, ConsumerRecords<byte[], byte[]> polled)
            throws InterruptedException {
        List<byte @Nullable []> values = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> it : polled) {
            values.add(it.value());
        }
        handler.handle(values);
        if (!isStopping()) {
            mine.commitSync(polled.nextOffsets());
        }
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
