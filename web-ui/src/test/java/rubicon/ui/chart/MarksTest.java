package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.ui.chart.Annotations.Amount;
import rubicon.ui.chart.Annotations.Expected;
import rubicon.ui.chart.Annotations.Flag;
import rubicon.ui.chart.Annotations.Moment;
import rubicon.ui.chart.Annotations.Note;
import rubicon.ui.chart.Annotations.PolicyLine;
import rubicon.ui.testing.Wire;

final class MarksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Note NOTE = new Note("Who", "What", "Source");

    /// The chart of `Wire.state` reaches from March 2023 to 5 February 2026.
    @Test
    void flagsAreNumberedByTheirDay() {
        ChartModel model =
                model(TimeRange.ALL, flag("later", "2025-06-10"), flag("first", "2024-01-05"));

        assertThat(Marks.of(model).sign("first")).isEqualTo("1");
        assertThat(Marks.of(model).sign("later")).isEqualTo("2");
    }

    @Test
    void aFlagBeforeTheChartBeginsHasNoSignAndTakesNoNumber() {
        ChartModel model =
                model(TimeRange.ALL, flag("long ago", "2019-01-01"), flag("inside", "2025-06-10"));

        assertThat(Marks.of(model).sign("long ago")).isEmpty();
        assertThat(Marks.of(model).sign("inside")).isEqualTo("1");
    }

    @Test
    void aFlagAfterTheLastValueMakesTheChartLonger() {
        ChartModel model = model(TimeRange.ALL, flag("after", "2026-09-01"));

        assertThat(TimeSpan.of(model).to()).isAfter("2026-09-01");
        assertThat(Marks.of(model).sign("after")).isEqualTo("1");
    }

    @Test
    void whatLiesFarAheadDoesNotPressTheValuesTogether() {
        ChartModel model =
                model(
                        new Moment(
                                "far",
                                day("2028-01-01"),
                                day("2031-01-01"),
                                day("2060-01-01"),
                                NOTE));

        assertThat(TimeSpan.of(model).to()).isBetween("2027-06-01", "2028-06-01");
        assertThat(Marks.of(model).sign("far")).isEqualTo("A");
    }

    @Test
    void aChosenRangeIsNotMadeLonger() {
        TimeRange range = TimeRange.parse("2024..2025").orElseThrow();
        ChartModel model = model(range, flag("inside", "2025-06-10"), flag("after", "2026-09-01"));

        assertThat(TimeSpan.of(model).to()).isEqualTo("2025-12-31");
        assertThat(Marks.of(model).sign("after")).isEmpty();
    }

    @Test
    void flagsStandInAStripAboveThePlot() {
        JsonNode without = option(model(TimeRange.ALL));
        JsonNode with = option(model(TimeRange.ALL, flag("one", "2025-06-10")));

        assertThat(with.at("/grid/top").asInt())
                .isGreaterThan(without.at("/grid/top").asInt() + 30);
        JsonNode item = series(with, "milestones").at("/data/0");
        assertThat(item.get("value").toString()).isEqualTo("[\"2025-06-10\",1,2,14,1]");
        assertThat(item.get("note").toString()).isEqualTo("[\"1 · Who\",\"What\",\"Source\"]");
    }

    @Test
    void whereTheDayIsNotKnownTheFlagSaysSo() {
        Flag month = new Flag("month", day("2025-06-01"), false, NOTE);

        assertThat(
                        series(option(model(TimeRange.ALL, month)), "milestones")
                                .at("/data/0/value/1")
                                .asInt())
                .isZero();
    }

    @Test
    void timesAndValuesThatPeopleExpectAreSeriesOfTheirOwn() {
        JsonNode option =
                option(
                        model(
                                new Moment(
                                        "when", day("2026-09-01"), day("2027-06-19"), null, NOTE),
                                new Amount(
                                        "how much",
                                        day("2026-12-31"),
                                        600.0,
                                        null,
                                        6_000.0,
                                        NOTE)));

        assertThat(series(option, "expected-times").at("/data/0/value").toString())
                .isEqualTo("[\"2026-09-01\",\"2027-06-19\",null,28,65]");
        assertThat(series(option, "expected-values").at("/data/0/value").toString())
                .isEqualTo("[\"2026-12-31\",600.0,null,6000.0,66]");
    }

    @Test
    void noTimeEntersTheValueAxis() {
        JsonNode option = option(model(new Moment("when", null, day("2027-06-19"), null, NOTE)));

        assertThat(series(option, "expected-times").at("/encode/y").asInt()).isEqualTo(-1);
    }

    @Test
    void aLineOfAPolicyIsSolidAndDashedOnceSuperseded() {
        Annotations policies =
                new Annotations(
                        List.of(),
                        List.of(
                                new PolicyLine(600, "in force", false),
                                new PolicyLine(700, "gone", true)),
                        List.of());

        JsonNode lines =
                series(option(model(TimeRange.ALL, policies)), "frontier").at("/markLine/data");

        List<String> drawn = new ArrayList<>();
        lines.forEach(line ->
                drawn.add(line.get("name").asText() + " " + line.at("/lineStyle/type").asText()));
        assertThat(drawn)
                .containsExactly("in force solid", "gone dashed", "limit of the suite dotted");
    }

    @Test
    void whereThereIsNoResultNothingIsMarked() {
        TimeRange empty = TimeRange.since(LocalDate.of(2030, 1, 1));

        assertThat(Marks.of(model(empty, flag("one", "2030-06-10"))).count()).isZero();
    }

    @Test
    void theSummaryTellsThatThereAreAnnotations() {
        assertThat(ChartSummary.of(model(TimeRange.ALL, flag("one", "2025-06-10"))))
                .contains("It carries 1 annotation,");
    }

    private static Flag flag(String key, String date) {
        return new Flag(key, day(date), true, NOTE);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static ChartModel model(TimeRange range, Flag... flags) {
        return model(range, new Annotations(List.of(flags), List.of(), List.of()));
    }

    private static ChartModel model(Expected... expected) {
        return model(TimeRange.ALL, new Annotations(List.of(), List.of(), List.of(expected)));
    }

    private static ChartModel model(TimeRange range, Annotations annotations) {
        return ChartModel.of(
                Wire.indicator("metr-horizon-p50", "Time horizon at 50 %", "LOG"),
                Wire.state(1),
                List.of(),
                List.of(),
                new ChartModel.Choice(null, true, range),
                annotations);
    }

    private static JsonNode option(ChartModel model) {
        return JSON.valueToTree(FrontierChart.option(model));
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
