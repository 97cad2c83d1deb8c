package rubicon.model.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.score.IntervalScore.Central;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;

/// Oracles: the definitions, by quadrature or in closed form.
class ScoreTest {

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 1.5, 6})
    void theNormalScoreIsTheIntegralOfItsDefinition(double outcome) {
        var forecast = new Normal(1, 2);
        assertThat(Crps.normal(forecast, outcome))
                .isCloseTo(integral(forecast::cumulative, outcome), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 1.5, 6})
    void theScoreOfStudentsTIsTheIntegralOfItsDefinition(double outcome) {
        var forecast = new StudentT(1, 2, 5);
        assertThat(Crps.studentT(forecast, outcome))
                .isCloseTo(integral(forecast::cumulative, outcome), within(1e-4));
    }

    private static double integral(DoubleUnaryOperator cumulative, double outcome) {
        double step = 1e-3;
        return IntStream.range(-80_000, 80_000)
                .mapToDouble(i -> outcome + (i + 0.5) * step)
                .map(x -> Math.pow(cumulative.applyAsDouble(x) - (x >= outcome ? 1 : 0), 2) * step)
                .sum();
    }

    @Test
    void aForecastOfOneNumberScoresItsDistance() {
        assertThat(Crps.ensemble(new double[] {4, 4, 4}, 1.5)).isEqualTo(2.5);
        assertThat(Crps.studentT(new StudentT(4, 0, 3), 1.5)).isEqualTo(2.5);
    }

    @Test
    void anEnsembleOfNormalQuantilesScoresLikeTheNormal() {
        int m = 20_000;
        double[] ensemble =
                IntStream.range(0, m)
                        .mapToDouble(i -> Normal.standardQuantile((i + 0.5) / m))
                        .toArray();
        assertThat(Crps.ensemble(ensemble, 0.7))
                .isCloseTo(Crps.normal(new Normal(0, 1), 0.7), within(1e-4));
    }

    @Test
    void anEnsembleIsScoredAsForecastOrAsSample() {
        double[] ensemble = {1, 2.5, 4, 7};
        assertThat(Crps.ensemble(ensemble, 3.2)).isCloseTo(0.65625, within(1e-15));
        assertThat(Crps.fairEnsemble(ensemble, 3.2)).isCloseTo(0.25, within(1e-15));
        assertThatThrownBy(() -> Crps.fairEnsemble(new double[] {1}, 1))
                .hasMessage("one number is no sample");
        assertThatThrownBy(() -> Crps.studentT(new StudentT(0, 1, 1), 0))
                .hasMessageContaining("leave no score");
    }

    @Test
    void aPerfectYesNoForecastScoresZero() {
        var forecasts = new YesNoForecasts(List.of(0.0, 1.0), List.of(false, true));
        assertThat(forecasts.brier()).isZero();
        assertThat(forecasts.logarithmic()).isZero();
        assertThat(new YesNoForecasts(List.of(0.0), List.of(true)).logarithmic())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void murphysPartsMakeTheBrierScore() {
        var forecasts =
                new YesNoForecasts(
                        List.of(0.2, 0.2, 0.8, 0.8, 0.8), List.of(false, true, true, true, false));
        YesNoForecasts.Murphy parts = forecasts.murphy();
        assertThat(parts.reliability()).isCloseTo(0.14 / 3, within(1e-15));
        assertThat(parts.uncertainty()).isCloseTo(0.24, within(1e-15));
        assertThat(parts.reliability() - parts.resolution() + parts.uncertainty())
                .isCloseTo(forecasts.brier(), within(1e-15));
    }

    @Test
    void theMedianHasTheLeastMeanPinballLoss() {
        double[] outcomes = {1, 2, 3, 10, 30};
        DoubleUnaryOperator loss =
                q ->
                        IntStream.range(0, 5)
                                .mapToDouble(i -> IntervalScore.pinball(0.5, q, outcomes[i]))
                                .sum();
        assertThat(loss.applyAsDouble(3)).isLessThan(loss.applyAsDouble(2));
        assertThat(loss.applyAsDouble(3)).isLessThan(loss.applyAsDouble(4));
    }

    @Test
    void anIntervalThatMissesPaysForItsMiss() {
        var interval = new Central(0.2, new Range(1, 4.5));
        // (½·|5 − 3| + 0.1·3.5 + 0.5) / 1.5
        assertThat(IntervalScore.weighted(3, List.of(interval), 5))
                .isCloseTo(1.85 / 1.5, within(1e-15));
    }

    @Test
    void theEndsOfAnIntervalBelongToIt() {
        assertThat(
                        IntervalScore.coverage(
                                List.of(new Range(0, 1), new Range(0, 1)), List.of(1.0, 1.1)))
                .isEqualTo(0.5);
    }
}
