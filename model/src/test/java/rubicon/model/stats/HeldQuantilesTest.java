package rubicon.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.hipparchus.distribution.continuous.GammaDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Quantiles that allocate nothing, beside those of Hipparchus.
class HeldQuantilesTest {
    private static final double[] SHARES = {
        0.001, 0.02, 0.1, 0.2499, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75, 0.8, 0.975, 0.999
    };

    // An accuracy that the library stops at only where nothing is left to gain.
    private static final double UTMOST = 1e-17;

    /// 10⁻¹² of it, and how far it moves with the last digits of the mass below.
    private static Offset<Double> near(double quantile, double density) {
        return within(1e-12 * Math.abs(quantile) + 4e-15 / density);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 3, 10, 16, 17.5, 87, 400})
    void studentsIsTheLibrarys(double degrees) {
        var library = new TDistribution(degrees, UTMOST);
        var held = new StandardStudent(degrees);
        for (double p : SHARES) {
            double expected = library.inverseCumulativeProbability(p);
            assertThat(held.quantile(p))
                    .as("share %s", p)
                    .isCloseTo(expected, near(expected, library.density(expected)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3.5, 7.9, 8, 20, 40.5, 400})
    void gammasIsTheLibrarys(double shape) {
        var library = new GammaDistribution(shape, 1, UTMOST);
        // What is lost between the large numbers whose difference is the density's logarithm.
        double lost = 2e-16 * (20 + shape * Math.log1p(shape));
        for (double p : SHARES) {
            double expected = library.inverseCumulativeProbability(p);
            assertThat(StandardGamma.quantile(shape, p))
                    .as("share %s", p)
                    .isCloseTo(
                            expected, within(1e-12 * expected + lost / library.density(expected)));
        }
    }

    /// With two degrees the quantile is `(2p − 1)/√(2p(1 − p))`, with one it is Cauchy's.
    @Test
    void studentsHasItsClosedForms() {
        for (double p : new double[] {1e-6, 0.001, 0.2, 0.3, 0.49, 0.4999999, 0.7, 0.999}) {
            double two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
            double one = -1 / Math.tan(Math.PI * p);
            assertThat(StudentT.standardQuantile(p, 2)).isCloseTo(two, near(two, 1));
            assertThat(StudentT.standardQuantile(p, 1)).isCloseTo(one, near(one, 1));
        }
        assertThat(StudentT.standardQuantile(0.5, 7)).isZero();
        assertThat(StudentT.standardQuantile(0, 7)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StudentT.standardQuantile(1, 7)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /// Of shape 1 it is exponential.
    @Test
    void gammasHasItsClosedForm() {
        for (double p : SHARES) {
            double expected = -Math.log1p(-p);
            assertThat(StandardGamma.quantile(1, p)).isCloseTo(expected, near(expected, 1 - p));
        }
    }

    @Test
    void oneThatIsHeldIsTheDistributions() {
        var student = new StudentT(3, 0.5, 9);
        var beta = new Beta(12.5, 70.5);
        HeldQuantile heldStudent = student.heldQuantile();
        HeldQuantile heldBeta = beta.heldQuantile();
        for (double p : SHARES) {
            assertThat(heldStudent.at(p)).isEqualTo(student.quantile(p));
            assertThat(heldBeta.at(p)).isEqualTo(beta.quantile(p));
        }
        assertThat(new StudentT(3, 0, 9).heldQuantile().at(0.9)).isEqualTo(3);
    }

    @Test
    void refusesWhatIsNoShare() {
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.standardQuantile(1.1, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> StandardGamma.quantile(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> StandardGamma.quantile(0, 0.5));
    }
}
