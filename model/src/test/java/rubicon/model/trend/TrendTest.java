package rubicon.model.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rubicon.model.stats.Range;

class TrendTest {
    @Test
    void theBestOfADayAreComparedTogether() {
        List<DatedValue> values =
                List.of(
                        value(3, 5),
                        value(1, 2),
                        value(3, 4),
                        value(2, 2),
                        value(4, 5),
                        value(5, 4));
        assertThat(RunningBest.withTies(values))
                .containsExactly(value(1, 2), value(2, 2), value(3, 5), value(4, 5));
        assertThat(RunningBest.records(values)).containsExactly(value(1, 2), value(3, 5));
    }

    @Test
    void aDoublingTimeIsOpenWhereTheSlopeMayBeZero() {
        double ln2 = Math.log(2);
        assertThat(Doubling.days(ln2 / 100)).isCloseTo(100, within(1e-12));
        assertThat(Doubling.days(new Range(ln2 / 200, ln2 / 50)).high())
                .isCloseTo(200, within(1e-9));
        assertThat(Doubling.days(new Range(-ln2, ln2 / 50)))
                .isEqualTo(new Range(50, Double.POSITIVE_INFINITY));
        assertThat(Doubling.days(new Range(-ln2 / 50, -ln2 / 200)).low())
                .isCloseTo(-200, within(1e-9));
    }

    /// CPU training speed-ups of four releases as printed by Anthropic (Import AI 455). Oracle:
    /// 76.887 days by NumPy's least squares of log2 on days.
    @Test
    void thePrintedSpeedUpsOfTrainingDoubleInElevenWeeks() {
        ScaledLine line =
                ScaledLine.of(
                        List.of(
                                new DatedValue("a", LocalDate.of(2025, 5, 22), 2.9),
                                new DatedValue("b", LocalDate.of(2025, 11, 24), 16.5),
                                new DatedValue("c", LocalDate.of(2026, 2, 5), 30),
                                new DatedValue("d", LocalDate.of(2026, 4, 7), 52)),
                        new Scale.Log());
        assertThat(Doubling.days(line.line().slope())).isCloseTo(76.8871922, within(1e-6));
    }

    @Test
    void aScaleLeadsThereAndBack() {
        var logit = new Scale.Logit(0.25, 0.95);
        assertThat(logit.from(logit.to(0.6))).isCloseTo(0.6, within(1e-15));
        assertThat(logit.from(0)).isCloseTo(0.6, within(1e-15));
        assertThat(logit.to(0.1)).isEqualTo(logit.to(0.25));
        assertThatThrownBy(() -> logit.to(0.95)).hasMessageContaining("reaches the ceiling");
        assertThatThrownBy(() -> new Scale.Log().to(0)).hasMessage("0.0 is not above 0");
    }

    @Test
    void aFlatLineHasNoBoundsOfACrossing() {
        ScaledLine flat =
                ScaledLine.of(
                        List.of(value(1, 10), value(2, 11), value(3, 9), value(4, 10.2)),
                        new Scale.Log());
        Crossing crossing = Crossing.of(flat, 100, 0.8);
        assertThat(crossing.g()).isGreaterThan(1);
        assertThat(crossing.fieller())
                .isEqualTo(new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void aBackTestForecastsOnlyFromEarlierDates() {
        List<DatedValue> steady = steady(12, 0.01);
        RollingBackTest test =
                RollingBackTest.of(
                        steady, 4, known -> Optional.of(ScaledLine.of(known, new Scale.Log())));
        assertThat(test.rows()).hasSize(8);
        assertThat(test.meanCrps()).isCloseTo(0, within(1e-10));
        assertThat(test.losesToNaive()).isFalse();
    }

    @Test
    void aFitThatLosesToTheLastValueIsMarked() {
        // A walk that jumps and stays: a line overshoots, the last value is right.
        List<DatedValue> jump =
                IntStream.range(0, 14)
                        .mapToObj(i -> value(i * 30, i < 6 ? 1 + i * 1e-3 : 50))
                        .toList();
        RollingBackTest test =
                RollingBackTest.of(
                        jump, 4, known -> Optional.of(ScaledLine.of(known, new Scale.Log())));
        assertThat(test.losesToNaive()).isTrue();
    }

    static List<DatedValue> steady(int n, double perDay) {
        return IntStream.range(0, n)
                .mapToObj(i -> value(40 * i, Math.exp(perDay * 40 * i)))
                .toList();
    }

    static DatedValue value(int day, double value) {
        return new DatedValue("", LocalDate.of(2024, 1, 1).plusDays(day), value);
    }
}
