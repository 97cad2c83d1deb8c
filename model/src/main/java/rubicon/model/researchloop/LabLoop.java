package rubicon.model.researchloop;

import java.util.List;
import java.util.function.ToDoubleFunction;
import rubicon.model.stats.NeumaierSum;

/// The loop of a lab: stages that each pass of a line of research goes through, one after another,
/// with people, machines and a number of lines side by side. The structure is this project's.
///
/// @param stages in the order of a pass, at least one
/// @param computeMultiplier how many times more compute there is than in the baseline, above 0
/// @param parallel lines of research at a time, above 0
/// @param humanHoursPerDay of all people together, above 0
/// @param computeHoursPerDay of all machines together in the baseline, above 0
public record LabLoop(
        List<Stage> stages,
        double computeMultiplier,
        double parallel,
        double humanHoursPerDay,
        double computeHoursPerDay) {
    private static final double HOURS_PER_DAY = 24;

    public LabLoop {
        stages = List.copyOf(stages);
        if (stages.isEmpty()
                || !(computeMultiplier > 0
                        && parallel > 0
                        && humanHoursPerDay > 0
                        && computeHoursPerDay > 0)) {
            throw new IllegalArgumentException("the loop lacks stages, lines, people or machines");
        }
    }

    /// A stage of a pass.
    ///
    /// @param human hours of people in the baseline, at least 0
    /// @param compute hours of machines in the baseline, at least 0
    /// @param automated share of the human hours that AI does, in [0, 1]
    /// @param aiSpeed of AI relative to a person on that share, above 0
    /// @param review human time per unit of automated work, at least 0
    /// @param rework share of passes that must be repeated, in [0, .95): near 1 all times diverge
    /// @param baseRework the same in the baseline
    public record Stage(
            String name,
            double human,
            double compute,
            double automated,
            double aiSpeed,
            double review,
            double rework,
            double baseRework) {
        private static final double MOST_REWORK = 0.95;

        public Stage {
            if (!(human >= 0 && compute >= 0 && review >= 0 && aiSpeed > 0)
                    || !(automated >= 0 && automated <= 1)) {
                throw new IllegalArgumentException(
                        "%s: hours and review are at least 0, speed above 0, a share in [0, 1]"
                                .formatted(name));
            }
            if (!(rework >= 0 && rework < MOST_REWORK)
                    || !(baseRework >= 0 && baseRework < MOST_REWORK)) {
                throw new IllegalArgumentException(
                        "%s: rework %s and %s are not in [0, %s)"
                                .formatted(name, rework, baseRework, MOST_REWORK));
            }
        }

        /// Hours of people a pass, `h[(1 − a) + a·c]/(1 − ω)`.
        double touch() {
            return touch(human, automated, review, rework);
        }

        /// [#touch()] on numbers in place.
        public static double touch(double human, double automated, double review, double rework) {
            return human * (1 - automated + automated * review) / (1 - rework);
        }

        /// Hours in which AI works, `h·a/(v(1 − ω))`.
        double waiting() {
            return waiting(human, automated, aiSpeed, rework);
        }

        /// [#waiting()] on numbers in place.
        public static double waiting(
                double human, double automated, double aiSpeed, double rework) {
            return human * automated / (aiSpeed * (1 - rework));
        }

        double computed(double multiplier) {
            return computed(compute, multiplier, rework);
        }

        /// Hours of machines a pass, on numbers in place.
        public static double computed(double compute, double multiplier, double rework) {
            return compute / (multiplier * (1 - rework));
        }

        double hours(double multiplier) {
            return touch() + waiting() + computed(multiplier);
        }

        double baseHours() {
            return (human + compute) / (1 - baseRework);
        }
    }

    /// What holds the number of passes a day down.
    public enum Binding {
        HUMAN,
        COMPUTE,
        PARALLEL
    }

    /// Passes a day.
    ///
    /// @param binding the constraint that allows the fewest; of equals the first named
    public record Throughput(double perDay, Binding binding) {}

    /// What the loop gives. A pass may become much faster while no more passes get done, and the
    /// other way round: both speed-ups belong together.
    ///
    /// @param cycleHours from the start of a pass to its end
    /// @param stageHours one a stage
    /// @param bottleneck place of the stage that takes longest
    public record Outcome(
            double cycleHours,
            double baseCycleHours,
            Throughput throughput,
            Throughput baseThroughput,
            List<Double> stageHours,
            int bottleneck) {
        public Outcome {
            stageHours = List.copyOf(stageHours);
        }

        /// How many times faster one pass is.
        public double latencySpeedup() {
            return baseCycleHours / cycleHours;
        }

        /// How many times more passes get done.
        public double throughputSpeedup() {
            return throughput.perDay() / baseThroughput.perDay();
        }
    }

    /// Cycle `Σ(touch + wait + compute)`; passes a day `min(U/Σtouch, K/Σcompute, 24·N/cycle)`.
    public Outcome outcome() {
        List<Double> hours = stages.stream().map(it -> it.hours(computeMultiplier)).toList();
        double cycle = sum(it -> it.hours(computeMultiplier));
        double baseCycle = sum(Stage::baseHours);
        int bottleneck = 0;
        for (int stage = 1; stage < hours.size(); stage++) {
            if (hours.get(stage) > hours.get(bottleneck)) {
                bottleneck = stage;
            }
        }
        return new Outcome(
                cycle,
                baseCycle,
                throughput(sum(Stage::touch), sum(it -> it.computed(computeMultiplier)), cycle),
                throughput(
                        sum(it -> it.human() / (1 - it.baseRework())),
                        sum(it -> it.compute() / (1 - it.baseRework())),
                        baseCycle),
                hours,
                bottleneck);
    }

    private double sum(ToDoubleFunction<Stage> hours) {
        return NeumaierSum.of(stages.stream().mapToDouble(hours).toArray());
    }

    /// Passes a day that lines of research side by side allow.
    ///
    /// @param cycleHours of one pass
    public static double lines(double parallel, double cycleHours) {
        return HOURS_PER_DAY * parallel / cycleHours;
    }

    private Throughput throughput(double touch, double compute, double cycle) {
        double human = humanHoursPerDay / touch;
        double machines = computeHoursPerDay / compute;
        double lines = lines(parallel, cycle);
        if (human <= machines && human <= lines) {
            return new Throughput(human, Binding.HUMAN);
        }
        return machines <= lines
                ? new Throughput(machines, Binding.COMPUTE)
                : new Throughput(lines, Binding.PARALLEL);
    }
}
