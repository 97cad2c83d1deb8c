package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import rubicon.ingest.platform.Tracing;

/// The reading of one topic against a consumer in memory, whose commits fail as often as a test
/// asks it to.
class TopicIntakeTest {
    private static final String TOPIC = "things";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ForgetfulConsumer consumer = new ForgetfulConsumer();
    private final List<Received> handled = new CopyOnWriteArrayList<>();
    private final List<Boolean> moreWaiting = new CopyOnWriteArrayList<>();
    private final AtomicInteger faults = new AtomicInteger();
    private final TopicIntake intake =
            new TopicIntake(
                    () -> consumer,
                    new Keeping(handled, moreWaiting, faults),
                    2,
                    InstantSource.system(),
                    Tracing.off(),
                    new SimpleMeterRegistry());

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
        MockConsumer<byte[], byte[]> two = new MockConsumer<>("earliest");
        TopicPartition second = new TopicPartition(TOPIC, 1);
        Runnable polled =
                () -> {
                    for (TopicPartition partition : List.of(FIRST, second)) {
                        two.addRecord(
                                new ConsumerRecord<>(
                                        TOPIC,
                                        partition.partition(),
                                        0,
                                        new byte[] {1},
                                        new byte[] {2}));
                    }
                };
        two.schedulePollTask(() -> {
            two.rebalance(List.of(FIRST, second));
            two.updateBeginningOffsets(Map.of(FIRST, 0L, second, 0L));
            two.updateEndOffsets(Map.of(FIRST, 1L, second, 1L));
            polled.run();
        });
        Meeting meeting =
                new Meeting(
                        handled,
                        new CyclicBarrier(2),
                        new AtomicInteger(1),
                        () -> {
                            assertThat(two.committed(Set.of(FIRST, second))).isEmpty();
                            two.schedulePollTask(polled);
                        });
        TopicIntake both =
                new TopicIntake(
                        () -> two,
                        meeting,
                        2,
                        InstantSource.system(),
                        Tracing.off(),
                        new SimpleMeterRegistry());
        both.start();
        try {
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(two.committed(Set.of(FIRST, second)))
                                    .containsEntry(FIRST, new OffsetAndMetadata(1))
                                    .containsEntry(second, new OffsetAndMetadata(1)));
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
                try {
                    begun.await(SOON.toSeconds(), TimeUnit.SECONDS);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new AssertionError("nobody is at work beside it", e);
                }
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
    void aFaultOfTheMachineEndsTheThreadAndIsNotTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        TopicIntake broken =
                new TopicIntake(
                        () -> consumer,
                        new Breaking(attempts),
                        2,
                        InstantSource.system(),
                        Tracing.off(),
                        new SimpleMeterRegistry());
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
        private long held;

        ForgetfulConsumer() {
            super("earliest");
        }

        /// So many records wait once the topic is subscribed to.
        void holds(int records) {
            schedulePollTask(() -> {
                rebalance(List.of(FIRST));
                updateBeginningOffsets(Map.of(FIRST, 0L));
                updateEndOffsets(Map.of(FIRST, (long) records));
                held = records;
            });
        }

        /// What follows the place that was sought, two at a time: as a broker has it, and unlike
        /// what is kept in memory, it is there again for who goes back.
        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            if (assignment().contains(FIRST) && paused().isEmpty()) {
                long from = position(FIRST);
                for (long i = from; i < Math.min(from + 2, held); i++) {
                    addRecord(new ConsumerRecord<>(TOPIC, 0, i, new byte[] {1}, new byte[] {2}));
                }
            }
            return super.poll(timeout);
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
