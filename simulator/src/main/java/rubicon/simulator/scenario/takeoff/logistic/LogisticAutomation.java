package rubicon.simulator.scenario.takeoff.logistic;

import java.util.List;
import java.util.stream.IntStream;

/// Automation of AI research as a logistic function of effective compute. State `x = ln S`, 0 at
/// 2026.0; `f = σ(v(ln C + x − ln E))`, at most 0.999999; `dx/dt = k·(L/(1 − f))^α·C^ζ·e^(−βx)`
/// with `k = ln 5·(1 − f₀)^α`, so that software grows fivefold a year at the start.
///
/// @param labourShare `α/(α + ζ)`, in [0, 1]
/// @param scale `α + ζ`, at least 0
/// @param difficulty `β`: how fast ideas get harder, at least 0
/// @param width `1/v` of the logistic curve, in e-folds of effective compute, above 0
/// @param initialShare `f₀`: share automated at 2026.0, in (0, 1)
/// @see "Thomas Kwa 2026, repository tkwa/ai-takeoff-model"
public record LogisticAutomation(
        double labourShare, double scale, double difficulty, double width, double initialShare) {
    /// The year at which time starts.
    public static final double START = 2026;

    public LogisticAutomation {
        require(labourShare >= 0 && labourShare <= 1, "alphaRatio", labourShare);
        require(scale >= 0 && Double.isFinite(scale), "alphaPlusZeta", scale);
        require(difficulty >= 0 && Double.isFinite(difficulty), "beta", difficulty);
        require(width > 0 && Double.isFinite(width), "oneOverV", width);
        require(initialShare > 0 && initialShare < 1, "f0", initialShare);
    }

    private static void require(boolean right, String name, double value) {
        if (!right) {
            throw new IllegalArgumentException(name + " can not be " + value);
        }
    }

    /// `ln E`: effective compute at which half is automated, `−logit(f₀)/v`.
    public double logHalf() {
        return path().logHalf();
    }

    /// `k`.
    public double rate() {
        return path().rate();
    }

    private LogisticPath path() {
        var path = new LogisticPath();
        path.set(labourShare, scale, difficulty, width, initialShare);
        return path;
    }

    /// The year in which 99 % are automated.
    ///
    /// @return a decimal year; infinite if it is none of the next thousand
    public double yearOfFullAutomation() {
        return run(new double[0]).yearOfFull();
    }

    /// Runs until 99 % are automated and all that is asked for is known.
    ///
    /// @param years after 2026.0, ascending, each at least 0
    /// @throws IllegalArgumentException where the equation is too steep for numbers
    public Run run(double[] years) {
        LogisticPath path = path();
        double[] logSoftware = new double[years.length];
        double[] share = new double[years.length];
        double[] growth = new double[years.length];
        if (!path.run(years, logSoftware, share, growth)) {
            throw new IllegalArgumentException("the equation is too steep to be integrated");
        }
        return new Run(
                START + path.fullAfter(),
                IntStream.range(0, years.length)
                        .mapToObj(i ->
                                new Point(START + years[i], logSoftware[i], share[i], growth[i]))
                        .toList());
    }

    /// What a run gives.
    ///
    /// @param yearOfFull in which 99 % are automated; infinite if none of the next thousand
    /// @param points one for each year asked for
    public record Run(double yearOfFull, List<Point> points) {
        public Run {
            points = List.copyOf(points);
        }
    }

    /// A moment of a run.
    ///
    /// @param year decimal
    /// @param logSoftware `x`
    /// @param share `f`
    /// @param growth `dx/dt`, a year
    public record Point(double year, double logSoftware, double share, double growth) {}
}
