package rubicon.simulator.scenario.applepicking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeightsTest {
    static Stream<Heights> heights() {
        return Stream.of(
                new Heights.Uniform(),
                new Heights.Power(0.3),
                new Heights.Power(3),
                new Heights.Exponential(2.5),
                new Heights.Exponential(-2.5),
                new Heights.Exponential(0));
    }

    @ParameterizedTest
    @MethodSource("heights")
    void beginAtTheGroundAndEndAtTheTop(Heights heights) {
        assertThat(heights.below(0)).isZero();
        assertThat(heights.above(0)).isEqualTo(1);
        assertThat(heights.below(1)).isEqualTo(1);
        assertThat(heights.above(1)).isZero();
        assertThat(heights.below(1.7)).isEqualTo(1);
        assertThat(heights.above(1.7)).isZero();
    }

    @ParameterizedTest
    @MethodSource("heights")
    void belowAndAboveAreAllAndTheDensityIsTheSlope(Heights heights) {
        double h = 1e-6;
        for (double x = 0.05; x < 1; x += 0.05) {
            assertThat(heights.below(x) + heights.above(x)).isCloseTo(1, within(1e-15));
            assertThat((heights.below(x + h) - heights.below(x - h)) / (2 * h))
                    .isCloseTo(heights.density(x), within(1e-6));
            assertThat(heights.between(x - 0.05, x))
                    .isCloseTo(heights.below(x) - heights.below(x - 0.05), within(1e-15));
        }
    }

    /// Oracle: the first terms of the series about the top.
    @Test
    void whatHangsJustBelowTheTopKeepsItsDigits() {
        double gap = 1e-14;
        double below = 1 - gap;
        double exact = 1 - below;
        assertThat(new Heights.Power(3).above(below)).isCloseTo(3 * exact, within(1e-27));
        assertThat(new Heights.Exponential(2).above(below))
                .isCloseTo(2 * exact / Math.expm1(2), within(1e-27));
    }

    @Test
    void familiesMeetInTheUniformTree() {
        for (double x = 0.1; x < 1; x += 0.1) {
            assertThat(new Heights.Power(1).below(x)).isCloseTo(x, within(1e-15));
            assertThat(new Heights.Exponential(0).below(x)).isEqualTo(x);
            assertThat(new Heights.Exponential(1e-9).below(x)).isCloseTo(x, within(1e-9));
        }
    }

    @Test
    void refuseShapesThatAreNone() {
        for (double c : List.of(0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Heights.Power(c));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new Heights.Exponential(501));
        assertThatIllegalArgumentException().isThrownBy(() -> new Heights.Exponential(Double.NaN));
    }
}
