package rubicon.model.horizon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.evalrun.EvalRun;
import rubicon.model.evalrun.EvalRunKey;
import rubicon.model.horizon.HorizonTrend.Choice;
import rubicon.model.observation.Provenance;
import rubicon.model.trend.DatedValue;

class HorizonTrendTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    /// Horizons that double every hundred days.
    private final List<DatedValue> steady =
            IntStream.range(0, 8)
                    .mapToObj(i -> model("agent " + i, 50 * i, Math.pow(2, i / 2.0)))
                    .toList();

    @Test
    void aSteadyDoublingIsFound() {
        HorizonTrend trend = HorizonTrend.of(steady, Choice.metr(START));
        assertThat(trend.doublingDays()).isCloseTo(100, within(1e-9));
        assertThat(trend.growthPerYear()).isCloseTo(Math.pow(2, 3.6525), within(1e-9));
        assertThat(trend.gives(100.0009)).isTrue();
        assertThat(trend.gives(100.002)).isFalse();
    }

    @Test
    void thoseBehindAndThoseAboveTheCutAreLeftOut() {
        List<DatedValue> more =
                Stream.concat(
                                steady.stream(),
                                Stream.of(
                                        model("behind", 120, 1.1),
                                        model("level", 150, Math.pow(2, 1.5)),
                                        model("unreliable", 400, 2000)))
                        .toList();
        assertThat(HorizonTrend.of(more, Choice.metr(START)).used())
                .extracting(DatedValue::name)
                .contains("level")
                .doesNotContain("behind", "unreliable")
                .hasSize(9);
        var all = new Choice(LocalDate.MIN, START.plusDays(400), Double.POSITIVE_INFINITY, false);
        assertThat(HorizonTrend.of(more, all).used()).hasSize(10);
    }

    @Test
    void aHorizonOfZeroCountsAsTheLeastThereIs() {
        List<DatedValue> values = List.of(model("a", 0, 0), model("b", 100, 1e-3));
        assertThat(HorizonTrend.of(values, Choice.metr(START)).line().slope()).isZero();
    }

    @Test
    void theDoublingTimeInDrawsLiesAboutThatOfTheTrend() {
        List<HorizonRun> runs = Runs.random(21, 4, 25);
        HorizonDraws draws =
                new HorizonBootstrap(runs, Weighting.EQUAL, HorizonFit.METR_REGULARIZATION)
                        .draw(300, 3, List.of(0.5));
        List<DatedValue> models =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                model(
                                        "agent " + i,
                                        100 * i,
                                        HorizonFit.of(
                                                        Runs.of(runs, "agent " + i),
                                                        Weighting.EQUAL,
                                                        HorizonFit.METR_REGULARIZATION)
                                                .horizonMinutes(0.5)
                                                .orElseThrow()))
                        .toList();
        HorizonTrend trend =
                HorizonTrend.of(
                        models, new Choice(START, LocalDate.MAX, Double.POSITIVE_INFINITY, false));
        HorizonDraws.Interval interval =
                HorizonTrend.doublingDays(
                                models.stream().map(DatedValue::date).toList(),
                                draws.rows(models.stream().map(DatedValue::name).toList(), 0.5),
                                0.95)
                        .orElseThrow();
        assertThat(trend.doublingDays()).isBetween(interval.low(), interval.high());
        assertThat(interval.used()).isBetween(250, 300);
    }

    @Test
    void drawsWithoutGrowthHaveNoDoublingTime() {
        List<LocalDate> dates = List.of(START, START.plusDays(10));
        double[][] draws = {{4, 2}, {Double.NaN, 2}, {1, Double.POSITIVE_INFINITY}};
        assertThat(HorizonTrend.doublingDays(dates, draws, 0.9)).isEmpty();
    }

    @Test
    void aRecordedRunWithoutMinutesIsOfNoUse() {
        assertThat(HorizonRun.of(recorded("family", 30.0)))
                .contains(new HorizonRun("o1", "family", "task", 30, 1));
        assertThat(HorizonRun.of(recorded(null, 30.0)))
                .contains(new HorizonRun("o1", "task", "task", 30, 1));
        assertThat(HorizonRun.of(recorded("family", null))).isEmpty();
    }

    private static EvalRun recorded(@Nullable String family, @Nullable Double minutes) {
        return new EvalRun(
                new EvalRunKey("metr", "run-1"),
                "hcast",
                "o1",
                "task",
                family,
                minutes,
                1,
                null,
                null,
                Provenance.NONE);
    }

    private static DatedValue model(String name, int day, double minutes) {
        return new DatedValue(name, START.plusDays(day), minutes);
    }
}
