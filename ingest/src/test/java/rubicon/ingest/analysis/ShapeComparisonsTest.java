package rubicon.ingest.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rubicon.ingest.analysis.ShapeComparisons.Asked;
import rubicon.ingest.evalrun.ScoreCount;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.ShapeComparison;

class ShapeComparisonsTest {
    private static final Asked SLOW = asked(1);
    private static final Asked QUICK = asked(2);

    private static Asked asked(double value) {
        return new Asked(List.of(new DatedValue("a", LocalDate.of(2026, 1, 1), value)), null);
    }

    @Test
    void aSlowSeriesKeepsNobodyFromAnotherAndIsComputedOnce() throws Exception {
        Executor threads = Thread::startVirtualThread;
        var computed = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var comparisons =
                new ShapeComparisons(it -> {
                    computed.incrementAndGet();
                    if (it.equals(SLOW)) {
                        begun.countDown();
                        await(go);
                    }
                    return ShapeComparison.of(it.values(), it.ceiling());
                });
        var first = CompletableFuture.supplyAsync(() -> comparisons.of(SLOW), threads);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        var second = CompletableFuture.supplyAsync(() -> comparisons.of(SLOW), threads);

        var quick = CompletableFuture.supplyAsync(() -> comparisons.of(QUICK), threads);
        assertThat(quick).succeedsWithin(Duration.ofSeconds(30));

        assertThat(first.isDone() || second.isDone()).isFalse();
        go.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS)).isSameAs(second.get(30, TimeUnit.SECONDS));
        assertThat(comparisons.of(QUICK)).isSameAs(quick.join());
        assertThat(computed).hasValue(2);
    }

    @Test
    void whatFailedIsTriedAgain() {
        var tried = new AtomicInteger();
        var comparisons =
                new ShapeComparisons(it -> {
                    if (tried.incrementAndGet() == 1) {
                        throw new IllegalStateException("once");
                    }
                    return ShapeComparison.of(it.values(), it.ceiling());
                });
        assertThatThrownBy(() -> comparisons.of(QUICK)).hasRootCauseMessage("once");
        assertThat(comparisons.of(QUICK).forecasts()).isZero();
    }

    @Test
    void soManyRunsAreRefused() {
        Comparisons.requireFew(List.of(count(600_000), count(400_000)));
        assertThatThrownBy(() -> Comparisons.requireFew(List.of(count(600_000), count(400_001))))
                .isInstanceOf(ProblemException.class);
    }

    private static ScoreCount count(long runs) {
        return new ScoreCount("s", "a", "f", "t", 1.0, 1, runs);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
