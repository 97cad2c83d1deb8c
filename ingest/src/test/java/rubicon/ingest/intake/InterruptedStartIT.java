package rubicon.ingest.intake;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import rubicon.local.testing.HouseResource;
import rubicon.model.wire.Topics;

/// Members that are stopped while they join: the broker may wait for them until their session ends.
class InterruptedStartIT {
    private static final int STARTS = 20;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration SESSION_AND_MORE = Duration.ofSeconds(25);
    private static final List<String> TOPICS = List.of(Topics.OBSERVATIONS, Topics.EVAL_RUNS);

    private final Map<String, Object> kafka =
            Map.of("bootstrap.servers", new HouseResource().start().get("kafka.bootstrap.servers"));

    @Test
    @Timeout(240)
    void theNextOneHasPartitionsSoon() {
        for (int start = 1; start <= STARTS; start++) {
            Duration afterStart = Duration.ofMillis(5L * start);
            assertTimeout(
                    SESSION_AND_MORE,
                    () -> {
                        interrupted(afterStart);
                        joins();
                    });
        }
    }

    private void joins() {
        try (Consumer<byte[], byte[]> next = TopicIntake.open(kafka)) {
            next.subscribe(List.of(Topics.OBSERVATIONS));
            while (next.assignment().isEmpty()) {
                next.poll(POLL);
            }
        }
    }

    /// A replica, which has a member for each topic.
    private void interrupted(Duration afterStart) {
        List<Consumer<byte[], byte[]>> members =
                TOPICS.stream().map(it -> TopicIntake.open(kafka)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int member = 0; member < members.size(); member++) {
                Consumer<byte[], byte[]> consumer = members.get(member);
                String topic = TOPICS.get(member);
                threads.execute(() -> pollUntilWoken(consumer, topic));
            }
            LockSupport.parkNanos(afterStart.toNanos());
            members.forEach(Consumer::wakeup);
        }
    }

    private static void pollUntilWoken(Consumer<byte[], byte[]> consumer, String topic) {
        try (consumer) {
            consumer.subscribe(List.of(topic));
            while (true) {
                consumer.poll(POLL);
            }
        } catch (WakeupException e) {
            // Asked to stop.
        }
    }
}
