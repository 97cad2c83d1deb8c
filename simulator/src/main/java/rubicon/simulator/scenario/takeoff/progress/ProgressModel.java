package rubicon.simulator.scenario.takeoff.progress;

import java.util.function.DoubleUnaryOperator;
import rubicon.simulator.scenario.series.GeometricSteps;
import rubicon.simulator.scenario.takeoff.ode.Root;

/// The progress model, calibrated: what research gives at any progress `P`, in closed form.
/// Progress is counted in orders of magnitude of effective compute since the start.
///
/// May be calibrated to one set of values after another; allocates nothing then. For one thread at
/// a time.
public final class ProgressModel {
    /// AI's taste is looked at up to so many standard deviations, and up to this value.
    private static final double MOST_SD = 100;

    private static final double LOG_MOST_TASTE = Math.log(1e30);

    private static final double FARTHEST = 1e6;
    private static final double ACCURACY = 1e-13;

    private final InputCourse inputs;
    private final ProgressValues given = new ProgressValues();
    private final Objection objection = new Objection();
    private final Capacity capacity = new Capacity();
    private final HumanPath humans;
    private final CodingLabour labour = new CodingLabour();
    private final DoubleUnaryOperator logMissingLabour = this::logMissingLabour;
    private final DoubleUnaryOperator logMissingMultiplier = this::logMissingMultiplier;

    private double shapeRho;
    private double computeExponent;
    private double presentProgress;
    private double presentRate;
    private double coderProgress;
    private double tasteMu;
    private double tasteSigma;
    private double tasteSlope;

    // Inputs at the present day, and the effort of people alone then.
    private double presentHumans;
    private double presentInference;
    private double presentExperiments;
    private double presentEffort;

    private double logWanted;

    /// A model of a course that is calibrated by [#calibrate].
    public ProgressModel(InputCourse inputs) {
        this.inputs = inputs;
        humans = new HumanPath(inputs, capacity);
    }

    /// Calibrates a model.
    ///
    /// @throws IllegalArgumentException if the parameters contradict each other
    public static ProgressModel of(ProgressParameters given) {
        var model = new ProgressModel(InputCourse.of(given.inputs()));
        given.into(model.given);
        if (!model.calibrate()) {
            throw new IllegalArgumentException(model.objection());
        }
        return model;
    }

    /// What is assumed; [#calibrate] reads it.
    public ProgressValues values() {
        return given;
    }

    /// Calibrates to the values and the course as they are now.
    ///
    /// @return whether they describe a world; if not, [#objection] says why
    public boolean calibrate() {
        if (!(inputs.read(objection) && given.check(objection) && findShape())) {
            return false;
        }
        int reference = inputs.segment(given.referenceYear);
        capacity.set(
                shapeRho,
                computeExponent,
                given.parallel,
                given.infCompute / given.infLabour,
                inputs.logExperiments(reference, given.referenceYear),
                inputs.logHumans(reference, given.referenceYear));
        if (!humans.calibrate(given.start, given.scaleYear, given.softwareRate, objection)) {
            return false;
        }
        double stock = humans.stock(given.presentDay);
        presentProgress = humans.progress(given.presentDay, stock);
        presentRate = humans.rate(given.presentDay, stock);
        int present = inputs.segment(given.presentDay);
        presentHumans = inputs.logHumans(present, given.presentDay);
        presentInference = inputs.logInference(present, given.presentDay);
        presentExperiments = inputs.logExperiments(present, given.presentDay);
        presentEffort = capacity.log(presentExperiments, presentHumans);
        tasteSigma = ResearchTaste.sigma(1 - given.topQuantile, given.topToMedian);
        tasteMu = -tasteSigma * tasteSigma / 2;
        tasteSlope = given.slope / presentRate;
        return coder() && codingLabour();
    }

    /// What was wrong with the values of the last calibration or run that failed.
    public String objection() {
        return objection.text();
    }

    Objection objections() {
        return objection;
    }

    /// Runs from the start.
    ///
    /// @param multipliers of AI research whose times are asked for, each above 1
    /// @param years asked for, ascending, from the start on
    /// @throws IllegalArgumentException if the equation is too steep for numbers
    public ProgressPath run(double[] multipliers, double[] years) {
        var run = new ProgressRun(this, multipliers, years.length);
        if (!run.run(years)) {
            throw new IllegalArgumentException(objection());
        }
        return run.path();
    }

    private boolean findShape() {
        shapeRho = CapacityShape.rho(given.infLabour, given.infCompute);
        computeExponent =
                CapacityShape.computeExponent(
                        shapeRho,
                        given.infLabour,
                        given.infCompute,
                        given.refFactor,
                        given.refGain);
        return (computeExponent > 0 && Double.isFinite(computeExponent))
                || objection.raise(
                        "refGain %s can not be had from compute times %s",
                        given.refGain, given.refFactor);
    }

