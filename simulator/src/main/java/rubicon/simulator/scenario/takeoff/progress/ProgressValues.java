package rubicon.simulator.scenario.takeoff.progress;

/// What [ProgressModel] assumes beside the inputs, to be written anew for each run; all as
/// [ProgressParameters] has it.
public final class ProgressValues {
    public double start;
    public double end;
    public double presentDay;
    public double referenceYear;
    public double scaleYear;

    public double presentMinutes;
    public double presentDoublingYears;
    public double difficulty;
    public double coderMinutes;
    public double gapYears;

    public double presentMultiplier;
    public double rho;
    public double theta;
    public double eta;
    public double parallel;

    public double infLabour;
    public double infCompute;
    public double refFactor;
    public double refGain;

    public double softwareRate;

    public double sdAtCoder;
    public double slope;
    public double topToMedian;
    public double topQuantile;

    /// Whether each value is one.
    boolean check(Objection objection) {
        return right(Double.isFinite(start) && end > start && finite(end), "end", end, objection)
                && right(
                        presentDay >= start && presentDay <= end,
                        "presentDay",
                        presentDay,
                        objection)
                && right(finite(referenceYear), "referenceYear", referenceYear, objection)
                && right(scaleYear >= start && finite(scaleYear), "scaleYear", scaleYear, objection)
                && right(softwareRate > 0, "softwareRate", softwareRate, objection)
                && checkHorizon(objection)
                && checkCoding(objection)
                && checkExperiments(objection)
                && checkTaste(objection);
    }

    private boolean checkHorizon(Objection objection) {
        return right(presentMinutes > 0, "presentHorizon", presentMinutes, objection)
                && right(
                        presentDoublingYears > 0,
                        "presentDoubling",
                        presentDoublingYears,
                        objection)
                && right(difficulty > 0, "difficulty", difficulty, objection)
                && right(coderMinutes > 0, "acHorizon", coderMinutes, objection)
                && right(gapYears >= 0, "gapYears", gapYears, objection);
    }

    private boolean checkCoding(Objection objection) {
        return right(
                        presentMultiplier >= 1 && finite(presentMultiplier),
                        "sweMultiplier",
                        presentMultiplier,
                        objection)
                && right(rho < 0 && finite(rho), "rhoCoding", rho, objection)
                && right(theta >= 0 && finite(theta), "theta", theta, objection)
                && right(eta > 0 && finite(eta), "eta", eta, objection)
                && right(parallel >= 0 && finite(parallel), "parallel", parallel, objection);
    }

    private boolean checkExperiments(Objection objection) {
        return right(infLabour > 1 && finite(infLabour), "infLabour", infLabour, objection)
                && right(infCompute > 1 && finite(infCompute), "infCompute", infCompute, objection)
                && right(refFactor > 0 && refFactor != 1, "computeFactor", refFactor, objection)
                && right(refGain > 0, "computeGain", refGain, objection);
    }

    private boolean checkTaste(Objection objection) {
        return right(finite(sdAtCoder), "tasteSdAtAc", sdAtCoder, objection)
                && right(slope >= 0 && finite(slope), "tasteSlope", slope, objection)
                && right(
                        topQuantile > 0.5 && topQuantile < 1,
                        "tastePercentile",
                        topQuantile,
                        objection)
                && right(
                        topToMedian >= 1 && finite(topToMedian),
                        "tasteGap",
                        topToMedian,
                        objection);
    }

    private static boolean finite(double value) {
        return Double.isFinite(value);
    }

    private static boolean right(boolean right, String name, double value, Objection objection) {
        return right || objection.raise(name, "can not be %s", value, 0);
    }
}
