package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.chart.YScale;

final class IndicatorViewStateTest {
    @Test
    void anEmptyAddressIsTheDefault() {
        var parsed = IndicatorViewState.parse(Map.of());

        assertThat(parsed.state()).isEqualTo(IndicatorViewState.DEFAULT);
        assertThat(parsed.notices()).isEmpty();
        assertThat(parsed.state().toQuery()).isEmpty();
    }

    @Test
    void everyChoiceIsReadFromTheAddressAndWrittenBack() {
        Map<String, String> query =
                Map.of(
                        "asOf", "2026-02-01T00:00:00Z",
                        "ci", "none",
                        "tab", "table",
                        "time", "2023-06..2025",
                        "yScale", "linear");

        IndicatorViewState state = IndicatorViewState.parse(lists(query)).state();

        assertThat(state)
                .isEqualTo(
                        new IndicatorViewState(
                                Instant.parse("2026-02-01T00:00:00Z"),
                                YScale.LINEAR,
                                false,
                                new TimeRange(LocalDate.of(2023, 6, 1), LocalDate.of(2025, 12, 31)),
                                IndicatorTab.TABLE));
        assertThat(state.toQuery()).isEqualTo(query);
        assertThat(state.toQuery().keySet()).containsExactly("asOf", "ci", "tab", "time", "yScale");
    }

    @ParameterizedTest(name = "{0}={1} falls back")
    @CsvSource({
        "asOf, yesterday",
        "ci, 80",
        "tab, map",
        "time, 2025..2023",
        "time, 2025-13..latest",
        "yScale, cubic",
    })
    void aValueThatIsNotUnderstoodFallsBackWithANotice(String key, String value) {
        var parsed = IndicatorViewState.parse(lists(Map.of(key, value)));

        assertThat(parsed.state()).isEqualTo(IndicatorViewState.DEFAULT);
        assertThat(parsed.notices()).hasSize(1);
        assertThat(parsed.notices().getFirst()).contains(key + "=" + value);
    }

    @Test
    void unknownKeysAreDroppedWithoutANotice() {
        var parsed = IndicatorViewState.parse(lists(Map.of("utm", "x")));

        assertThat(parsed.notices()).isEmpty();
        assertThat(parsed.state().toQuery()).isEmpty();
    }

    @Test
    void theCataloguesOwnScaleIsNotWritten() {
        IndicatorViewState linear = IndicatorViewState.DEFAULT.withScale(YScale.LINEAR, YScale.LOG);

        assertThat(linear.toQuery()).isEqualTo(Map.of("yScale", "linear"));
        assertThat(linear.withScale(YScale.LOG, YScale.LOG).toQuery()).isEmpty();
    }

    private static Map<String, List<String>> lists(Map<String, String> query) {
        return query.entrySet().stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, e -> List.of(e.getValue())));
    }
}
