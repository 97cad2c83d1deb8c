package rubicon.model.horizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class HorizonBootstrapTest {
    private static final List<Double> RATES = List.of(0.5, 0.8);
    private final List<HorizonRun> runs = Runs.random(5, 3, 10);

    @Test
    void oneSeedGivesTheSameBytesOnOneThreadAndOnMany() throws Exception {
        HorizonDraws here = bootstrap(runs).draw(200, 7, RATES);
        try (var one = new ForkJoinPool(1);
                var four = new ForkJoinPool(4)) {
            assertSame(here, one.submit(() -> bootstrap(runs).draw(200, 7, RATES)).get());
            assertSame(here, four.submit(() -> bootstrap(runs).draw(200, 7, RATES)).get());
        }
    }

    @Test
    void moreDrawsBeginWithTheSame() {
        double[] few = bootstrap(runs).draw(50, 7, RATES).minutes("agent 1", 0.5);
        double[] many = bootstrap(runs).draw(90, 7, RATES).minutes("agent 1", 0.5);
        assertThat(Arrays.copyOf(many, few.length)).containsExactly(few);
        assertThat(bootstrap(runs).draw(50, 8, RATES).minutes("agent 1", 0.5)).isNotEqualTo(few);
    }

    @Test
    void theOrderOfTasksAndAgentsIsTheirNames() {
        List<HorizonRun> shuffled = new ArrayList<>(runs);
        // Within a task and agent the order of runs is theirs to keep: it is what is drawn from.
        shuffled.sort(
                Comparator.comparing(HorizonRun::task).reversed().thenComparing(HorizonRun::agent));
        HorizonDraws one = bootstrap(runs).draw(60, 7, RATES);
        HorizonDraws other = bootstrap(shuffled).draw(60, 7, RATES);
        for (String agent : one.agents()) {
            assertThat(other.minutes(agent, 0.5))
                    .usingComparatorWithPrecision(1e-6)
                    .containsExactly(one.minutes(agent, 0.5));
        }
    }

    @Test
    void anIntervalHoldsItsLevelAndItsMedian() {
        HorizonDraws draws = bootstrap(runs).draw(400, 1, RATES);
        HorizonDraws.Interval interval = draws.interval("agent 1", 0.5, 0.9).orElseThrow();
        double[] minutes = draws.minutes("agent 1", 0.5);
        assertThat(interval.used()).isEqualTo(minutes.length);
        assertThat(interval.low()).isLessThan(interval.median());
        assertThat(interval.median()).isLessThan(interval.high());
        double inside =
                Arrays.stream(minutes)
                        .filter(it -> it >= interval.low() && it <= interval.high())
                        .count();
        assertThat(inside / minutes.length).isBetween(0.88, 0.92);
    }

    @Test
    void anAgentWithoutSuccessIsMissingFromEveryDraw() {
        List<HorizonRun> more = new ArrayList<>(runs);
        runs.stream()
                .filter(run -> run.agent().equals("agent 0"))
                .forEach(run ->
                        more.add(
                                new HorizonRun(
                                        "hopeless", run.family(), run.task(), run.minutes(), 0)));
        HorizonDraws draws = bootstrap(more).draw(40, 1, RATES);
        assertThat(draws.interval("hopeless", 0.5, 0.95)).isEmpty();
        assertThat(draws.minutes("agent 2", 0.5)).isNotEmpty();
        assertThatThrownBy(() -> draws.minutes("nobody", 0.5)).hasMessageContaining("nobody");
    }

    @Test
    void aTaskInTwoFamiliesIsRefused() {
        List<HorizonRun> odd = new ArrayList<>(runs);
        odd.add(new HorizonRun("agent 0", "elsewhere", runs.getFirst().task(), 3, 1));
        assertThatThrownBy(() -> bootstrap(odd)).hasMessageContaining("stands in two families");
    }

    private static HorizonBootstrap bootstrap(List<HorizonRun> runs) {
        return new HorizonBootstrap(runs, Weighting.INVERSE_SQRT, HorizonFit.METR_REGULARIZATION);
    }

    private static void assertSame(HorizonDraws one, HorizonDraws other) {
        for (String agent : one.agents()) {
            for (double rate : RATES) {
                assertThat(other.minutes(agent, rate)).containsExactly(one.minutes(agent, rate));
            }
        }
    }
}
