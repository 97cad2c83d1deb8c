package rubicon.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ui.testing.Wire;

final class PatienceTest {
    private static final Instant SINCE = Wire.RECORDED;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P3D | PT50H | crossed, 2 of 3 days",
                "P1D | PT0S | crossed, 0 of 1 day",
                "PT36H | PT20H | crossed, 20 of 36 hours",
                "PT15M | PT5M | crossed, 5 of 15 minutes",
                "P3D | P9D | crossed, 3 of 3 days",
                "P3D | PT-1H | crossed, 0 of 3 days",
            })
    void aWaitIsCountedInTheUnitOfItsRule(Duration patience, Duration gone, String words) {
        assertThat(Patience.words(patience, SINCE, SINCE.plus(gone))).isEqualTo(words);
    }

    @Test
    void withoutItsRuleAPendingAlertDoesNotSayHowLong() {
        var pending = Wire.alert("a", 1, "PENDING", "WARNING", List.of());

        assertThat(Patience.words(pending, List.of(), SINCE))
                .isEqualTo("crossed, not for as long as its rule waits");
    }
}
