package rubicon.ingest.horizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import rubicon.ingest.evalrun.ScoreCount;
import rubicon.ingest.horizon.HorizonCache.Asked;
import rubicon.model.horizon.HorizonAnalysis;

class HorizonCacheTest {
    private final HorizonCache cache = new HorizonCache();

    @Test
    void equalRunsDrawsAndSeedAreFittedOnceWhoeverAsksAtOnce() throws Exception {
        List<Callable<HorizonAnalysis>> asking =
                Collections.nCopies(8, () -> cache.of(new Asked(runs(3), 20, 1)));
        List<HorizonAnalysis> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HorizonAnalysis> answer : threads.invokeAll(asking)) {
                answers.add(answer.get());
            }
        }
        assertThat(cache.computed()).isEqualTo(1);
        assertThat(answers).allSatisfy(it -> assertThat(it).isSameAs(answers.getFirst()));
    }

    @Test
    void anotherRunAnotherSeedOrAnotherNumberOfDrawsIsFittedAnew() {
        cache.of(new Asked(runs(3), 20, 1));
        cache.of(new Asked(runs(4), 20, 1));
        cache.of(new Asked(runs(3), 20, 2));
        cache.of(new Asked(runs(3), 21, 1));
        assertThat(cache.computed()).isEqualTo(4);
    }

    @Test
    void whatWasAskedForLongestAgoIsForgotten() {
        for (int seed = 0; seed < 9; seed++) {
            cache.of(new Asked(runs(3), 20, seed));
        }
        cache.of(new Asked(runs(3), 20, 8));
        assertThat(cache.computed()).isEqualTo(9);
        cache.of(new Asked(runs(3), 20, 0));
        assertThat(cache.computed()).isEqualTo(10);
    }

    @Test
    void whatFailedIsTriedAgain() {
        Asked none = new Asked(runs(3), -1, 1);
        assertThatThrownBy(() -> cache.of(none)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cache.of(none)).isInstanceOf(IllegalStateException.class);
        assertThat(cache.computed()).isEqualTo(2);
    }

    private static SuiteRuns runs(long successes) {
        return new SuiteRuns(
                List.of(
                        new ScoreCount("s", "a", "f", "t1", 4.0, 1, successes),
                        new ScoreCount("s", "a", "f", "t2", 60.0, 0, 2)));
    }
}
