package rubicon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IntervalTest {
    @ParameterizedTest(name = "{0} {1} covers {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0.95 | BOOTSTRAP | 95 % | 95 % bootstrap",
                "0.9 | MEASUREMENT_INTERVAL | 90 % | 90 % measurement interval",
                "0.8 |  | 80 % | 80 %",
                " | STANDARD_ERROR | ± 1 s.e., about 68 % | ± 1 s.e., about 68 %",
                " | STANDARD_DEVIATION_OF_RUNS | ± 1 s.d. of runs | ± 1 s.d. of runs",
                " | RANGE_OF_ANSWERS | range of answers | range of answers",
                " | RANGE_AS_REPORTED | range as reported | range as reported",
                " | AS_STATED | level not stated | as stated, level not stated",
                " | BOOTSTRAP | level not stated | bootstrap, level not stated",
                " |  | level not stated | level not stated",
            })
    void whatAnIntervalCoversIsWhatItsSourceStates(
            @Nullable Double level, @Nullable String method, String cover, String kind) {
        Interval interval = new Interval(1.0, 3.0, level, method);

        assertThat(interval.cover()).isEqualTo(cover);
        assertThat(interval.kind()).isEqualTo(kind);
    }

    @Test
    void theEndsStandWithWhatTheyCover() {
        assertThat(new Interval(0.4, 3.0, 0.9, "MEASUREMENT_INTERVAL").words("%"))
                .isEqualTo("0.40 to 3.00 % (90 %)");
        assertThat(new Interval(480.0, null, null, null).words("min"))
                .isEqualTo("from 8.0 h (level not stated)");
    }

    @Test
    void withoutEndsThereAreNoWords() {
        assertThat(new Interval(null, null, 0.95, "BOOTSTRAP").words("min")).isEmpty();
    }
}
