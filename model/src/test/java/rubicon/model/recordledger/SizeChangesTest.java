package rubicon.model.recordledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.stats.SplitMix64;

/// How often changes are told that are none, and seen where there are some: the figures of
/// docs/methods/record-ledger.md, each of 400 rows of logarithms of exponential steps, as steady
/// records make them, or of an autoregression with such innovations.
class SizeChangesTest {
    private static final int TRIALS = 400;

    /// Of the logarithm of an exponential number: π/√6.
    private static final double LOG_SD = Math.PI / Math.sqrt(6);

    @ParameterizedTest
    @CsvSource({
        "8, 0, .04, .04",
        "20, 0, .06, .06",
        "40, 0, .06, .08",
        "88, 0, .07, .08",
        "8, .3, .07, .06",
        "20, .3, .11, .12",
        "40, .3, .10, .12",
        "8, .6, .09, .10",
        "20, .6, .13, .19",
        "40, .6, .12, .15"
    })
    void whatDoesNotChangeSeldomGivesAnAlarm(int n, double phi, double alarms, double cuts) {
        Shares shares = Shares.of(n, phi, 0);
        assertThat(shares.rises() + shares.falls()).isBetween(0.003, alarms);
        assertThat(shares.cuts()).isBetween(0.003, cuts);
    }

    /// In the middle steps become larger by two standard deviations of their logarithms.
    @ParameterizedTest
    @CsvSource({
        "8, 0, .11, .08",
        "13, 0, .53, .38",
        "20, 0, .85, .68",
        "40, 0, .98, .97",
        "40, .3, .96, .84"
    })
    void aChangeOfTwoDeviationsIsSeen(int n, double phi, double alarms, double cuts) {
        Shares shares = Shares.of(n, phi, 2 * LOG_SD);
        assertThat(shares.rises()).isGreaterThan(alarms);
        assertThat(shares.cuts()).isGreaterThan(cuts);
        assertThat(shares.falls()).isLessThan(0.02);
    }

    @Test
    void theSameSeedGivesTheSame() {
        double[] row = row(1, 40, 0.3, 1);
        assertThat(SizeChanges.of(row, 42)).isEqualTo(SizeChanges.of(row.clone(), 42));
    }

    private record Shares(double rises, double falls, double cuts) {
        static Shares of(int n, double phi, double shift) {
            List<SizeChanges> all =
                    LongStream.range(0, TRIALS)
                            .mapToObj(seed -> SizeChanges.of(row(seed, n, phi, shift), seed + 1))
                            .toList();
            return new Shares(
                    share(all, it -> !it.rises().isEmpty()),
                    share(all, it -> !it.falls().isEmpty()),
                    share(all, it -> !it.segments().cuts().isEmpty()));
        }

        private static double share(List<SizeChanges> all, Predicate<SizeChanges> said) {
            return all.stream().filter(said).count() / (double) all.size();
        }
    }

    private static double[] row(long seed, int n, double phi, double shift) {
        var stream = new SplitMix64(7000 + seed);
        double[] row = new double[n];
        double at = 0;
        for (int i = -50; i < n; i++) {
            at = phi * at + Math.log(-Math.log(stream.nextOpenUniform()));
            if (i >= 0) {
                row[i] = at + (i < n / 2 ? 0 : shift / Math.sqrt(1 - phi * phi));
            }
        }
        return row;
    }
}
