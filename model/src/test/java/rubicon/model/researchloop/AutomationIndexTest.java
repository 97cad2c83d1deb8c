package rubicon.model.researchloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutomationIndexTest {
    private static final long SEED = 20261121;
    private static final double LEAST = AutomationIndex.LEAST;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.2, 0.5, 0.99, 1})
    void theIndexLiesBetweenTheWeakestAndTheMeanAndItsElasticitiesSumToOne(double sigma) {
        var random = new Random(SEED);
        for (int i = 0; i < 50; i++) {
            List<Double> scores =
                    Stream.generate(() -> random.nextDouble(LEAST, 1)).limit(10).toList();
            List<Double> weights =
                    Stream.generate(() -> random.nextDouble(0.1, 3)).limit(10).toList();
            var index = AutomationIndex.of(scores, weights, sigma, LEAST);
            assertThat(index.value())
                    .as("seed %d, scores %s", SEED, scores)
                    .isBetween(Collections.min(scores) - 1e-12, index.arithmetic() + 1e-12);
            assertThat(index.elasticities().stream().mapToDouble(e -> e).sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(index.weakest()).isEqualTo(scores.indexOf(Collections.min(scores)));
        }
    }

    @Test
    void equalScoresAreTheIndex() {
        for (double sigma : new double[] {0, 0.3, 1, 4}) {
            var index = AutomationIndex.of(List.of(0.3, 0.3), List.of(1.0, 9.0), sigma, LEAST);
            assertThat(index.value()).isCloseTo(0.3, within(1e-12));
        }
    }

    @Test
    void elasticitiesAreWhatASmallChangeDoes() {
        List<Double> weights = List.of(1.0, 2.0, 0.5);
        var index = AutomationIndex.of(List.of(0.2, 0.5, 0.9), weights, 0.5, LEAST);
        var moved = AutomationIndex.of(List.of(0.2 * 1.0001, 0.5, 0.9), weights, 0.5, LEAST);
        assertThat(Math.log(moved.value() / index.value()) / Math.log(1.0001))
                .isCloseTo(index.elasticities().getFirst(), within(1e-4));
    }

    @Test
    void aHigherScoreNeverLowersTheIndex() {
        double before = 0;
        for (double score = 0; score <= 1; score += 0.05) {
            double index =
                    AutomationIndex.of(List.of(score, 0.5), List.of(1.0, 1.0), 0.5, LEAST).value();
            assertThat(index).isGreaterThanOrEqualTo(before);
            before = index;
        }
    }

    @Test
    void withoutDeviationsThereIsNoInterval() {
        var index = AutomationIndex.of(List.of(0.2, 0.5), List.of(1.0, 1.0), 0.5, LEAST);
        assertThat(index.interval(List.of(0.0, 0.0), 0.8).width()).isZero();
        assertThatThrownBy(() -> index.logSd(List.of(1.0)))
                .hasMessage("a deviation is needed for each category");
    }

    @Test
    void weightsThatSumToNothingAreRefused() {
        assertThatThrownBy(() -> AutomationIndex.of(List.of(0.5), List.of(0.0), 0.5, LEAST))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
