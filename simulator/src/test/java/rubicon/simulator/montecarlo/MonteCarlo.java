package rubicon.simulator.montecarlo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/// Runs a plan on threads of this process: what the service spreads over Kafka, without it.
final class MonteCarlo {
    // Small enough for progress to be seen, large enough for a worker's buffers to pay.
    private static final int CHUNK = 4;

    private MonteCarlo() {}

    /// Runs all blocks.
    ///
    /// @param threads how many chunks are worked on at once
    /// @param progress told the number of blocks that are done, by the calling thread
    /// @param isCancelled asked every few samples
    /// @throws CancellationException once it says so
    /// @throws InterruptedException if the calling thread is interrupted; the work is stopped
    static Tally run(
            Plan plan,
            ExecutorService executor,
            int threads,
            IntConsumer progress,
            BooleanSupplier isCancelled)
            throws InterruptedException {
        var tally = new Tally(plan);
        Deque<Future<Partial>> running = new ArrayDeque<>();
        ThreadLocal<Worker> workers = ThreadLocal.withInitial(() -> new Worker(plan));
        try {
            int next = 0;
            while (!tally.isComplete()) {
                while (next < plan.blocks() && running.size() < 2 * threads) {
                    int first = next;
                    int blocks = Math.min(CHUNK, plan.blocks() - first);
                    running.add(
                            executor.submit(() -> workers.get().run(first, blocks, isCancelled)));
                    next += blocks;
                }
                tally.add(running.remove().get());
                progress.accept(tally.blocks());
            }
            return tally;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            running.forEach(it -> it.cancel(true));
        }
    }
}
