package rubicon.model.horizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.horizon.HorizonFit.Fitted;
import rubicon.model.horizon.HorizonFit.NoFit;
import rubicon.model.horizon.HorizonFit.Reason;

/// Properties that the optimum has in closed form; values are held against independent ones in the
/// reference cases.
class HorizonFitTest {
    private static final double REG = HorizonFit.METR_REGULARIZATION;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void minutesTimesAFactorMultiplyEveryHorizonByIt(long seed) {
        List<HorizonRun> runs = Runs.random(seed, 1, 12);
        HorizonFit fit = fit(runs, REG);
        HorizonFit longer = fit(Runs.timed(runs, run -> 7.5 * run.minutes()), REG);
        for (double rate : new double[] {0.2, 0.5, 0.8}) {
            assertThat(longer.horizonMinutes(rate).orElseThrow())
                    .isCloseTo(
                            7.5 * fit.horizonMinutes(rate).orElseThrow(),
                            Percentage.withPercentage(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void allRunsTwiceAreAsGoodAsOnce(long seed) {
        List<HorizonRun> runs = Runs.random(seed, 1, 12);
        LogisticCurve once = curve(fit(runs, REG));
        LogisticCurve twice = curve(fit(Stream.concat(runs.stream(), runs.stream()).toList(), REG));
        assertThat(twice.coefficient()).isCloseTo(once.coefficient(), within(1e-10));
        assertThat(twice.intercept()).isCloseTo(once.intercept(), within(1e-10));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theGradientVanishesAtTheOptimum(long seed) {
        List<HorizonRun> runs = Runs.random(seed, 1, 12);
        LogisticCurve curve = curve(fit(runs, REG));
        double[] weights = Weighting.INVERSE_SQRT.of(runs);
        double byIntercept = 0;
        double byCoefficient = REG * curve.coefficient();
        for (int i = 0; i < weights.length; i++) {
            double miss = curve.success(runs.get(i).minutes()) - runs.get(i).score();
            byIntercept += weights[i] * miss;
            byCoefficient += weights[i] * miss * runs.get(i).length();
        }
        assertThat(byIntercept).isCloseTo(0, within(1e-13));
        assertThat(byCoefficient).isCloseTo(0, within(1e-13));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aHigherRateOfSuccessHasAShorterHorizonIfLongerTasksAreHarder(long seed) {
        HorizonFit fit = fit(Runs.random(seed, 1, 12), REG);
        assertThat(fit.horizonMinutes(0.8).orElseThrow() < fit.horizonMinutes(0.5).orElseThrow())
                .isEqualTo(!curve(fit).rises());
    }

    @Test
    void aHeavyRidgeLeavesTheMeanScore() {
        List<HorizonRun> runs = Runs.random(11, 1, 12);
        HorizonFit fit = fit(runs, 1e9);
        assertThat(curve(fit).coefficient()).isCloseTo(0, within(1e-8));
        assertThat(curve(fit).success(3)).isCloseTo(fit.meanScore(), within(1e-7));
    }

    @Test
    void aPartOfASuccessCountsAsThatMuch() {
        List<HorizonRun> runs = Runs.random(12, 1, 12);
        List<HorizonRun> halves = Runs.scored(runs, run -> 0.25 + run.score() / 2);
        assertThat(fit(halves, REG).meanScore())
                .isCloseTo(0.25 + fit(runs, REG).meanScore() / 2, within(1e-12));
        assertThat(Math.abs(curve(fit(halves, REG)).coefficient()))
                .isLessThan(Math.abs(curve(fit(runs, REG)).coefficient()));
    }

    @Test
    void anAgentThatNeverSucceedsHasTheHorizonZero() {
        HorizonFit fit = fit(Runs.scored(Runs.random(1, 1, 5), run -> 0), REG);
        assertThat(fit).isEqualTo(new NoFit(Reason.NO_SUCCESS, 0));
        assertThat(fit.horizonMinutes(0.5)).contains(0.0);
    }

    @Test
    void anAgentThatNeverFailsHasNoBound() {
        HorizonFit fit = fit(Runs.scored(Runs.random(1, 1, 5), run -> 1), REG);
        assertThat(fit)
                .isInstanceOfSatisfying(
                        NoFit.class, it -> assertThat(it.reason()).isEqualTo(Reason.NO_FAILURE));
        assertThat(fit.horizonMinutes(0.5)).contains(Double.POSITIVE_INFINITY);
    }

    @Test
    void tasksOfOneLengthSayNothingOfOthers() {
        HorizonFit fit = fit(Runs.timed(Runs.random(1, 1, 8), run -> 5), REG);
        assertThat(fit)
                .isInstanceOfSatisfying(
                        NoFit.class, it -> assertThat(it.reason()).isEqualTo(Reason.ONE_LENGTH));
        assertThat(fit.horizonMinutes(0.5)).isEmpty();
    }

    @Test
    void separatedOutcomesHaveACurveOnlyWithARidge() {
        List<HorizonRun> runs = Runs.scored(Runs.random(1, 1, 8), run -> run.minutes() < 6 ? 1 : 0);
        assertThat(fit(runs, 0))
                .isInstanceOfSatisfying(
                        NoFit.class, it -> assertThat(it.reason()).isEqualTo(Reason.SEPARATED));
        assertThat(fit(runs, REG)).isInstanceOf(Fitted.class);
    }

    @Test
    void weightsOfAnAgentSumToOne() {
        List<HorizonRun> runs = Runs.random(3, 1, 12);
        for (Weighting weighting : Weighting.values()) {
            assertThat(Arrays.stream(weighting.of(runs)).sum()).isCloseTo(1, within(1e-14));
        }
    }

    @Test
    void whatIsNoRunIsRefused() {
        assertThatThrownBy(() -> new HorizonRun("a", "f", "t", 0, 1))
                .hasMessage("minutes 0.0 is not above 0");
        assertThatThrownBy(() -> new HorizonRun("a", "f", "t", 1, 1.5))
                .hasMessage("score 1.5 is not in [0, 1]");
        assertThatThrownBy(() -> fit(List.of(), REG)).hasMessageContaining("0 runs");
    }

    private static HorizonFit fit(List<HorizonRun> runs, double regularization) {
        return HorizonFit.of(runs, Weighting.INVERSE_SQRT, regularization);
    }

    private static LogisticCurve curve(HorizonFit fit) {
        return ((Fitted) fit).curve();
    }
}
