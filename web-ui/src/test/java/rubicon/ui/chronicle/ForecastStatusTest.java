package rubicon.ui.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ui.testing.Tales;

final class ForecastStatusTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest(name = "due {0}: {1}")
    @CsvSource({
        "2026-11-20, OVERDUE",
        "2026-11-21, DUE_SOON",
        "2027-01-20, DUE_SOON",
        "2027-01-21, OPEN",
    })
    void theLastDayItselfStillCounts(String due, ForecastStatus expected) {
        assertThat(ForecastStatus.of(Tales.forecast("it", null, due), TODAY)).isEqualTo(expected);
    }

    @Test
    void withoutALastDayItStaysOpen() {
        assertThat(ForecastStatus.of(Tales.forecast("it", null, null), TODAY))
                .isEqualTo(ForecastStatus.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"HAPPENED", "DID_NOT_HAPPEN", "VOID"})
    void aResolutionStandsAboveTheClock(String outcome) {
        ForecastStatus status =
                ForecastStatus.of(Tales.probability("it", 0.5, "2020-01-01", outcome), TODAY);

        assertThat(status.name()).isEqualTo(outcome);
        assertThat(status.isResolved()).isTrue();
    }
}
