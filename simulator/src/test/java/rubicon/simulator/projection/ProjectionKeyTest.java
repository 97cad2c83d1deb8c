package rubicon.simulator.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.simulator.calibration.Field;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.simulation.ScenarioVersion;

@NullUnmarked
class ProjectionKeyTest {
    private static final ScenarioVersion SCENARIO = new ScenarioVersion("follows", 2);
    private static final Optional<UUID> FIRST = Optional.empty();

    @Test
    void theSameHasOneName() {
        assertThat(key("1", read(146.1, 110.0), FIRST))
                .isEqualTo(key("1", read(146.1, 110.0), FIRST))
                .startsWith("follows/2/1/metr-horizon-p50@7/");
        assertThat(ProjectionKey.of(SCENARIO, "1", List.of(read(1, 0.5), read(2, 0.5)), FIRST))
                .isEqualTo(
                        ProjectionKey.of(
                                SCENARIO, "1", List.of(read(2, 0.5), read(1, 0.5)), FIRST));
    }

    @Test
    void anotherMathematicsIsAnotherProjection() {
        assertThat(key("2", read(146.1, 110.0), FIRST))
                .isNotEqualTo(key("1", read(146.1, 110.0), FIRST));
    }

    @Test
    void otherNumbersOfOneStateAreAnotherProjection() {
        String was = key("1", read(146.1, 110.0), FIRST);
        assertThat(key("1", read(146.2, 110.0), FIRST)).isNotEqualTo(was);
        assertThat(key("1", read(146.1, 111.0), FIRST)).isNotEqualTo(was);
    }

    @Test
    void whatComesBackIsSaidAgain() {
        assertThat(key("1", read(146.1, 110.0), Optional.of(new UUID(1, 2))))
                .isNotEqualTo(key("1", read(146.1, 110.0), FIRST));
    }

    private static String key(String spec, ReadValue read, Optional<UUID> after) {
        return ProjectionKey.of(SCENARIO, spec, List.of(read), after);
    }

    private static ReadValue read(double value, Double low) {
        return new ReadValue(
                "doubling",
                "metr-horizon-p50",
                Field.DOUBLING_DAYS,
                value,
                low,
                180.0,
                0.95,
                LocalDate.EPOCH,
                7L,
                Instant.EPOCH,
                null);
    }
}
