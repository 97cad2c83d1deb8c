package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.ui.chart.Annotations.Amount;
import rubicon.ui.chart.Annotations.Moment;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.chronicle.Chronicle;
import rubicon.ui.client.Answer;
import rubicon.ui.testing.Tales;

final class ToldTest {
    private static final String ID = "metr-horizon-p50";

    private final Told told =
            Told.of(
                    new Chronicle(
                            new Answer.Ok<>(
                                    List.of(
                                            milestone("own", List.of(), ID),
                                            milestone("both", List.of("bug-fixes"), ID),
                                            milestone("related", List.of("bug-fixes"), "other"),
                                            milestone("foreign", List.of("chip-design"), "other"))),
                            new Answer.Ok<>(
                                    List.of(
                                            threshold("in-force", "IN_FORCE", ID),
                                            threshold("gone", "SUPERSEDED", ID),
                                            threshold("foreign", "IN_FORCE", "other"))),
                            new Answer.Ok<>(
                                    List.of(forecast("own", ID), forecast("foreign", "other")))),
                    ID,
                    List.of("bug-fixes"));

    @Test
    void whatNamesTheIndicatorStandsBeforeWhatSharesACategory() {
        assertThat(told.counts())
                .isEqualTo(
                        Map.of(
                                Layer.MILESTONES, 2,
                                Layer.CATEGORIES, 1,
                                Layer.POLICIES, 1,
                                Layer.SUPERSEDED, 1,
                                Layer.FORECASTS, 1));
    }

    @Test
    void onlyTheChosenLayersAreShown() {
        Told shown = told.only(Layer.DEFAULT, TimeRange.ALL);

        assertThat(shown.milestones())
                .extracting(it -> it.milestone().id())
                .containsExactly("own", "both");
        assertThat(shown.lines()).extracting(it -> it.threshold().id()).containsExactly("in-force");
        assertThat(told.only(Set.of(), TimeRange.ALL)).isEqualTo(Told.NOTHING);
    }

    @Test
    void milestonesOutsideTheRangeAreNotShown() {
        Told shown = told.only(Layer.DEFAULT, TimeRange.since(LocalDate.of(2026, 1, 1)));

        assertThat(shown.milestones()).isEmpty();
        assertThat(shown.lines()).hasSize(1);
    }

    @Test
    void aForecastHasAPlaceOnTheChartByItsDaysOrByNumbersOfTheSameUnit() {
        var value = Tales.value("value", ID, "2027-12-31", 600);
        var days = Tales.days("days", ID, "2027-01-01", "2028-01-01", "2029-01-01");

        assertThat(drawn(value)).singleElement().isInstanceOf(Amount.class);
        assertThat(drawn(days)).singleElement().isInstanceOf(Moment.class);
        assertThat(drawn(Tales.inUnit(value, "months"))).isEmpty();
        assertThat(drawn(forecast("words", ID))).isEmpty();
    }

    private static List<rubicon.ui.chart.Annotations.Expected> drawn(ForecastEntryPayload it) {
        return TellingMarks.of(new Told(List.of(), List.of(), List.of(it)), "min").expected();
    }

    private static rubicon.model.wire.MilestonePayload milestone(
            String id, List<String> categories, String indicator) {
        return Tales.milestone(id, "2025-06-10", "DISCOVERY", categories, List.of(indicator));
    }

    private static rubicon.model.wire.PolicyThresholdPayload threshold(
            String id, String status, String indicator) {
        return Tales.threshold(
                id, status, null, List.of(Tales.line(indicator, "GE", 480)), List.of());
    }

    private static ForecastEntryPayload forecast(String id, String indicator) {
        return Tales.forecast(id, indicator, "2026-12-31");
    }
}
