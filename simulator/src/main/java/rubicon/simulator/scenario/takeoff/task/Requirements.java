package rubicon.simulator.scenario.takeoff.task;

import java.util.stream.IntStream;

/// Effective compute of training that automating each task takes. The last of `n` tasks needs
/// `top`; the others less, by `e` units of `gap^(1/7)`, `e` being 10.5, 9.5, 8.5, 7, 4, 0 at the
/// quantiles 0, 0.05, 0.1, 0.2, 0.5, 1 and linear between.
///
/// @param top FLOP for full automation, above 0
/// @param gap how many times less suffices for a fifth of the tasks, at least 1
/// @param tasks `n`, at least 1
/// @see "Davidson 2023, repository epoch-research/ftm"
public record Requirements(double top, double gap, int tasks) {
    private static final double[] QUANTILES = {0, 0.05, 0.1, 0.2, 0.5, 1};
    private static final double[] UNITS_BELOW = {10.5, 9.5, 8.5, 7, 4, 0};
    private static final double UNITS_PER_GAP = 7;

    public Requirements {
        if (!(top > 0 && gap >= 1 && tasks >= 1)) {
            throw new IllegalArgumentException(
                    "%s tasks under %s FLOP with a gap of %s have no requirements"
                            .formatted(tasks, top, gap));
        }
    }

    /// FLOP for a task.
    ///
    /// @param task from 0 to n − 1
    public double of(int task) {
        return Math.pow(10, logOf(task));
    }

    private double logOf(int task) {
        if (task < 0 || task >= tasks) {
            throw new IllegalArgumentException("there is no task %d of %d".formatted(task, tasks));
        }
        return Math.log10(top)
                - unitsBelow(quantile(task, tasks)) * Math.log10(gap) / UNITS_PER_GAP;
    }

    private static double quantile(int task, int tasks) {
        return tasks == 1 ? 0 : task / (tasks - 1.0);
    }

    private static double unitsBelow(double quantile) {
        int next = 1;
        while (quantile > QUANTILES[next]) {
            next++;
        }
        double part = (quantile - QUANTILES[next - 1]) / (QUANTILES[next] - QUANTILES[next - 1]);
        return UNITS_BELOW[next - 1] + part * (UNITS_BELOW[next] - UNITS_BELOW[next - 1]);
    }

    /// Share of the tasks that a training run suffices for.
    ///
    /// @param trainingRun FLOP
    public double automatedFraction(double trainingRun) {
        double log = Math.log10(trainingRun);
        return IntStream.range(0, tasks).filter(task -> logOf(task) <= log).count()
                / (double) tasks;
    }

    /// How many gaps less than the last task each one takes.
    static double[] gapsBelow(int tasks) {
        return IntStream.range(0, tasks)
                .mapToDouble(task -> unitsBelow(quantile(task, tasks)) / UNITS_PER_GAP)
                .toArray();
    }

    /// FLOP for each task.
    public double[] all() {
        return IntStream.range(0, tasks).mapToDouble(this::of).toArray();
    }
}
