package rubicon.model.recordledger;

import java.util.stream.IntStream;
import rubicon.model.stats.LinearFit;

/// Laws by which records get harder, each an ordinary least squares line.
///
/// A ledger keeps extremes only, and the effort behind them is not in it: a flattening line mixes
/// harder problems with fewer who try. Never read a returns parameter off it without an effort
/// series.
///
/// @see <a href="https://doi.org/10.1257/aer.20180338">Bloom, Jones, Van Reenen & Webb, Are ideas
///   getting harder to find? (2020)</a> for the power law
public final class RecordLaw {
    private static final double LOG_2 = Math.log(2);

    private RecordLaw() {}

    /// `Σ steps = c + elasticity·ln n`, with `n` the number of the step from 1.
    ///
    /// @param skip first steps that are counted and summed but not fitted: beginnings are easy
    /// @throws IllegalArgumentException if fewer than two steps remain
    public static LinearFit jones(RecordChain chain, int skip) {
        double[] sums = sums(chain);
        double[] numbers = IntStream.rangeClosed(1, sums.length).mapToDouble(Math::log).toArray();
        return LinearFit.of(from(numbers, skip), from(sums, skip));
    }

    /// Jones' `β`, one over the elasticity: how many times more steps a given gain takes.
    public static double beta(LinearFit jones) {
        return 1 / jones.slope();
    }

    /// `Σ steps = c + slope·day`, days since 1970.
    public static LinearFit time(RecordChain chain, int skip) {
        double[] days = chain.steps().stream().mapToDouble(it -> it.date().toEpochDay()).toArray();
        return LinearFit.of(from(days, skip), from(sums(chain), skip));
    }

    /// Days in which the value halves, `ln 2/slope`.
    public static double halvingDays(LinearFit time) {
        return LOG_2 / time.slope();
    }

    /// `ln step = c + exponent·ln n` over the steps above 0, which keep their numbers.
    public static LinearFit stepDecay(RecordChain chain, int skip) {
        int[] gaining =
                IntStream.range(skip, chain.steps().size())
                        .filter(i -> chain.steps().get(i).logGain() > 0)
                        .toArray();
        return LinearFit.of(
                IntStream.of(gaining).mapToDouble(i -> Math.log(i + 1)).toArray(),
                IntStream.of(gaining)
                        .mapToDouble(i -> Math.log(chain.steps().get(i).logGain()))
                        .toArray());
    }

    private static double[] sums(RecordChain chain) {
        double[] sums = chain.steps().stream().mapToDouble(Step::logGain).toArray();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    private static double[] from(double[] numbers, int skip) {
        return IntStream.range(skip, numbers.length).mapToDouble(i -> numbers[i]).toArray();
    }
}
