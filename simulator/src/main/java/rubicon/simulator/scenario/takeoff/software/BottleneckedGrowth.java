package rubicon.simulator.scenario.takeoff.software;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/// Software that does its own research with a fixed stock of compute: `d ln S/dt = g₀·R(1, S)^λ·
/// S^(−β)` from `S = 1`.
///
/// @param growth `g₀`, initial rate of growth, above 0
/// @param parallel `λ`: exponent of research input
/// @param difficulty `β`: exponent by which ideas get harder, at least 0
public record BottleneckedGrowth(
        ResearchInput input, double growth, double parallel, double difficulty) {
    private static final int POINTS = 24;

    /// The rule on [−1, 1]. To find it takes longer than a thousand panels.
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(POINTS);

    private static final double LEAST_PANEL = 0.5;
    private static final double STEEPEST = 5;
    private static final double ACCURACY = 1e-12;
    private static final int MOST_STEPS = 200;

    private static final double FARTHEST = 1e9;

    /// Where growth that becomes constant is so.
    private static final double STEADY = 1e5;

    public BottleneckedGrowth {
        if (!(growth > 0)) {
            throw new IllegalArgumentException("g0 must be above 0, not " + growth);
        }
    }

    /// Growth at a level.
    public double growthAt(double level) {
        return growthAtLog(Math.log(level));
    }

    /// The same from the level's logarithm, which may be too large for a level.
    public double growthAtLog(double logLevel) {
        if (Double.isInfinite(logLevel)) {
            double acceleration = finalAcceleration();
            return acceleration == 0
                    ? growthAtLog(STEADY)
                    : acceleration > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        return Math.exp(logGrowth(logLevel));
    }

    private double logGrowth(double logLevel) {
        return Math.log(growth) + parallel * input.logOf(0, logLevel) - difficulty * logLevel;
    }

    /// The time that a level takes: `∫₀^(ln S) dx/g(x)`.
    ///
    /// @param level at least 1; an infinite one is reached in finite time only if growth rises fast
    ///   enough
    public double timeTo(double level) {
        if (!(level >= 1)) {
            throw new IllegalArgumentException("a target must be at least 1, not " + level);
        }
        if (Double.isInfinite(level) && finalAcceleration() <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double end = Math.log(level);
        double time = 0;
        double from = 0;
        while (from < end) {
            double to = Math.min(from + width(from), end);
            double more = panel(from, to);
            if (Double.isInfinite(time + more) || from > FARTHEST) {
                return Double.POSITIVE_INFINITY;
            }
            if (Double.isInfinite(level) && time + more == time) {
                return time;
            }
            time += more;
            from = to;
        }
        return time;
    }

    /// `ln S` at some times.
    ///
    /// @param times ascending, at least 0
    /// @return infinite from where the level is
    public double[] logLevels(double[] times) {
        double[] levels = new double[times.length];
        double from = 0;
        double passed = 0;
        int next = 0;
        while (next < times.length) {
            double left = times[next] - passed;
            double width = width(from);
            double more = panel(from, from + width);
            if (left <= more) {
                levels[next] = left <= 0 ? from : from + within(from, width, left);
                next++;
            } else if (from > FARTHEST || (finalAcceleration() > 0 && passed + more == passed)) {
                levels[next] = Double.POSITIVE_INFINITY;
                next++;
            } else {
                passed += more;
                from += width;
            }
        }
        return levels;
    }

    /// What `d ln g/dx` tends to: above 0 all levels are reached in finite time.
    private double finalAcceleration() {
        double elasticity = input.rho() > 0 ? 1 : input.rho() < 0 ? 0 : 1 - input.share();
        return (input.share() == 1 ? 0 : parallel * elasticity) - difficulty;
    }

    /// A panel on which the integrand changes little enough for the rule: short where growth turns,
    /// long where it is exponential or steady.
    private double width(double from) {
        double acceleration = parallel * input.labourElasticityOfLogs(0, from) - difficulty;
        double steady = Math.max(LEAST_PANEL, from / 4);
        return Math.clamp(STEEPEST / Math.abs(acceleration), LEAST_PANEL, steady);
    }

    /// How far `ln S` comes in a time that a panel is too long for.
    private double within(double from, double width, double time) {
        return new BracketingNthOrderBrentSolver(0, ACCURACY, 0, 5)
                .solve(MOST_STEPS, x -> x == 0 ? -time : panel(from, from + x) - time, 0, width);
    }

    /// `∫ dx/g(x)`, summed as Hipparchus does, with what rounding cut off kept.
    private double panel(double from, double to) {
        double scale = (to - from) / 2;
        double shift = from + scale;
        double sum = 0;
        double excess = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = RULE.getPoint(i) * scale + shift;
            double weighted = RULE.getWeight(i) * scale * Math.exp(-logGrowth(x)) - excess;
            double next = sum + weighted;
            excess = next - sum - weighted;
            sum = next;
        }
        return sum;
    }

    /// Effective returns `λ·ε_L/β` at a level: above 1 growth speeds up, below it slows down.
    /// Infinite where ideas do not get harder.
    public double effectiveReturns(double level) {
        return effectiveReturns(input.labourElasticity(1, level), parallel, difficulty);
    }

    /// `λ·ε_L/β`.
    public static double effectiveReturns(double elasticity, double parallel, double difficulty) {
        double push = parallel * elasticity;
        return push == 0 ? 0 : push / difficulty;
    }
}
