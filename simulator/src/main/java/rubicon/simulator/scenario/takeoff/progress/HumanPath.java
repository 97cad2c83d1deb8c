package rubicon.simulator.scenario.takeoff.progress;

import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/// Research by humans alone, against which the model is calibrated: effort `E₀(t)` is the capacity
/// of the inputs, the research stock `RS` its integral from `RS(start) = E₀²/E₀'`, software
/// progress `(r/ln 10)·ln(RS/RS(start))` orders of magnitude.
///
/// @param initialStock `RS(start)`
/// @param softwareReturns `r`, so that software grows at its known rate in the scale year
record HumanPath(
        InputTable inputs,
        Capacity capacity,
        double start,
        double initialStock,
        double softwareReturns) {
    static final double LN_10 = Math.log(10);
    private static final int POINTS = 16;
    private static final double PANEL = 0.5;

    /// Calibrates.
    ///
    /// @param softwareRate orders of magnitude a year in the scale year
    /// @throws IllegalArgumentException if effort does not grow at the start
    static HumanPath calibrated(
            InputTable inputs,
            Capacity capacity,
            double start,
            double scaleYear,
            double softwareRate) {
        InputTable.Segment first = inputs.from(start);
        double growth =
                capacity.growth(
                        first.at(start), first.logExperiment().slope(), first.logHumans().slope());
        if (!(growth > 0)) {
            throw new IllegalArgumentException(
                    "inputs must make effort grow at the start, not by " + growth);
        }
        double initial = Math.exp(logEffort(capacity, first.at(start))) / growth;
        var raw = new HumanPath(inputs, capacity, start, initial, 1);
        return new HumanPath(
                inputs,
                capacity,
                start,
                initial,
                softwareRate * LN_10 * raw.stock(scaleYear) / raw.effort(scaleYear));
    }

    private static double logEffort(Capacity capacity, InputTable.Moment at) {
        return capacity.log(at.logExperiment(), at.logHumans());
    }

    /// `E₀`.
    double effort(double year) {
        return Math.exp(logEffort(capacity, inputs.at(year)));
    }

    /// `RS`.
    double stock(double year) {
        double stock = initialStock;
        double[] nodes = inputs.nodes(start, year);
        for (int i = 1; i < nodes.length; i++) {
            stock += integral(nodes[i - 1], nodes[i]);
        }
        return stock;
    }

    private double integral(double from, double to) {
        InputTable.Segment segment = inputs.from(from);
        int panels = Math.max(1, (int) Math.ceil((to - from) / PANEL));
        double width = (to - from) / panels;
        var rules = new GaussIntegratorFactory();
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            sum +=
                    rules.legendre(POINTS, from + i * width, from + (i + 1) * width)
                            .integrate(year -> Math.exp(logEffort(capacity, segment.at(year))));
        }
        return sum;
    }

    /// `P`: orders of magnitude of effective compute since the start.
    double progress(double year) {
        double training = 0;
        double[] nodes = inputs.nodes(start, year);
        for (int i = 1; i < nodes.length; i++) {
            InputTable.Segment segment = inputs.from(nodes[i - 1]);
            // Exact for a straight line.
            training +=
                    (nodes[i] - nodes[i - 1])
                            * segment.at((nodes[i - 1] + nodes[i]) / 2).trainingGrowth();
        }
        return training + softwareReturns / LN_10 * Math.log(stock(year) / initialStock);
    }

    /// `dP/dt`, orders of magnitude a year.
    double rate(double year) {
        return inputs.at(year).trainingGrowth()
                + softwareReturns / LN_10 * effort(year) / stock(year);
    }
}
