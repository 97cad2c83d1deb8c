package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.IndicatorPayload.HumanBaselinePayload;
import rubicon.model.wire.IndicatorPayload.NoiseCeilingPayload;
import rubicon.ui.testing.Wire;

final class FrontierChartTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everySeriesHasItsStableIdAndPlace() {
        JsonNode option = option(ChartModel.Choice.DEFAULT);

        assertThat(ids(option)).containsExactly("results", "intervals", "trend", "frontier");
    }

    @Test
    void withoutIntervalsNoneAreDrawn() {
        JsonNode option = option(new ChartModel.Choice(null, false, TimeRange.ALL));

        assertThat(ids(option)).containsExactly("results", "trend", "frontier");
    }

    @Test
    void whereNoValueHasAnIntervalNoneIsDrawnOrNamed() {
        JsonNode option = JSON.valueToTree(FrontierChart.option(withoutIntervals()));

        assertThat(ids(option)).containsExactly("results", "trend", "frontier");
        assertThat(option.at("/legend/data").findValuesAsText("name"))
                .noneMatch(name -> name.startsWith("Intervals"));
    }

    @Test
    void theRecordHasTheLargestPointSoThatItsNameStays() {
        JsonNode data = series(option(ChartModel.Choice.DEFAULT), "frontier").get("data");

        List<Double> sizes = new ArrayList<>();
        data.forEach(point -> sizes.add(point.get("symbolSize").asDouble()));
        assertThat(sizes).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aRangeOfOneDayHasAnAxisThatRises() {
        TimeRange day = TimeRange.parse("2025-04-16..2025-04-16").orElseThrow();
        JsonNode axis = option(new ChartModel.Choice(null, true, day)).get("xAxis");

        assertThat(axis.get("min").asText()).isLessThan(axis.get("max").asText());
    }

    @Test
    void thePointsOfTheFrontierAreDatesAndValuesWithTheirNames() {
        JsonNode data = series(option(ChartModel.Choice.DEFAULT), "frontier").get("data");

        assertThat(data).hasSize(3);
        assertThat(data.get(2).get("name").asText()).isEqualTo("Claude Opus 4.6");
        assertThat(data.get(2).get("value").toString()).isEqualTo("[\"2026-02-05\",718.81]");
        assertThat(data.get(2).get("tip").toString())
                .isEqualTo(
                        "[\"Claude Opus 4.6\",\"12.0 h\",\"5.3 h to 65.8 h (95 %)\",\"Anthropic · 5"
                                + " Feb 2026\"]");
    }

    @Test
    void anIntervalIsItsDateAndBothEnds() {
        JsonNode data = series(option(ChartModel.Choice.DEFAULT), "intervals").get("data");

        assertThat(data.get(0).toString()).isEqualTo("[\"2023-03-14\",2.0,7.9]");
    }

    @Test
    void theScaleOfTheCatalogueHoldsUntilAnotherIsChosen() {
        assertThat(option(ChartModel.Choice.DEFAULT).at("/yAxis/type").asText()).isEqualTo("log");
        assertThat(
                        option(new ChartModel.Choice(YScale.LINEAR, true, TimeRange.ALL))
                                .at("/yAxis/type")
                                .asText())
                .isEqualTo("value");
    }

    @Test
    void referenceLinesAndThresholdsOfEnabledRulesAreDrawn() {
        JsonNode lines = series(option(ChartModel.Choice.DEFAULT), "frontier").at("/markLine/data");

        assertThat(lines.findValuesAsText("short")).containsExactly("8 h", "16 h");
        assertThat(lines.findValuesAsText("formatter"))
                .containsExactly("8 h  warning: one working day", "16 h  limit of the suite");
    }

    @Test
    void aRangeCutsPointsAndAxis() {
        TimeRange range = TimeRange.since(LocalDate.of(2025, 1, 1));

        JsonNode option = option(new ChartModel.Choice(null, true, range));

        assertThat(series(option, "frontier").get("data")).hasSize(2);
        assertThat(option.at("/xAxis/min").asText()).isEqualTo("2025-01-01");
    }

    @Test
    void aRowThatDoesNotStandIsNotDrawn() {
        JsonNode data = series(option(ChartModel.Choice.DEFAULT), "results").get("data");

        assertThat(data).hasSize(1);
        assertThat(data.get(0).get("name").asText()).isEqualTo("stands");
    }

    @Test
    void theChartIsToldInWords() {
        ChartModel model = model(ChartModel.Choice.DEFAULT);

        assertThat(ChartSummary.of(model))
                .isEqualTo(
                        "Time horizon at 50 %, logarithmic scale: the running best has 3 points, from"
                                + " 4.0 min (GPT-4, 14 Mar 2023) to 12.0 h (Claude Opus 4.6, 5 Feb 2026)."
                                + " It doubles every 129 d (95 % interval 110 to 155 d).");
    }

    @Test
    void anEmptyRangeIsToldSo() {
        ChartModel model =
                model(new ChartModel.Choice(null, true, TimeRange.since(LocalDate.of(2030, 1, 1))));

        assertThat(model.isEmpty()).isTrue();
        assertThat(ChartSummary.of(model)).endsWith("no values in this range.");
    }

    @Test
    void theLegendSaysWhatTheIntervalsCover() {
        JsonNode option = option(ChartModel.Choice.DEFAULT);

        assertThat(option.at("/legend/data").findValuesAsText("name")).contains("Intervals, 95 %");
        assertThat(series(option, "frontier").at("/data/0/tip/2").asText())
                .isEqualTo("2.0 min to 7.9 min (95 %)");
    }

    @Test
    void whatPeopleReachHasItsOwnDashedLineAndPlaceInTheLegend() {
        var indicator =
                Wire.between(
                        Wire.indicator("metr-horizon-p50", "Time horizon at 50 %", "LINEAR"),
                        new HumanBaselinePayload(480.0, "an expert", "8 h", "A paper", null),
                        new NoiseCeilingPayload(90_000.0, "labels are wrong", "Another paper"));
        ChartModel model =
                ChartModel.of(
                        indicator,
                        Wire.state(1),
                        List.of(),
                        List.of(Wire.rule("passed", 480, true)),
                        ChartModel.Choice.DEFAULT);
        JsonNode option = JSON.valueToTree(FrontierChart.option(model));

        assertThat(option.at("/legend/data").findValuesAsText("name"))
                .contains("Human baseline", "Noise ceiling");
        JsonNode line = series(option, "baseline").at("/markLine/data/0");
        assertThat(line.get("yAxis").asDouble()).isEqualTo(480);
        assertThat(line.at("/label/show").asBoolean(true))
                .as("the rule's label tells it")
                .isFalse();
        assertThat(series(option, "frontier").at("/markLine/data/0/label/words").asText())
                .isEqualTo("8 h  baseline: an expert · warning");
        assertThat(series(option, "height").get("data")).as("the ceiling is too far").hasSize(2);
        assertThat(LineNotes.notes(indicator, model))
                .extracting(LineNotes.Note::what, LineNotes.Note::source, LineNotes.Note::drawn)
                .contains(
                        tuple("Human baseline: an expert, 8 h", "A paper", true),
                        tuple("Noise ceiling: labels are wrong", "Another paper", false));
    }

    private static ChartModel model(ChartModel.Choice choice) {
        return ChartModel.of(
                Wire.indicator("metr-horizon-p50", "Time horizon at 50 %", "LOG"),
                Wire.state(1),
                List.of(
                        Wire.row("stands", 1, "STANDING", 203.0),
                        Wire.row("superseded", 1, "SUPERSEDED", 204.0),
                        Wire.row("retracted", 1, "RETRACTED", null)),
                List.of(Wire.rule("one working day", 480, true), Wire.rule("off", 240, false)),
                choice);
    }

    private static ChartModel withoutIntervals() {
        ChartModel model = model(ChartModel.Choice.DEFAULT);
        return new ChartModel(
                model.title(),
                model.unit(),
                model.scale(),
                model.intervals(),
                model.results(),
                model.frontier().stream()
                        .map(dot ->
                                new ChartModel.Dot(
                                        dot.day(),
                                        dot.precision(),
                                        dot.value(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        dot.name(),
                                        dot.developer()))
                        .toList(),
                model.doubtful(),
                model.retracted(),
                model.trend(),
                model.range(),
                model.lines(),
                model.annotations());
    }

    private static JsonNode option(ChartModel.Choice choice) {
        return JSON.valueToTree(FrontierChart.option(model(choice)));
    }

    private static List<String> ids(JsonNode option) {
        List<String> ids = new ArrayList<>();
        option.get("series").forEach(series -> ids.add(series.get("id").asText()));
        return ids;
    }

    private static JsonNode series(JsonNode option, String id) {
        for (JsonNode series : option.get("series")) {
            if (series.get("id").asText().equals(id)) {
                return series;
            }
        }
        throw new AssertionError("no series " + id);
    }
}
