package rubicon.simulator.scenario.takeoff.task;

import java.util.List;

/// What of [TaskOptimum] depends on the tasks alone, whatever labour and compute there are.
final class TaskDemands {
    final double rho;
    final double[] weights;
    final double[] efficiencies;

    /// Sum of the weights.
    final double total;

    /// `β^σ`, the demand for labour at a price of 1.
    final double[] labour;

    /// `β^σ·η^(σ − 1)`, the demand for compute at a price of 1.
    final double[] compute;

    /// Demands of the first tasks for compute, and of the last ones for labour.
    final double[] computeBefore;

    final double[] labourFrom;

    /// `η^(1 − σ)` and `η^(−σ)`.
    final double[] mixedScale;

    final double[] mixedCompute;

    TaskDemands(List<Double> weights, List<Double> efficiencies, double rho) {
        int tasks = weights.size();
        require(tasks > 0 && efficiencies.size() == tasks, "eta needs one item for each weight");
        require(rho < 1 && Double.isFinite(rho), "rho must be below 1");
        this.rho = rho;
        this.weights = weights.stream().mapToDouble(Double::doubleValue).toArray();
        this.efficiencies = efficiencies.stream().mapToDouble(Double::doubleValue).toArray();
        total = weights.stream().mapToDouble(Double::doubleValue).sum();
        check();
        double sigma = 1 / (1 - rho);
        labour = new double[tasks];
        compute = new double[tasks];
        computeBefore = new double[tasks + 1];
        labourFrom = new double[tasks + 1];
        mixedScale = new double[tasks];
        mixedCompute = new double[tasks];
        for (int i = 0; i < tasks; i++) {
            double efficiency = this.efficiencies[i];
            labour[i] = Math.pow(this.weights[i], sigma);
            compute[i] = labour[i] * Math.pow(efficiency, sigma - 1);
            computeBefore[i + 1] = computeBefore[i] + compute[i];
            mixedScale[i] = Math.pow(efficiency, 1 - sigma);
            mixedCompute[i] = Math.pow(efficiency, -1 / (1 - rho));
        }
        for (int i = tasks - 1; i >= 0; i--) {
            labourFrom[i] = labourFrom[i + 1] + labour[i];
        }
    }

    int tasks() {
        return weights.length;
    }

    private void check() {
        for (int i = 0; i < weights.length; i++) {
            require(weights[i] > 0, "weights must be above 0");
            require(efficiencies[i] > 0, "eta must be above 0");
            require(
                    i == 0 || efficiencies[i] <= efficiencies[i - 1],
                    "eta must not rise from task to task");
        }
    }

    static void require(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
