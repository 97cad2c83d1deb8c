package rubicon.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatesTest {
    @Test
    void aYearBeginsAtItsNumber() {
        assertThat(Dates.year((double) LocalDate.of(2027, 1, 1).toEpochDay())).isEqualTo(2027);
        assertThat(Dates.year((double) LocalDate.of(2028, 7, 1).toEpochDay() + 0.5))
                .isCloseTo(2028 + 182.5 / 366, within(1e-12));
        assertThat(Dates.year(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Dates.year(-1e12)).isNegative();
    }

    /// Where calendar years end mean ones begin, within a year.
    @Test
    void farYearsJoinNearOnes() {
        assertThat(Dates.year(3e8)).isCloseTo(Dates.year(3e8 - 1), within(1.0));
    }

    @Test
    void aGridHasBothEnds() {
        LocalDate start = LocalDate.of(2026, 4, 7);
        assertThat(Dates.grid(start, start.plusDays(1_000), 120))
                .hasSize(121)
                .startsWith(start)
                .endsWith(start.plusDays(1_000));
        assertThat(Dates.grid(start, start.minusDays(5), 120))
                .containsExactly(start, start.plusDays(1));
    }
}
