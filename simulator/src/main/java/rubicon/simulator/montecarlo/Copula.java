package rubicon.simulator.montecarlo;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import rubicon.model.stats.Normal;

/// The Gaussian copula: inputs that rise together, each with its own distribution. Spearman's rank
/// correlations become Pearson's of the normal scores by `2·sin(πρ/6)`; where the matrix is that of
/// no distribution, the nearest that is one is taken.
///
/// @see <a href="https://doi.org/10.1093/imanum/22.3.329">Higham 2002, the nearest correlation
///   matrix</a>
final class Copula {
    private static final int MOST_PROJECTIONS = 500;
    private static final double LEAST_EIGENVALUE = 1e-9;
    private static final double SETTLED = 1e-12;

    private final double[][] lower;
    private final double adjustment;

    private Copula(double[][] lower, double adjustment) {
        this.lower = lower;
        this.adjustment = adjustment;
    }

    /// The copula of some pairs; pairs that are not named are independent as far as the others
    /// allow.
    ///
    /// @param inputs how many there are
    static Copula of(int inputs, List<Correlation> correlations) {
        if (inputs == 0) {
            return new Copula(new double[0][0], 0);
        }
        RealMatrix wanted = MatrixUtils.createRealIdentityMatrix(inputs);
        for (Correlation it : correlations) {
            double pearson = 2 * Math.sin(Math.PI * it.spearman() / 6);
            wanted.setEntry(it.first(), it.second(), pearson);
            wanted.setEntry(it.second(), it.first(), pearson);
        }
        RealMatrix possible = nearest(wanted);
        return new Copula(cholesky(possible), largest(possible.subtract(wanted)));
    }

    /// By how much the correlation that changed most had to change; 0 where all were possible.
    double adjustment() {
        return adjustment;
    }

    /// Turns independent points into correlated ones, in place.
    ///
    /// @param points by input, then by sample
    void apply(double[][] points, int count) {
        int inputs = lower.length;
        if (IntStream.range(0, inputs).allMatch(this::isAlone)) {
            return;
        }
        double[] scores = new double[inputs];
        for (int i = 0; i < count; i++) {
            for (int input = 0; input < inputs; input++) {
                scores[input] = Normal.standardQuantile(points[input][i]);
            }
            for (int input = 0; input < inputs; input++) {
                if (!isAlone(input)) {
                    double sum = 0;
                    for (int k = 0; k <= input; k++) {
                        sum += lower[input][k] * scores[k];
                    }
                    points[input][i] = inside(Normal.standardCumulative(sum));
                }
            }
        }
    }

    /// An input that depends on none before it keeps its points to the last bit.
    private boolean isAlone(int input) {
        for (int k = 0; k < input; k++) {
            if (lower[input][k] != 0) {
                return false;
            }
        }
        return true;
    }

    private static double inside(double share) {
        return Math.clamp(share, Double.MIN_NORMAL, Math.nextDown(1.0));
    }

    /// Projections in turn onto the matrices without negative eigenvalues and onto those with ones
    /// on the diagonal, with Dykstra's correction.
    private static RealMatrix nearest(RealMatrix wanted) {
        if (leastEigenvalue(wanted) >= LEAST_EIGENVALUE) {
            return wanted;
        }
        int n = wanted.getRowDimension();
        RealMatrix candidate = wanted;
        RealMatrix correction = new Array2DRowRealMatrix(n, n);
        for (int step = 0; step < MOST_PROJECTIONS; step++) {
            RealMatrix shifted = candidate.subtract(correction);
            RealMatrix positive = withoutNegatives(shifted);
            correction = positive.subtract(shifted);
            RealMatrix next = positive.copy();
            for (int i = 0; i < n; i++) {
                next.setEntry(i, i, 1);
            }
            double change = next.subtract(candidate).getFrobeniusNorm();
            candidate = next;
            if (change < SETTLED) {
                break;
            }
        }
        return scaled(withoutNegatives(candidate));
    }

    private static RealMatrix withoutNegatives(RealMatrix matrix) {
        var eigen = new EigenDecompositionSymmetric(symmetric(matrix));
        double[] values = eigen.getEigenvalues();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], LEAST_EIGENVALUE);
        }
        return eigen.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(values))
                .multiply(eigen.getVT());
    }

    private static RealMatrix scaled(RealMatrix matrix) {
        RealMatrix scaled = symmetric(matrix);
        int n = scaled.getRowDimension();
        double[] sd = new double[n];
        for (int i = 0; i < n; i++) {
            sd[i] = Math.sqrt(scaled.getEntry(i, i));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                scaled.setEntry(i, j, i == j ? 1 : scaled.getEntry(i, j) / (sd[i] * sd[j]));
            }
        }
        return scaled;
    }

    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    private static double leastEigenvalue(RealMatrix matrix) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : new EigenDecompositionSymmetric(matrix).getEigenvalues()) {
            least = Math.min(least, value);
        }
        return least;
    }

    private static double largest(RealMatrix matrix) {
        double largest = 0;
        for (double[] row : matrix.getData()) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return largest;
    }

    private static double[][] cholesky(RealMatrix matrix) {
        return new CholeskyDecomposition(matrix, 1e-9, 0).getL().getData();
    }
}
