package rubicon.simulator.scenario.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HorizonTest {
    private static final long SEED = 20260405;

    /// Published: 2.275 at (.5, .3, 2), drawn by its authors.
    @Test
    void theCrossingOfThePaper() {
        assertThat(TreeTest.tree(0.5, 0.3, 2).horizon(0).crossing())
                .isCloseTo(2.275, within(1e-3))
                .isCloseTo(2.2754852041, within(1e-10));
    }

    @Test
    void peopleHaveDoneAsMuchWhereTheCurvesCross() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            Horizon horizon = TreeTest.random(random).horizon(random.nextDouble(0.3));
            double crossing = horizon.crossing();
            assertThat(horizon.humanEquivalent(crossing))
                    .as("seed %d, %s", SEED, horizon)
                    .isCloseTo(crossing, within(1e-11 * (1 + crossing)));
            if (crossing > 0) {
                assertThat(horizon.humanEquivalent(crossing / 2)).isGreaterThan(crossing / 2);
                assertThat(horizon.humanEquivalent(crossing * 1.1)).isLessThan(crossing * 1.1);
                assertThat(crossing).isLessThanOrEqualTo(horizon.humanEquivalentLimit());
            }
        }
    }

    /// With no head start the lead is gone exactly where the best allocation would not begin.
    @Test
    void thereIsNoCrossingExactlyWhenTheSwitchIsPassed() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            Tree tree = TreeTest.random(random);
            double threshold = tree.allocate(0).threshold();
            assertThat(tree.horizon(threshold * (1 + 1e-9)).crossing()).isZero();
            if (threshold > 0) {
                assertThat(tree.horizon(threshold * 0.999).crossing())
                        .as("seed %d, %s", SEED, tree)
                        .isPositive();
            }
        }
    }

    /// Oracle: the second-order series, x ≈ 2(λr_A − r_H)/(λ(1 − λ)r_A²) near no lead at all.
    @Test
    void aLeadOfNearlyNothingEndsSoon() {
        double lead = 1e-7;
        double crossing = TreeTest.tree(0.1 + lead / 2, 0.2, 2).horizon(0).crossing();
        assertThat(crossing).isCloseTo(2 * lead / (0.1 * 0.9 * 4), within(1e-10));
    }

    @Test
    void twoAgentsAreNotTwoPeople() {
        var random = new SplittableRandom(SEED);
        for (int i = 0; i < 1_000; i++) {
            Horizon horizon = TreeTest.random(random).horizon(0);
            double spend = random.nextDouble(0.01, 3);
            assertThat(horizon.humanEquivalent(2 * spend))
                    .as("seed %d, %s, %s", SEED, horizon, spend)
                    .isLessThan(2 * horizon.humanEquivalent(spend));
        }
        Horizon closed = TreeTest.tree(1, 0.3, 2).horizon(7);
        assertThat(closed.humanEquivalent(2)).isEqualTo(2 * closed.humanEquivalent(1));
    }

    @Test
    void aClosedLoopHasNoHorizon() {
        Horizon closed = TreeTest.tree(1, 0.3, 2).horizon(1e6);
        assertThat(closed.effectiveReach()).isEqualTo(1);
        assertThat(closed.crossing()).isInfinite();
        assertThat(closed.humanEquivalentLimit()).isInfinite();
        assertThat(closed.humanEquivalent(3)).isCloseTo(20, within(1e-14));
        assertThat(TreeTest.tree(1, 0.3, 0.3).horizon(0).crossing()).isZero();
    }

    @Test
    void whatAgentsHavePickedIsOutOfTheirReach() {
        Tree tree = TreeTest.tree(0.5, 0.3, 2);
        double before = 1;
        for (double prior = 0; prior < 3; prior += 0.1) {
            double reach = tree.horizon(prior).effectiveReach();
            assertThat(reach).isLessThan(before);
            before = reach;
        }
        assertThat(tree.horizon(1e9).effectiveReach()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> tree.horizon(-1));
    }
}
