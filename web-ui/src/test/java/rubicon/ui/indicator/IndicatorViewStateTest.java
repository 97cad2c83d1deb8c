package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.analysis.SeriesReading;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.chart.YScale;

final class IndicatorViewStateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:40:12.345Z");

    @Test
    void anEmptyAddressIsTheDefault() {
        var parsed = IndicatorViewState.parse(Map.of(), NOW);

        assertThat(parsed.state()).isEqualTo(IndicatorViewState.DEFAULT);
        assertThat(parsed.notices()).isEmpty();
        assertThat(parsed.state().toQuery()).isEmpty();
    }

    @Test
    void everyChoiceIsReadFromTheAddressAndWrittenBack() {
        Map<String, String> query = new TreeMap<>(Map.of("threshold", "6000.5"));
        query.putAll(
                Map.of(
                        "agent", "Claude 3.5 Sonnet (New)",
                        "annotations", "milestones,superseded",
                        "asOf", "2026-02-01T00:00:00Z",
                        "ci", "none",
                        "tab", "table",
                        "time", "2023-06..2025",
                        "yScale", "linear",
                        "reading", "clean",
                        "rival", "GPT-4",
                        "since", "2025-09-01"));

        IndicatorViewState state = IndicatorViewState.parse(lists(query), NOW).state();

        assertThat(state)
                .isEqualTo(
                        new IndicatorViewState(
                                Instant.parse("2026-02-01T00:00:00Z"),
                                YScale.LINEAR,
                                false,
                                new TimeRange(LocalDate.of(2023, 6, 1), LocalDate.of(2025, 12, 31)),
                                IndicatorTab.TABLE,
                                Set.of(Layer.MILESTONES, Layer.SUPERSEDED),
                                SeriesReading.CLEAN,
                                "Claude 3.5 Sonnet (New)",
                                "GPT-4",
                                LocalDate.of(2025, 9, 1),
                                6000.5));
        assertThat(state.toQuery()).isEqualTo(query);
        assertThat(state.toQuery().keySet())
                .containsExactly(
                        "agent",
                        "annotations",
                        "asOf",
                        "ci",
                        "reading",
                        "rival",
                        "since",
                        "tab",
                        "threshold",
                        "time",
                        "yScale");
    }

    @ParameterizedTest(name = "{0}={1} falls back")
    @CsvSource({
        "annotations, rumours",
        "asOf, yesterday",
        "ci, 80",
        "since, lately",
        "tab, map",
        "threshold, soon",
        "threshold, NaN",
        "time, 2025..2023",
        "time, 2025-13..latest",
        "yScale, cubic",
    })
    void aValueThatIsNotUnderstoodFallsBackWithANotice(String key, String value) {
        var parsed = IndicatorViewState.parse(lists(Map.of(key, value)), NOW);

        assertThat(parsed.state()).isEqualTo(IndicatorViewState.DEFAULT);
        assertThat(parsed.notices()).hasSize(1);
        assertThat(parsed.notices().getFirst()).contains(key + "=" + value);
    }

    @ParameterizedTest(name = "asOf={0} is {1}")
    @CsvSource({
        "2026-11-20, 2026-11-20T23:59:59Z",
        "2026-11-21, 2026-11-21T09:40:12Z",
        "2026-11-21T09:40:12.300Z, 2026-11-21T09:40:12.300Z"
    })
    void aDayStandsForWhatWasKnownWhenItEndedAndTodayForNow(String text, Instant expected) {
        var parsed = IndicatorViewState.parse(lists(Map.of("asOf", text)), NOW);

        assertThat(parsed.state().asOf()).isEqualTo(expected);
        assertThat(parsed.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-11-21T23:59:59Z", "2031-01-01T00:00:00Z"})
    void whatLiesAheadIsBroughtToNowWithANotice(String text) {
        var parsed = IndicatorViewState.parse(lists(Map.of("asOf", text)), NOW);

        assertThat(parsed.state().asOf()).isEqualTo("2026-11-21T09:40:12Z");
        assertThat(parsed.notices()).singleElement().asString().contains("still to come");
    }

    @Test
    void unknownKeysAreDroppedWithoutANotice() {
        var parsed = IndicatorViewState.parse(lists(Map.of("utm", "x")), NOW);

        assertThat(parsed.notices()).isEmpty();
        assertThat(parsed.state().toQuery()).isEmpty();
    }

    @Test
    void theCataloguesOwnScaleIsNotWritten() {
        IndicatorViewState linear = IndicatorViewState.DEFAULT.withScale(YScale.LINEAR, YScale.LOG);

        assertThat(linear.toQuery()).isEqualTo(Map.of("yScale", "linear"));
        assertThat(linear.withScale(YScale.LOG, YScale.LOG).toQuery()).isEmpty();
    }

    @Test
    void annotationsCanBeSwitchedOffAndOneByOne() {
        IndicatorViewState off = IndicatorViewState.DEFAULT.withLayers(Set.of());
        var all = Layer.toggled(Layer.toggled(Layer.DEFAULT, Layer.CATEGORIES), Layer.SUPERSEDED);

        assertThat(off.toQuery()).isEqualTo(Map.of("annotations", "none"));
        assertThat(IndicatorViewState.parse(lists(off.toQuery()), NOW).state()).isEqualTo(off);
        assertThat(IndicatorViewState.DEFAULT.withLayers(all).toQuery())
                .isEqualTo(
                        Map.of(
                                "annotations",
                                "milestones,categories,policies,superseded,forecasts"));
        assertThat(Layer.toggled(Layer.toggled(Layer.DEFAULT, Layer.FORECASTS), Layer.FORECASTS))
                .isEqualTo(Layer.DEFAULT);
    }

    private static Map<String, List<String>> lists(Map<String, String> query) {
        return query.entrySet().stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                Map.Entry::getKey, e -> List.of(e.getValue())));
    }
}
