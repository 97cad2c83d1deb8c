package rubicon.model.recordledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rubicon.model.recordledger.Segments.Shape;
import rubicon.model.stats.LinearFit;

class ChangePointsTest {
    private static final long SEED = 20261121;

    @ParameterizedTest
    @EnumSource
    void pruningChangesNothing(Shape shape) {
        for (long seed = SEED; seed < SEED + 200; seed++) {
            var random = new Random(seed);
            double[] y = series(random, 5 + random.nextInt(60));
            int minSize = 1 + random.nextInt(5);
            double penalty = random.nextDouble(0.01, 4);
            assertThat(Segments.pelt(y, penalty, minSize, shape))
                    .as("seed %d", seed)
                    .isEqualTo(Segments.exhaustive(y, penalty, minSize, shape));
        }
    }

    /// Oracle: every way to cut, tried one by one.
    @ParameterizedTest
    @EnumSource
    void noWayToCutCostsLess(Shape shape) {
        for (long seed = SEED; seed < SEED + 20; seed++) {
            var random = new Random(seed);
            double[] y = series(random, 10);
            double least = Double.POSITIVE_INFINITY;
            for (int cuts = 0; cuts < 1 << 9; cuts++) {
                least = Math.min(least, cost(y, cuts, 0.3, shape));
            }
            assertThat(Segments.pelt(y, 0.3, 2, shape).cost())
                    .as("seed %d", seed)
                    .isCloseTo(least, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConstantSeriesDoesNotChange(Shape shape) {
        double[] y = new double[50];
        Arrays.fill(y, 3.7);
        assertThat(Segments.pelt(y, 1e-9, 3, shape).cuts()).isEmpty();
        assertThat(Segments.penalty(y)).isZero();
    }

    @Test
    void theUsualPenaltyFindsAClearChangeAndNoOther() {
        var random = new Random(SEED);
        double[] y =
                IntStream.range(0, 80)
                        .mapToDouble(i -> (i < 30 ? 0 : 5) + random.nextGaussian())
                        .toArray();
        assertThat(Segments.pelt(y, Segments.penalty(y), 3, Shape.MEAN).cuts()).containsExactly(30);
    }

    @Test
    void aSeriesShorterThanASegmentIsRefused() {
        assertThatThrownBy(() -> Segments.pelt(new double[2], 1, 3, Shape.MEAN))
                .hasMessageContaining("2 numbers, segments of 3");
    }

    @Test
    void theChanceOfAChangeJustNowIsTheHazard() {
        var prior = new RunLengths.Prior(0, 1, 1, 1);
        double[] y = series(new Random(SEED), 40);
        assertThat(RunLengths.of(y, 0.07, prior, 0).recentChange())
                .allSatisfy(chance -> assertThat(chance).isCloseTo(0.07, within(1e-12)));
    }

    @Test
    void aChangeShortensTheRun() {
        double[] y = IntStream.range(0, 40).mapToDouble(i -> i < 25 ? 0.1 * (i % 3) : 9).toArray();
        var lengths = RunLengths.of(y, 0.05, new RunLengths.Prior(0, 0.1, 1, 0.1), 2);
        assertThat(lengths.likeliest().get(24)).isEqualTo(25);
        assertThat(lengths.likeliest().get(26)).isLessThanOrEqualTo(2);
        assertThat(lengths.recentChange().get(26)).isGreaterThan(0.8);
    }

    @Test
    void noRiseGivesNoAlarm() {
        double[] falling = IntStream.range(0, 50).mapToDouble(i -> -i).toArray();
        assertThat(Cusum.of(falling, 0, 1, Cusum.K, Cusum.H).alarms()).isEmpty();
    }

    @Test
    void afterAnAlarmTheSumStartsAgain() {
        var cusum = Cusum.of(new double[] {6, 0, 6}, 0, 1, 0.5, 5);
        assertThat(cusum.path()).containsExactly(5.5, 0.0, 5.5);
        assertThat(cusum.alarms()).containsExactly(0, 2);
    }

    @Test
    void aDoublingOfTheRateIsFoundAndAnEvenOneIsNot() {
        double[] slowThenFast =
                IntStream.range(0, 60)
                        .mapToDouble(i -> i < 20 ? i + 1 : 20 + (i - 19) / 4.0)
                        .toArray();
        var change = RateChange.of(slowThenFast, 30);
        assertThat(change.afterEvent()).isEqualTo(20);
        assertThat(change.after() / change.before()).isCloseTo(4, within(0.01));
        assertThat(change.chance(60, RateChange.DRAWS, 1)).isLessThan(0.01);
        double[] even = IntStream.range(0, 60).mapToDouble(i -> i + 1).toArray();
        assertThat(RateChange.of(even, 60.5).chance(60, RateChange.DRAWS, 1)).isGreaterThan(0.5);
        assertThatThrownBy(() -> RateChange.of(new double[] {1, 2}, 1))
                .hasMessageContaining("do not lie in");
    }

    @Test
    void numbersThatWereAllAlikeGiveNoScore() {
        assertThat(RobustJump.of(new double[] {1, 1, 1, 50}, 3, 3.5).scores()).containsExactly(0.0);
    }

    private static double[] series(Random random, int n) {
        double[] y = new double[n];
        double level = 0;
        for (int i = 0; i < n; i++) {
            level = random.nextInt(6) == 0 ? 3 * random.nextGaussian() : level;
            y[i] = level + 0.3 * random.nextGaussian();
        }
        return y;
    }

    private static double cost(double[] y, int cuts, double penalty, Shape shape) {
        double cost = -penalty;
        int from = 0;
        for (int to = 1; to <= y.length; to++) {
            if (to == y.length || (cuts >> (to - 1) & 1) == 1) {
                if (to - from < 2) {
                    return Double.POSITIVE_INFINITY;
                }
                cost += about(Arrays.copyOfRange(y, from, to), shape) + penalty;
                from = to;
            }
        }
        return cost;
    }

    private static double about(double[] y, Shape shape) {
        if (shape == Shape.MEAN) {
            double mean = Arrays.stream(y).average().orElseThrow();
            return Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
        }
        double[] x = IntStream.range(0, y.length).mapToDouble(i -> i).toArray();
        return LinearFit.of(x, y).sse();
    }
}
