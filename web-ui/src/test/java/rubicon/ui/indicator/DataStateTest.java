package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.testing.Wire;

final class DataStateTest {
    private static final Instant NOW = Wire.RECORDED.plus(Duration.ofDays(1));

    @ParameterizedTest(name = "{0}, held: {1} -> {2}")
    @CsvSource({
        "LIVE, true, LIVE",
        "LIVE, false, NOTHING_YET",
        "OWN, true, COMPUTED",
        "OWN, false, NOT_COMPUTED",
        "FROZEN, true, FROZEN",
        "RETIRED, true, RETIRED",
        "EMPTY, true, ONE_FIGURE",
        "EMPTY, false, NOTHING_PUBLIC"
    })
    void itFollowsFromTheFeedAndFromWhetherThereIsAValue(
            String feed, boolean held, DataState expected) {
        var state = held ? Wire.state("x", 1) : Wire.nothing("x", 1);

        assertThat(DataState.of(indicator(feed), Optional.of(state), NOW)).isEqualTo(expected);
        if (!held) {
            assertThat(DataState.of(indicator(feed), Optional.empty(), NOW)).isEqualTo(expected);
        }
    }

    @Test
    void aSourceIsStaleOnceItWasSilentForLongerThanTheCatalogueTolerates() {
        var state = Optional.of(Wire.state("x", 1));

        assertThat(DataState.of(indicator("LIVE"), state, Wire.RECORDED.plus(Duration.ofDays(120))))
                .isEqualTo(DataState.LIVE);
        assertThat(DataState.of(indicator("LIVE"), state, Wire.RECORDED.plus(Duration.ofDays(121))))
                .isEqualTo(DataState.STALE);
    }

    private static IndicatorPayload indicator(String feed) {
        return Wire.indicator("x", "X", "MODEL", "MEASUREMENT", feed, List.of());
    }
}
