package rubicon.ingest.horizon;

import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import rubicon.model.horizon.HorizonAnalysis;

/// Analyses that were asked for last. Those who ask for the same at one time wait for one
/// computation; different ones are made one after the other, as each takes all processors.
final class HorizonCache {
    private static final int KEPT = 8;

    private final LinkedHashMap<Asked, FutureTask<HorizonAnalysis>> kept =
            new LinkedHashMap<>(16, 0.75f, true);
    private final Semaphore turn = new Semaphore(1);
    private final AtomicLong computed = new AtomicLong();

    /// What an analysis follows from: nothing else changes it.
    record Asked(SuiteRuns runs, int draws, long seed) {}

    /// The analysis, made now unless it is kept.
    HorizonAnalysis of(Asked key) {
        FutureTask<HorizonAnalysis> task;
        synchronized (kept) {
            task = kept.computeIfAbsent(key, it -> new FutureTask<>(() -> analyse(it)));
            if (kept.size() > KEPT) {
                kept.pollFirstEntry();
            }
        }
        task.run(); // does nothing where it ran or runs already
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a horizon was fitted", e);
        } catch (ExecutionException e) {
            synchronized (kept) {
                kept.remove(key, task);
            }
            throw new IllegalStateException("a horizon was not fitted", e.getCause());
        }
    }

    /// How many analyses were made so far.
    long computed() {
        return computed.get();
    }

    private HorizonAnalysis analyse(Asked key) {
        turn.acquireUninterruptibly();
        try {
            computed.incrementAndGet();
            return HorizonAnalysis.of(key.runs().horizonRuns(), key.draws(), key.seed());
        } finally {
            turn.release();
        }
    }
}
