package rubicon.model.saturation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rubicon.model.saturation.Scores.Point;
import rubicon.model.stats.LinearFit;

/// Oracle: closed forms.
class SaturationTest {
    private static final double FLOOR = 0.25;
    private static final double CEILING = 0.96;

    /// Exact logistic scores with rate 2 and midpoint 2025.
    private final List<Point> exact =
            IntStream.range(0, 9)
                    .mapToDouble(i -> 2023.5 + 0.35 * i)
                    .mapToObj(t ->
                            new Point(
                                    t, FLOOR + (CEILING - FLOOR) / (1 + Math.exp(-2 * (t - 2025)))))
                    .toList();

    @Test
    void exactScoresAreRecoveredByBothFits() {
        Scores scores = Scores.of(exact, FLOOR, CEILING);
        LogitFit logit = LogitFit.of(scores);
        assertThat(logit.line().slope()).isCloseTo(2, within(1e-9));
        assertThat(logit.midpoint()).isCloseTo(2025, within(1e-9));
        assertThat(logit.tenToNinetyTime()).isCloseTo(Math.log(9), within(1e-9));
        LogisticFit logistic = LogisticFit.of(scores, 1, 2024.5);
        assertThat(logistic.rate()).isCloseTo(2, within(1e-9));
        assertThat(logistic.midpoint()).isCloseTo(2025, within(1e-9));
        assertThat(logistic.sse()).isCloseTo(0, within(1e-20));
    }

    @Test
    void aScoreOutsideIsNeverReachedAndAFallingSeriesHasNoCrossing() {
        LogitFit fit = LogitFit.of(Scores.of(exact, FLOOR, CEILING));
        assertThat(fit.crossing((FLOOR + CEILING) / 2).orElseThrow()).isCloseTo(2025, within(1e-9));
        assertThat(fit.crossing(0.97)).contains(Double.POSITIVE_INFINITY);
        LogitFit falling =
                new LogitFit(
                        fit.scale(), LinearFit.of(new double[] {1, 2, 3}, new double[] {3, 2, 1}));
        assertThat(falling.crossing(0.5)).isEmpty();
    }

    @Test
    void onlyRecordsCountAndTheFirstOfEquals() {
        Scores scores =
                Scores.of(
                        List.of(
                                new Point(3, 0.5),
                                new Point(1, 0.3),
                                new Point(2, 0.2),
                                new Point(4, 0.5),
                                new Point(3, 0.4)),
                        0,
                        1);
        assertThat(scores.points()).containsExactly(new Point(1, 0.3), new Point(3, 0.5));
        assertThat(scores.saturation()).isEqualTo(0.5);
    }

    @Test
    void aCeilingThatAScoreReachesIsRefused() {
        assertThatThrownBy(() -> Scores.of(exact, 0, 0.9))
                .hasMessageContaining("reaches the ceiling 0.9");
    }

    @Test
    void muchDataOverrulesThePrior() {
        List<Point> many =
                IntStream.range(0, 2000)
                        .mapToDouble(i -> 2024 + i * 1e-3)
                        .mapToObj(t -> new Point(t, 1 / (1 + Math.exp(-3 * (t - 2025)))))
                        .toList();
        BayesFit fit = BayesFit.of(Scores.of(many, 0, 1), BayesFit.Prior.DEFAULT);
        assertThat(fit.slope()).isCloseTo(3, within(0.01));
        assertThat(fit.meanAbove(0.5, 2025.1)).isGreaterThan(0.999);
        assertThat(fit.nextAbove(0.5, 2024.9)).isLessThan(fit.nextAbove(0.5, 2025.1));
        assertThat(fit.nextAbove(1, 2030)).isZero();
        assertThat(fit.nextAbove(0, 2020)).isEqualTo(1);
    }

    @Test
    void aScoreTakesTheCeilingsBelowItAway() {
        List<Point> points =
                List.of(new Point(2024, 0.5), new Point(2025, 0.8), new Point(2026, 0.955));
        UncertainCeiling ceiling =
                UncertainCeiling.of(points, 0, UncertainCeiling.DEFAULT, BayesFit.Prior.DEFAULT);
        assertThat(ceiling.fits())
                .extracting(fit -> fit.scale().ceiling())
                .containsExactly(0.96, 0.97, 0.98);
        // The mixture gives a score above the lowest ceiling only what the higher ones allow.
        assertThat(ceiling.nextAbove(0.965, 2030)).isBetween(0.3, 2.0 / 3);
        assertThatThrownBy(() ->
                        UncertainCeiling.of(
                                List.of(new Point(2026, 0.99)),
                                0,
                                UncertainCeiling.DEFAULT,
                                BayesFit.Prior.DEFAULT))
                .hasMessageContaining("reaches every ceiling");
    }
}
