package rubicon.model.researchloop;

import java.util.List;
import java.util.function.ToDoubleFunction;
import rubicon.model.stats.NeumaierSum;

/// How much of a list of tasks is automated, by four weightings that differ by factors: a share
/// without the name of its weighting says nothing.
///
/// @param count share of tasks that are automated by half or more
/// @param time share of hours
/// @param cost share of hours times wage
/// @param value share of value
public record AutomationShares(double count, double time, double cost, double value) {
    private static final double HALF = 0.5;

    /// A task.
    ///
    /// @param hours that it takes people, at least 0
    /// @param wage per hour, at least 0
    /// @param value of what it gives, at least 0
    /// @param automated share of it that AI does, in [0, 1]
    public record Task(double hours, double wage, double value, double automated) {
        public Task {
            if (!(hours >= 0 && wage >= 0 && value >= 0 && automated >= 0 && automated <= 1)) {
                throw new IllegalArgumentException("a task's numbers are out of range");
            }
        }
    }

    /// The shares of some tasks.
    ///
    /// @throws IllegalArgumentException if there are no tasks, or a weighting sums to 0
    public static AutomationShares of(List<Task> tasks) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("no tasks have no share");
        }
        long half = tasks.stream().filter(task -> task.automated() >= HALF).count();
        return new AutomationShares(
                (double) half / tasks.size(),
                share(tasks, Task::hours),
                share(tasks, task -> task.hours() * task.wage()),
                share(tasks, Task::value));
    }

    private static double share(List<Task> tasks, ToDoubleFunction<Task> weight) {
        double all = NeumaierSum.of(tasks.stream().mapToDouble(weight).toArray());
        if (!(all > 0)) {
            throw new IllegalArgumentException("the weights sum to " + all);
        }
        return NeumaierSum.of(
                        tasks.stream()
                                .mapToDouble(it -> weight.applyAsDouble(it) * it.automated())
                                .toArray())
                / all;
    }
}
