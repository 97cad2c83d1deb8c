package rubicon.simulator.scenario.takeoff.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Software research whose tasks are automated one by one as training runs grow. Compute grows
/// physically and by the software that research makes; a task becomes automatable at its
/// [Requirements]; people and compute share the tasks out as in [TaskAllocation]; what they make
/// together, over what people would make alone, is the input of [ResearchUpdate].
///
/// The arrangement is ours: a much smaller one than the source's, which also has goods, hardware,
/// capital and spending.
///
/// @param requirements of the tasks
/// @param trainingFlop lg of the largest training run's effective compute at the start
/// @param physicalGrowth of compute, orders of magnitude a year
/// @param peoplesGrowth of their input, orders of magnitude a year
/// @param rho substitution between tasks, below 1
/// @param workingCompute lg of the labour that compute at work replaces at the first task, over
///   people's
/// @param efficiencySpread orders of magnitude between the first task's efficiency and the last's
/// @param law of software; its initial level is 1
/// @param pace of software at the start, orders of magnitude a year, by people alone
public record TaskTakeoff(
        Requirements requirements,
        double trainingFlop,
        double physicalGrowth,
        double peoplesGrowth,
        double rho,
        double workingCompute,
        double efficiencySpread,
        ResearchUpdate.Law law,
        double pace) {
    private static final double STEP = 0.02;
    private static final double LN_10 = Math.log(10);

    /// Runs.
    ///
    /// @param years to look at, ascending, the first 0
    /// @param shares of tasks whose automation is looked for, in (0, 1]
    public Run run(double[] years, double[] shares) {
        var work = new Work();
        double[] reached = new double[shares.length];
        Arrays.fill(reached, Double.POSITIVE_INFINITY);
        List<Moment> moments = new ArrayList<>();
        var state = new ResearchUpdate(1, law.returns() / (pace * LN_10));
        double time = 0;
        for (double year : years) {
            while (true) {
                double automated = work.automated(time, state.level());
                for (int i = 0; i < shares.length; i++) {
                    if (automated >= shares[i]) {
                        reached[i] = Math.min(reached[i], time);
                    }
                }
                double step = Math.min(STEP, year - time);
                double input = work.input(time, state.level(), automated);
                if (!(step > 1e-9)) {
                    moments.add(
                            new Moment(
                                    year,
                                    Math.log10(state.level()),
                                    growth(state, input),
                                    automated,
                                    input / work.people(time)));
                    break;
                }
                state = state.along(law, input, step);
                time += step;
            }
        }
        return new Run(moments, DoubleStream.of(reached).boxed().toList());
    }

    /// Orders of magnitude a year.
    private double growth(ResearchUpdate state, double input) {
        return law.returns()
                * law.penalty(state.level())
                * Math.pow(input, law.parallel())
                / state.cumulative()
                / LN_10;
    }

    /// The tasks, and who does them.
    private final class Work {
        private final double[] needed = requirements.logs();
        private final TaskOptimum optimum;
        private final double alone;

        private Work() {
            int tasks = requirements.tasks();
            List<Double> weights = IntStream.range(0, tasks).mapToObj(_ -> 1.0).toList();
            List<Double> efficiencies =
                    IntStream.range(0, tasks)
                            .mapToObj(i ->
                                    Math.pow(10, -efficiencySpread * i / Math.max(1, tasks - 1)))
                            .toList();
            optimum = new TaskOptimum(new TaskDemands(weights, efficiencies, rho));
            alone = optimum.output(1, 0, 0);
        }

        /// As [Requirements#automatedFraction] has it.
        private double automated(double time, double level) {
            double log =
                    Math.log10(
                            Math.pow(10, trainingFlop + physicalGrowth * time + Math.log10(level)));
            int able = 0;
            for (double task : needed) {
                able += task <= log ? 1 : 0;
            }
            return able / (double) needed.length;
        }

        /// Of people, 1 at the start.
        private double people(double time) {
            return Math.pow(10, peoplesGrowth * time);
        }

        /// Research input, 1 at the start for people alone.
        private double input(double time, double level, double automated) {
            int able = (int) Math.round(automated * requirements.tasks());
            double compute =
                    Math.pow(10, workingCompute + physicalGrowth * time + Math.log10(level));
            return optimum.output(people(time), compute, able) / alone;
        }
    }

    /// What a run gives.
    ///
    /// @param moments one for each year asked for
    /// @param reached when each share of tasks was automated, in years; infinite if it was not
    public record Run(List<Moment> moments, List<Double> reached) {
        public Run {
            moments = List.copyOf(moments);
            reached = List.copyOf(reached);
        }
    }

    /// A moment of a run.
    ///
    /// @param year since the start
    /// @param software orders of magnitude over the start
    /// @param growth orders of magnitude a year
    /// @param automated share of tasks that compute can do
    /// @param input of research, 1 for people alone
    public record Moment(
            double year, double software, double growth, double automated, double input) {}
}
