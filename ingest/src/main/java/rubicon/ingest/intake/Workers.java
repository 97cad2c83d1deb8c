package rubicon.ingest.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.Shares.Lane;
import rubicon.ingest.intake.Shares.Share;

/// Batches at work, in their order, each shared out. Who has done its share of one begins with that
/// of the next, whatever the others do; what has one key stays with one worker while any of it is
/// at work, and so in order. After a failure nothing is begun any more until all was given up.
///
/// For the thread that polls alone.
final class Workers implements AutoCloseable {
    private final List<ExecutorService> threads;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private AtomicBoolean failed = new AtomicBoolean();

    /// @param most how many are at work side by side
    Workers(String topic, int most) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "rubicon.intake.workers is %d, not 1 or more".formatted(most));
        }
        threads =
                IntStream.rangeClosed(1, most)
                        .mapToObj(it ->
                                Executors.newSingleThreadExecutor(
                                        Thread.ofPlatform()
                                                .name("ledger %s %d".formatted(topic, it))
                                                .daemon()
                                                .factory()))
                        .toList();
    }

    private record Batch(
            ConsumerRecords<byte[], byte[]> records, List<Share> shares, List<Future<?>> work) {
        boolean isDone() {
            return work.stream().allMatch(Future::isDone);
        }
    }

    /// How many batches are at work.
    int atWork() {
        return batches.size();
    }

    /// Whether the oldest batch is done or has failed.
    boolean isDone() {
        return !batches.isEmpty() && batches.getFirst().isDone();
    }

    /// Shares records out, by what is at work.
    List<Share> share(ConsumerRecords<byte[], byte[]> records) {
        int[] load = new int[threads.size()];
        Map<Lane, Integer> owners = new HashMap<>();
        for (Batch batch : batches) {
            for (Share it : batch.shares()) {
                load[it.worker()] += it.records().size();
                it.lanes().forEach(lane -> owners.put(lane, it.worker()));
            }
        }
        return Shares.of(records, load, owners);
    }

    /// Begins with a batch, each worker when it has done what it has.
    ///
    /// @param shares of [#share], since which nothing was begun
    /// @param todo the work that each makes
    void begin(ConsumerRecords<byte[], byte[]> records, List<Share> shares, List<Runnable> todo) {
        List<Future<?>> work = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            work.add(threads.get(shares.get(i).worker()).submit(unlessFailed(todo.get(i))));
        }
        batches.addLast(new Batch(records, shares, work));
    }

    /// Begins with the same work everywhere, each worker when it has done what it has.
    void beginEverywhere(Runnable todo) {
        List<Future<?>> work = new ArrayList<>();
        threads.forEach(it -> work.add(it.submit(unlessFailed(todo))));
        batches.addLast(new Batch(ConsumerRecords.empty(), List.of(), work));
    }

    private Runnable unlessFailed(Runnable todo) {
        AtomicBoolean before = failed;
        return () -> {
            if (before.get()) {
                throw new CancellationException("what came before it failed");
            }
            try {
                todo.run();
            } catch (RuntimeException | Error e) {
                before.set(true);
                throw e;
            }
        };
    }

    /// Waits until the oldest batch is done.
    ///
    /// @return its records
    /// @throws ExecutionException if a part of it failed, if any for a fault of the machine with
    ///   that; it stays among those at work until they are given up
    ConsumerRecords<byte[], byte[]> finish() throws ExecutionException, InterruptedException {
        ExecutionException failure = null;
        for (Future<?> it : batches.getFirst().work()) {
            try {
                it.get();
            } catch (ExecutionException e) {
                failure = Failures.worse(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return batches.removeFirst().records();
    }

    /// Gives up what is at work, once nobody works at it any more. What failed meanwhile comes
    /// again.
    ///
    /// @return the records of all batches that were not finished, the newest first
    /// @throws Error if a part of one failed for a fault of the machine or of the program
    List<ConsumerRecords<byte[], byte[]>> giveUp() {
        failed.set(true);
        List<ConsumerRecords<byte[], byte[]>> unfinished = new ArrayList<>();
        Error error = null;
        for (Batch batch : batches.reversed()) {
            for (Future<?> it : batch.work()) {
                Error its = error(it);
                error = its == null ? error : its;
            }
            unfinished.add(batch.records());
        }
        batches.clear();
        failed = new AtomicBoolean();
        if (error != null) {
            throw error;
        }
        return unfinished;
    }

    private static @Nullable Error error(Future<?> work) {
        try {
            work.get();
            return null;
        } catch (ExecutionException e) {
            return Failures.error(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the intake", e);
        }
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::close);
    }
}
