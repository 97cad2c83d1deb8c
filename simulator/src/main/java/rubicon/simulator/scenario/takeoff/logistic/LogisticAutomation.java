package rubicon.simulator.scenario.takeoff.logistic;

import java.util.ArrayList;
import java.util.List;
import rubicon.simulator.scenario.takeoff.ode.Stretch;

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

    private static final double MOST = 0.999999;
    private static final double FULL = 0.99;
    private static final double INITIAL_GROWTH = Math.log(5);

    /// After so many years "never" is said.
    private static final int HORIZON = 1_000;

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

    private double alpha() {
        return labourShare * scale;
    }

    /// `ln E`: effective compute at which half is automated, `−logit(f₀)/v`.
    public double logHalf() {
        return -logit(initialShare) * width;
    }

    /// `k`.
    public double rate() {
        return INITIAL_GROWTH * Math.pow(1 - initialShare, alpha());
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
    public Run run(double[] years) {
        List<Point> points = new ArrayList<>();
        double x = 0;
        double logLabour = 0;
        double logCompute = 0;
        double full = 2 * HORIZON;
        for (int year = 0; year < HORIZON; year++) {
            if (full <= HORIZON && points.size() == years.length) {
                break;
            }
            var within = new Year(year, logLabour, logCompute);
            double time = 0;
            while (points.size() < years.length && years[points.size()] <= year + 1) {
                double until = years[points.size()] - year;
                x = within.advance(time, x, until);
                time = Math.max(time, until);
                points.add(within.point(time, x));
            }
            x = within.advance(time, x, 1);
            full = Math.min(full, year + within.fullAt);
            logLabour += Schedule.labourGrowth(year);
            logCompute += Schedule.computeGrowth(year);
        }
        return new Run(full <= HORIZON ? START + full : Double.POSITIVE_INFINITY, points);
    }

    private static double logit(double share) {
        return Math.log(share) - Math.log1p(-share);
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

    /// One calendar year, in which the inputs grow steadily; time is its elapsed part.
    private final class Year {
        private final int year;
        private final double logLabour;
        private final double logCompute;
        private final double labourGrowth;
        private final double computeGrowth;
        private double fullAt = Double.POSITIVE_INFINITY;

        private Year(int year, double logLabour, double logCompute) {
            this.year = year;
            this.logLabour = logLabour;
            this.logCompute = logCompute;
            this.labourGrowth = Schedule.labourGrowth(year);
            this.computeGrowth = Schedule.computeGrowth(year);
        }

        /// `dx/dt`, with `(1 − f)^(−1) = 1 + e^position` below the cap.
        private double slope(double time, double x, boolean capped) {
            double zeta = scale - alpha();
            // A trial step may look beyond the cap, where the stretch will end.
            double left =
                    capped
                            ? -Math.log1p(-MOST)
                            : Math.min(softplus(position(time, x)), 1 - Math.log1p(-MOST));
            return rate()
                    * Math.exp(
                            alpha() * (logLabour + labourGrowth * time + left)
                                    + zeta * (logCompute + computeGrowth * time)
                                    - difficulty * x);
        }

        private static double softplus(double x) {
            return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
        }

        /// `v(ln C + x − ln E)`.
        private double position(double time, double x) {
            return (logCompute + computeGrowth * time + x - logHalf()) / width;
        }

        private Point point(double time, double x) {
            boolean capped = position(time, x) >= logit(MOST);
            return new Point(START + year + time, x, share(time, x), slope(time, x, capped));
        }

        private double share(double time, double x) {
            return Math.min(MOST, 1 / (1 + Math.exp(-position(time, x))));
        }

        /// `x` at a later time of this year.
        private double advance(double from, double start, double to) {
            var at = new Stretch.End(from, List.of(start), true);
            at = upTo(logit(FULL), at, to);
            if (position(at.x(), at.y().getFirst()) >= logit(FULL) || at.stopped()) {
                fullAt = Math.min(fullAt, at.x());
            }
            at = upTo(logit(MOST), at, to);
            return at.x() < to
                    ? Stretch.run(slopes(true), at.x(), at.y(), to, (t, y) -> -1).y().getFirst()
                    : at.y().getFirst();
        }

        /// To a position or a time, whichever comes first.
        private Stretch.End upTo(double threshold, Stretch.End at, double to) {
            return at.x() < to && position(at.x(), at.y().getFirst()) < threshold
                    ? Stretch.run(
                            slopes(false),
                            at.x(),
                            at.y(),
                            to,
                            (time, y) -> position(time, y[0]) - threshold)
                    : new Stretch.End(at.x(), at.y(), false);
        }

        private Stretch.Slope slopes(boolean capped) {
            return (time, y) -> new double[] {slope(time, y[0], capped)};
        }
    }
}
