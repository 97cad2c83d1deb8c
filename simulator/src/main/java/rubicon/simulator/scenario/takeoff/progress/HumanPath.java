package rubicon.simulator.scenario.takeoff.progress;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/// Research by humans alone, against which the model is calibrated: effort `E₀(t)` is the capacity
/// of the inputs, the research stock `RS` its integral from `RS(start) = E₀²/E₀'`, software
/// progress `(r/ln 10)·ln(RS/RS(start))` orders of magnitude.
final class HumanPath {
    static final double LN_10 = Math.log(10);
    private static final double[] POINTS = new double[16];
    private static final double[] WEIGHTS = new double[16];

    /// E-folds of a panel: so far the rule is exact to rounding.
    private static final double STEEPEST = 4;

    private final InputCourse inputs;
    private final Capacity capacity;
    private double start;
    private double initialStock;
    private double softwareReturns;

    static {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(POINTS.length);
        Arrays.setAll(POINTS, rule::getPoint);
        Arrays.setAll(WEIGHTS, rule::getWeight);
    }

    HumanPath(InputCourse inputs, Capacity capacity) {
        this.inputs = inputs;
        this.capacity = capacity;
    }

    /// Calibrates to inputs and capacity as they are now.
    ///
    /// @param softwareRate orders of magnitude a year in the scale year
    /// @return whether effort grows at the start
    boolean calibrate(double start, double scaleYear, double softwareRate, Objection objection) {
        int first = inputs.segment(start);
        double growth =
                capacity.growth(
                        inputs.logExperiments(first, start),
                        inputs.logHumans(first, start),
                        inputs.experimentsGrowth(first),
                        inputs.humansGrowth(first));
        if (!(growth > 0)) {
            return objection.raise(
                    "inputs must make effort grow at the start, not by %s", growth, 0);
        }
        this.start = start;
        initialStock = effort(start) / growth;
        softwareReturns = softwareRate * LN_10 * stock(scaleYear) / effort(scaleYear);
        return true;
    }

    /// `RS(start)`.
    double initialStock() {
        return initialStock;
    }

    /// `r`, so that software grows at its known rate in the scale year.
    double softwareReturns() {
        return softwareReturns;
    }

    private double logEffort(int segment, double year) {
        return capacity.log(inputs.logExperiments(segment, year), inputs.logHumans(segment, year));
    }

    /// `E₀`.
    double effort(double year) {
        return Math.exp(logEffort(inputs.segment(year), year));
    }

    /// `RS`.
    ///
    /// @param year from the start on
    double stock(double year) {
        double stock = initialStock;
        double from = start;
        for (int segment = inputs.segment(start); from < year; segment++) {
            double to = Math.min(year, inputs.end(segment));
            stock += integral(segment, from, to);
            from = to;
        }
        return stock;
    }

    private double integral(int segment, double from, double to) {
        double pace =
                capacity.pace(inputs.experimentsGrowth(segment), inputs.humansGrowth(segment));
        int panels = Math.max(1, (int) Math.ceil((to - from) * pace / STEEPEST));
        double half = (to - from) / panels / 2;
        double sum = 0;
        for (int panel = 0; panel < panels; panel++) {
            double middle = from + (2 * panel + 1) * half;
            for (int i = 0; i < POINTS.length; i++) {
                sum += WEIGHTS[i] * Math.exp(logEffort(segment, middle + half * POINTS[i]));
            }
        }
        return sum * half;
    }

    /// `P`: orders of magnitude of effective compute since the start.
    ///
    /// @param stock `RS` in that year
    double progress(double year, double stock) {
        double training = 0;
        double from = start;
        for (int segment = inputs.segment(start); from < year; segment++) {
            double to = Math.min(year, inputs.end(segment));
            // Exact for a straight line.
            training += (to - from) * inputs.training(segment, (from + to) / 2);
            from = to;
        }
        return training + softwareReturns / LN_10 * Math.log(stock / initialStock);
    }

    /// `dP/dt`, orders of magnitude a year.
    ///
    /// @param stock `RS` in that year
    double rate(double year, double stock) {
        return inputs.training(inputs.segment(year), year)
                + softwareReturns / LN_10 * effort(year) / stock;
    }
}
