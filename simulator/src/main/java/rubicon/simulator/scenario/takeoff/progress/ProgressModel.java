package rubicon.simulator.scenario.takeoff.progress;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import rubicon.simulator.scenario.series.GeometricSteps;

/// The progress model, calibrated: what research gives at any progress `P`, in closed form.
/// Progress is counted in orders of magnitude of effective compute since the start.
public final class ProgressModel {
    /// AI's taste is looked at up to so many standard deviations, and up to this value.
    private static final double MOST_SD = 100;

    private static final double LOG_MOST_TASTE = Math.log(1e30);

    private static final double FARTHEST = 1e6;
    private static final double ACCURACY = 1e-13;
    private static final int HALVINGS = 200;

    private final ProgressParameters given;
    private final CapacityShape shape;
    private final Capacity capacity;
    private final HumanPath humans;
    private final double presentProgress;
    private final double presentRate;
    private final double coderProgress;
    private final CodingLabour labour;
    private final ResearchTaste taste;
    private final double tasteSlope;
    private final InputTable.Moment present;

    private ProgressModel(ProgressParameters given) {
        this.given = given;
        ProgressParameters.Experiments anchors = given.experiments();
        shape =
                CapacityShape.of(
                        anchors.infLabour(),
                        anchors.infCompute(),
                        anchors.refFactor(),
                        anchors.refGain());
        if (!(shape.computeExponent() > 0 && Double.isFinite(shape.computeExponent()))) {
            throw new IllegalArgumentException(
                    "refGain %s can not be had from compute times %s"
                            .formatted(anchors.refGain(), anchors.refFactor()));
        }
        InputTable inputs = given.inputs();
        capacity =
                Capacity.at(
                        shape,
                        given.coding().parallel(),
                        anchors.infCompute() / anchors.infLabour(),
                        inputs.at(given.referenceYear()));
        humans =
                HumanPath.calibrated(
                        inputs, capacity, given.start(), given.scaleYear(), given.softwareRate());
        presentProgress = humans.progress(given.presentDay());
        presentRate = humans.rate(given.presentDay());
        present = inputs.at(given.presentDay());
        coderProgress = presentProgress + toCoder();
        labour = codingLabour();
        taste = ResearchTaste.of(given.taste().topQuantile(), given.taste().topToMedian(), 1);
        tasteSlope = given.taste().slope() / presentRate;
    }

    /// Calibrates the model.
    ///
    /// @throws IllegalArgumentException if the parameters contradict each other
    public static ProgressModel of(ProgressParameters given) {
        return new ProgressModel(given);
    }

    /// Runs from the start.
    ///
    /// @param multipliers of AI research whose times are asked for, each above 1
    /// @param years asked for, ascending, from the start on
    public ProgressPath run(double[] multipliers, double[] years) {
        return new ProgressRun(this, multipliers, years).path();
    }

    private double toCoder() {
        ProgressParameters.Horizon horizon = given.horizon();
        double doublings =
                Math.log(horizon.coderMinutes() / horizon.presentMinutes()) / Math.log(2);
        double first = horizon.presentDoublingYears() * presentRate;
        double distance =
                GeometricSteps.of(first, horizon.difficulty()).total(doublings)
                        + horizon.gapYears() * presentRate;
        if (!(distance > 0 && Double.isFinite(distance))) {
            throw new IllegalArgumentException(
                    "acHorizon %s is not ahead of presentHorizon %s"
                            .formatted(horizon.coderMinutes(), horizon.presentMinutes()));
        }
        return distance;
    }

