package rubicon.model.recordledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.trend.DatedValue;

class RecordChangesTest {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    @Test
    void fewStepsSayNothing() {
        RecordChanges changes = changes(7, _ -> 10, _ -> 0.1);
        assertThat(changes.steps()).isEqualTo(7);
        assertThat(changes.rate()).isEmpty();
        assertThat(changes.segments()).isEmpty();
        assertThat(changes.recentChange()).isEmpty();
    }

    @Test
    void recordsThatComeFiveTimesAsOftenAreSeen() {
        RecordChanges changes = changes(40, i -> i < 20 ? 50 : 10, _ -> 0.1);
        var rate = changes.rate().orElseThrow();
        assertThat(rate.on()).isEqualTo(START.plusDays(20 * 50));
        assertThat(rate.before()).isCloseTo(365.25 / 50, within(1e-9));
        assertThat(rate.after()).isCloseTo(365.25 / 10, within(1e-9));
        // 999 draws: the least that can be said
        assertThat(rate.chance()).isEqualTo(0.001);
    }

    @Test
    void stepsThatBecomeSmallerAreCutWhereTheyDo() {
        RecordChanges changes = changes(30, _ -> 10, i -> noisy(i, i < 15 ? 0.4 : 0.04));
        assertThat(changes.segments())
                .extracting(RecordChanges.Stretch::from)
                .contains(START.plusDays(16 * 10));
        assertThat(changes.segments().getFirst().size()).isCloseTo(0.4, within(0.05));
        assertThat(changes.segments().getLast().size()).isCloseTo(0.04, within(0.005));
        assertThat(changes.falls()).isNotEmpty();
        assertThat(changes.rises()).isEmpty();
    }

    @Test
    void oneGreatStepStandsOut() {
        RecordChanges changes = changes(20, _ -> 10, i -> i == 14 ? 2 : noisy(i, 0.1));
        assertThat(changes.bold()).hasSize(1);
        assertThat(changes.bold().getFirst().on()).isEqualTo(START.plusDays(15 * 10));
        assertThat(changes.bold().getFirst().size()).isCloseTo(2, within(1e-9));
    }

    @Test
    void aChangeJustNowIsMoreLikelyThanOneLongAgo() {
        double now =
                changes(30, _ -> 10, i -> noisy(i, i < 26 ? 0.4 : 0.01))
                        .recentChange()
                        .orElseThrow();
        double ago =
                changes(30, _ -> 10, i -> noisy(i, i < 10 ? 0.4 : 0.01))
                        .recentChange()
                        .orElseThrow();
        assertThat(now).isGreaterThan(0.8);
        assertThat(ago).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aFactorOnAllStepsAndAShiftOfAllDatesChangeNoVerdict(long seed) {
        var random = new SplittableRandom(seed);
        double[] sizes = random.doubles(25, 0.01, 1).toArray();
        int[] gaps = random.ints(25, 1, 60).toArray();
        RecordChanges one = changes(25, i -> gaps[i], i -> sizes[i]);
        RecordChanges other =
                RecordChanges.of(
                        records(START.plusDays(777), 25, i -> gaps[i], i -> 3 * sizes[i]),
                        last(START.plusDays(777), 25, i -> gaps[i]),
                        42);
        assertThat(other.rate().orElseThrow().chance())
                .isEqualTo(one.rate().orElseThrow().chance());
        assertThat(other.segments()).hasSameSizeAs(one.segments());
        assertThat(other.bold()).hasSameSizeAs(one.bold());
        assertThat(other.recentChange().orElseThrow())
                .isCloseTo(one.recentChange().orElseThrow(), within(1e-9));
        assertThat(one.segments().stream().mapToInt(RecordChanges.Stretch::steps).sum())
                .isEqualTo(25);
    }

    private static double noisy(int i, double size) {
        return size * (1 + new SplittableRandom(i).nextDouble(-0.1, 0.1));
    }

    private static RecordChanges changes(
            int steps, IntUnaryOperator gap, IntToDoubleFunction size) {
        return RecordChanges.of(records(START, steps, gap, size), last(START, steps, gap), 42);
    }

    private static LocalDate last(LocalDate start, int steps, IntUnaryOperator gap) {
        return records(start, steps, gap, _ -> 1).getLast().date();
    }

    private static List<DatedValue> records(
            LocalDate start, int steps, IntUnaryOperator gap, IntToDoubleFunction size) {
        List<DatedValue> records = new ArrayList<>(List.of(new DatedValue("0", start, 0)));
        for (int i = 0; i < steps; i++) {
            DatedValue before = records.getLast();
            records.add(
                    new DatedValue(
                            "" + (i + 1),
                            before.date().plusDays(gap.applyAsInt(i)),
                            before.value() + size.applyAsDouble(i)));
        }
        return records;
    }
}
