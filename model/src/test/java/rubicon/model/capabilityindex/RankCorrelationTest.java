package rubicon.model.capabilityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    private static final double NEAR = 1e-12;

    @Test
    void theSameOrderIsOneAndTheReverseMinusOne() {
        List<Double> rising = List.of(1.0, 2.0, 30.0, 31.0);
        assertThat(RankCorrelation.spearman(rising, List.of(-5.0, 0.0, 0.1, 9.0))).hasValue(1.0);
        assertThat(RankCorrelation.spearman(rising, rising.reversed())).hasValue(-1.0);
    }

    @Test
    void fewerThanThreeThingsOrNoOrderSayNothing() {
        assertThat(RankCorrelation.spearman(List.of(1.0, 2.0), List.of(1.0, 2.0))).isEmpty();
        assertThat(RankCorrelation.spearman(List.of(1.0, 1.0, 1.0), List.of(1.0, 2.0, 3.0)))
                .isEmpty();
    }

    /// Oracle: Hipparchus, with ties too; and no order of the things changes it.
    @Test
    void itIsHipparchusOnAnyNumbersInAnyOrder() {
        var random = new Random(5);
        for (int run = 0; run < 200; run++) {
            int size = 3 + random.nextInt(30);
            List<Double> one =
                    DoubleStream.generate(() -> random.nextInt(10)).limit(size).boxed().toList();
            List<Double> other =
                    DoubleStream.generate(random::nextGaussian).limit(size).boxed().toList();
            if (one.stream().distinct().count() == 1) {
                continue;
            }
            double found = RankCorrelation.spearman(one, other).orElseThrow();
            double theirs =
                    new SpearmansCorrelation()
                            .correlation(
                                    one.stream().mapToDouble(x -> x).toArray(),
                                    other.stream().mapToDouble(x -> x).toArray());
            assertThat(found).as("run %d", run).isCloseTo(theirs, within(NEAR));
            List<Integer> order =
                    new java.util.ArrayList<>(IntStream.range(0, size).boxed().toList());
            Collections.shuffle(order, random);
            assertThat(
                            RankCorrelation.spearman(
                                            order.stream().map(one::get).toList(),
                                            order.stream().map(other::get).toList())
                                    .orElseThrow())
                    .isCloseTo(found, within(NEAR));
        }
    }
}
