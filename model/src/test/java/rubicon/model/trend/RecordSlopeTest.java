package rubicon.model.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.stats.RecordDependence;

/// How often the bend of records is called that is not there, and seen where it is: the figures of
/// docs/methods/verdicts.md. Each is of 1,500 courses; what cannot be told counts as not called.
class RecordSlopeTest {
    private static final int TRIALS = 1500;
    private static final Scale SCALE = new Scale.Linear();

    /// Oracle: the same in NumPy over 8,000 courses each: .12, .21, .23, .23 and .21 with Student's
    /// t; .03, .05, .05, .05 and .04 with the wider interval.
    @ParameterizedTest
    @CsvSource({
        "8, .06, .13, .01, .04",
        "14, .18, .25, .035, .07",
        "20, .19, .26, .035, .07",
        "40, .19, .26, .03, .065",
        "100, .18, .25, .025, .06"
    })
    void recordsOfASteadyLineAreSeldomSaidToBend(
            int records, double least, double most, double low, double high) {
        LongFunction<List<DatedValue>> steady = seed -> SteadyRecords.steady(seed, records);
        assertThat(
                        share(
                                steady,
                                it ->
                                        SlopeChange.of(it, SCALE, RecordDependence.LEVEL)
                                                .map(RecordSlopeTest::bends)))
                .isBetween(least, most);
        assertThat(share(steady, it -> ofRecords(it).map(RecordSlopeTest::bends)))
                .isBetween(low, high);
    }

    /// Units of time, in each of which one record comes at first; times as fast later. Oracle: the
    /// same in NumPy: .22, .65, .89, .99; .17, .86.
    @ParameterizedTest
    @CsvSource({
        "10, 2, .17, .28, 0, .01",
        "10, 3, .60, .71, 0, .01",
        "20, 2, .85, .93, 0, .01",
        "40, 1.5, .97, 1, 0, .01",
        "20, .5, 0, .02, .13, .22",
        "40, .5, 0, .01, .81, .90"
    })
    void aBendThatIsThereIsSeen(
            double units,
            double later,
            double leastUp,
            double mostUp,
            double leastDown,
            double mostDown) {
        LongFunction<List<DatedValue>> bent = seed -> SteadyRecords.bent(seed, units, later);
        assertThat(share(bent, it -> ofRecords(it).map(change -> change.change().low() > 0)))
                .isBetween(leastUp, mostUp);
        assertThat(share(bent, it -> ofRecords(it).map(change -> change.change().high() < 0)))
                .isBetween(leastDown, mostDown);
    }

    /// Oracle: METR's fourteen records since 2023, t = 3.94 of 11 degrees; 1.7 times 2.20 is 3.74.
    @Test
    void metrsRecordsBendAllTheSame() {
        assertThat(
                        SlopeChange.ofRecords(MetrPoints.FROM_2023, new Scale.Log())
                                .orElseThrow()
                                .change()
                                .low())
                .isBetween(0.0, 0.2);
    }

    private static Optional<SlopeChange> ofRecords(List<DatedValue> records) {
        return SlopeChange.ofRecords(records, SCALE);
    }

    private static boolean bends(SlopeChange it) {
        return !it.change().contains(0);
    }

    private interface Said {
        Optional<Boolean> of(List<DatedValue> records);
    }

    private static double share(LongFunction<List<DatedValue>> courses, Said said) {
        return LongStream.range(0, TRIALS)
                        .mapToObj(courses)
                        .filter(it -> said.of(it).orElse(false))
                        .count()
                / (double) TRIALS;
    }
}
