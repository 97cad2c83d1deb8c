package rubicon.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SliderScaleTest {
    @Test
    void aNarrowRangeIsReachedFromEndToEnd() {
        SliderScale scale = SliderScale.of(Toys.parameter("slope"), 1);

        assertThat(scale.value(0)).isEqualTo(0);
        assertThat(scale.value(SliderScale.PLACES)).isEqualTo(2);
        assertThat(scale.value(250)).isEqualTo(0.5);
        assertThat(scale.place(0.5)).isEqualTo(250);
    }

    @Test
    void placesOfALogarithmicScaleAreEqualFactors() {
        SliderScale scale = SliderScale.of(Toys.parameter("bend"), 3);

        assertThat(scale.log()).isTrue();
        assertThat(scale.low()).isEqualTo(0.01);
        assertThat(scale.value(500)).isCloseTo(Math.sqrt(0.01 * 1_000), within(0.005));
        assertThat(scale.place(scale.value(700))).isEqualTo(700);
    }

    @Test
    void aWholeNumberStaysWhole() {
        SliderScale scale = SliderScale.of(Toys.parameter("count"), 2);

        assertThat(scale.value(333) % 1).isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5, 0, 0.123456, 1.9, 700})
    void everyValueHasAPlaceAndEveryPlaceAValueInTheRange(double value) {
        SliderScale scale = SliderScale.of(Toys.parameter("slope"), value);

        assertThat(scale.place(value)).isBetween(0, SliderScale.PLACES);
        assertThat(scale.value(scale.place(value))).isBetween(0.0, 2.0);
    }

    /// Else the arrow keys could not leave a value.
    @ParameterizedTest
    @ValueSource(strings = {"slope", "bend", "count"})
    void everyPlaceHasAValueOfItsOwn(String parameter) {
        SliderScale scale = SliderScale.of(Toys.parameter(parameter), 2);
        double before = Double.NEGATIVE_INFINITY;
        for (int place = 0; place <= scale.places(); place++) {
            double value = scale.value(place);
            assertThat(value).as("place %d", place).isGreaterThan(before);
            assertThat(scale.place(value)).isEqualTo(place);
            before = value;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1.2, 3, 19})
    void theNextPlaceOfANarrowLogarithmicScaleIsAnotherValue(double value) {
        SliderScale scale = new SliderScale(0.05, 20, true, false);
        int place = scale.place(value);

        assertThat(scale.value(place + 1)).isGreaterThan(value);
        assertThat(scale.place(scale.value(place + 1))).isEqualTo(place + 1);
    }
}
