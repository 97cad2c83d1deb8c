package rubicon.simulator.scenario.takeoff.task;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The search for the cut of [TaskAllocation], for one amount of labour and compute after another.
/// Allocates nothing until a whole allocation is asked for. Not for several threads.
final class TaskOptimum {
    private static final int NONE = -1;

    private final TaskDemands demands;
    private final int tasks;
    private final double[] labours;
    private final double[] computes;
    private final double[] amounts;
    private double labour;
    private double compute;
    private int automatable;
    private double price;
    private int split = NONE;
    private int mixed = NONE;

    TaskOptimum(TaskDemands demands) {
        this.demands = demands;
        this.tasks = demands.tasks();
        this.labours = new double[tasks];
        this.computes = new double[tasks];
        this.amounts = new double[tasks];
    }

    /// Output at the optimum.
    double output(double labour, double compute, int automatable) {
        TaskDemands.require(
                labour >= 0 && compute >= 0 && labour + compute > 0, "labour and compute are none");
        TaskDemands.require(
                Double.isFinite(labour) && Double.isFinite(compute), "inputs are infinite");
        TaskDemands.require(
                automatable >= 0 && automatable <= tasks, "automatable is not a number of tasks");
        this.labour = labour;
        this.compute = compute;
        this.automatable = automatable;
        share();
        for (int i = 0; i < tasks; i++) {
            amounts[i] = labours[i] + (i < automatable ? demands.efficiencies[i] * computes[i] : 0);
        }
        return TaskAllocation.output(demands.weights, demands.total, amounts, demands.rho);
    }

    /// The whole allocation at the optimum.
    TaskAllocation solve(double labour, double compute, int automatable) {
        return new TaskAllocation(
                output(labour, compute, automatable),
                price,
                list(labours),
                list(computes),
                split == NONE ? Optional.empty() : Optional.of(split),
                mixed == NONE ? Optional.empty() : Optional.of(mixed));
    }

    private static List<Double> list(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private void share() {
        Arrays.fill(labours, 0);
        Arrays.fill(computes, 0);
        int first = firstSplitThatLabourKeeps();
        double atFirst = splitPrice(first);
        // Further splits cost more still: if compute does not keep this one, it keeps none.
        if (first == 0 || demands.efficiencies[first - 1] >= atFirst) {
            pure(first, atFirst);
            return;
        }
        for (int task = 0; task < automatable; task++) {
            double both = scaleAt(task);
            double labourLeft = labour - both * demands.labourFrom[task + 1];
            double computeLeft = compute - computeAt(task, both) * demands.computeBefore[task];
            if (task == automatable - 1 || (labourLeft >= 0 && computeLeft >= 0)) {
                mixed(task, both, Math.max(0, labourLeft), Math.max(0, computeLeft));
                return;
            }
        }
        throw new IllegalStateException("no cut is optimal");
    }

    /// The price rises from split to split while efficiencies fall, so labour keeps its tasks from
    /// some split on.
    private int firstSplitThatLabourKeeps() {
        int low = 0;
        int high = automatable;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (splitPrice(middle) >= demands.efficiencies[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// `θ` when compute does the first tasks alone and labour the others.
    private double splitPrice(int split) {
        double wantedCompute = labour * demands.computeBefore[split];
        double wantedLabour = compute * demands.labourFrom[split];
        if (wantedCompute == 0) {
            // Compute without use, or beside no labour, costs nothing.
            return 0;
        }
        return Math.pow(wantedCompute / wantedLabour, 1 - demands.rho);
    }

    private double scaleAt(int task) {
        return (labour + demands.efficiencies[task] * compute)
                / (demands.labourFrom[task]
                        + demands.mixedScale[task] * demands.computeBefore[task]);
    }

    /// Compute for a task of unit demand when the price is the mixed task's efficiency.
    private double computeAt(int task, double scale) {
        return scale * demands.mixedCompute[task];
    }

    private void pure(int first, double atFirst) {
        for (int i = 0; i < tasks; i++) {
            if (i < first) {
                computes[i] = compute * demands.compute[i] / demands.computeBefore[first];
            } else {
                labours[i] = labour * demands.labour[i] / demands.labourFrom[first];
            }
        }
        price = atFirst;
        split = first;
        mixed = NONE;
    }

    private void mixed(int task, double scale, double labourLeft, double computeLeft) {
        for (int i = 0; i < tasks; i++) {
            if (i < task) {
                computes[i] = computeAt(task, scale) * demands.compute[i];
            } else if (i > task) {
                labours[i] = scale * demands.labour[i];
            }
        }
        labours[task] = labourLeft;
        computes[task] = computeLeft;
        price = demands.efficiencies[task];
        split = NONE;
        mixed = task;
    }
}
