package rubicon.model.horizon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import rubicon.model.stats.SplitMix64;

/// Made-up runs of agents with known curves.
final class Runs {
    private Runs() {}

    /// Runs of `agents` agents at tasks of `families` families with up to five tasks each, one to
    /// four runs a task.
    static List<HorizonRun> random(long seed, int agents, int families) {
        var stream = new SplitMix64(seed);
        List<HorizonRun> runs = new ArrayList<>();
        for (int family = 0; family < families; family++) {
            int tasks = 1 + stream.nextIndex(5);
            for (int task = 0; task < tasks; task++) {
                double minutes = Math.exp(stream.nextNormal() * 2 + 2);
                for (int agent = 0; agent < agents; agent++) {
                    int times = 1 + stream.nextIndex(4);
                    for (int time = 0; time < times; time++) {
                        double logit = 2 + agent - 0.7 * Math.log(minutes);
                        boolean success = stream.nextOpenUniform() < 1 / (1 + Math.exp(-logit));
                        runs.add(
                                new HorizonRun(
                                        "agent " + agent,
                                        "family " + family,
                                        "task " + family + "/" + task,
                                        minutes,
                                        success ? 1 : 0));
                    }
                }
            }
        }
        return runs;
    }

    static List<HorizonRun> of(List<HorizonRun> runs, String agent) {
        return runs.stream().filter(run -> run.agent().equals(agent)).toList();
    }

    static List<HorizonRun> scored(List<HorizonRun> runs, ToDoubleFunction<HorizonRun> score) {
        return runs.stream()
                .map(run ->
                        new HorizonRun(
                                run.agent(),
                                run.family(),
                                run.task(),
                                run.minutes(),
                                score.applyAsDouble(run)))
                .toList();
    }

    static List<HorizonRun> timed(List<HorizonRun> runs, ToDoubleFunction<HorizonRun> minutes) {
        return runs.stream()
                .map(run ->
                        new HorizonRun(
                                run.agent(),
                                run.family(),
                                run.task(),
                                minutes.applyAsDouble(run),
                                run.score()))
                .toList();
    }
}
