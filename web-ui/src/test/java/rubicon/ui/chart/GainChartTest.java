package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.RecordLedgerPayload.RecordStepPayload;
import rubicon.ui.testing.Analyses;

class GainChartTest {
    private static final List<RecordStepPayload> STEPS =
            Analyses.ledger("any", LocalDate.of(2025, 11, 20)).steps();

    @Test
    void everyActorHasALineThatSumsItsStepsAndEndsWithTheLedger() {
        List<Map<String, Object>> series = series();
        assertThat(series).extracting(it -> it.get("name")).containsExactly("People", "AI");
        List<Map<String, Object>> ai = points(series.get(1));
        assertThat(ai).hasSize(4);
        assertThat(value(ai.getFirst())).isEqualTo(List.of("2024-06-01", 0.0));
        assertThat((double) value(ai.getLast()).get(1))
                .isCloseTo(Math.log(31.4 / 31) + Math.log(31 / 20.0), within(1e-12));
        assertThat(value(ai.getLast()).getFirst()).isEqualTo("2026-07-17");
    }

    @Test
    void aBundleHasAMarkOfItsOwnAndSaysSo() {
        Map<String, Object> bundle = points(series().get(1)).get(2);
        assertThat(bundle).containsEntry("symbol", "diamond");
        assertThat(Objects.toString(bundle.get("tip"))).contains("autoresearch", "bundled");
    }

    @Test
    void theChartIsToldInWords() {
        assertThat(GainChart.summary(STEPS))
                .isEqualTo(
                        "Sum of logarithmic steps by actor, 1 Jun 2024 to 17 Jul 2026. People: 2 steps, together 0.38; AI: 2 steps, together 0.45.");
        assertThat(GainChart.percent(Math.log(31.4 / 24.9))).isEqualTo("20.7 %");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> series() {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(GainChart.option(STEPS).get("series"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> points(Map<String, Object> series) {
        return (List<Map<String, Object>>) Objects.requireNonNull(series.get("data"));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> value(Map<String, Object> point) {
        return (List<Object>) Objects.requireNonNull(point.get("value"));
    }
}
