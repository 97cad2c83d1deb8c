package rubicon.simulator.montecarlo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UniformsTest {
    private static final List<String> NAMES = List.of("fidelity", "growth", "stages[1].share");

    @Test
    void wordsAreThoseOfTheJdksSplitMix() {
        var random = new SplittableRandom(42);
        for (int i = 0; i < 100; i++) {
            assertThat(Words.word(42, i)).isEqualTo(random.nextLong());
        }
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void pointsAreInsideTheOpenCubeUniformAndUncorrelated(Sampling sampling) {
        int n = 8192;
        double[][] points = points(uniforms(sampling, n), n);
        for (double[] coordinate : points) {
            assertThat(Arrays.stream(coordinate)).allMatch(it -> it > 0 && it < 1);
            assertThat(IntStream.range(0, n).mapToDouble(i -> coordinate[i]).average().orElse(0))
                    .isCloseTo(0.5, within(0.01));
        }
        var correlation = new PearsonsCorrelation();
        assertThat(correlation.correlation(points[0], points[1])).isCloseTo(0, within(0.035));
        assertThat(correlation.correlation(points[0], points[2])).isCloseTo(0, within(0.035));
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void aPointDependsOnItsIndexAlone(Sampling sampling) {
        int n = 10_000;
        double[][] whole = points(uniforms(sampling, n), n);
        double[][] part = new double[NAMES.size()][100];
        uniforms(sampling, n).fill(5_003, part, 100);
        for (int input = 0; input < part.length; input++) {
            for (int i = 0; i < 100; i++) {
                assertThat(part[input][i]).isEqualTo(whole[input][5_003 + i]);
            }
        }
    }

    @Test
    void whatAnInputDrawsDoesNotDependOnTheOthers() {
        double[][] three = points(new IndependentUniforms(7, NAMES), 100);
        double[][] one = new double[1][100];
        new IndependentUniforms(7, List.of("growth")).fill(0, one, 100);
        assertThat(one[0]).isEqualTo(three[1]);
        double[][] otherSeed = new double[1][100];
        new IndependentUniforms(8, List.of("growth")).fill(0, otherSeed, 100);
        assertThat(otherSeed[0]).isNotEqualTo(three[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100, 1000, 4096, 4097})
    void aLatinHypercubeHasOnePointInEverySlice(int n) {
        double[][] points = points(new LatinHypercube(7, NAMES, n), n);
        for (double[] coordinate : points) {
            assertThat(IntStream.range(0, n).map(i -> (int) Math.floor(coordinate[i] * n)).sorted())
                    .containsExactlyElementsOf(IntStream.range(0, n).boxed().toList());
        }
        if (n >= 100) {
            assertThat(new SpearmansCorrelation().correlation(points[0], points[1]))
                    .isBetween(-0.3, 0.3);
            assertThat(points[0]).isNotEqualTo(Arrays.stream(points[0]).sorted().toArray());
        }
    }

    @Test
    void sobolPointsFillEveryElementaryBox() {
        // The first 256 points of a shifted (t, s)-sequence in base 2 put one into each 256th.
        double[][] points = points(new SobolPoints(7, NAMES), 256);
        for (double[] coordinate : points) {
            assertThat(IntStream.range(0, 256).map(i -> (int) (coordinate[i] * 256)).distinct())
                    .hasSize(256);
        }
    }

    @Test
    void aCopulaGivesTheRankCorrelationAskedForAndKeepsTheMargins() {
        int n = 65_536;
        double[][] points = points(new IndependentUniforms(7, NAMES), n);
        double[] alone = points[0].clone();
        var copula = Copula.of(3, List.of(new Correlation(0, 1, 0.7), new Correlation(1, 2, -0.4)));
        copula.apply(points, n);
        var spearman = new SpearmansCorrelation();
        assertThat(copula.adjustment()).isZero();
        assertThat(spearman.correlation(points[0], points[1])).isCloseTo(0.7, within(0.01));
        assertThat(spearman.correlation(points[1], points[2])).isCloseTo(-0.4, within(0.01));
        assertThat(spearman.correlation(points[0], points[2])).isCloseTo(0, within(0.01));
        assertThat(points[0]).isEqualTo(alone);
        for (double[] coordinate : points) {
            assertThat(IntStream.range(0, n).filter(i -> coordinate[i] < 0.1).count())
                    .isBetween((long) (0.095 * n), (long) (0.105 * n));
        }
    }

    @Test
    void impossibleCorrelationsBecomeTheNearestPossible() {
        var copula =
                Copula.of(
                        3,
                        List.of(
                                new Correlation(0, 1, 0.9),
                                new Correlation(1, 2, 0.9),
                                new Correlation(0, 2, -0.9)));
        int n = 65_536;
        double[][] points = points(new IndependentUniforms(7, NAMES), n);
        copula.apply(points, n);
        assertThat(copula.adjustment()).isBetween(0.2, 0.6);
        assertThat(new SpearmansCorrelation().correlation(points[0], points[1]))
                .isBetween(0.3, 0.7);
        // All that is wanted at once and possible: perfect correlation.
        double[][] same = points(new IndependentUniforms(7, NAMES), 1000);
        Copula.of(3, List.of(new Correlation(0, 1, 1))).apply(same, 1000);
        for (int i = 0; i < 1000; i++) {
            assertThat(same[1][i]).isCloseTo(same[0][i], within(1e-3));
        }
    }

    private static Uniforms uniforms(Sampling sampling, int n) {
        return switch (sampling) {
            case INDEPENDENT -> new IndependentUniforms(7, NAMES);
            case LATIN_HYPERCUBE -> new LatinHypercube(7, NAMES, n);
            case SOBOL -> new SobolPoints(7, NAMES);
        };
    }

    private static double[][] points(Uniforms uniforms, int n) {
        double[][] points = new double[NAMES.size()][n];
        uniforms.fill(0, points, n);
        return points;
    }
}
