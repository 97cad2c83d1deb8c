package rubicon.simulator.scenario.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final long SEED = 20260406;
    private static final Heights UNIFORM = new Heights.Uniform();
    private static final Succession PLATEAU =
            new Succession(
                    UNIFORM,
                    0.3,
                    1,
                    List.of(
                            new Generation(2, 0.3, 4),
                            new Generation(5, 0.5, 4),
                            new Generation(8, 0.7, 4)));

    /// Closed form of a jump: ln((1 − s*)/(1 − s₀)).
    @Test
    void aCompletedJumpFollowsFromTheTwoShares() {
        for (Handover event : PLATEAU.until(12).events()) {
            assertThat(event.completed()).isTrue();
            double balance = 0.3 / event.generation().agentRate();
            assertThat(event.jump())
                    .isCloseTo(
                            Math.log((1 - balance) / (1 - event.shareAtRelease())), within(1e-12));
            assertThat(event.humanEquivalent()).isCloseTo(event.jump() / 0.3, within(1e-15));
            assertThat(event.excessJump())
                    .isCloseTo(event.jump() - 0.3 * event.agentSpend(), within(1e-15));
            assertThat(event.switchTime())
                    .isCloseTo(event.generation().release() + event.agentSpend(), within(1e-15));
        }
    }

    @Test
    void nothingIsPickedButWhatIsPicked() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 200; i++) {
            Succession tree = random(random);
            History history = tree.until(10);
            double before = 1;
            for (double time = 0; time <= 10; time += 0.25) {
                List<Double> bands = history.bands(time);
                double sum = bands.stream().mapToDouble(it -> it).sum();
                double remaining = history.remaining(time);
                assertThat(sum)
                        .as("seed %d, %s at %s", SEED, tree, time)
                        .isCloseTo(remaining, within(1e-12));
                assertThat(bands).allSatisfy(band -> assertThat(band).isNotNegative());
                assertThat(remaining).isLessThanOrEqualTo(before);
                before = remaining;
            }
        }
    }

    @Test
    void theIndexDoesNotLeapBetweenOneMomentAndTheNext() {
        History history = PLATEAU.until(12);
        for (Handover event : history.events()) {
            for (double at : List.of(event.generation().release(), event.switchTime())) {
                assertThat(history.progress(Math.nextUp(at)))
                        .isCloseTo(history.progress(Math.nextDown(at)), within(1e-12));
            }
        }
    }

    /// Oracle: whoever is worth more picks for a small step, again and again. What is between it
    /// and the exact story shrinks in proportion to the step.
    @Test
    void smallGreedyStepsConvergeToIt() {
        double exact = PLATEAU.until(12).progress(12);
        double coarse = Math.abs(greedy(PLATEAU, 12, 1_200) - exact);
        double fine = Math.abs(greedy(PLATEAU, 12, 12_000) - exact);
        assertThat(coarse).isLessThan(0.05);
        assertThat(fine).isLessThan(coarse / 5).isLessThan(0.002);
    }

    @Test
    void releasesOfOneDayAreTakenInTheirOrder() {
        var first = new Generation(2, 0.7, 3);
        var second = new Generation(2, 0.4, 4);
        List<Handover> events =
                new Succession(UNIFORM, 0.3, 1, List.of(first, second)).until(6).events();
        assertThat(events).extracting(Handover::generation).containsExactly(first, second);
        assertThat(events.getFirst().shareAtRelease()).isCloseTo(0.7, within(1e-15));
        assertThat(events.getFirst().agentSpend()).isZero();
        assertThat(events.getFirst().switchTime()).isEqualTo(2);
        assertThat(events.getFirst().jump()).isZero();
        assertThat(events.getFirst().completed()).isFalse();
        assertThat(events.getLast().agentSpend()).isPositive();
    }

    @Test
    void releasesNeedNotComeSorted() {
        List<Generation> shuffled =
                List.of(
                        PLATEAU.generations().get(2),
                        PLATEAU.generations().get(0),
                        PLATEAU.generations().get(1));
        assertThat(new Succession(UNIFORM, 0.3, 1, shuffled).until(12).events())
                .isEqualTo(PLATEAU.until(12).events());
    }

    @Test
    void whoReachesAllNeverHandsBack() {
        for (double reach : List.of(1.0, 1.4)) {
            History history =
                    new Succession(UNIFORM, 0.25, 2, List.of(new Generation(4, reach, 3))).until(6);
            Handover event = history.events().getFirst();
            assertThat(event.completed()).isFalse();
            assertThat(event.switchTime()).isEqualTo(6);
            assertThat(event.jump()).isCloseTo(12, within(1e-14));
            assertThat(history.progress(6)).isCloseTo(2 + 12, within(1e-14));
        }
    }

    @Test
    void aGenerationAsFastAsPeopleMakesNoJump() {
        for (double reach : List.of(0.5, 1.0)) {
            Handover event =
                    new Succession(UNIFORM, 0.3, 1, List.of(new Generation(1, reach, 0.3)))
                            .until(5)
                            .events()
                            .getFirst();
            assertThat(event.jump()).isZero();
            assertThat(event.agentSpend()).isZero();
            assertThat(event.completed()).isTrue();
        }
    }

    @Test
    void withoutGenerationsPeoplePickAlone() {
        History history = new Succession(UNIFORM, 0.3, 2, List.of()).until(5);
        assertThat(history.events()).isEmpty();
        assertThat(history.progress(5)).isEqualTo(3);
        assertThat(history.remaining(0)).isEqualTo(1);
    }

    /// However fast its agents, a generation of limited reach gives at most −ln(1 − F(λ)).
    @Test
    void belowFullReachAJumpIsFinite() {
        double limit = -Math.log(1 - 0.5);
        double before = 0;
        for (double rate = 1; rate < 1e7; rate *= 10) {
            double jump =
                    new Succession(UNIFORM, 0.3, 1, List.of(new Generation(0, 0.5, rate)))
                            .until(50)
                            .events()
                            .getFirst()
                            .jump();
            assertThat(jump).isBetween(before, limit);
            before = jump;
        }
        assertThat(before).isCloseTo(limit, within(1e-6));
    }

    /// Enough picking to underflow the apples themselves.
    @Test
    void longStoriesLoseNothing() {
        History history =
                new Succession(
                                UNIFORM,
                                0.5,
                                100,
                                List.of(new Generation(0, 0.5, 10), new Generation(50, 0.9, 10)))
                        .until(100);
        assertThat(history.remaining(100)).isZero();
        assertThat(history.events().getLast().shareAtRelease())
                .isCloseTo(0.05 + 0.95 * 0.8, within(1e-12));
        assertThat(history.progress(100)).isGreaterThan(4_990).isFinite();
    }

    @Test
    void aGenerationThatComesAfterTheEndDoesNotCome() {
        assertThat(PLATEAU.until(7.9).events()).hasSize(2);
        assertThat(PLATEAU.until(0).events()).isEmpty();
        assertThat(PLATEAU.until(0).remaining(0)).isEqualTo(1);
    }

    @Test
    void refusesTimesOutsideOfTheStory() {
        assertThatIllegalArgumentException().isThrownBy(() -> PLATEAU.until(12).progress(12.1));
        assertThatIllegalArgumentException().isThrownBy(() -> PLATEAU.until(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Generation(-1, 0.5, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Succession(UNIFORM, 0.3, 0, List.of()));
    }

    private static double greedy(Succession tree, double end, int steps) {
        double spend = tree.budgetRate() * end / steps;
        int cells = 1_000;
        double[] cell = new double[cells];
        java.util.Arrays.fill(cell, 1.0 / cells);
        for (int step = 0; step < steps; step++) {
            double time = end * step / steps;
            Generation now = null;
            for (Generation it : tree.generations()) {
                now = it.release() <= time + 1e-9 ? it : now;
            }
            double reach = now == null ? 0 : now.reach();
            double bottom = 0;
            double all = 0;
            for (int i = 0; i < cells; i++) {
                all += cell[i];
                bottom += (i + 0.5) / cells < reach ? cell[i] : 0;
            }
            double agentRate = now == null ? 0 : now.agentRate();
            boolean agents = agentRate * bottom > tree.humanRate() * all;
            for (int i = 0; i < cells; i++) {
                boolean picked = !agents || (i + 0.5) / cells < reach;
                double rate = agents ? agentRate : tree.humanRate();
                cell[i] *= picked ? Math.exp(-rate * spend) : 1;
            }
        }
        return -Math.log(java.util.Arrays.stream(cell).sum());
    }

    private static Succession random(SplittableRandom random) {
        List<Generation> generations = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            generations.add(
                    new Generation(
                            random.nextInt(10), random.nextDouble(1.2), random.nextDouble(0.1, 8)));
        }
        Heights heights =
                random.nextBoolean() ? UNIFORM : new Heights.Power(random.nextDouble(0.3, 3));
        return new Succession(
                heights, random.nextDouble(0.1, 0.5), random.nextDouble(0.2, 3), generations);
    }
}
