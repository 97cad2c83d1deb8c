package rubicon.simulator.scenario.takeoff.software;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/// Times and levels of a [BottleneckedGrowth], for one set of values after another: the time to a
/// level is `∫₀^(ln S) dx/g(x)`, summed over panels that all questions share. Allocates only where
/// more panels are wanted than ever before. For one thread at a time.
public final class BottleneckPath {
    /// A panel's rule.
    private static final Rule RULE = new Rule(24);

    /// The rule for a part of a panel.
    private static final Rule PART = new Rule(16);

    private static final double LEAST_PANEL = 0.5;
    private static final double STEEPEST = 5;
    private static final double FARTHEST = 1e9;

    /// Newton's steps square the error: after one of this length nothing is left of it.
    private static final double LAST_STEP = 1e-8;

    private static final int MOST_STEPS = 60;

    /// Where growth that becomes constant is so.
    private static final double STEADY = 1e5;

    private double share;
    private double rho;
    private double logGrowth;
    private double parallel;
    private double difficulty;
    private double acceleration;

    private double[] ends = new double[128];
    private double[] times = new double[128];
    private int panels;

    /// A Gauss–Legendre rule on [−1, 1]. To find it takes longer than a thousand panels.
    private static final class Rule {
        private final double[] points;
        private final double[] weights;

        Rule(int size) {
            GaussIntegrator rule = new GaussIntegratorFactory().legendre(size);
            points = new double[size];
            weights = new double[size];
            Arrays.setAll(points, rule::getPoint);
            Arrays.setAll(weights, rule::getWeight);
        }
    }

    /// Takes other values; they mean what they do in [ResearchInput] and [BottleneckedGrowth].
    public void set(double share, double rho, double growth, double parallel, double difficulty) {
        this.share = share;
        this.rho = rho;
        this.parallel = parallel;
        this.difficulty = difficulty;
        logGrowth = Math.log(growth);
        double elasticity = rho > 0 ? 1 : rho < 0 ? 0 : 1 - share;
        acceleration = (share == 1 ? 0 : parallel * elasticity) - difficulty;
        panels = 0;
    }

    /// Growth at the logarithm of a level.
    public double growthAtLog(double logLevel) {
        if (Double.isInfinite(logLevel)) {
            return acceleration == 0
                    ? growthAtLog(STEADY)
                    : acceleration > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        return Math.exp(logGrowthAt(logLevel));
    }

    private double logGrowthAt(double logLevel) {
        return logGrowth
                + parallel * ResearchInput.logOf(share, rho, 0, logLevel)
                - difficulty * logLevel;
    }

    /// The time that a level takes.
    ///
    /// @param logLevel `ln S`, at least 0; infinity is reached in finite time only if growth rises
    ///   fast enough
    public double timeTo(double logLevel) {
        boolean whole = Double.isInfinite(logLevel);
        if (whole && acceleration <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        for (int panel = 0; ; panel++) {
            double from = end(panel - 1);
            double time = time(panel - 1);
            if (from >= logLevel) {
                return time;
            }
            double to = end(panel);
            if (to > logLevel) {
                return time + integral(RULE, from, logLevel);
            }
            double next = time(panel);
            if (Double.isInfinite(next) || from > FARTHEST) {
                return Double.POSITIVE_INFINITY;
            }
            if (whole && next == time) {
                return time;
            }
        }
    }

    /// `ln S` at some times.
    ///
    /// @param at ascending, at least 0
    /// @param levels receives the levels, infinite from where they are
    public void logLevels(double[] at, double[] levels) {
        int panel = 0;
        double level = 0;
        double passed = 0;
        for (int i = 0; i < at.length; i++) {
            while (at[i] > time(panel) && !isLast(panel)) {
                level = end(panel);
                passed = time(panel);
                panel++;
            }
            if (at[i] > time(panel)) {
                levels[i] = Double.POSITIVE_INFINITY;
            } else {
                level = at[i] <= passed ? level : after(level, at[i] - passed, panel);
                passed = Math.max(passed, at[i]);
                levels[i] = level;
            }
        }
    }

    /// Whether no later panel takes any time, or none is worth it.
    private boolean isLast(int panel) {
        return end(panel - 1) > FARTHEST || (acceleration > 0 && time(panel) == time(panel - 1));
    }

    /// Where a level comes in a time that the rest of its panel is too long for.
    private double after(double from, double time, int panel) {
        double low = from;
        double high = end(panel);
        double level = Math.clamp(guess(from, time), low, high);
        for (int i = 0; i < MOST_STEPS; i++) {
            double missing = time - integral(PART, from, level);
            if (missing >= 0) {
                low = level;
            } else {
                high = level;
            }
            double next = level + missing * growthAtLog(level);
            if (!(next >= low && next <= high)) {
                next = (low + high) / 2;
            }
            double moved = Math.abs(next - level);
            level = next;
            if (moved <= LAST_STEP) {
                break;
            }
        }
        return level;
    }

    /// One step of the classical method by Runge and Kutta.
    private double guess(double from, double time) {
        double first = growthAtLog(from);
        double second = growthAtLog(from + time / 2 * first);
        double third = growthAtLog(from + time / 2 * second);
        double fourth = growthAtLog(from + time * third);
        double guess = from + time / 6 * (first + 2 * second + 2 * third + fourth);
        return Double.isNaN(guess) ? from : guess;
    }

    /// Where a panel ends; the one before the first at 0.
    private double end(int panel) {
        return panel < 0 ? 0 : ends[known(panel)];
    }

    /// The time to there.
    private double time(int panel) {
        return panel < 0 ? 0 : times[known(panel)];
    }

    private int known(int panel) {
        while (panels <= panel) {
            if (panels == ends.length) {
                ends = Arrays.copyOf(ends, 2 * panels);
                times = Arrays.copyOf(times, 2 * panels);
            }
            double from = panels == 0 ? 0 : ends[panels - 1];
            double time = panels == 0 ? 0 : times[panels - 1];
            double to = from + width(from);
            ends[panels] = to;
            times[panels] = time + integral(RULE, from, to);
            panels++;
        }
        return panel;
    }

    /// A panel on which the integrand changes little enough for the rule: short where growth turns,
    /// long where it is exponential or steady.
    private double width(double from) {
        double turning =
                parallel * ResearchInput.labourElasticityOfLogs(share, rho, 0, from) - difficulty;
        double steady = Math.max(LEAST_PANEL, from / 4);
        return Math.clamp(STEEPEST / Math.abs(turning), LEAST_PANEL, steady);
    }

    /// `∫ dx/g(x)`, summed with what rounding cut off kept.
    private double integral(Rule rule, double from, double to) {
        double scale = (to - from) / 2;
        double shift = from + scale;
        double sum = 0;
        double excess = 0;
        for (int i = 0; i < rule.points.length; i++) {
            double x = rule.points[i] * scale + shift;
            double weighted = rule.weights[i] * scale * Math.exp(-logGrowthAt(x)) - excess;
            double next = sum + weighted;
            excess = next - sum - weighted;
            sum = next;
        }
        return sum;
    }
}
