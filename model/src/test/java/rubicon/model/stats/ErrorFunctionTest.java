package rubicon.model.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class ErrorFunctionTest {

    /// Oracle: Hipparchus' series and continued fractions.
    @Test
    void isTheComplementInBothTails() {
        for (double x = -30; x < 26; x += 0.00137) {
            double expected = Erf.erfc(x);
            assertThat(ErrorFunction.complement(x))
                    .as("erfc(%s)", x)
                    .isCloseTo(expected, within(2e-13 * expected));
        }
    }

    @Test
    void endsAreNumbers() {
        assertThat(ErrorFunction.complement(0)).isEqualTo(1);
        assertThat(ErrorFunction.complement(Double.POSITIVE_INFINITY)).isZero();
        assertThat(ErrorFunction.complement(Double.NEGATIVE_INFINITY)).isEqualTo(2);
        assertThat(ErrorFunction.complement(Double.NaN)).isNaN();
    }
}
