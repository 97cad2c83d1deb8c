package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ValueAxisTest {
    @Test
    void minutesHaveTicksThatPeopleKnow() {
        assertThat(ValueAxis.logTicks("min", List.of(2.0, 3949.8)))
                .containsExactly(4.0, 15.0, 60.0, 240.0, 480.0, 960.0, 2_400.0);
    }

    @Test
    void aLongRangeHasPowersOfTen() {
        assertThat(ValueAxis.logTicks("points", List.of(1.0, 5_000.0)))
                .containsExactly(1.0, 10.0, 100.0, 1_000.0);
    }

    @Test
    void aShortRangeHasStepsBetweenThem() {
        assertThat(ValueAxis.logTicks("points", List.of(10.0, 90.0)))
                .containsExactly(10.0, 20.0, 50.0, 100.0);
    }

    @Test
    void linearMinutesGoInWholeHours() {
        assertThat(ValueAxis.linearStep(List.of(718.81, 1437.6))).isEqualTo(240);
        assertThat(ValueAxis.linearStep(List.of(20.0))).isEqualTo(5);
    }

    @Test
    void onALinearAxisALongIntervalRunsOutOfThePicture() {
        Map<String, Object> axis =
                ValueAxis.option("min", YScale.LINEAR, List.of(3.99, 718.81, 3949.8), 718.81);

        assertThat(axis).containsEntry("max", 1_440.0).containsEntry("min", 0);
    }

    @Test
    void aLogarithmicAxisIgnoresWhatIsNotPositive() {
        Map<String, Object> axis =
                ValueAxis.option("points", YScale.LOG, List.of(0.0, 10.0, 1_000.0), 1_000.0);

        assertThat(axis).containsEntry("type", "log");
        assertThat((Double) axis.get("min")).isBetween(7.0, 10.0);
    }
}
