package rubicon.simulator.scenario.takeoff.ode;

/// Steps of an ordinary differential equation `dy/dx = f(x, y)` by the method of order 8 of Dormand
/// and Prince, tried one by one: who steps decides where, and what stops. Allocates nothing. For
/// one thread at a time.
///
/// What has kinks is begun anew at each, for a step over a kink loses the order of the method.
public final class Stepper {
    private static final double SAFETY = 0.9;
    private static final double LEAST_FACTOR = 0.2;
    private static final double MOST_FACTOR = 8;

    private final Slope slope;
    private final double tolerance;
    private final int dimension;
    private final double[][] slopes;
    private final double[] state;
    private final double[] next;
    private final double[] trial;
    private final double[][] polynomial;
    private double x;
    private double length;
    private boolean ended;

    /// The right side of an equation.
    @FunctionalInterface
    public interface Slope {
        /// Writes `f(x, y)` into `slope`.
        void at(double x, double[] y, double[] slope);
    }

    /// A stepper.
    ///
    /// @param tolerance of a step's error, relative to the state or to 1, whichever is more
    public Stepper(int dimension, double tolerance, Slope slope) {
        this.slope = slope;
        this.tolerance = tolerance;
        this.dimension = dimension;
        slopes = new double[Tableau.ALL][dimension];
        state = new double[dimension];
        next = new double[dimension];
        trial = new double[dimension];
        polynomial = new double[7][dimension];
    }

    /// Begins at a point, or anew after a kink.
    ///
    /// @param x from where; the state there is what [#state] holds
    public void begin(double x) {
        this.x = x;
        slope.at(x, state, slopes[0]);
    }

    /// Where the stepper is.
    public double x() {
        return x;
    }

    /// The state there; may be written before [#begin].
    public double[] state() {
        return state;
    }

    /// The state at the end of the step that was tried last.
    public double[] next() {
        return next;
    }

    /// Tries a step.
    ///
    /// @return its error over the tolerance; the step is good if that is at most 1, it may be NaN
    public double attempt(double length) {
        this.length = length;
        ended = false;
        for (int stage = 1; stage < Tableau.STAGES; stage++) {
            stage(stage);
        }
        double error5 = 0;
        double error3 = 0;
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            double sum5 = 0;
            double sum3 = 0;
            for (int stage = 0; stage < Tableau.STAGES; stage++) {
                double at = slopes[stage][i];
                sum += Tableau.B[stage] * at;
                sum5 += Tableau.E5[stage] * at;
                sum3 += Tableau.E3[stage] * at;
            }
            next[i] = state[i] + length * sum;
            double scale = tolerance * (1 + Math.max(Math.abs(state[i]), Math.abs(next[i])));
            error5 += sum5 / scale * (sum5 / scale);
            error3 += sum3 / scale * (sum3 / scale);
        }
        double weight = error5 + 0.01 * error3;
        return weight == 0 ? 0 : length * error5 / Math.sqrt(dimension * weight);
    }

    private void stage(int stage) {
        double[] weights = Tableau.A[stage - 1];
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int before = 0; before < stage; before++) {
                sum += weights[before] * slopes[before][i];
            }
            trial[i] = state[i] + length * sum;
        }
        slope.at(x + Tableau.C[stage - 1] * length, trial, slopes[stage]);
    }

    /// The slope at the end of the step that was tried last.
    public double[] slopeAtEnd() {
        if (!ended) {
            slope.at(x + length, next, slopes[Tableau.STAGES]);
            ended = true;
        }
        return slopes[Tableau.STAGES];
    }

    /// Takes the step that was tried last.
    public void accept() {
        System.arraycopy(slopeAtEnd(), 0, slopes[0], 0, dimension);
        System.arraycopy(next, 0, state, 0, dimension);
        x += length;
    }

    /// A good length for the next step, or for the next try.
    ///
    /// @param error that the step of this length had
    public static double better(double length, double error) {
        if (!(error < Double.POSITIVE_INFINITY)) {
            return length * LEAST_FACTOR;
        }
        // error^(−1/8)
        double factor = SAFETY / Math.sqrt(Math.sqrt(Math.sqrt(error)));
        return length * Math.clamp(factor, LEAST_FACTOR, MOST_FACTOR);
    }

    /// Prepares [#between] for the step that was tried last and is not accepted yet.
    public void interpolate() {
        slopeAtEnd();
        for (int stage = Tableau.STAGES + 1; stage < Tableau.ALL; stage++) {
            stage(stage);
        }
        for (int i = 0; i < dimension; i++) {
            double first = slopes[0][i];
            double rise = 0;
            for (int stage = 0; stage < Tableau.STAGES; stage++) {
                rise += Tableau.B[stage] * slopes[stage][i];
            }
            polynomial[0][i] = rise;
            polynomial[1][i] = first - rise;
            polynomial[2][i] = 2 * rise - first - slopes[Tableau.STAGES][i];
            for (int k = 0; k < Tableau.D.length; k++) {
                double sum = 0;
                for (int stage = 0; stage < Tableau.ALL; stage++) {
                    sum += Tableau.D[k][stage] * slopes[stage][i];
                }
                polynomial[3 + k][i] = sum;
            }
        }
    }

    /// A component of the state inside the step, to order 7.
    ///
    /// @param part of the step, in [0, 1]
    public double between(double part, int component) {
        double rest = 1 - part;
        double sum = polynomial[5][component] + part * polynomial[6][component];
        sum = polynomial[4][component] + rest * sum;
        sum = polynomial[3][component] + part * sum;
        sum = polynomial[2][component] + rest * sum;
        sum = polynomial[1][component] + part * sum;
        sum = polynomial[0][component] + rest * sum;
        return state[component] + part * length * sum;
    }
}
