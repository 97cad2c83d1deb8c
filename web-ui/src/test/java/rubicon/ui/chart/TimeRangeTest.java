package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeRangeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023..latest",
                "2023-06..latest",
                "2023-06-15..2024-02",
                "earliest..2024",
                "2023..2024-02-10",
                "earliest..latest",
            })
    void aRangeIsWrittenAsItWasRead(String text) {
        assertThat(TimeRange.parse(text).orElseThrow().key()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2023",
                "..",
                "latest..2023",
                "2024..2023",
                "2023-02-30..latest",
                "x..y"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertThat(TimeRange.parse(text)).isEmpty();
    }

    @Test
    void aYearAtTheEndHoldsAllOfIt() {
        TimeRange range = TimeRange.parse("2023..2024").orElseThrow();

        assertThat(range.contains(LocalDate.of(2022, 12, 31))).isFalse();
        assertThat(range.contains(LocalDate.of(2023, 1, 1))).isTrue();
        assertThat(range.contains(LocalDate.of(2024, 12, 31))).isTrue();
        assertThat(range.contains(LocalDate.of(2025, 1, 1))).isFalse();
    }
}
