package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DaysTest {
    private final Days days = new Days();

    @Test
    void equalDaysAreOne() {
        LocalDate first = days.of(LocalDate.parse("2026-03-01"));

        assertThat(days.of(LocalDate.parse("2026-03-01"))).isSameAs(first);
    }

    @Test
    void everyDayIsItself() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            LocalDate day = LocalDate.ofEpochDay(random.nextInt(-800_000, 3_000_000));
            assertThat(days.of(day)).isEqualTo(day);
        }
    }
}
