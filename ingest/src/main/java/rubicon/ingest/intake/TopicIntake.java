package rubicon.ingest.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.Shares.Share;
import rubicon.ingest.platform.Tracing;
import rubicon.ingest.platform.Tracing.Work;
import rubicon.model.wire.Topics;

/// Takes records off one topic, a polled batch at a time: while some are at work, the next is read
/// and checked. Its records are shared out to workers, each of which has a transaction of its own;
/// what has one key stays in order. Offsets are committed after the transactions that hold what
/// their records did. When the database is away what failed is tried again until it is back;
/// nothing is skipped.
final class TopicIntake {
    private static final Logger LOG = Logger.getLogger(TopicIntake.class);
    private static final Duration POLL = Duration.ofMillis(500);

    // So soon offsets are committed where nothing comes after them.
    private static final Duration POLL_AT_WORK = Duration.ofMillis(10);

    // One is worked at, and one waits for whoever has done its share of that.
    private static final int MOST_AT_WORK = 2;
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

    // A member that vanished, or was stopped while it joined, keeps the others waiting for as long.
    private static final int SESSION_MS = 10_000;

    // More are no faster, and all that is in work is in memory.
    private static final int MOST_RECORDS = 5_000;

    // So many at once are a load: all workers catch up after it.
    private static final int MANY = 500;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final BatchHandler handler;
    private final String topic;
    private final InstantSource time;
    private final Tracing tracing;
    private final MeterRegistry meters;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean connected;
    private volatile long lag;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable Thread thread;
    private final Workers workers;
    private Duration backOff = FIRST_BACK_OFF;
    private Instant resumeAt = Instant.MIN;

    /// @param consumers makes one that commits nothing by itself
    /// @param workers how many transactions are at work side by side at most
    TopicIntake(
            Supplier<Consumer<byte[], byte[]>> consumers,
            BatchHandler handler,
            int workers,
            InstantSource time,
            Tracing tracing,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.handler = handler;
        this.topic = handler.topic();
        this.time = time;
        this.tracing = tracing;
        this.meters = meters;
        this.workers = new Workers(topic, workers);
        Gauge.builder("rubicon.ingest.consumer.connected", this, it -> it.connected ? 1 : 0)
                .description("1 while the intake has partitions to read from")
                .tag("topic", topic)
                .register(meters);
        Gauge.builder("rubicon.ingest.consumer.lag", this, it -> it.lag)
                .description("Statements on Kafka that this replica has not fetched yet")
                .tag("topic", topic)
                .register(meters);
    }

    void start() {
        thread = Thread.ofPlatform().name("intake " + topic).daemon().start(this::run);
    }

    /// Asks it to stop; [#join] waits until it has.
    void stop() {
        stopped.countDown();
        Consumer<byte[], byte[]> mine = consumer;
        if (mine != null) {
            mine.wakeup();
        }
    }

    void join() throws InterruptedException {
        Thread reader = thread;
        if (reader != null) {
            reader.join(10_000);
        }
    }

    /// Whether it has partitions to read from.
    boolean isConnected() {
        return connected;
    }

    /// Whether the thread that reads was started.
    boolean isStarted() {
        return thread != null;
    }

    /// Whether the thread that reads is still there; a broker or a database that is away never ends
    /// it.
    boolean isAlive() {
        Thread reader = thread;
        return reader == null || reader.isAlive();
    }

