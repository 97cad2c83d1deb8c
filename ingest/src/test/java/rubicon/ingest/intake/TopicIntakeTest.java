package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.clients.consumer.RetriableCommitFailedException;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.platform.Tracing;

/// The reading of one topic against a consumer in memory, whose commits fail as often as a test
/// asks it to.
class TopicIntakeTest {
    private static final String TOPIC = "things";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ForgetfulConsumer consumer = new ForgetfulConsumer();
    private final List<Received> handled = new CopyOnWriteArrayList<>();
    private final List<Boolean> moreWaiting = new CopyOnWriteArrayList<>();
    private final AtomicInteger faults = new AtomicInteger();
    private final TopicIntake intake = intake(new Keeping(handled, moreWaiting, faults));

    private TopicIntake intake(BatchHandler handler) {
        return new TopicIntake(
                () -> consumer,
                handler,
                2,
                InstantSource.system(),
                Tracing.off(),
                new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() throws InterruptedException {
        intake.stop();
        intake.join();
    }

    @Test
    void offsetWithNothingAfterItIsCommittedAgainUntilThatSucceeds() {
        consumer.failures.set(3);
        consumer.holds(1);
        intake.start();

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(consumer.committed(Set.of(FIRST)))
                                .containsEntry(FIRST, new OffsetAndMetadata(1)));
        assertThat(consumer.asked).hasValue(4);
        assertThat(handled).as("a record is not handled again for its offset").hasSize(1);
    }

    @Test
    void offsetOfAPartitionThatIsSomebodyElsesIsNotCommitted() {
        consumer.assign(List.of(FIRST));
        OffsetCommits commits = new OffsetCommits(consumer);
        consumer.failures.set(1);
        commits.commit(Map.of(FIRST, new OffsetAndMetadata(7)));
        commits.onPartitionsRevoked(List.of(FIRST));
        commits.retry();
        assertThat(consumer.asked).hasValue(1);

        consumer.assign(List.of());
        commits.commit(Map.of(FIRST, new OffsetAndMetadata(8)));
        assertThat(consumer.asked).as("work that ended after the partition went").hasValue(1);
    }

    @Test
    void batchThatFailsComesAgainBeforeWhatWasReadMeanwhile() {
        faults.set(3);
        consumer.holds(7);
        intake.start();

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(consumer.committed(Set.of(FIRST)))
                                .containsEntry(FIRST, new OffsetAndMetadata(7)));
        assertThat(handled.stream().map(Received::offset))
                .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void partitionsAreAtWorkSideBySideAndComeAgainTogetherOnceAllHaveEnded() {
        consumer.holds(Map.of(FIRST, 1L, SECOND, 1L));
        Meeting meeting =
                new Meeting(
                        handled,
                        new CyclicBarrier(2),
                        new AtomicInteger(1),
                        () -> assertThat(consumer.committed(Set.of(FIRST, SECOND))).isEmpty());
        TopicIntake both = intake(meeting);
        both.start();
        try {
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(consumer.committed(Set.of(FIRST, SECOND)))
                                    .containsEntry(FIRST, new OffsetAndMetadata(1))
                                    .containsEntry(SECOND, new OffsetAndMetadata(1)));
            assertThat(handled.stream().map(Received::partition))
                    .as("the one that did not fail is handled again, too")
                    .hasSize(3)
                    .contains(0, 1);
        } finally {
            both.stop();
        }
    }

    /// Does its work only when another has begun as well; of the first two one fails.
    private record Meeting(
            List<Received> handled, CyclicBarrier begun, AtomicInteger faults, Runnable failing)
            implements BatchHandler {
        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public Runnable prepare(List<Received> batch, boolean isMoreWaiting) {
            return () -> {
                meet(begun);
                if (faults.getAndDecrement() > 0) {
                    failing.run();
                    throw new IllegalStateException("the database is away");
                }
                handled.addAll(batch);
            };
        }
    }

