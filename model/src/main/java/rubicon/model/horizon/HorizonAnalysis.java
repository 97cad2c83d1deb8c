package rubicon.model.horizon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rubicon.model.catalogue.RunSuite;
import rubicon.model.trend.DatedValue;

/// All that the runs of a suite say of time horizons, as METR computes it: each agent's fit, and
/// one bootstrap for all of them.
///
/// The same runs, number of draws and seed give the same bytes, in whatever order the runs come and
/// on any number of threads.
///
/// @param agents by name
/// @param draws of the bootstrap; empty where it could not be made
/// @param faults why it could not: tasks that stand in two families; empty where it could
/// @see "docs/methods/time-horizon.md"
public record HorizonAnalysis(
        List<AgentHorizon> agents, Optional<HorizonDraws> draws, List<String> faults) {
    /// How runs count.
    public static final Weighting WEIGHTING = Weighting.INVERSE_SQRT;

    /// The ridge on the slope.
    public static final double REGULARIZATION = HorizonFit.METR_REGULARIZATION;

    /// The level of all intervals.
    public static final double LEVEL = 0.95;

    private static final Comparator<HorizonRun> ORDER =
            Comparator.comparing(HorizonRun::agent)
                    .thenComparing(HorizonRun::family)
                    .thenComparing(HorizonRun::task)
                    .thenComparingDouble(HorizonRun::minutes)
                    .thenComparingDouble(HorizonRun::score);

    public HorizonAnalysis {
        agents = List.copyOf(agents);
        faults = List.copyOf(faults);
    }

    /// Fits and draws.
    ///
    /// @param runs of one suite, at least one
    /// @param replicates number of draws, at least 1
    public static HorizonAnalysis of(Collection<HorizonRun> runs, int replicates, long seed) {
        List<HorizonRun> sorted = runs.stream().sorted(ORDER).toList();
        Map<String, List<HorizonRun>> byAgent =
                sorted.stream()
                        .collect(
                                Collectors.groupingBy(
                                        HorizonRun::agent, TreeMap::new, Collectors.toList()));
        List<AgentHorizon> agents = new ArrayList<>();
        byAgent.forEach((agent, own) -> agents.add(AgentHorizon.of(agent, own)));
        List<String> faults = tasksOfTwoFamilies(sorted);
        Optional<HorizonDraws> draws =
                faults.isEmpty()
                        ? Optional.of(
                                new HorizonBootstrap(sorted, WEIGHTING, REGULARIZATION)
                                        .draw(
                                                replicates,
                                                seed,
                                                RunSuite.PERCENTS.stream()
                                                        .map(percent -> percent / 100.0)
                                                        .toList()))
                        : Optional.empty();
        return new HorizonAnalysis(agents, draws, faults);
    }

    private static List<String> tasksOfTwoFamilies(List<HorizonRun> runs) {
        Map<String, String> familyOfTask = new TreeMap<>();
        Map<String, String> faults = new TreeMap<>();
        for (HorizonRun run : runs) {
            String other = familyOfTask.putIfAbsent(run.task(), run.family());
            if (other != null && !other.equals(run.family())) {
                faults.putIfAbsent(
                        run.task(),
                        "task %s stands in two families, %s and %s"
                                .formatted(run.task(), other, run.family()));
            }
        }
        return List.copyOf(faults.values());
    }

    /// The interval of an agent's horizon; empty where nothing was drawn, or the agent is missing
    /// from all draws.
    ///
    /// @param rate of success, one of those of [RunSuite#PERCENTS]
    public Optional<HorizonDraws.Interval> interval(AgentHorizon agent, double rate) {
        return draws.flatMap(drawn -> drawn.interval(agent.agent(), rate, LEVEL));
    }

    /// The agents' horizons at their dates; those without a date, or whose runs tell no end of the
    /// horizon, are left out. That of an agent which never succeeded is 0.
    ///
    /// @param dates by the agents' names
    public List<DatedValue> dated(Map<String, LocalDate> dates, double rate) {
        List<DatedValue> dated = new ArrayList<>();
        for (AgentHorizon agent : agents) {
            LocalDate date = dates.get(agent.agent());
            if (date != null) {
                agent.trendMinutes(rate)
                        .ifPresent(it -> dated.add(new DatedValue(agent.agent(), date, it)));
            }
        }
        return DatedValue.byDate(dated);
    }

    /// METR's trend of the best agents from a day on; empty where fewer than two dates are left.
    /// Whatever the rate, an agent is left out by its horizon at one half: both are read off the
    /// same curve, and beyond the tasks that is what METR calls unreliable.
    ///
    /// @param dates by the agents' names
    /// @param from the first day that counts
    public Optional<HorizonTrend> trend(Map<String, LocalDate> dates, double rate, LocalDate from) {
        List<DatedValue> used =
                HorizonTrend.Choice.metr(from).of(dated(dates, rate), it -> half(it.name()));
        long days = used.stream().map(DatedValue::date).distinct().count();
        return days < 2 ? Optional.empty() : Optional.of(HorizonTrend.through(used));
    }

    private double half(String agent) {
        return agents.stream()
                .filter(it -> it.agent().equals(agent))
                .findFirst()
                .flatMap(it -> it.trendMinutes(0.5))
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// The interval of a trend's doubling time: its agents' line in every draw that grows. An agent
    /// that never succeeded does so in no draw either, and keeps its horizon of 0.
    public Optional<HorizonDraws.Interval> doublingDays(HorizonTrend trend, double rate) {
        List<String> names = trend.used().stream().map(DatedValue::name).toList();
        List<LocalDate> dates = trend.used().stream().map(DatedValue::date).toList();
        Set<String> never =
                agents.stream()
                        .filter(AgentHorizon::neverSucceeded)
                        .map(AgentHorizon::agent)
                        .collect(Collectors.toSet());
        return draws.flatMap(drawn -> {
            double[][] rows = drawn.rows(names, rate);
            for (double[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = never.contains(names.get(i)) ? 0 : row[i];
                }
            }
            return HorizonTrend.doublingDays(dates, rows, LEVEL);
        });
    }
}
