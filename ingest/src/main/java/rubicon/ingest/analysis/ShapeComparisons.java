package rubicon.ingest.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.GrowthCourse;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.ShapeComparison;

/// Comparisons of shapes that were asked for last: one of many values costs a processor seconds,
/// and every opened page asks. Those who ask for the same at one time wait for one computation; a
/// slow one keeps nobody from another.
@ApplicationScoped
class ShapeComparisons {
    private static final int KEPT = 64;

    private final LinkedHashMap<Asked, FutureTask<ShapeComparison>> kept =
            new LinkedHashMap<>(16, 0.75f, true);

    /// So many are made at a time: more would only take processors from one another.
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final Function<Asked, ShapeComparison> compare;

    @Inject
    ShapeComparisons() {
        this(it -> ShapeComparison.of(it.values(), it.ceiling()));
    }

    ShapeComparisons(Function<Asked, ShapeComparison> compare) {
        this.compare = compare;
    }

    /// What a comparison follows from: nothing else changes it.
    record Asked(List<DatedValue> values, @Nullable Double ceiling) {
        Asked {
            values = List.copyOf(values);
        }
    }

    /// The comparison on these values, made now unless it is kept.
    ShapeComparison of(GrowthCourse course) {
        return of(new Asked(course.values(), course.ceiling()));
    }

    ShapeComparison of(Asked asked) {
        FutureTask<ShapeComparison> task;
        synchronized (kept) {
            task = kept.computeIfAbsent(asked, it -> new FutureTask<>(() -> made(it)));
            if (kept.size() > KEPT) {
                kept.pollFirstEntry();
            }
        }
        task.run(); // does nothing where it ran or runs already
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while shapes were compared", e);
        } catch (ExecutionException e) {
            synchronized (kept) {
                kept.remove(asked, task);
            }
            throw new IllegalStateException("shapes were not compared", e.getCause());
        }
    }

    private ShapeComparison made(Asked asked) {
        turns.acquireUninterruptibly();
        try {
            return compare.apply(asked);
        } finally {
            turns.release();
        }
    }
}
