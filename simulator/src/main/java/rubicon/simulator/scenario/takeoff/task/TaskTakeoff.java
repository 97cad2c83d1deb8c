package rubicon.simulator.scenario.takeoff.task;

import java.util.Arrays;

/// Software research whose tasks are automated one by one as training runs grow. Compute grows
/// physically and by the software that research makes; a task becomes automatable at its
/// [Requirements]; people and compute share the tasks out as in [TaskAllocation]; what they make
/// together, over what people would make alone, is the input of research as in [ResearchUpdate].
///
/// The arrangement is ours: a much smaller one than the source's, which also has goods, hardware,
/// capital and spending.
///
/// Runs one after another and allocates nothing in them. For one thread at a time.
public final class TaskTakeoff {
    private static final double STEP = 0.02;
    private static final double LN_10 = Math.log(10);

    private final TaskOutput output;
    private final double[] below;
    private final double[] needed;
    private final double[] shares;
    private final double[] reached;
    private final double[] software;
    private final double[] growth;
    private final double[] automated;
    private final double[] input;

    private int able;

    /// What is assumed; runs read it anew each time.
    public static final class Values {
        /// lg of the FLOP for full automation.
        public double fullFlop;

        /// How many orders of magnitude less suffices for a fifth of the tasks, at least 0.
        public double flopGap;

        /// lg of the largest training run's effective compute at the start.
        public double trainingFlop;

        /// Of compute, orders of magnitude a year; at least 0.
        public double physicalGrowth;

        /// Of people's input, orders of magnitude a year.
        public double peoplesGrowth;

        /// Substitution between tasks, below 1.
        public double rho;

        /// lg of the labour that compute at work replaces at the first task, over people's.
        public double workingCompute;

        /// Orders of magnitude between the first task's efficiency and the last's.
        public double efficiencySpread;

        /// Orders of magnitude that software can improve in all, above 0.
        public double ceiling;

        /// Exponent of research input.
        public double parallel;

        /// Doublings of software for each doubling of cumulative input, above 0.
        public double returns;

        /// Of software at the start, orders of magnitude a year, by people alone; above 0.
        public double pace;
    }

    /// A takeoff.
    ///
    /// @param tasks how many
    /// @param shares of tasks whose automation is looked for, in (0, 1]
    /// @param moments how many a run looks at
    public TaskTakeoff(int tasks, double[] shares, int moments) {
        output = new TaskOutput(tasks);
        below = Requirements.gapsBelow(tasks);
        needed = new double[tasks];
        this.shares = shares.clone();
        reached = new double[shares.length];
        software = new double[moments];
        growth = new double[moments];
        automated = new double[moments];
        input = new double[moments];
    }

    /// Runs.
    ///
    /// @param years to look at, ascending, the first 0
    public void run(Values given, double[] years) {
        output.set(given.rho, given.efficiencySpread);
        for (int task = 0; task < needed.length; task++) {
            needed[task] = given.fullFlop - below[task] * given.flopGap;
        }
        Arrays.fill(reached, Double.POSITIVE_INFINITY);
        able = 0;
        double level = 0;
        double cumulative = given.returns / (given.pace * LN_10);
        double perRoom = -given.returns / (given.ceiling * LN_10);
        double time = 0;
        for (int moment = 0; moment < years.length; moment++) {
            while (true) {
                automate(given, time, level);
                double people = given.peoplesGrowth * time * LN_10;
                double logInput =
                        output.log(
                                people,
                                (given.workingCompute + given.physicalGrowth * time + level)
                                        * LN_10,
                                able);
                double speed = Math.exp(given.parallel * logInput);
                double step = Math.min(STEP, years[moment] - time);
                double left = given.ceiling - level;
                if (!(step > 1e-9)) {
                    software[moment] = level;
                    growth[moment] =
                            given.returns * (left / given.ceiling) * speed / cumulative / LN_10;
                    automated[moment] = able / (double) needed.length;
                    input[moment] = Math.exp(logInput - people);
                    break;
                }
                double grown = cumulative + speed * step;
                level = given.ceiling - ResearchUpdate.left(left, perRoom, grown / cumulative);
                cumulative = grown;
                time += step;
            }
        }
    }

    /// What can be automated stays so, for neither compute nor software ever falls.
    private void automate(Values given, double time, double level) {
        double log = given.trainingFlop + given.physicalGrowth * time + level;
        while (able < needed.length && needed[able] <= log) {
            able++;
        }
        for (int i = 0; i < shares.length; i++) {
            if (able >= shares[i] * needed.length) {
                reached[i] = Math.min(reached[i], time);
            }
        }
    }

    /// When a share of tasks was automated, in years; infinite if it was not.
    public double reached(int share) {
        return reached[share];
    }

    /// Orders of magnitude of software over the start at a moment.
    public double software(int moment) {
        return software[moment];
    }

    /// Its growth, orders of magnitude a year.
    public double growth(int moment) {
        return growth[moment];
    }

    /// Share of tasks that compute can do.
    public double automated(int moment) {
        return automated[moment];
    }

    /// Research input over that of people alone.
    public double input(int moment) {
        return input[moment];
    }
}
