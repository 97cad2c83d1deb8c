package rubicon.simulator.scenario.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final long SEED = 20260404;
    private static final Heights UNIFORM = new Heights.Uniform();

    /// Published: Cunningham and Shetty, ln 3.5/.9 at (.5, .2, .9).
    @Test
    void theSwitchOfThePaper() {
        assertThat(tree(0.5, 0.2, 0.9).allocate(5).threshold())
                .isCloseTo(Math.log(3.5) / 0.9, within(1e-15))
                .isCloseTo(1.3919589, within(1e-7));
    }

    @Test
    void endlessAgentsLeaveWhatTheyDoNotReach() {
        var left = tree(0.4, 0.3, 2).after(1.5, Double.POSITIVE_INFINITY);
        assertThat(left.bottom()).isZero();
        assertThat(left.remaining()).isCloseTo(0.6 * Math.exp(-0.45), within(1e-15));
    }

    @Test
    void agentsThatReachNothingAreUseless() {
        Tree tree = tree(0, 0.3, 10);
        assertThat(tree.after(2, 1e6).remaining()).isEqualTo(Math.exp(-0.6));
        assertThat(tree.allocate(3).threshold()).isZero();
        assertThat(tree.horizon(0).crossing()).isZero();
        assertThat(tree.horizon(0).humanEquivalent(5)).isZero();
        assertThat(tree.horizon(0).humanEquivalentLimit()).isZero();
    }

    @Test
    void inAClosedLoopPeopleAreNeverCalledBack() {
        for (double lambda : new double[] {1, 1.5, 1e9}) {
            var best = tree(lambda, 0.2, 0.9).allocate(4);
            assertThat(best.threshold()).isInfinite();
            assertThat(best.agentSpend()).isEqualTo(4);
            assertThat(best.humanSpend()).isZero();
            assertThat(best.left().progress()).isCloseTo(3.6, within(1e-15));
        }
    }

    /// Not even then, if they are no faster.
    @Test
    void agentsAsFastAsPeopleAreNotPreferred() {
        for (double lambda : new double[] {0.3, 0.999999, 1}) {
            assertThat(tree(lambda, 0.3, 0.3).allocate(4).agentSpend()).isZero();
            assertThat(tree(lambda, 0.3, 0.1).allocate(4).agentSpend()).isZero();
        }
    }

    @Test
    void theSwitchLeavesBothMarginalReturnsEqualAndTheBalance() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            Tree tree = random(random);
            double threshold = tree.allocate(0).threshold();
            if (threshold > 0) {
                Apples left = tree.after(random.nextDouble(3), threshold);
                double agent = left.marginalAgent(tree.rates());
                assertThat(left.marginalHuman(tree.rates()))
                        .as("seed %d, %s", SEED, tree)
                        .isCloseTo(agent, within(1e-12 * agent));
                assertThat(left.bottom() / left.remaining())
                        .isCloseTo(tree.rates().balance(), within(1e-12));
            }
        }
    }

    /// Oracle: two hundred other ways to spend the same.
    @Test
    void noOtherWayToSpendLeavesLess() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 300; i++) {
            Tree tree = random(random);
            double budget = random.nextDouble(6);
            var best = tree.allocate(budget);
            assertThat(best.agentSpend() + best.humanSpend()).isCloseTo(budget, within(1e-15));
            for (int k = 0; k <= 200; k++) {
                double agents = Math.min(budget, budget * k / 200);
                assertThat(tree.after(budget - agents, agents).progress())
                        .as("seed %d, %s, %d", SEED, tree, k)
                        .isLessThanOrEqualTo(best.left().progress() + 1e-12);
            }
        }
    }

    @Test
    void theIndexIsTheLogarithmAndAddsUp() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            Tree tree = random(random);
            double human = random.nextDouble(5);
            double agent = random.nextDouble(5);
            Apples left = tree.after(human, agent);
            assertThat(left.progress())
                    .as("seed %d, %s", SEED, tree)
                    .isCloseTo(-Math.log(left.remaining()), within(1e-12));
            double halfway = tree.after(human / 2, agent / 3).progress();
            Reach later = tree.reach().after(tree.rates().agent() * agent / 3);
            assertThat(
                            halfway
                                    + new Tree(later, tree.rates())
                                            .after(human / 2, agent * 2 / 3)
                                            .progress())
                    .isCloseTo(left.progress(), within(1e-12));
        }
    }

    /// Oracle: the first term of the series. 1 − R would have no digit left.
    @Test
    void smallSpendsKeepTheirDigits() {
        double progress = tree(0.5, 0.3, 2).after(1e-18, 3e-18).progress();
        assertThat(progress).isCloseTo(0.3e-18 + 0.5 * 2 * 3e-18, within(1e-30));
    }

    /// Oracle: the index where the remaining apples underflow.
    @Test
    void largeSpendsKeepTheirDigits() {
        assertThat(tree(1, 0.3, 10).after(100, 1_000).progress()).isEqualTo(10_030);
        assertThat(tree(0.5, 0.3, 10).after(10_000, 1_000).progress())
                .isCloseTo(3_000 + Math.log(2), within(1e-9));
    }

    @Test
    void refusesWhatIsNoTreeNamingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree(0.5, 0, 1))
                .withMessage("people's rate is above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree(0.5, 0.1, -1))
                .withMessage("agents' rate is at least 0, not -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree(-0.1, 0.1, 1))
                .withMessage("a reach is at least 0, not -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree(0.5, 0.1, 1).allocate(-1))
                .withMessage("the budget is at least 0, not -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree(0.5, 0.1, 1).after(Double.NaN, 1));
    }

    static Tree tree(double lambda, double human, double agent) {
        return new Tree(Reach.of(UNIFORM, lambda), new Rates(human, agent));
    }

    static Tree random(SplittableRandom random) {
        Heights heights =
                switch (random.nextInt(3)) {
                    case 0 -> UNIFORM;
                    case 1 -> new Heights.Power(random.nextDouble(0.3, 3));
                    default -> new Heights.Exponential(random.nextDouble(0.3, 3));
                };
        return new Tree(
                Reach.of(heights, random.nextDouble()),
                new Rates(random.nextDouble(0.1, 0.5), random.nextDouble(0.9, 10)));
    }
}
