package rubicon.simulator.scenario.takeoff.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The search for the cut of [TaskAllocation].
final class TaskOptimum {
    private final List<Double> weights;
    private final List<Double> efficiencies;
    private final double labour;
    private final double compute;
    private final double rho;
    private final int automatable;
    private final int tasks;

    /// `β^σ`, the demand for labour at a price of 1.
    private final double[] labourDemand;

    /// `β^σ·η^(σ − 1)`, the demand for compute at a price of 1.
    private final double[] computeDemand;

    /// Demands of the first tasks for compute, and of the last ones for labour.
    private final double[] computeBefore;

    private final double[] labourFrom;

    TaskOptimum(
            List<Double> weights,
            List<Double> efficiencies,
            double labour,
            double compute,
            double rho,
            int automatable) {
        this.weights = List.copyOf(weights);
        this.efficiencies = List.copyOf(efficiencies);
        this.labour = labour;
        this.compute = compute;
        this.rho = rho;
        this.automatable = automatable;
        this.tasks = weights.size();
        check();
        double sigma = 1 / (1 - rho);
        labourDemand = new double[tasks];
        computeDemand = new double[tasks];
        computeBefore = new double[tasks + 1];
        labourFrom = new double[tasks + 1];
        for (int i = 0; i < tasks; i++) {
            labourDemand[i] = Math.pow(this.weights.get(i), sigma);
            computeDemand[i] = labourDemand[i] * Math.pow(this.efficiencies.get(i), sigma - 1);
            computeBefore[i + 1] = computeBefore[i] + computeDemand[i];
        }
        for (int i = tasks - 1; i >= 0; i--) {
            labourFrom[i] = labourFrom[i + 1] + labourDemand[i];
        }
    }

    private void check() {
        require(tasks > 0 && efficiencies.size() == tasks, "eta needs one item for each weight");
        require(labour >= 0 && compute >= 0 && labour + compute > 0, "labour and compute are none");
        require(Double.isFinite(labour) && Double.isFinite(compute), "inputs are infinite");
        require(rho < 1 && Double.isFinite(rho), "rho must be below 1");
        require(automatable >= 0 && automatable <= tasks, "automatable is not a number of tasks");
        for (int i = 0; i < tasks; i++) {
            require(weights.get(i) > 0, "weights must be above 0");
            require(efficiencies.get(i) > 0, "eta must be above 0");
            require(
                    i == 0 || efficiencies.get(i) <= efficiencies.get(i - 1),
                    "eta must not rise from task to task");
        }
    }

    private static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }

    TaskAllocation solve() {
        for (int split = 0; split <= automatable; split++) {
            double price = splitPrice(split);
            boolean computeStays = split == 0 || efficiencies.get(split - 1) >= price;
            boolean labourStays = split == automatable || price >= efficiencies.get(split);
            if (computeStays && labourStays) {
                return pure(split, price);
            }
        }
        for (int mixed = 0; mixed < automatable; mixed++) {
            double both = scaleAt(mixed);
            double labourLeft = labour - both * labourFrom[mixed + 1];
            double computeLeft = compute - computeAt(mixed, both) * computeBefore[mixed];
            if (mixed == automatable - 1 || (labourLeft >= 0 && computeLeft >= 0)) {
                return mixed(mixed, both, Math.max(0, labourLeft), Math.max(0, computeLeft));
            }
        }
        throw new IllegalStateException("no cut is optimal");
    }

    /// `θ` when compute does the first tasks alone and labour the others.
    private double splitPrice(int split) {
        double wantedCompute = labour * computeBefore[split];
        double wantedLabour = compute * labourFrom[split];
        if (wantedCompute == 0) {
            // Compute without use, or beside no labour, costs nothing.
            return 0;
        }
        return Math.pow(wantedCompute / wantedLabour, 1 - rho);
    }

    private double scaleAt(int mixed) {
        double efficiency = efficiencies.get(mixed);
        double sigma = 1 / (1 - rho);
        return (labour + efficiency * compute)
                / (labourFrom[mixed] + Math.pow(efficiency, 1 - sigma) * computeBefore[mixed]);
    }

    /// Compute for a task of unit demand when the price is the mixed task's efficiency.
    private double computeAt(int mixed, double scale) {
        return scale * Math.pow(efficiencies.get(mixed), -1 / (1 - rho));
    }

    private TaskAllocation pure(int split, double price) {
        double[] labours = new double[tasks];
        double[] computes = new double[tasks];
        for (int i = 0; i < tasks; i++) {
            if (i < split) {
                computes[i] = compute * computeDemand[i] / computeBefore[split];
            } else {
                labours[i] = labour * labourDemand[i] / labourFrom[split];
            }
        }
        return result(price, labours, computes, Optional.of(split), Optional.empty());
    }

    private TaskAllocation mixed(int mixed, double scale, double labourLeft, double computeLeft) {
        double[] labours = new double[tasks];
        double[] computes = new double[tasks];
        for (int i = 0; i < tasks; i++) {
            if (i < mixed) {
                computes[i] = computeAt(mixed, scale) * computeDemand[i];
            } else if (i > mixed) {
                labours[i] = scale * labourDemand[i];
            }
        }
        labours[mixed] = labourLeft;
        computes[mixed] = computeLeft;
        return result(
                efficiencies.get(mixed), labours, computes, Optional.empty(), Optional.of(mixed));
    }

    private TaskAllocation result(
            double price,
            double[] labours,
            double[] computes,
            Optional<Integer> split,
            Optional<Integer> mixed) {
        double[] amounts = new double[tasks];
        for (int i = 0; i < tasks; i++) {
            amounts[i] = labours[i] + (i < automatable ? efficiencies.get(i) * computes[i] : 0);
        }
        return new TaskAllocation(
                TaskAllocation.output(weights, amounts, rho),
                price,
                Arrays.stream(labours).boxed().toList(),
                Arrays.stream(computes).boxed().toList(),
                split,
                mixed);
    }
}
