package rubicon.simulator.scenario.compoundingerror;

import java.util.List;

/// The error changes by a constant factor with each generation: it shrinks if the technique is
/// learnt (`g < 1`) and grows if the task gets harder (`g > 1`). Survival is `Π (1 − e₀·g^i)` over
/// `i = 0 … n−1`, and 0 from the first factor that is not positive.
///
/// @param initialError *e₀* in [0, 1)
/// @param growth *g*, above 0
public record DriftingChain(double initialError, double growth) implements Chain {

    public DriftingChain {
        Chain.requireShare("initialError", initialError);
        if (initialError == 1) {
            throw new IllegalArgumentException("initialError must be below 1");
        }
        if (!(growth > 0 && growth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("growth must be above 0, not " + growth);
        }
    }

    @Override
    public double aligned(long generations) {
        return aligned(List.of(generations)).getFirst();
    }

    /// One pass over the longest chain serves all; memory and time are linear in it.
    @Override
    public List<Double> aligned(List<Long> generations) {
        generations.forEach(Chain::requireGenerations);
        long longest = generations.stream().mapToLong(Long::longValue).max().orElse(0);
        double[] powers = new double[Math.toIntExact(longest)];
        powers(growth, powers);
        double[] log = new double[powers.length + 1];
        logSurvival(initialError, powers, log);
        return generations.stream().map(n -> Math.exp(log[n.intValue()])).toList();
    }

    /// Fills in `g^i`, `i` from 0.
    static void powers(double growth, double[] powers) {
        for (int i = 0; i < powers.length; i++) {
            powers[i] = Math.pow(growth, i);
        }
    }

    /// Fills in `ln Π (1 − e₀·g^i)` after no generation, after one, and so on.
    ///
    /// @param powers `g^i`, finite where `e₀` is 0
    /// @param log one longer
    static void logSurvival(double initialError, double[] powers, double[] log) {
        log[0] = 0;
        double before = Double.NaN;
        double step = 0;
        for (int i = 0; i < powers.length; i++) {
            double error = initialError == 0 ? 0 : initialError * powers[i];
            // A constant error, which is the default, needs one logarithm.
            if (error != before) {
                step = error < 1 ? Math.log1p(-error) : Double.NEGATIVE_INFINITY;
                before = error;
            }
            log[i + 1] = log[i] + step;
        }
    }

    /// Survival of a chain without end. For `g < 1` it is positive: `exp(−Σ e₀^k / (k·(1 − g^k)))`
    /// over `k = 1, 2, …`, which is the product with each logarithm written as its series and the
    /// sums exchanged. The sum ends where a term no longer counts.
    ///
    /// @return in [0, 1]; 1 if `e₀ = 0`, else 0 if `g ≥ 1`
    public double limit() {
        return limit(initialError, growth);
    }

    static double limit(double initialError, double growth) {
        if (initialError == 0) {
            return 1;
        }
        if (growth >= 1) {
            return 0;
        }
        double sum = 0;
        double term = Double.POSITIVE_INFINITY;
        for (int k = 1; term > Math.ulp(sum) / 4; k++) {
            term = Math.pow(initialError, k) / (-k * Math.expm1(k * Math.log(growth)));
            sum += term;
        }
        return Math.exp(-sum);
    }
}
