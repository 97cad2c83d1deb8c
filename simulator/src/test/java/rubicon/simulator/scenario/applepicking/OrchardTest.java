package rubicon.simulator.scenario.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrchardTest {
    private static final long SEED = 20260407;

    @Test
    void oneTreeIsItself() {
        Succession tree = tree(3);
        var aggregate = new Orchard(List.of(new Orchard.WeightedTree(2, tree))).monthly(8, 0.5);
        assertThat(aggregate.index()).hasSize(9).startsWith(0.0);
        assertThat(aggregate.index().getLast())
                .isCloseTo(2 * tree.until(4).progress(4), within(1e-14));
        assertThat(aggregate.meanIncrement())
                .isCloseTo(aggregate.index().getLast() / 8, within(1e-15));
    }

    @Test
    void evenGrowthIsNotBursty() {
        var people = new Succession(new Heights.Uniform(), 0.3, 1, List.of());
        var aggregate = new Orchard(List.of(new Orchard.WeightedTree(1, people))).monthly(10, 1);
        assertThat(aggregate.burstiness()).isCloseTo(0, within(1e-12));
        assertThat(aggregate.maxShare()).isCloseTo(0.1, within(1e-12));
    }

    /// Oracle: the law of large numbers; sixteen times as many trees, a quarter of the burstiness.
    @Test
    void manyTreesThatAreNotInStepSmoothEachOther() {
        var random = new SplittableRandom(SEED);
        double few = 0;
        double many = 0;
        for (int run = 0; run < 20; run++) {
            few += orchard(4, random).monthly(120, 1).burstiness() / 20;
            many += orchard(64, random).monthly(120, 1).burstiness() / 20;
        }
        assertThat(few / many).as("seed %d", SEED).isBetween(3.0, 5.0);
    }

    @Test
    void refusesAnOrchardWithoutWeight() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Orchard(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Orchard(List.of(new Orchard.WeightedTree(0, tree(1)))));
    }

    private static Orchard orchard(int trees, SplittableRandom random) {
        List<Orchard.WeightedTree> all = new ArrayList<>();
        for (int i = 0; i < trees; i++) {
            all.add(new Orchard.WeightedTree(1.0 / trees, tree(random.nextDouble(119))));
        }
        return new Orchard(all);
    }

    private static Succession tree(double release) {
        return new Succession(
                new Heights.Uniform(), 0.05, 1, List.of(new Generation(release, 0.7, 4)));
    }
}
