package rubicon.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import rubicon.ui.testing.Tales;

final class ForecastGroupTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void goalsStandApartWhateverTheClockSays() {
        var goal = Tales.goal(Tales.forecast("it", null, "2026-09-30"));

        assertThat(ForecastGroup.of(goal, TODAY)).isEqualTo(ForecastGroup.GOALS);
    }

    @Test
    void theOthersStandByWhatIsKnownOfThem() {
        assertThat(ForecastGroup.of(Tales.forecast("it", null, "2026-09-30"), TODAY))
                .isEqualTo(ForecastGroup.OVERDUE);
        assertThat(ForecastGroup.of(Tales.probability("it", 0.5, "2026-09-30", "VOID"), TODAY))
                .isEqualTo(ForecastGroup.RESOLVED);
        assertThat(ForecastGroup.of(Tales.forecast("it", null, null), TODAY))
                .isEqualTo(ForecastGroup.OPEN);
    }
}