    private boolean coder() {
        double doublings = Math.log(given.coderMinutes / given.presentMinutes) / Math.log(2);
        double distance =
                GeometricSteps.total(
                                given.presentDoublingYears * presentRate,
                                Math.log(given.difficulty),
                                doublings)
                        + given.gapYears * presentRate;
        coderProgress = presentProgress + distance;
        return (distance > 0 && Double.isFinite(distance))
                || objection.raise(
                        "acHorizon %s is not ahead of presentHorizon %s",
                        given.coderMinutes, given.presentMinutes);
    }

    /// Finds `a₁`, the share automatable today, so that coding labour counts as much as known.
    private boolean codingLabour() {
        logWanted = Math.log(given.presentMultiplier);
        double most = logMissingLabour(CodingLabour.MOST);
        if (most < 0) {
            return objection.raise(
                    "sweMultiplier %s is more than full automation would give today",
                    given.presentMultiplier, 0);
        }
        labour(
                logWanted > 0
                        ? Root.find(logMissingLabour, 0, -logWanted, CodingLabour.MOST, most, 0)
                        : 0);
        return true;
    }

    private double logMissingLabour(double automated) {
        labour(automated);
        return labour.logMultiplier(presentProgress, presentInference - presentHumans) - logWanted;
    }

    private void labour(double automated) {
        labour.set(
                given.rho,
                given.theta / presentRate,
                given.eta,
                presentProgress,
                automated,
                (1 - automated) / (coderProgress - presentProgress));
    }

    /// `ln` of AI's taste.
    private double logTaste(double progress) {
        double sd = Math.min(given.sdAtCoder + tasteSlope * (progress - coderProgress), MOST_SD);
        return Math.min(tasteMu + tasteSigma * sd, LOG_MOST_TASTE);
    }

    /// Mean taste of people and AI.
    double taste(double progress) {
        double log = logTaste(progress);
        return ResearchTaste.meanWithFloor(tasteMu, tasteSigma, Math.exp(log), log);
    }

    /// `ln E`: effort of people and AI, from `ln` of the inputs.
    double logEffort(double progress, double humans, double inference, double experiments) {
        double more = labour.logMultiplier(progress, inference - humans);
        return Math.log(taste(progress)) + capacity.log(experiments, humans + more);
    }

    /// How many times faster software research is at this progress than by humans alone, with
    /// today's people and compute.
    double multiplier(double progress) {
        return Math.exp(logMultiplier(progress));
    }

    private double logMultiplier(double progress) {
        return logEffort(progress, presentHumans, presentInference, presentExperiments)
                - presentEffort;
    }

    private double logMissingMultiplier(double progress) {
        return logMultiplier(progress) - logWanted;
    }

    /// Progress at which a multiplier is reached; infinite if at none.
    double progressAt(double multiplier) {
        logWanted = Math.log(multiplier);
        double step = 1;
        double high = presentProgress;
        double atHigh = logMissingMultiplier(high);
        double low = high;
        double atLow = atHigh;
        while (atHigh < 0) {
            low = high;
            atLow = atHigh;
            high += step;
            step *= 2;
            if (high > FARTHEST) {
                return Double.POSITIVE_INFINITY;
            }
            atHigh = logMissingMultiplier(high);
        }
        while (atLow >= 0) {
            high = low;
            atHigh = atLow;
            low -= step;
            step *= 2;
            if (low < -FARTHEST) {
                return Double.NEGATIVE_INFINITY;
            }
            atLow = logMissingMultiplier(low);
        }
        return Root.find(logMissingMultiplier, low, atLow, high, atHigh, ACCURACY);
    }

    /// Progress at which AI's taste is so many times the median person's top ratio, as a power of
    /// it: 1 for the top person. Infinite if at none.
    double progressAtTaste(int power) {
        double log = power * Math.log(given.topToMedian);
        double most = Math.min(tasteMu + tasteSigma * MOST_SD, LOG_MOST_TASTE);
        return log > most ? Double.POSITIVE_INFINITY : progressAtLogTaste(log);
    }

    private double progressAtLogTaste(double log) {
        double missing = log - tasteMu - tasteSigma * given.sdAtCoder;
        double rise = tasteSigma * tasteSlope;
        if (rise == 0) {
            return missing > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return coderProgress + missing / rise;
    }

    /// Where, in progress, the right side has kinks.
    ///
    /// @param kinks receives four numbers in no order
    void kinks(double[] kinks) {
        kinks[0] = labour.first();
        kinks[1] = labour.last();
        kinks[2] = progressAtLogTaste(tasteMu + tasteSigma * MOST_SD);
        kinks[3] = progressAtLogTaste(LOG_MOST_TASTE);
    }

    InputCourse inputs() {
        return inputs;
    }

    HumanPath humans() {
        return humans;
    }

    /// `ρ`, weight and exponent of compute in experiments.
    public CapacityShape shape() {
        return new CapacityShape(
                shapeRho, Math.exp(shapeRho * Math.log(given.infLabour)), computeExponent);
    }

    /// `α`: weight of compute in the units of the inputs.
    public double computeWeight() {
        return capacity.share();
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
