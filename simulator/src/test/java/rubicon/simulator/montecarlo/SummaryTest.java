package rubicon.simulator.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.stats.LogNormal;
import rubicon.model.stats.Normal;

class SummaryTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(doubles = {0, 2026})
    void quantilesAreRightToTheAccuracyOfTheirDistanceFromTheOrigin(double origin) {
        var random = new SplittableRandom(3);
        double[] numbers = new double[20_001];
        for (int i = 0; i < numbers.length; i++) {
            double u = random.nextDouble();
            numbers[i] =
                    origin
                            + (i % 2 == 0
                                    ? new LogNormal(0, 3, 0).quantile(u)
                                    : new Normal(0, 50).quantile(u));
        }
        var summary = new Summary(origin, List.of());
        summary.join(summary.add(numbers, numbers.length));
        Arrays.sort(numbers);
        for (double p : new double[] {0, 0.001, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1}) {
            double exact = numbers[(int) Math.floor(p * (numbers.length - 1))];
            assertThat(summary.quantile(p))
                    .isCloseTo(exact, within(Math.abs(exact - origin) * Summary.ACCURACY * 1.001));
        }
        assertThat(summary.moments().mean())
                .isCloseTo(Arrays.stream(numbers).average().orElse(0), within(1e-9 * 2026));
    }

    @Test
    void whatNeverHappensTakesPartInTheQuantilesAtTheEnd() {
        var summary = new Summary(0, List.of(1.0, 5.0));
        double[] numbers = {1, 2, INFINITY, 3, Double.NaN, INFINITY, -INFINITY, 4};
        summary.join(summary.add(numbers, numbers.length));
        assertThat(summary.count()).isEqualTo(7);
        assertThat(summary.above()).isEqualTo(2);
        assertThat(summary.below()).isEqualTo(1);
        assertThat(summary.undefined()).isEqualTo(1);
        assertThat(summary.quantile(0)).isEqualTo(-INFINITY);
        assertThat(summary.quantile(0.2)).isEqualTo(1);
        assertThat(summary.quantile(0.5)).isCloseTo(3, within(0.003));
        assertThat(summary.quantile(0.8)).isEqualTo(4);
        assertThat(summary.quantile(0.9)).isEqualTo(INFINITY);
        assertThat(summary.exceeding(0)).isEqualTo(5);
        assertThat(summary.exceeding(1)).isEqualTo(2);
        assertThat(summary.moments()).isEqualTo(new Moments(4, 2.5, 5));
    }

    @Test
    void nothingHasNoQuantile() {
        assertThat(new Summary(0, List.of()).quantile(0.5)).isNaN();
        assertThat(new Summary(0, List.of()).moments().sd()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Summary(0, List.of()).quantile(1.1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Summary(0, List.of()).join(new Summary(1, List.of())));
    }

    @Test
    void aWireDoesNotChangeIt() throws IOException {
        var summary = new Summary(2, List.of(1.0, 5.0));
        double[] numbers = {1, 2, INFINITY, 3, Double.NaN, 1e12, -1e-3, 4};
        summary.add(numbers, numbers.length);
        byte[] bytes = written(summary);
        Summary read =
                Summary.read(
                        2,
                        List.of(1.0, 5.0),
                        false,
                        new DataInputStream(new ByteArrayInputStream(bytes)));
        assertThat(written(read)).isEqualTo(bytes);
        assertThat(read.quantile(0.5)).isEqualTo(summary.quantile(0.5));
        assertThat(read.count()).isEqualTo(summary.count());
    }

    @Test
    void momentsJoinToThoseOfTheWhole() {
        var random = new SplittableRandom(5);
        double[] numbers = random.doubles(1000).map(it -> 1e6 + it).toArray();
        Moments joined = Moments.NONE;
        for (int from = 0; from < numbers.length; from += 37) {
            double[] part = Arrays.copyOfRange(numbers, from, Math.min(numbers.length, from + 37));
            joined = joined.join(new Summary(0, List.of()).add(part, part.length));
        }
        double mean = Arrays.stream(numbers).average().orElse(0);
        double squares = Arrays.stream(numbers).map(it -> (it - mean) * (it - mean)).sum();
        assertThat(joined.count()).isEqualTo(1000);
        assertThat(joined.mean()).isCloseTo(mean, within(1e-9));
        assertThat(joined.squares()).isCloseTo(squares, within(1e-6));
    }

    /// Numbers of a hundred orders of magnitude on both sides fill all bins that there may be; what
    /// is smaller counts as that small, and more samples take no more room.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itsSizeDoesNotGrowWithTheSamples(boolean isItem) throws IOException {
        int mostBins = isItem ? 2_048 : 16_384;
        // A bin is a count of at most nine bytes, and there are two sides.
        int most = 2 * 9 * mostBins + 1_000;
        assertThat(written(wild(isItem, 10_000)).length).isLessThan(most);
        Summary more = wild(isItem, 4_000_000);
        assertThat(written(more).length).isBetween(2 * mostBins, most);
        // The bins are used up: they reach e^(2·accuracy) each, and what lies below is collapsed.
        double reach = 2 * (isItem ? Summary.ACCURACY_OF_ITEMS : Summary.ACCURACY) * mostBins;
        assertThat(more.quantile(0.55)).isGreaterThan(Math.exp(115 - reach - 2));
        assertThat(more.quantile(0.999)).isCloseTo(Math.exp(114.54), within(Math.exp(112)));
    }

    /// Evenly over the logarithms from e^−115 to e^115, of either sign.
    private static Summary wild(boolean isItem, int samples) {
        var random = new SplittableRandom(11);
        Summary summary = isItem ? Summary.ofItem(0) : new Summary(0, List.of());
        double[] numbers = new double[1_000];
        for (int done = 0; done < samples; done += numbers.length) {
            for (int i = 0; i < numbers.length; i++) {
                double size = Math.exp(random.nextDouble(-115, 115));
                numbers[i] = i % 2 == 0 ? size : -size;
            }
            summary.join(summary.add(numbers, numbers.length));
        }
        return summary;
    }

    private static byte[] written(Summary summary) throws IOException {
        var bytes = new ByteArrayOutputStream();
        summary.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
