package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.IndicatorStatePayload.TrendPayload;

final class TrendLineTest {
    private static final LocalDate ORIGIN = LocalDate.of(2023, 1, 1);

    @Test
    void theLineDoublesWithEachDoublingTime() {
        List<TrendLine.At> line = TrendLine.between(trend(100), ORIGIN, ORIGIN.plusDays(300));

        // Closed form: 2 · 2^0 and 2 · 2^3.
        assertThat(line.getFirst().value()).isCloseTo(2.0, within(1e-12));
        assertThat(line.getLast().value()).isCloseTo(16.0, within(1e-12));
        assertThat(line.getLast().day()).isEqualTo(ORIGIN.plusDays(300));
        assertThat(line).hasSize(49);
    }

    @Test
    void aNegativeDoublingTimeFalls() {
        List<TrendLine.At> line = TrendLine.between(trend(-100), ORIGIN, ORIGIN.plusDays(100));

        assertThat(line.getLast().value()).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void anEmptyStretchHasNoLine() {
        assertThat(TrendLine.between(trend(100), ORIGIN, ORIGIN)).isEmpty();
        assertThat(TrendLine.between(trend(0), ORIGIN, ORIGIN.plusDays(9))).isEmpty();
    }

    private static TrendPayload trend(double doubling) {
        return new TrendPayload(
                "EXPONENTIAL",
                ORIGIN,
                null,
                new EstimatePayload(doubling, null, null, 0.95, "OLS_T"),
                14,
                ORIGIN,
                2.0,
                0.9);
    }
}
