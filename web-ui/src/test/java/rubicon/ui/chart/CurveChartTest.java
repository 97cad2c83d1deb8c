package rubicon.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ui.chart.CurveModel.Band;
import rubicon.ui.chart.CurveModel.Between;
import rubicon.ui.chart.CurveModel.Curve;
import rubicon.ui.chart.CurveModel.Place.Amount;
import rubicon.ui.chart.CurveModel.Point;

final class CurveChartTest {
    @Test
    void bandsLieBelowCurvesAndEachCurveHasItsOwnDash() {
        CurveModel model =
                new CurveModel(
                        "Title",
                        "months",
                        "h",
                        YScale.LINEAR,
                        List.of(curve("a"), curve("b")),
                        List.of(new Band("half", List.of(new Between(new Amount(1), 1, 3)), 0.3)));

        List<?> series = series(model);

        assertThat(series).hasSize(3);
        assertThat(String.valueOf(series.getFirst())).contains("renderItem=rubicon:band");
        assertThat(dash(series.get(1))).isNotEqualTo(dash(series.get(2)));
        assertThat(CurveChart.summary(model))
                .isEqualTo("Title, along months: a from 1.00 to 4.00; b from 1.00 to 4.00.");
    }

    @Test
    void positiveHeightsThatDifferAThousandfoldSuitALogarithm() {
        assertThat(CurveModel.suiting(List.of(1.0, 1_001.0))).isEqualTo(YScale.LOG);
        assertThat(CurveModel.suiting(List.of(1.0, 999.0))).isEqualTo(YScale.LINEAR);
        assertThat(CurveModel.suiting(List.of(0.0, 1e9))).isEqualTo(YScale.LINEAR);
        assertThat(CurveModel.suiting(List.of())).isEqualTo(YScale.LINEAR);
    }

    private static Curve curve(String name) {
        return new Curve(
                name, List.of(new Point(new Amount(1), 1), new Point(new Amount(2), 4)), false);
    }

    private static List<?> series(CurveModel model) {
        return CurveChart.option(model).get("series") instanceof List<?> list ? list : List.of();
    }

    private static String dash(Object series) {
        return series instanceof Map<?, ?> map && map.get("lineStyle") instanceof Map<?, ?> style
                ? String.valueOf(style.get("type"))
                : "";
    }
}
