package rubicon.simulator.scenario.takeoff.logistic;

import rubicon.simulator.scenario.takeoff.ode.Stepper;

/// Runs of [LogisticAutomation], one after another; allocates nothing in them. For one thread at a
/// time.
///
/// Year by year, as the inputs have a kink at each year's end. Time is the elapsed part of the
/// year. Where the share is at its cap, `dx/dt ∝ e^(γt − βx)` is integrated in closed form.
public final class LogisticPath {
    private static final double MOST = 0.999999;
    private static final double FULL = 0.99;
    private static final double LOGIT_OF_MOST = logit(MOST);
    private static final double LOGIT_OF_FULL = logit(FULL);
    private static final double LEFT_AT_MOST = -Math.log1p(-MOST);
    private static final double LOG_INITIAL_GROWTH = Math.log(Math.log(5));

    /// After so many years "never" is said.
    private static final int HORIZON = 1_000;

    private static final double TOLERANCE = 1e-11;
    private static final double FIRST_STEP = 0.1;

    // Beside the cap a step may be much smaller than what is seen in the time: the state moves.
    private static final double LEAST_STEP = 1e-30;
    private static final double CROSSING = 1e-14;
    private static final int MOST_TRIES = 60;

    private final Stepper stepper = new Stepper(1, TOLERANCE, this::slope);
    private double alpha;
    private double zeta;
    private double difficulty;
    private double width;
    private double logHalf;
    private double logRate;

    private int year;
    private double logLabour;
    private double logCompute;
    private double labourGrowth;
    private double computeGrowth;

    private double time;
    private double x;
    private double step;
    private boolean capped;
    private double fullAfter;
    private boolean steep;

    private double[] logSoftware = {};
    private double[] share = {};
    private double[] growth = {};

    /// Takes other values; they mean what they do in [LogisticAutomation], and are in their ranges.
    public void set(
            double labourShare,
            double scale,
            double difficulty,
            double width,
            double initialShare) {
        alpha = labourShare * scale;
        zeta = scale - alpha;
        this.difficulty = difficulty;
        this.width = width;
        logHalf = -logit(initialShare) * width;
        logRate = LOG_INITIAL_GROWTH + alpha * Math.log1p(-initialShare);
    }

    private static double logit(double share) {
        return Math.log(share) - Math.log1p(-share);
    }

    /// `ln E`.
    double logHalf() {
        return logHalf;
    }

    /// `k`.
    double rate() {
        return Math.exp(logRate);
    }

    /// Runs until 99 % are automated and all that is asked for is known.
    ///
    /// @param years after 2026.0, ascending, each at least 0
    /// @param logSoftware receives `x` at these
    /// @param share receives `f`
    /// @param growth receives `dx/dt`, a year
    /// @return whether numbers sufficed; if not, the equation is too steep for them
    public boolean run(double[] years, double[] logSoftware, double[] share, double[] growth) {
        this.logSoftware = logSoftware;
        this.share = share;
        this.growth = growth;
        x = 0;
        logLabour = 0;
        logCompute = 0;
        step = FIRST_STEP;
        fullAfter = Double.POSITIVE_INFINITY;
        steep = false;
        capped = false;
        int next = 0;
        for (year = 0; year < HORIZON && !steep; year++) {
            if (fullAfter <= HORIZON && next == years.length) {
                break;
            }
            begin();
            while (next < years.length && years[next] <= year + 1) {
                advance(years[next] - year);
                look(next);
                next++;
            }
            advance(1);
            logLabour += labourGrowth;
            logCompute += computeGrowth;
        }
        return !steep;
    }

    /// Years after 2026.0 at which 99 % are automated; infinite if it is none of the next thousand.
    public double fullAfter() {
        return fullAfter <= HORIZON ? fullAfter : Double.POSITIVE_INFINITY;
    }

    private void begin() {
        labourGrowth = Schedule.labourGrowth(year);
        computeGrowth = Schedule.computeGrowth(year);
        time = 0;
        if (year == 0) {
            double position = position(0, 0);
            fullAfter = position >= LOGIT_OF_FULL ? 0 : fullAfter;
            capped = position >= LOGIT_OF_MOST;
        }
        stepper.state()[0] = x;
        stepper.begin(0);
    }

    private void look(int point) {
        double position = position(time, x);
        logSoftware[point] = x;
        share[point] = Math.min(MOST, 1 / (1 + Math.exp(-position)));
        growth[point] =
                speed(time, x, position >= LOGIT_OF_MOST ? LEFT_AT_MOST : softplus(position));
    }

    /// `v(ln C + x − ln E)`.
    private double position(double time, double x) {
        return (logCompute + computeGrowth * time + x - logHalf) / width;
    }

    /// `dx/dt` where `−ln(1 − f)` is given.
    private double speed(double time, double x, double left) {
        return Math.exp(
                logRate
                        + alpha * (logLabour + labourGrowth * time + left)
                        + zeta * (logCompute + computeGrowth * time)
                        - difficulty * x);
    }

    /// `ln(1 + e^x)`, which is `−ln(1 − f)`.
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log(1 + Math.exp(-Math.abs(x)));
    }

    private void slope(double time, double[] state, double[] slope) {
        // A trial step may look beyond the cap, where the step will end.
        double left = Math.min(softplus(position(time, state[0])), 1 + LEFT_AT_MOST);
        slope[0] = speed(time, state[0], left);
    }

    /// To a later time of this year.
    private void advance(double to) {
        while (time < to && !capped && !steep) {
            double length = Math.min(step, to - time);
            double error = stepper.attempt(length);
            if (!(error <= 1)) {
                step = Stepper.better(length, error);
                steep = step < LEAST_STEP;
                continue;
            }
            boolean isFull = fullAfter <= HORIZON;
            double goal = isFull ? LOGIT_OF_MOST : LOGIT_OF_FULL;
            boolean crosses = position(time + length, stepper.next()[0]) >= goal;
            if (crosses) {
                length = shortened(length, goal);
            } else if (length == step || Stepper.better(length, error) < step) {
                step = Stepper.better(length, error);
            }
            stepper.accept();
            time = time + length >= to ? to : time + length;
            x = stepper.state()[0];
            if (crosses && isFull) {
                capped = true;
            } else if (crosses) {
                fullAfter = year + time;
            }
        }
        if (time < to && capped) {
            x += underCap(to - time);
            time = to;
        }
    }

    /// Tries shorter steps until one ends where a position is reached: Newton's method, halved
    /// where it leaves the bracket.
    ///
    /// @param length of a step that was tried and goes beyond
    private double shortened(double length, double goal) {
        double low = 0;
        double high = length;
        double now = length;
        for (int i = 0; i < MOST_TRIES; i++) {
            double beyond = position(time + now, stepper.next()[0]) - goal;
            if (beyond >= 0) {
                high = now;
            } else {
                low = now;
            }
            double next = now - beyond * width / (computeGrowth + stepper.slopeAtEnd()[0]);
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(beyond) <= CROSSING || next == now) {
                break;
            }
            now = next;
            stepper.attempt(now);
        }
        return now;
    }

    /// By how much `x` grows in a time at the cap: `ln(1 + β·ẋ·(e^(γt) − 1)/γ)/β`.
    private double underCap(double elapsed) {
        double faster = alpha * labourGrowth + zeta * computeGrowth;
        double part = faster == 0 ? elapsed : Math.expm1(faster * elapsed) / faster;
        double unhindered = speed(time, x, LEFT_AT_MOST) * part;
        double hindrance = difficulty * unhindered;
        return hindrance < 1e-15 ? unhindered : Math.log1p(hindrance) / difficulty;
    }
}
