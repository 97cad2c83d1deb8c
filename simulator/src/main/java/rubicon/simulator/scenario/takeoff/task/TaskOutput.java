package rubicon.simulator.scenario.takeoff.task;

/// Output at the optimum of [TaskAllocation] where all tasks weigh the same and efficiency falls by
/// the same factor from task to task: in closed form, for one amount of labour and compute after
/// another. Allocates nothing. For one thread at a time.
///
/// With a pure split after the first `s` of `n` tasks the means of what each group gets are
/// substitutes for each other, `Y = [s/n·a₁^ρ + (1 − s/n)·a₂^ρ]^(1/ρ)`: people's is `a₂ = L/(n −
/// s)`, compute's `a₁ = C·(K/s)^(1/ρ)/K` with `K = Σ_(i<s) η_i^(σ − 1)`. Where task `I` is done by
/// both, labour and compute add, `Y = (L + η_I·C)·(M/n)^(1/ρ)/M` with `M = n − I + Σ_(i<I)
/// (η_i/η_I)^(σ − 1)`.
final class TaskOutput {
    private static final double LN_10 = Math.log(10);

    /// From this substitution on digits that cancel are not missed.
    private static final double DIRECT = 0.05;

    private final int tasks;
    private final double[] logOfTasks;

    /// `Σ_(i<s) [η_i^(σ − 1) − 1]`, and `ln K`.
    private final double[] computeExcess;

    private final double[] logCompute;

    /// `M − n`.
    private final double[] mixedExcess;

    private double rho;
    private double sigma;
    private double fall;
    private int split;

    // Of the pure split, and of the mixed task, that were asked for last.
    private int pure;
    private double pureMean;
    private int mixed;
    private double mixedScale;

    TaskOutput(int tasks) {
        this.tasks = tasks;
        logOfTasks = new double[tasks + 1];
        for (int i = 0; i <= tasks; i++) {
            logOfTasks[i] = Math.log(i);
        }
        computeExcess = new double[tasks + 1];
        logCompute = new double[tasks + 1];
        mixedExcess = new double[tasks + 1];
    }

    /// Takes other tasks.
    ///
    /// @param rho substitution, below 1
    /// @param spread orders of magnitude between the first task's efficiency, 1, and the last's; at
    ///   least 0
    void set(double rho, double spread) {
        TaskDemands.require(rho < 1 && Double.isFinite(rho), "rho must be below 1");
        TaskDemands.require(spread >= 0, "eta must not rise from task to task");
        this.rho = rho;
        sigma = 1 / (1 - rho);
        fall = spread * LN_10 / Math.max(1, tasks - 1);
        // (η_i/η_0)^(σ − 1) and its inverse, both less 1, from task to task.
        double down = Math.expm1(-rho * sigma * fall);
        double up = Math.expm1(rho * sigma * fall);
        double compute = 0;
        double inverse = up;
        logCompute[0] = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < tasks; i++) {
            computeExcess[i + 1] = computeExcess[i] + compute;
            logCompute[i + 1] = Math.log(i + 1 + computeExcess[i + 1]);
            mixedExcess[i + 1] = mixedExcess[i] + inverse;
            compute += down * (1 + compute);
            inverse += up * (1 + inverse);
        }
        split = 0;
        pure = -1;
        mixed = -1;
    }

    /// `ln` of output, over what one unit of labour makes alone.
    ///
    /// @param automatable how many of the first tasks compute can do
    double log(double logLabour, double logCompute, int automatable) {
        double labourPerCompute = logLabour - logCompute;
        int first = firstSplitThatLabourKeeps(labourPerCompute, automatable);
        if (first == 0) {
            return logLabour;
        }
        // As labour keeps all after this split, so does compute keep all before it, or shares the
        // last of them.
        double worth = logEfficiency(first - 1) * sigma - this.logCompute[first];
        return labourPerCompute <= worth + logOfTasks[tasks - first]
                ? pure(first, logLabour, logCompute)
                : mixed(first - 1, logLabour, logCompute);
    }

    private double logEfficiency(int task) {
        return -fall * task;
    }

    /// The price of compute rises from split to split while efficiencies fall, so labour keeps its
    /// tasks from some split on; it is near the one before, as inputs change little.
    private int firstSplitThatLabourKeeps(double labourPerCompute, int automatable) {
        split = Math.min(split, automatable);
        while (split < automatable && !keeps(split, labourPerCompute)) {
            split++;
        }
        while (split > 0 && keeps(split - 1, labourPerCompute)) {
            split--;
        }
        return split;
    }

    /// Whether compute costs more than it is worth at the first task after a split.
    private boolean keeps(int split, double labourPerCompute) {
        return labourPerCompute
                >= logEfficiency(split) * sigma - logCompute[split] + logOfTasks[tasks - split];
    }

    private double pure(int split, double logLabour, double logCompute) {
        if (split != pure) {
            pure = split;
            pureMean =
                    (rho == 0
                                    ? -fall * (split - 1) / 2
                                    : Math.log1p(computeExcess[split] / split) / rho)
                            - this.logCompute[split];
        }
        double byPeople = logLabour - logOfTasks[tasks - split];
        double byCompute = logCompute + pureMean;
        return logOfTasks[tasks] + logMean(split / (double) tasks, byCompute - byPeople) + byPeople;
    }

    /// `ln([w·e^(ρx) + 1 − w]^(1/ρ))`.
    private double logMean(double weight, double x) {
        if (rho == 0) {
            return weight * x;
        }
        // Near ρ = 0 the mean differs from 1 by little, and that little is the result.
        boolean direct = Math.abs(rho) >= DIRECT;
        double power = rho * x;
        if (power > 0) {
            double mean =
                    direct
                            ? Math.log(weight + (1 - weight) * Math.exp(-power))
                            : Math.log1p((1 - weight) * Math.expm1(-power));
            return x + mean / rho;
        }
        return (direct
                        ? Math.log(1 - weight + weight * Math.exp(power))
                        : Math.log1p(weight * Math.expm1(power)))
                / rho;
    }

    private double mixed(int task, double logLabour, double logCompute) {
        if (task != mixed) {
            mixed = task;
            mixedScale =
                    (rho == 0
                                    ? fall * task * (task + 1) / 2 / tasks
                                    : Math.log1p(mixedExcess[task] / tasks) / rho)
                            - Math.log(tasks + mixedExcess[task]);
        }
        double more = logEfficiency(task) + logCompute - logLabour;
        double both = Math.max(more, 0) + Math.log(1 + Math.exp(-Math.abs(more)));
        return logOfTasks[tasks] + logLabour + both + mixedScale;
    }
}
