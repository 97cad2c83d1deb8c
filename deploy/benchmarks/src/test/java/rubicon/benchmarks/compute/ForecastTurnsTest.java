package rubicon.benchmarks.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ForecastTurnsTest {
    private static final int SAMPLES = 100_000;

    @Test
    void whatTheHouseFindsIsTheClosedForm() {
        double[] found = ForecastTurns.found(SAMPLES, 3);
        ForecastBench.check("rubicon", Arrays.stream(found).boxed().toList(), SAMPLES);
        assertThat(ForecastTurns.found(SAMPLES, 3)).isEqualTo(found);
        assertThat(ForecastTurns.found(SAMPLES, 4)).isNotEqualTo(found);
    }

    @Test
    void fastAndWrongDoesNotCount() {
        double[] found = ForecastTurns.found(SAMPLES, 3);
        found[3] *= 1.1;
        List<Double> wrong = Arrays.stream(found).boxed().toList();
        assertThatThrownBy(() -> ForecastBench.check("peer", wrong, SAMPLES))
                .hasMessageContaining("should be");
        assertThatThrownBy(() -> ForecastBench.check("peer", wrong.subList(0, 3), SAMPLES))
                .hasMessageContaining("should be");
    }
}
