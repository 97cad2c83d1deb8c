package rubicon.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rubicon.model.comparison.PairedComparison.Item;
import rubicon.model.stats.SplitMix64;

class PairedComparisonTest {

    /// Oracle: SciPy 1.17, `scipy.stats.ttest_rel([.9,.4,.7,.6,.8],[.5,.5,.4,.3,.9])`.
    @Test
    void oneItemAClusterIsThePairedTTest() {
        PairedComparison comparison =
                compare(
                        item("a", .9, .5),
                        item("b", .4, .5),
                        item("c", .7, .4),
                        item("d", .6, .3),
                        item("e", .8, .9));
        assertThat(comparison.difference()).isCloseTo(0.16, within(1e-12));
        assertThat(comparison.standardError()).isCloseTo(0.10770329614269007, within(1e-9));
        assertThat(comparison.p()).isCloseTo(0.211578994600074, within(1e-9));
        assertThat(comparison.range(0.95).contains(0)).isTrue();
    }

    @Test
    void clustersThatShareTheirLuckAreWorthOneItemEach() {
        List<Item> alone =
                List.of(item("a", .9, .5), item("b", .4, .5), item("c", .7, .4), item("d", .6, .3));
        List<Item> copied = new ArrayList<>();
        for (int copy = 0; copy < 5; copy++) {
            copied.addAll(alone);
        }
        PairedComparison one = PairedComparison.of(alone).orElseThrow();
        PairedComparison five = PairedComparison.of(copied).orElseThrow();
        assertThat(five.items()).isEqualTo(20);
        assertThat(five.standardError()).isCloseTo(one.standardError(), within(1e-12));
        assertThat(five.p()).isCloseTo(one.p(), within(1e-12));
    }

    @Test
    void theOrderOfModelsTurnsTheSignAlone() {
        PairedComparison one = compare(item("a", .9, .5), item("b", .4, .5), item("c", .7, .4));
        PairedComparison other = compare(item("c", .4, .7), item("a", .5, .9), item("b", .5, .4));
        assertThat(other.difference()).isCloseTo(-one.difference(), within(1e-15));
        assertThat(other.p()).isCloseTo(one.p(), within(1e-12));
    }

    @Test
    void ofModelsThatDifferEverywhereAlikeTheErrorIsNotKnown() {
        for (PairedComparison alike :
                List.of(
                        compare(item("a", .5, .5), item("b", .4, .4)),
                        compare(item("a", 1, 0), item("b", 1, 0)),
                        compare(item("a", 1 / 3.0, 0), item("b", 1, 2 / 3.0)),
                        compare(
                                item("a", .6, .4),
                                item("b", .4, .2),
                                item("c", .8, .6),
                                item("d", 1, .8),
                                item("e", .2, 0)))) {
            // The last two are alike but for rounding, which gave p = 7e-17.
            assertThat(alike.isErrorKnown()).isFalse();
            assertThatThrownBy(alike::p).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> alike.range(0.9)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(compare(item("a", 1, 0), item("b", 1, 0)).difference()).isEqualTo(1);
        assertThat(PairedComparison.of(List.of(item("a", 1, 0), item("a", 1, 0)))).isEmpty();
    }

    @Test
    void theSmallestDifferenceInEarnestIsNoRounding() {
        assertThat(compare(item("a", .5, .5), item("b", .5, .499999)).isErrorKnown()).isTrue();
    }

    /// Without a true difference p is below .1 in a tenth of all comparisons.
    @Test
    void pIsUniformWhereThereIsNoDifference() {
        var stream = new SplitMix64(3);
        long small =
                IntStream.range(0, 2000)
                        .filter(trial -> {
                            List<Item> items = new ArrayList<>();
                            for (int cluster = 0; cluster < 12; cluster++) {
                                double shared = stream.nextNormal();
                                for (int i = 0; i < 3; i++) {
                                    items.add(item("c" + cluster, shared + stream.nextNormal(), 0));
                                }
                            }
                            return PairedComparison.of(items).orElseThrow().p() < 0.1;
                        })
                        .count();
        assertThat(small / 2000.0).isBetween(0.08, 0.12);
    }

    private static PairedComparison compare(Item... items) {
        return PairedComparison.of(List.of(items)).orElseThrow();
    }

    private static Item item(String cluster, double first, double second) {
        return new Item(cluster, first, second);
    }
}
