package rubicon.ingest.horizon;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import rubicon.ingest.evalrun.ScoreCount;
import rubicon.model.horizon.HorizonRun;

/// The runs of a suite, counted by agent, task and score.
record SuiteRuns(List<ScoreCount> counts) {
    SuiteRuns {
        counts = List.copyOf(counts);
    }

    /// Whether nobody measured how long a task takes a person: such runs are of no use here.
    private static boolean isLeftOut(ScoreCount it) {
        return it.humanMinutes() == null;
    }

    private Stream<ScoreCount> entering() {
        return counts.stream().filter(it -> !isLeftOut(it));
    }

    /// How many runs enter.
    long size() {
        return entering().mapToLong(ScoreCount::runs).sum();
    }

    /// The runs that enter.
    List<HorizonRun> horizonRuns() {
        List<HorizonRun> runs = new ArrayList<>();
        entering().forEach(it -> runs.addAll(Collections.nCopies((int) it.runs(), run(it))));
        return runs;
    }

    private static HorizonRun run(ScoreCount it) {
        return new HorizonRun(
                it.agent(),
                family(it),
                it.taskId(),
                Objects.requireNonNull(it.humanMinutes()),
                it.score());
    }

    /// A task without a family is one by itself.
    private static String family(ScoreCount it) {
        return Optional.ofNullable(it.taskFamily()).orElse(it.taskId());
    }

    int tasks() {
        return (int) entering().map(ScoreCount::taskId).distinct().count();
    }

    int families() {
        return (int) entering().map(SuiteRuns::family).distinct().count();
    }

    SortedSet<String> sources() {
        SortedSet<String> sources = new TreeSet<>();
        entering().forEach(it -> sources.add(it.source()));
        return sources;
    }

    /// The sources whose runs name an agent.
    SortedSet<String> sourcesOf(String agent) {
        SortedSet<String> sources = new TreeSet<>();
        entering().filter(it -> it.agent().equals(agent)).forEach(it -> sources.add(it.source()));
        return sources;
    }

    long leftOut() {
        return counts.stream().filter(SuiteRuns::isLeftOut).mapToLong(ScoreCount::runs).sum();
    }

    List<String> agentsLeftOut() {
        SortedSet<String> agents = new TreeSet<>();
        counts.stream().filter(SuiteRuns::isLeftOut).forEach(it -> agents.add(it.agent()));
        return List.copyOf(agents);
    }
}
