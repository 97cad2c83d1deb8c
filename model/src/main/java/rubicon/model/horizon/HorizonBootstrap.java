package rubicon.model.horizon;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rubicon.model.stats.SplitMix64;

/// The hierarchical bootstrap of time horizons: families of tasks, tasks in each, runs of each
/// task, all agents in one draw.
///
/// One draw: as many families as there are, with replacement, each a split of its own; in each
/// split as many tasks as it has, with replacement; then the runs of each task and agent, as many
/// as were drawn, with replacement. Weights stay those of the whole sample. An agent whose runs
/// came out all successes or all failures is missing from the draw.
///
/// The draw of number r takes its numbers from the stream of `seed + r`, with tasks and agents in
/// the order of their names: neither the number of threads nor how often it is run changes a byte.
///
/// @see <a href="https://arxiv.org/abs/2503.14499">METR 2025</a>
public final class HorizonBootstrap {
    private static final int DRAWS_OF_A_CHUNK = 32;

    /// A fit within a draw stops when a step is this small: the next would be near its square.
    static final double PRECISION = 1e-10;

    private final List<String> agents;
    private final double[][] lengths;
    private final double[][] starts;
    private final int[][] tasksOfFamily;
    private final int tasks;
    private final List<Attempts> attempts;
    private final double regularization;

    /// The runs of one agent at one task: the cell of each, and what it adds there.
    private static final class Attempts {
        final int task;
        final int agent;
        final int[] cell;
        final double[] success;
        final double[] failure;

        Attempts(int task, int agent, int runs) {
            this.task = task;
            this.agent = agent;
            this.cell = new int[runs];
            this.success = new double[runs];
            this.failure = new double[runs];
        }
    }

    /// Prepares the draws.
    ///
    /// @param runs at least one; of any number of agents
    /// @param regularization at least 0
    /// @throws IllegalArgumentException if a task stands in two families
    public HorizonBootstrap(List<HorizonRun> runs, Weighting weighting, double regularization) {
        this.regularization = regularization;
        Map<String, String> familyOfTask = new TreeMap<>();
        for (HorizonRun run : runs) {
            String other = familyOfTask.putIfAbsent(run.task(), run.family());
            if (other != null && !other.equals(run.family())) {
                throw new IllegalArgumentException(
                        "task %s stands in two families, %s and %s"
                                .formatted(run.task(), other, run.family()));
            }
        }
        List<String> taskNames = List.copyOf(familyOfTask.keySet());
        tasks = taskNames.size();
        tasksOfFamily =
                IntStream.range(0, tasks)
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        task -> familyOfTask.getOrDefault(taskNames.get(task), ""),
                                        TreeMap::new,
                                        Collectors.toList()))
                        .values()
                        .stream()
                        .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
        Map<String, List<HorizonRun>> byAgent =
                runs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        HorizonRun::agent, TreeMap::new, Collectors.toList()));
        agents = List.copyOf(byAgent.keySet());
        lengths = new double[agents.size()][];
        starts = new double[agents.size()][];
        Map<String, Attempts> sorted = new TreeMap<>();
        for (int agent = 0; agent < agents.size(); agent++) {
            List<HorizonRun> own = byAgent.getOrDefault(agents.get(agent), List.of());
            lengths[agent] =
                    own.stream().mapToDouble(HorizonRun::length).sorted().distinct().toArray();
            starts[agent] = start(HorizonFit.of(own, weighting, regularization));
            addAttempts(agent, own, weighting.of(own), taskNames, sorted);
        }
        attempts = List.copyOf(sorted.values());
    }

    private static double[] start(HorizonFit fit) {
        return fit instanceof HorizonFit.Fitted fitted
                ? new double[] {fitted.curve().intercept(), fitted.curve().coefficient()}
                : new double[2];
    }

    private void addAttempts(
            int agent,
            List<HorizonRun> runs,
            double[] weights,
            List<String> taskNames,
            Map<String, Attempts> sorted) {
        Map<String, List<Integer>> byTask =
                IntStream.range(0, runs.size())
                        .boxed()
                        .collect(Collectors.groupingBy(i -> runs.get(i).task()));
        byTask.forEach((task, indexes) -> {
            int n = indexes.size();
            var one = new Attempts(taskNames.indexOf(task), agent, n);
            for (int i = 0; i < n; i++) {
                HorizonRun run = runs.get(indexes.get(i));
                double weight = weights[indexes.get(i)];
                one.cell[i] = Arrays.binarySearch(lengths[agent], run.length());
                one.success[i] = weight * run.score();
                one.failure[i] = weight * (1 - run.score());
            }
            sorted.put(task + "|||" + agents.get(agent), one);
        });
    }

    /// Draws.
    ///
    /// @param replicates number of draws, at least 1
    /// @param rates of success, each in (0, 1)
    public HorizonDraws draw(int replicates, long seed, List<Double> rates) {
        double[] logits = rates.stream().mapToDouble(q -> Math.log(q / (1 - q))).toArray();
        double[][][] horizons = new double[agents.size()][logits.length][replicates];
        int chunks = (replicates + DRAWS_OF_A_CHUNK - 1) / DRAWS_OF_A_CHUNK;
        IntStream.range(0, chunks)
                .parallel()
                .forEach(chunk -> {
                    var sample = new Sample();
                    int end = Math.min(replicates, (chunk + 1) * DRAWS_OF_A_CHUNK);
                    for (int r = chunk * DRAWS_OF_A_CHUNK; r < end; r++) {
                        sample.draw(new SplitMix64(seed + r));
                        sample.fit(logits, horizons, r);
                    }
                });
        return new HorizonDraws(agents, rates, horizons);
    }

    /// What one thread draws into, again and again.
    private final class Sample {
        private final int[] family = new int[tasksOfFamily.length];
        private final int[] timesDrawn = new int[tasks];
        private final Cells[] cells = new Cells[agents.size()];

        Sample() {
            Arrays.setAll(cells, agent -> new Cells(lengths[agent]));
        }

        void draw(SplitMix64 stream) {
            Arrays.fill(timesDrawn, 0);
            for (Cells one : cells) {
                one.clear();
            }
            for (int i = 0; i < family.length; i++) {
                family[i] = stream.nextIndex(family.length);
            }
            for (int one : family) {
                int[] own = tasksOfFamily[one];
                for (int i = 0; i < own.length; i++) {
                    timesDrawn[own[stream.nextIndex(own.length)]]++;
                }
            }
            for (Attempts one : attempts) {
                // A task drawn twice brings its runs twice, one copy after the other.
                int runs = one.cell.length;
                int drawn = runs * timesDrawn[one.task];
                for (int i = 0; i < drawn; i++) {
                    int run = stream.nextIndex(drawn) % runs;
                    cells[one.agent].add(one.cell[run], one.success[run], one.failure[run]);
                }
            }
        }

        void fit(double[] logits, double[][][] horizons, int replicate) {
            for (int agent = 0; agent < cells.length; agent++) {
                Cells own = cells[agent];
                own.startAt(starts[agent][0], starts[agent][1]);
                boolean fitted = own.hasBothOutcomes() && own.converge(regularization, PRECISION);
                for (int q = 0; q < logits.length; q++) {
                    horizons[agent][q][replicate] =
                            fitted ? own.horizonMinutes(logits[q]) : Double.NaN;
                }
            }
        }
    }
}