    /// A consumer that fails is followed by a new one: what it had not committed comes again.
    private void run() {
        do {
            try (Consumer<byte[], byte[]> mine = consumers.get()) {
                consumer = mine;
                OffsetCommits commits = new OffsetCommits(mine);
                mine.subscribe(List.of(topic), commits);
                while (isRunning()) {
                    poll(mine, commits);
                }
            } catch (WakeupException e) {
                LOG.debug("Intake stops");
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "Intake failed, starting again topic=%s error=%s",
                        topic,
                        e.getMessage());
            }
            connected = false;
            lag = 0;
            workers.giveUp();
        } while (!isStoppedWithin(FIRST_BACK_OFF));
        workers.close();
    }

    /// A consumer of the house's group on this Kafka.
    static Consumer<byte[], byte[]> open(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, Topics.INTAKE_GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
        // As many as a poll takes, also where few partitions are left.
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private boolean isRunning() {
        return stopped.getCount() > 0;
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void poll(Consumer<byte[], byte[]> mine, OffsetCommits commits) {
        commits.retry();
        if (!mine.paused().isEmpty() && !time.instant().isBefore(resumeAt)) {
            mine.resume(mine.paused());
        }
        ConsumerRecords<byte[], byte[]> records =
                mine.poll(workers.atWork() == 0 ? POLL : POLL_AT_WORK);
        connected = !mine.assignment().isEmpty();
        lag = mine.assignment().stream().mapToLong(it -> mine.currentLag(it).orElse(0)).sum();
        try {
            while (workers.isDone()) {
                finish(commits);
            }
            boolean isMoreWaiting = lag > 0 || records.count() >= MANY;
            if (!records.isEmpty()) {
                begin(records, commits, isMoreWaiting);
            }
            if (lag == 0 && mine.paused().isEmpty()) {
                catchUp(records.isEmpty() ? 0 : 1);
            }
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException | ExecutionException e) {
            rethrowError(e);
            // Ours, not the sender's: the same records again, later. Polling goes on meanwhile, or
            // the group would think this member dead.
            LOG.warnf("Batch failed, trying again topic=%s error=%s", topic, e.getMessage());
            LOG.debug("Batch failure", e);
            rewind(mine, records);
            workers.giveUp().forEach(it -> rewind(mine, it));
            mine.pause(mine.assignment());
            resumeAt = time.instant().plus(backOff);
            Duration doubled = backOff.multipliedBy(2);
            backOff = doubled.compareTo(LONGEST_BACK_OFF) < 0 ? doubled : LONGEST_BACK_OFF;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the intake", e);
        }
    }

    /// A fault of the machine or of the program is not to be tried again by this process: the
    /// thread ends, and with it the service is no longer alive ([IntakeLiveness]).
    private void rethrowError(Throwable e) {
        Error error = Failures.error(e);
        if (error != null) {
            LOG.errorf(error, "Intake cannot go on topic=%s error=%s", topic, error);
            throw error;
        }
    }

    private void begin(
            ConsumerRecords<byte[], byte[]> records, OffsetCommits commits, boolean isMoreWaiting)
            throws ExecutionException, InterruptedException {
        List<Share> shares = workers.share(records);
        List<Runnable> todo = new ArrayList<>();
        for (Share share : shares) {
            Runnable work = handler.prepare(share.records(), isMoreWaiting);
            todo.add(() -> work(share.records(), work));
        }
        int most = isMoreWaiting ? MOST_AT_WORK - 1 : 0;
        while (workers.atWork() > most) {
            finish(commits);
        }
        workers.begin(records, shares, todo);
    }

    /// @param most so many batches may be at work: what they leave behind is caught up with later
    private void catchUp(int most) {
        if (workers.atWork() <= most && handler.isBehind()) {
            workers.beginEverywhere(handler::catchUp);
        }
    }

    private void finish(OffsetCommits commits) throws ExecutionException, InterruptedException {
        ConsumerRecords<byte[], byte[]> done = workers.finish();
        backOff = FIRST_BACK_OFF;
        // Not waited for: what comes again after a crash is known already and changes nothing.
        commits.commit(done.nextOffsets());
    }

    private static void rewind(
            Consumer<byte[], byte[]> mine, ConsumerRecords<byte[], byte[]> records) {
        Set<TopicPartition> still = mine.assignment();
        for (TopicPartition partition : records.partitions()) {
            if (still.contains(partition)) {
                mine.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }

    private void work(List<Received> batch, Runnable todo) {
        Timer.Sample began = Timer.start(meters);
        String outcome = "FAILED";
        try (Work work =
                tracing.processing(
                        topic,
                        Topics.INTAKE_GROUP,
                        tracing.origins(batch, it -> it::traceHeader),
                        batch.size())) {
            todo.run();
            work.succeed();
            outcome = "DONE";
        } finally {
            began.stop(meters.timer("rubicon.ingest.batch", "topic", topic, "outcome", outcome));
        }
    }
}
