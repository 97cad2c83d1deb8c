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

    /// Oracle: the calendar of `java.time`, whose days this counts by itself.
    @Test
    void aYearIsThatOfTheCalendar() {
        for (long day = -900_000; day < 900_000; day += 17) {
            LocalDate date = LocalDate.ofEpochDay(day);
            assertThat(Dates.year(day + 0.25))
                    .as(date.toString())
                    .isEqualTo(date.getYear() + (date.getDayOfYear() - 0.75) / date.lengthOfYear());
            assertThat(Dates.yearAtEnd(day))
                    .as(date.toString())
                    .isEqualTo(date.getYear() + (double) date.getDayOfYear() / date.lengthOfYear());
        }
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
