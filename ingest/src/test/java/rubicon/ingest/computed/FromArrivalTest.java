package rubicon.ingest.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class FromArrivalTest {
    @Test
    void silenceLowersTheJudgement() {
        // Oracle: hazards .215 and .558 a year give .213 and .550 on 2026-11-20.
        LocalDate day = LocalDate.of(2026, 11, 20);
        assertThat(FromArrival.given(LocalDate.of(2027, 12, 31), day))
                .isCloseTo(.213, within(5e-4));
        assertThat(FromArrival.given(LocalDate.of(2028, 12, 31), day))
                .isCloseTo(.550, within(5e-4));
    }

    @Test
    void eachMonthHasItsValueUntilTheDateHasCome() {
        assertThat(FromArrival.by2027(YearMonth.of(2026, 5))).isEmpty();
        assertThat(FromArrival.by2027(YearMonth.of(2026, 11))).hasSize(6);
        assertThat(FromArrival.by2027(YearMonth.of(2030, 1)))
                .as("June 2026 to December 2027")
                .hasSize(19)
                .extracting(it -> it.estimate().value())
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }
}