    @Test
    void batchIsToldWhetherMoreWaitsBehindIt() {
        consumer.holds(5);
        intake.start();

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(moreWaiting).containsExactly(true, true, false));
    }

    @Test
    void whatWasLeftBehindAllWorkersCatchUpWithOnceNothingWaits() {
        consumer.holds(5);
        Behind behind = new Behind(handled, new CyclicBarrier(2), new AtomicInteger(2));
        TopicIntake leaving = intake(behind);
        leaving.start();
        try {
            Awaitility.await().atMost(SOON).until(() -> behind.caughtUp.size() >= 4);
            assertThat(behind.caughtUp)
                    .extracting(CaughtUp::handled)
                    .as("all was done, and when both had failed both tried again")
                    .containsExactly(5, 5, 5, 5);
            assertThat(Duration.between(behind.caughtUp.get(1).at(), behind.caughtUp.get(2).at()))
                    .as("not at once")
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200));
            assertThat(handled).as("one that fails has no record come again").hasSize(5);
        } finally {
            leaving.stop();
        }
    }

    /// @param handled how many records were handled before
    private record CaughtUp(int handled, Instant at) {}

    @ParameterizedTest
    @CsvSource({"500, true", "499, false"})
    void manyAtOnceMayLeaveSomethingBehind(int records, boolean isMuch) {
        consumer.atOnce = records;
        consumer.holds(records);
        intake.start();

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(moreWaiting).containsExactly(isMuch));
    }

    /// As long as each poll brings many, nothing ever waits.
    @Test
    void whatManyAtOnceLeaveBehindIsCaughtUpWithAlsoWhereMoreCome() {
        consumer.atOnce = 500;
        consumer.holds(500);
        consumer.isEndless = true;
        Behind behind = new Behind(handled, new CyclicBarrier(1), new AtomicInteger());
        TopicIntake leaving = intake(behind);
        leaving.start();
        try {
            Awaitility.await().atMost(SOON).until(() -> !behind.caughtUp.isEmpty());
        } finally {
            leaving.stop();
        }
    }

    /// Leaves something behind while more waits. Workers catch up when two have begun; so many fail
    /// at first.
    private static final class Behind implements BatchHandler {
        private final List<Received> handled;
        private final CyclicBarrier begun;
        private final AtomicInteger faults;
        private final AtomicBoolean isBehind = new AtomicBoolean();
        private final List<CaughtUp> caughtUp = new CopyOnWriteArrayList<>();

        Behind(List<Received> handled, CyclicBarrier begun, AtomicInteger faults) {
            this.handled = handled;
            this.begun = begun;
            this.faults = faults;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public Runnable prepare(List<Received> batch, boolean isMoreWaiting) {
            return () -> {
                handled.addAll(batch);
                isBehind.compareAndSet(false, isMoreWaiting);
            };
        }

        @Override
        public boolean isBehind() {
            return isBehind.get();
        }

        @Override
        public void catchUp() {
            TopicIntakeTest.meet(begun);
            caughtUp.add(new CaughtUp(handled.size(), Instant.now()));
            if (faults.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
            }
            isBehind.set(false);
        }
    }

    @Test
    void recordThatComesMeanwhileWaitsForOnePartOfWhatIsCaughtUpWith() {
        consumer.holds(5);
        InParts parts = new InParts(new AtomicInteger(6), () -> consumer.gets(6));
        TopicIntake leaving = intake(parts);
        leaving.start();
        try {
            Awaitility.await().atMost(SOON).until(() -> parts.done.size() == 7);
            assertThat(parts.done.indexOf("record"))
                    .as("a part of each worker before it, and of the other one beside it")
                    .isBetween(2, 3);
        } finally {
            leaving.stop();
        }
    }

    /// Leaves several parts behind. While the first of them is at work another record comes.
    private static final class InParts implements BatchHandler {
        private final AtomicInteger left;
        private final Runnable record;
        private final AtomicBoolean isFirst = new AtomicBoolean(true);
        private final CountDownLatch came = new CountDownLatch(1);
        private final List<String> done = new CopyOnWriteArrayList<>();
        private volatile boolean isBehind;

        InParts(AtomicInteger left, Runnable record) {
            this.left = left;
            this.record = record;
        }

        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public Runnable prepare(List<Received> batch, boolean isMoreWaiting) {
            if (batch.getLast().offset() < 5) {
                return () -> isBehind = true;
            }
            came.countDown();
            return () -> done.add("record");
        }

        @Override
        public boolean isBehind() {
            return isBehind && left.get() > 0;
        }

        @Override
        public void catchUp() {
            if (isFirst.compareAndSet(true, false)) {
                record.run();
            }
            try {
                assertThat(came.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            if (left.getAndDecrement() > 0) {
                done.add("part");
            }
        }
    }

    private static void meet(CyclicBarrier begun) {
        try {
            begun.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("nobody is at work beside it", e);
        }
    }

    @Test
    void aFaultOfTheMachineEndsTheThreadAndIsNotTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        TopicIntake broken = intake(new Breaking(attempts));
        consumer.holds(1);
        broken.start();

        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(broken.isAlive()).isFalse());
        assertThat(attempts).hasValue(1);
        assertThat(consumer.closed()).as("the others of the group take over").isTrue();
    }

    private record Breaking(AtomicInteger attempts) implements BatchHandler {
        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public Runnable prepare(List<Received> batch, boolean isMoreWaiting) {
            return () -> {
                attempts.incrementAndGet();
                throw new IllegalStateException(new StackOverflowError("too deep"));
            };
        }
    }

    /// @param faults so many times it fails before it does its work
    private record Keeping(List<Received> handled, List<Boolean> moreWaiting, AtomicInteger faults)
            implements BatchHandler {
        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public Runnable prepare(List<Received> batch, boolean isMoreWaiting) {
            moreWaiting.add(isMoreWaiting);
            return () -> {
                if (faults.getAndDecrement() > 0) {
                    throw new IllegalStateException("the database is away");
                }
                handled.addAll(batch);
            };
        }
    }

    private static final class ForgetfulConsumer extends MockConsumer<byte[], byte[]> {
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();
        private Map<TopicPartition, Long> held = Map.of();
        private volatile int atOnce = 2;
        private volatile boolean isEndless;

        ForgetfulConsumer() {
            super("earliest");
        }

        /// So many records wait in the first partition once the topic is subscribed to.
        void holds(int records) {
            holds(Map.of(FIRST, (long) records));
        }

        /// So many records wait in these partitions once the topic is subscribed to.
        void holds(Map<TopicPartition, Long> records) {
            schedulePollTask(() -> {
                rebalance(records.keySet());
                records.keySet().forEach(it -> updateBeginningOffsets(Map.of(it, 0L)));
                updateEndOffsets(records);
                held = records;
            });
        }

        /// So many records are in the first partition from now on.
        void gets(long records) {
            schedulePollTask(() -> {
                held = Map.of(FIRST, records);
                updateEndOffsets(held);
            });
        }

        /// What follows the place that was sought, a few of a partition at a time: as a broker has
        /// it, and unlike what is kept in memory, it is there again for who goes back.
        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            if (paused().isEmpty()) {
                assignment().forEach(this::addSome);
            }
            return super.poll(timeout);
        }

        private void addSome(TopicPartition from) {
            long next = position(from);
            if (isEndless) {
                held = Map.of(from, next + atOnce);
                updateEndOffsets(held);
            }
            for (long i = next; i < Math.min(next + atOnce, held.getOrDefault(from, 0L)); i++) {
                addRecord(
                        new ConsumerRecord<>(
                                TOPIC, from.partition(), i, new byte[] {1}, new byte[] {2}));
            }
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets,
                @Nullable OffsetCommitCallback callback) {
            asked.incrementAndGet();
            if (failures.getAndDecrement() > 0 && callback != null) {
                callback.onComplete(
                        offsets, new RetriableCommitFailedException("the coordinator is away"));
            } else {
                super.commitAsync(offsets, callback);
            }
        }
    }
}
