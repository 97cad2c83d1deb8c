package rubicon.model.horizon;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import rubicon.model.stats.NeumaierSum;

/// How much each run of an agent counts. The weights of an agent's runs sum to 1.
///
/// @see <a href="https://arxiv.org/abs/2503.14499">METR 2025</a>, whose stored weights these equal
public enum Weighting {
    /// Every task counts alike: 1/(runs of the task).
    EQUAL,

    /// Relatives share: 1/(runs of the task)·1/√(tasks in its family).
    INVERSE_SQRT;

    /// The weight of each run of one agent, in the order of the runs.
    ///
    /// @param runs at least one; the agent's name is not looked at
    public double[] of(List<HorizonRun> runs) {
        Map<String, Long> runsOfTask =
                runs.stream().collect(groupingBy(HorizonRun::task, counting()));
        Map<String, Set<String>> tasksOfFamily =
                runs.stream()
                        .collect(
                                groupingBy(HorizonRun::family, mapping(HorizonRun::task, toSet())));
        double[] weights =
                runs.stream()
                        .mapToDouble(run -> {
                            double task = 1.0 / runsOfTask.getOrDefault(run.task(), 1L);
                            int relatives =
                                    tasksOfFamily.getOrDefault(run.family(), Set.of()).size();
                            return this == EQUAL ? task : task / Math.sqrt(relatives);
                        })
                        .toArray();
        double sum = NeumaierSum.of(weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
