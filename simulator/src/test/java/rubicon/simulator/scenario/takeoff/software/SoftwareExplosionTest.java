package rubicon.simulator.scenario.takeoff.software;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import rubicon.simulator.scenario.series.GeometricSteps;

class SoftwareExplosionTest {
    private static final double F = 8;
    private static final double R = 1.2;
    private static final double Y = 11;
    private static final double P = 0.3;

    @Test
    void doublingTheDoublingTimeDoublesAllTimes() {
        double[] fast = run(F, R, P, 3, false).times();
        double[] slow = run(F, R, P, 6, false).times();
        for (int n = 0; n < slow.length; n++) {
            assertThat(slow[n]).isCloseTo(2 * fast[n], within(1e-12 * (1 + slow[n])));
        }
    }

    @Test
    void withoutAnExponentProgressIsLinearInTheSpeedup() {
        for (double f : new double[] {1, 3, 10}) {
            double[] times = run(f, R, 0, 3, false).times();
            for (int n = 0; n < times.length; n++) {
                assertThat(times[n]).isCloseTo(n * 3 / f, within(1e-10));
            }
        }
    }

    @Test
    void constantReturnsAreTheClosedForm() {
        for (double r : new double[] {0.7, 1, 1.8}) {
            double[] times = run(F, r, P, 3, true).times();
            GeometricSteps closed = ConstantReturns.doublings(3 / F, r, P);
            for (int n = 0; n < times.length; n++) {
                assertThat(times[n]).isCloseTo(closed.total(n), within(1e-11 * (1 + times[n])));
            }
        }
    }

    /// With small steps in the exponent, doublings are the continuous law's: `q = p(1 − 1/r)` per
    /// e-fold.
    @Test
    void constantReturnsTendToTheContinuousLaw() {
        double exponent = 1e-4;
        double growth = 2;
        GeometricSteps doublings = ConstantReturns.doublings(Math.log(2) / growth, 3, exponent);
        var continuous = new ContinuousGrowth(growth, exponent * (1 - 1 / 3.0));
        double level = continuous.level(doublings.total(200));
        assertThat(Math.log(level) / Math.log(2)).isCloseTo(200, within(0.02));
    }

    @Test
    void moreProgressIsNeverMoreLikely() {
        var random = new Random(11);
        for (int i = 0; i < 500; i++) {
            double f = 2 + 30 * random.nextDouble();
            double r = 0.4 + 3 * random.nextDouble();
            double p = 0.15 + 0.45 * random.nextDouble();
            SoftwareExplosion.Path path = run(f, r, p, 3, false);
            SoftwareExplosion.Path faster = run(2 * f, r, p, 3, false);
            for (int months : new int[] {4, 12}) {
                boolean before = true;
                for (int factor : new int[] {1, 3, 10, 30}) {
                    boolean reached = path.reaches(new ProgressSpeed(months, factor));
                    assertThat(reached && !before).isFalse();
                    before = reached;
                    if (reached) {
                        assertThat(faster.reaches(new ProgressSpeed(months, factor))).isTrue();
                    }
                }
            }
            assertThat(path.times()).doesNotContain(Double.NaN);
        }
    }

    @Test
    void aWindowIsStrictlyShorterThanItsMonths() {
        // Doublings every half month: 24 in exactly twelve months, which is not within twelve.
        SoftwareExplosion.Path path = run(6, 1, 0, 3, true);
        assertThat(path.times()[24]).isEqualTo(12);
        assertThat(path.reaches(new ProgressSpeed(12, 3))).isFalse();
        assertThat(path.bestYearsIn(12)).isEqualTo(23 / 8.0);
    }

    @Test
    void doublingsAreCutNotRounded() {
        assertThat(new ProgressSpeed(4, 10).doublings(8)).isEqualTo(26);
        assertThat(new ProgressSpeed(4, 30).doublings(8)).isEqualTo(80);
        assertThat(new ProgressSpeed(12, 3).doublings(8)).isEqualTo(24);
    }

    /// Oracle: the table and the appendix of Davidson & Houlden 2025, which print two digits.
    @Test
    void probabilitiesAreThePublishedOnes() {
        assertShares(Retraining.NONE, 0.57, 0.41, 0.18, 0.12);
        assertShares(Retraining.PROGRAM, 0.57, 0.41, 0.19, 0.14);
    }

    private static void assertShares(Retraining retraining, double... published) {
        ExplosionDraws draws = ExplosionDraws.of(3, 8_192, retraining);
        for (int i = 0; i < published.length; i++) {
            assertThat(draws.counts().get(i) / (double) draws.runs())
                    .as("%s %s", retraining, draws.events().get(i).key())
                    .isCloseTo(published[i], within(0.022));
        }
    }

    @Test
    void extremeReturnsEndInNumbers() {
        for (double r : new double[] {1e-6, 1e-3, 1e3, 1e12}) {
            assertThat(run(F, r, P, 3, false).times()).doesNotContain(Double.NaN);
        }
    }

    @Test
    void namesWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(F, 0, P, 3, false))
                .withMessageContaining("r0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retraining.of("some"))
                .withMessageContaining("retraining");
    }

    private static SoftwareExplosion.Path run(
            double f, double r, double p, double months, boolean constant) {
        return new SoftwareExplosion(f, r, Y, p, 0.5, months, Retraining.NONE, constant).path();
    }
}
