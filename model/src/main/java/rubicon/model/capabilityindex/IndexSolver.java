package rubicon.model.capabilityindex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/// Least squares within bounds for [CapabilityIndex]: damped Gauss–Newton steps, and Newton's own
/// once the cost hardly falls; a parameter that stands at a bound and wants out is held there.
///
/// A score touches one model and one benchmark, so capabilities meet each other only through
/// benchmarks: they are eliminated first (Schur complement), and what remains to be factored has
/// two rows a benchmark, however many models there are. A step costs `O(Σ_m n_m² + n_B³)`, with
/// `n_m` scores of a model.
///
/// Parameters lie in one array: capabilities, then difficulties, then slopes.
final class IndexSolver {
    private static final double REACH = 10;
    private static final double LEAST_SLOPE = 0.1;
    private static final double SMALL_GRADIENT = 1e-11;
    private static final double SLOW = 1e-2;
    private static final double LEAST_DAMPING = 1e-14;
    private static final double MOST_DAMPING = 1e14;
    private static final int MOST_STEPS = 1000;

    private final int models;
    private final int benchmarks;
    private final int anchorSlope;
    private final double ridge;
    private final int[] model;
    private final int[] benchmark;
    private final double[] value;
    private final int[][] scoresOf;

    IndexSolver(ScoreTable table, int anchor, double ridge) {
        this.models = table.models().size();
        this.benchmarks = table.benchmarks().size();
        this.anchorSlope = models + benchmarks + anchor;
        this.ridge = ridge / (models + 2 * benchmarks - 1);
        List<Score> scores = table.scores();
        this.model = scores.stream().mapToInt(Score::model).toArray();
        this.benchmark = scores.stream().mapToInt(Score::benchmark).toArray();
        this.value = scores.stream().mapToDouble(Score::value).toArray();
        List<List<Integer>> rows = new ArrayList<>();
        for (int m = 0; m < models; m++) {
            rows.add(new ArrayList<>());
        }
        for (int i = 0; i < model.length; i++) {
            rows.get(model[i]).add(i);
        }
        this.scoresOf =
                rows.stream()
                        .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new);
    }

    /// Capabilities and difficulties 0, slopes 1.
    double[] start() {
        double[] at = new double[models + 2 * benchmarks];
        Arrays.fill(at, models + benchmarks, at.length, 1);
        return at;
    }

    /// Where another fit of the same table ended.
    double[] startFrom(CapabilityFit fit) {
        double[] at = start();
        Placement placement = fit.placement();
        for (int m = 0; m < models; m++) {
            at[m] = Math.clamp(placement.capability().get(m), -REACH, REACH);
        }
        for (int b = 0; b < benchmarks; b++) {
            at[models + b] = Math.clamp(placement.difficulty().get(b), -REACH, REACH);
            at[models + benchmarks + b] = placement.slope().get(b);
        }
        return at;
    }

    /// @param times how often each score counts
    CapabilityFit solve(double[] times, double[] start) {
        double[] at = start.clone();
        double cost = cost(at, times);
        double damping = 1e-3;
        boolean slow = false;
        int step = 0;
        var slopes = new Slopes(at, times);
        while (step < MOST_STEPS && slopes.largest() > SMALL_GRADIENT && damping < MOST_DAMPING) {
            step++;
            double[] next = slopes.step(damping, slow);
            double nextCost = next.length == 0 ? Double.POSITIVE_INFINITY : cost(next, times);
            if (nextCost < cost) {
                slow = cost - nextCost < SLOW * cost;
                at = next;
                cost = nextCost;
                damping = Math.max(damping / 10, LEAST_DAMPING);
                slopes = new Slopes(at, times);
            } else {
                damping *= 8;
            }
        }
        return new CapabilityFit(placement(at), cost, atBound(at), step, slopes.largest());
    }

    private double cost(double[] at, double[] times) {
        double sum = 0;
        for (int i = 0; i < value.length; i++) {
            double residual = fitted(at, i) - value[i];
            sum += times[i] * residual * residual;
        }
        for (int p = 0; p < at.length; p++) {
            if (p != anchorSlope) {
                sum += ridge * at[p] * at[p];
            }
        }
        return sum / 2;
    }

    private double fitted(double[] at, int i) {
        return CapabilityIndex.score(
                at[model[i]], at[models + benchmark[i]], at[models + benchmarks + benchmark[i]]);
    }

    private Placement placement(double[] at) {
        double zero = at[anchorSlope - benchmarks];
        return new Placement(
                Arrays.stream(at, 0, models).mapToObj(c -> c - zero).toList(),
                Arrays.stream(at, models, models + benchmarks).mapToObj(d -> d - zero).toList(),
                Arrays.stream(at, models + benchmarks, at.length).boxed().toList());
    }

    private List<Integer> atBound(double[] at) {
        List<Integer> found = new ArrayList<>();
        for (int b = 0; b < benchmarks; b++) {
            double slope = at[models + benchmarks + b];
            if (slope <= LEAST_SLOPE || slope >= REACH) {
                found.add(b);
            }
        }
        return found;
    }

    private double low(int parameter) {
        return parameter < models + benchmarks ? -REACH : LEAST_SLOPE;
    }

    /// First and second derivatives of the cost at one point.
    private final class Slopes {
        private final double[] at;
        private final double[] gradient;
        private final boolean[] held;
        // Of each score: Gauss–Newton's and Newton's second derivatives by C², Cα and α²; those
        // with D are the same with the other sign.
        private final double[][] gaussNewton = new double[3][value.length];
        private final double[][] newton = new double[3][value.length];

        Slopes(double[] at, double[] times) {
            this.at = at;
            this.gradient = new double[at.length];
            this.held = new boolean[at.length];
            for (int i = 0; i < value.length; i++) {
                int m = model[i];
                int d = models + benchmark[i];
                int a = d + benchmarks;
                double fitted = fitted(at, i);
                double residual = fitted - value[i];
                double rise = fitted * (1 - fitted);
                double bend = rise * (1 - 2 * fitted);
                double lead = at[m] - at[d];
                double byC = rise * at[a];
                double byA = rise * lead;
                gradient[m] += times[i] * residual * byC;
                gradient[d] -= times[i] * residual * byC;
                gradient[a] += times[i] * residual * byA;
                gaussNewton[0][i] = times[i] * byC * byC;
                gaussNewton[1][i] = times[i] * byC * byA;
                gaussNewton[2][i] = times[i] * byA * byA;
                newton[0][i] = gaussNewton[0][i] + times[i] * residual * at[a] * at[a] * bend;
                newton[1][i] =
                        gaussNewton[1][i] + times[i] * residual * (rise + at[a] * lead * bend);
                newton[2][i] = gaussNewton[2][i] + times[i] * residual * lead * lead * bend;
            }
            for (int p = 0; p < at.length; p++) {
                if (p == anchorSlope) {
                    held[p] = true;
                    continue;
                }
                gradient[p] += ridge * at[p];
                held[p] =
                        (at[p] <= low(p) && gradient[p] > 0) || (at[p] >= REACH && gradient[p] < 0);
            }
        }

        double largest() {
            double largest = 0;
            for (int p = 0; p < at.length; p++) {
                if (!held[p]) {
                    largest = Math.max(largest, Math.abs(gradient[p]));
                }
            }
            return largest;
        }

        /// The point one step on, within bounds; empty where the damped curvature is not positive.
        double[] step(double damping, boolean exact) {
            double[][] curvature = exact ? newton : gaussNewton;
            double[] diagonal = damped(damping, curvature);
            double[][] schur = new double[2 * benchmarks][2 * benchmarks];
            double[] right = new double[2 * benchmarks];
            for (int i = 0; i < value.length; i++) {
                int b = benchmark[i];
                schur[b][b + benchmarks] -= curvature[1][i];
                schur[b + benchmarks][b] -= curvature[1][i];
            }
            for (int p = 0; p < 2 * benchmarks; p++) {
                schur[p][p] = diagonal[models + p];
                right[p] = -gradient[models + p];
            }
            for (int m = 0; m < models; m++) {
                if (diagonal[m] <= 0) {
                    return new double[0];
                }
                if (!held[m]) {
                    eliminate(m, diagonal[m], curvature, schur, right);
                }
            }
            for (int p = 0; p < 2 * benchmarks; p++) {
                if (held[models + p]) {
                    for (int q = 0; q < 2 * benchmarks; q++) {
                        schur[p][q] = 0;
                        schur[q][p] = 0;
                    }
                    schur[p][p] = 1;
                    right[p] = 0;
                }
            }
            return moved(diagonal, curvature, schur, right);
        }

        private double[] damped(double damping, double[][] curvature) {
            double[] second = new double[at.length];
            double[] positive = new double[at.length];
            for (int i = 0; i < value.length; i++) {
                int d = models + benchmark[i];
                second[model[i]] += curvature[0][i];
                second[d] += curvature[0][i];
                second[d + benchmarks] += curvature[2][i];
                positive[model[i]] += gaussNewton[0][i];
                positive[d] += gaussNewton[0][i];
                positive[d + benchmarks] += gaussNewton[2][i];
            }
            for (int p = 0; p < second.length; p++) {
                second[p] += ridge + damping * (positive[p] + ridge + 1e-6);
            }
            return second;
        }

        private void eliminate(
                int m, double pivot, double[][] curvature, double[][] schur, double[] right) {
            for (int i : scoresOf[m]) {
                int b = benchmark[i];
                double byD = -curvature[0][i] / pivot;
                double byA = curvature[1][i] / pivot;
                right[b] += byD * gradient[m];
                right[b + benchmarks] += byA * gradient[m];
                for (int j : scoresOf[m]) {
                    int other = benchmark[j];
                    schur[b][other] += byD * curvature[0][j];
                    schur[b][other + benchmarks] -= byD * curvature[1][j];
                    schur[b + benchmarks][other] += byA * curvature[0][j];
                    schur[b + benchmarks][other + benchmarks] -= byA * curvature[1][j];
                }
            }
        }

        private double[] moved(
                double[] diagonal, double[][] curvature, double[][] schur, double[] right) {
            double[] ofBenchmarks;
            try {
                ofBenchmarks =
                        new CholeskyDecomposition(new Array2DRowRealMatrix(schur, false), 1e-8, 0)
                                .getSolver()
                                .solve(new ArrayRealVector(right, false))
                                .toArray();
            } catch (MathIllegalArgumentException _) {
                return new double[0];
            }
            double[] next = at.clone();
            for (int p = 0; p < 2 * benchmarks; p++) {
                next[models + p] = within(models + p, ofBenchmarks[p]);
            }
            for (int m = 0; m < models; m++) {
                if (held[m]) {
                    continue;
                }
                double down = -gradient[m];
                for (int i : scoresOf[m]) {
                    int b = benchmark[i];
                    down +=
                            curvature[0][i] * ofBenchmarks[b]
                                    - curvature[1][i] * ofBenchmarks[b + benchmarks];
                }
                next[m] = within(m, down / diagonal[m]);
            }
            return next;
        }

        private double within(int parameter, double by) {
            return Math.clamp(at[parameter] + by, low(parameter), REACH);
        }
    }
}
