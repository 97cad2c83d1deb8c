package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.intake.Shares.Share;

class WorkersTest {
    private final Workers workers = new Workers("things", 2);
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void nobodyWaitsForTheSlowest_AndWhatHasOneKeyStaysInOrder() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        CountDownLatch ahead = new CountDownLatch(1);

        begin(batch(0), List.of(() -> await(slow), () -> done.add("first of 1")));
        List<Share> next =
                begin(
                        batch(1),
                        List.of(
                                () -> done.add("second of 0"),
                                () -> {
                                    done.add("second of 1");
                                    ahead.countDown();
                                }));

        await(ahead);
        assertThat(next).extracting(Share::worker).containsExactly(0, 1);
        assertThat(done).containsExactly("first of 1", "second of 1");
        assertThat(workers.isDone()).as("the oldest is not").isFalse();
        slow.countDown();
        assertThat(offsets(workers.finish())).containsExactly(0L, 0L);
        assertThat(offsets(workers.finish())).containsExactly(1L, 1L);
        assertThat(done).last().isEqualTo("second of 0");
        assertThat(workers.atWork()).isZero();
    }

    @Test
    void afterAFailureNothingIsBegunUntilAllWasGivenUp() throws Exception {
        CountDownLatch both = new CountDownLatch(1);
        CountDownLatch first = new CountDownLatch(1);
        begin(
                batch(0),
                List.of(
                        () -> {
                            await(both);
                            throw new IllegalStateException("the database is away");
                        },
                        () -> {
                            done.add("first of 1");
                            first.countDown();
                        }));
        begin(batch(1), List.of(() -> done.add("second of 0"), () -> await(both)));
        await(first);
        both.countDown();

        assertThatThrownBy(workers::finish)
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("the database is away");
        List<ConsumerRecords<byte[], byte[]>> unfinished = workers.giveUp();

        assertThat(unfinished).extracting(it -> offsets(it).getFirst()).containsExactly(1L, 0L);
        assertThat(done).containsExactly("first of 1");
        assertThat(workers.atWork()).isZero();
        begin(batch(0), List.of(() -> done.add("again"), () -> {}));
        workers.finish();
        assertThat(done).contains("again");
    }

    @Test
    void theWorstFailureOfABatchIsTold() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        begin(
                batch(0),
                List.of(
                        () -> {
                            await(begun);
                            throw new IllegalStateException("the database is away");
                        },
                        () -> {
                            begun.countDown();
                            throw new StackOverflowError("too deep");
                        }));

        assertThatThrownBy(workers::finish).hasRootCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void faultOfALaterBatchIsNotHiddenByTheFailureOfTheOldest() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch broken = new CountDownLatch(1);
        begin(
                batch(0),
                List.of(
                        () -> {
                            begun.countDown();
                            await(broken);
                            throw new IllegalStateException("the database is away");
                        },
                        () -> {}));
        begin(
                batch(1),
                List.of(
                        () -> {},
                        () -> {
                            await(begun);
                            broken.countDown();
                            throw new StackOverflowError("too deep");
                        }));

        assertThatThrownBy(workers::finish).hasRootCauseMessage("the database is away");
        assertThatThrownBy(workers::giveUp).isInstanceOf(StackOverflowError.class);
        assertThat(workers.atWork()).isZero();
    }

    @Test
    void nobodyCannotWork() {
        assertThatThrownBy(() -> new Workers("things", 0))
                .hasMessage("rubicon.intake.workers is 0, not 1 or more");
    }

    private List<Share> begin(ConsumerRecords<byte[], byte[]> records, List<Runnable> todo) {
        List<Share> shares = workers.share(records);
        workers.begin(records, shares, todo);
        return shares;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// A record in each of two partitions, which two workers share.
    private static ConsumerRecords<byte[], byte[]> batch(long offset) {
        return new ConsumerRecords<>(
                Map.of(
                        new TopicPartition("things", 0),
                        List.of(new ConsumerRecord<>("things", 0, offset, new byte[] {1}, null)),
                        new TopicPartition("things", 1),
                        List.of(new ConsumerRecord<>("things", 1, offset, new byte[] {1}, null))),
                Map.of());
    }

    private static List<Long> offsets(ConsumerRecords<byte[], byte[]> records) {
        List<Long> offsets = new ArrayList<>();
        records.forEach(it -> offsets.add(it.offset()));
        return offsets;
    }
}