    /// Finds `a₁`, the share automatable today, so that coding labour counts as much as known.
    private CodingLabour codingLabour() {
        double wanted = Math.log(given.coding().presentMultiplier());
        double low = 0;
        double high = CodingLabour.MOST;
        if (presentMultiplier(high) < wanted) {
            throw new IllegalArgumentException(
                    "sweMultiplier %s is more than full automation would give today"
                            .formatted(given.coding().presentMultiplier()));
        }
        for (int i = 0; i < HALVINGS && wanted > 0; i++) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (presentMultiplier(middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return labour(wanted > 0 ? high : 0);
    }

    private double presentMultiplier(double automated) {
        return labour(automated)
                .logMultiplier(presentProgress, present.logInference() - present.logHumans());
    }

    private CodingLabour labour(double automated) {
        return new CodingLabour(
                given.coding().rho(),
                given.coding().theta() / presentRate,
                given.coding().eta(),
                presentProgress,
                automated,
                (1 - automated) / (coderProgress - presentProgress));
    }

    /// Standard deviations of AI's taste above the median person.
    private double sd(double progress) {
        return Math.min(
                given.taste().sdAtCoder() + tasteSlope * (progress - coderProgress), MOST_SD);
    }

    /// Mean taste of people and AI.
    double taste(double progress) {
        double log = Math.min(taste.mu() + taste.sigma() * sd(progress), LOG_MOST_TASTE);
        return taste.meanWithFloor(Math.exp(log));
    }

    /// `ln E`: effort of people and AI.
    double logEffort(double progress, InputTable.Moment at) {
        return Math.log(taste(progress)) + logCapacity(progress, at);
    }

    private double logCapacity(double progress, InputTable.Moment at) {
        double more = labour.logMultiplier(progress, at.logInference() - at.logHumans());
        return capacity.log(at.logExperiment(), at.logHumans() + more);
    }

    /// How many times faster software research is at this progress than by humans alone, with
    /// today's people and compute.
    double multiplier(double progress) {
        return Math.exp(
                logEffort(progress, present)
                        - capacity.log(present.logExperiment(), present.logHumans()));
    }

    /// Progress at which a multiplier is reached; infinite if at none.
    double progressAt(double multiplier) {
        return firstAbove(multiplier, this::multiplier);
    }

    private double firstAbove(double level, UnivariateFunction rising) {
        double step = 1;
        double high = presentProgress;
        double low = high;
        while (rising.value(high) < level) {
            low = high;
            high += step;
            step *= 2;
            if (high > FARTHEST) {
                return Double.POSITIVE_INFINITY;
            }
        }
        while (low == high || rising.value(low) >= level) {
            low -= step;
            step *= 2;
            if (low < -FARTHEST) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        var solver = new BracketingNthOrderBrentSolver(0, ACCURACY, 0, 5);
        return solver.solve(
                HALVINGS, progress -> Math.log(rising.value(progress) / level), low, high);
    }

    /// Progress at which AI's taste is so many times the median person's top ratio, as a power of
    /// it: 1 for the top person. Infinite if at none.
    double progressAtTaste(int power) {
        double log = power * Math.log(given.taste().topToMedian());
        double most = Math.min(taste.mu() + taste.sigma() * MOST_SD, LOG_MOST_TASTE);
        if (log > most) {
            return Double.POSITIVE_INFINITY;
        }
        return progressAtLogTaste(log);
    }

    private double progressAtLogTaste(double log) {
        double missing = log - taste.mu() - taste.sigma() * given.taste().sdAtCoder();
        double rise = taste.sigma() * tasteSlope;
        if (rise == 0) {
            return missing > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return coderProgress + missing / rise;
    }

    /// Where, in progress, the right side has kinks.
    double[] kinks() {
        return new double[] {
            labour.first(),
            labour.last(),
            progressAtLogTaste(taste.mu() + taste.sigma() * MOST_SD),
            progressAtLogTaste(LOG_MOST_TASTE)
        };
    }

    ProgressParameters given() {
        return given;
    }

    /// `ρ`, weight and exponent of compute in experiments.
    public CapacityShape shape() {
        return shape;
    }

    /// `α`: weight of compute in the units of the inputs.
    public double computeWeight() {
        return capacity.mix().share();
    }

    /// `r`.
    public double softwareReturns() {
        return humans.softwareReturns();
    }

    /// `RS` at the start, of humans alone.
    public double initialStock() {
        return humans.initialStock();
    }

    /// `P` at the present day, of humans alone.
    public double presentProgress() {
        return presentProgress;
    }

    /// `dP/dt` at the present day, of humans alone.
    public double presentRate() {
        return presentRate;
    }

    /// `P` at the automated coder.
    public double coderProgress() {
        return coderProgress;
    }

    /// `a₁`: share of coding tasks that agents can do at the present day.
    public double presentAutomation() {
        return labour.automatedNow();
    }

    /// Share of coding tasks that agents can do.
    double automated(double progress) {
        return labour.automated(progress);
    }
}
