package rubicon.simulator.scenario.takeoff.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// Labour and compute shared out over tasks so that output is greatest. Output is
/// `(Σβᵢxᵢ^ρ/Σβᵢ)^(1/ρ)` with `xᵢ = lᵢ + ηᵢcᵢ` for the first `A` tasks, which can be automated, and
/// `xᵢ = lᵢ` for the others; `σ = 1/(1 − ρ)`.
///
/// Tasks fall in comparative advantage, so the optimum is a cut: compute before it, labour after
/// it, and at most one task done by both.
///
/// @param output at the optimum
/// @param priceRatio `θ`: price of a unit of compute over that of labour
/// @param labour by task
/// @param compute by task
/// @param pureSplit number of tasks that compute does, where no task is done by both
/// @param mixedTask index of the task done by both
/// @see <a
///   href="https://www.openphilanthropy.org/research/what-a-compute-centric-framework-says-about-takeoff-speeds/">Davidson
///   2023</a>
public record TaskAllocation(
        double output,
        double priceRatio,
        List<Double> labour,
        List<Double> compute,
        Optional<Integer> pureSplit,
        Optional<Integer> mixedTask) {

    public TaskAllocation {
        labour = List.copyOf(labour);
        compute = List.copyOf(compute);
    }

    /// The optimum.
    ///
    /// @param weights `β`, above 0
    /// @param efficiencies `η`: units of labour that a unit of compute replaces, above 0, falling
    /// @param labour in all, at least 0
    /// @param compute in all, at least 0; some of both must be there
    /// @param rho below 1; 0 is Cobb–Douglas
    /// @param automatable how many of the first tasks compute can do
    public static TaskAllocation optimal(
            List<Double> weights,
            List<Double> efficiencies,
            double labour,
            double compute,
            double rho,
            int automatable) {
        return new TaskOptimum(new TaskDemands(weights, efficiencies, rho))
                .solve(labour, compute, automatable);
    }

    /// Output of any allocation, for instance of one that is not optimal.
    public static double output(List<Double> weights, double[] amounts, double rho) {
        double[] each = weights.stream().mapToDouble(Double::doubleValue).toArray();
        return output(each, DoubleStream.of(each).sum(), amounts, rho);
    }

    /// [#output(List, double[], double)] with the weights' sum known.
    static double output(double[] weights, double total, double[] amounts, double rho) {
        if (rho == 0) {
            double log = 0;
            for (int i = 0; i < amounts.length; i++) {
                log += weights[i] / total * Math.log(amounts[i]);
            }
            return Math.exp(log);
        }
        double largest = amounts[0];
        double smallest = amounts[0];
        for (double amount : amounts) {
            largest = Math.max(largest, amount);
            smallest = Math.min(smallest, amount);
        }
        if (largest == 0 || (smallest == 0 && rho < 0)) {
            return 0;
        }
        // Near ρ = 0 a mean of powers differs from 1 by little, and that little is the result.
        double mean = 0;
        double scale = rho < 0 ? smallest : largest;
        double power = 0;
        for (int i = 0; i < amounts.length; i++) {
            // All tasks that people do may get as much each; what is equal is computed once.
            if (i == 0 || amounts[i] != amounts[i - 1]) {
                power = Math.expm1(rho * Math.log(amounts[i] / scale));
            }
            mean += weights[i] / total * power;
        }
        return scale * Math.exp(Math.log1p(mean) / rho);
    }
}
