package rubicon.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ui.client.ScenarioModelPayload.OutputPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

final class OutputLayoutTest {
    @Test
    void singleValuesAreTilesAndListsAlongAnAnsweredAxisAreCurves() {
        OutputLayout layout = OutputLayout.of(Toys.model());

        assertThat(layout.tiles())
                .extracting(OutputPayload::name)
                .containsExactly("total", "end", "unknown");
        assertThat(layout.curves())
                .extracting(OutputLayout.Curves::title)
                .containsExactly("Line (h) over xs", "Steep count (categories) over years");
        assertThat(layout.rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "min, horizonCurve horizonCurveAtRate, Horizon (min) over dates",
        "share, aiShare humanShare, Share over dates",
        "1, up down, Values over dates",
        "year, firstYear, First year over dates"
    })
    void curvesAreCalledByWhatTheirNamesHaveInCommon(String unit, String names, String title) {
        var axis = output("curveDates", "date", "DAYS");
        var curves =
                new OutputLayout.Curves(
                        axis,
                        unit,
                        Arrays.stream(names.split(" "))
                                .map(it -> output(it, unit, "REALS"))
                                .toList());

        assertThat(curves.title()).isEqualTo(title);
    }

    private static OutputPayload output(String name, String unit, String shape) {
        return new OutputPayload(name, unit, "", shape, null, false, List.of());
    }

    @Test
    void theGroupsOfInputsHoldEachOnce() {
        var groups = InputGroups.of(Toys.model(), _ -> true);

        assertThat(groups.keySet())
                .containsExactly(
                        "Choices", "Assumptions", "For the chosen shape", "Tables", "The question");
        assertThat(groups.values().stream().flatMap(it -> it.stream()).map(ParameterPayload::name))
                .containsExactlyInAnyOrderElementsOf(
                        Toys.model().parameters().stream().map(ParameterPayload::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "peopleCurve, people",
        "curveSurvival, survival",
        "nowCurveWeibull, now weibull",
        "end2024, end 2024",
        "curves, curves",
        "aiLabour, AI labour",
        "total, total"
    })
    void aNameBecomesWords(String name, String words) {
        assertThat(OutputLayout.words(name)).isEqualTo(words);
    }
}
