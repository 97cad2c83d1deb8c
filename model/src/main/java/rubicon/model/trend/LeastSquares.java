package rubicon.model.trend;

import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import rubicon.model.stats.Range;
import rubicon.model.stats.SerialDependence;
import rubicon.model.stats.StudentT;

/// Ordinary least squares with a few regressors.
final class LeastSquares {
    private final RealVector coefficients;
    private final RealMatrix inverse;
    private final double[] residuals;
    private final double sse;
    private final int degrees;

    private LeastSquares(
            RealVector coefficients,
            RealMatrix inverse,
            double[] residuals,
            double sse,
            int degrees) {
        this.coefficients = coefficients;
        this.inverse = inverse;
        this.residuals = residuals;
        this.sse = sse;
        this.degrees = degrees;
    }

    /// @param regressors one row a value
    /// @param chosen how many more parameters were chosen by looking at the data
    /// @throws IllegalArgumentException if the values do not determine the coefficients
    static LeastSquares of(double[][] regressors, double[] values, int chosen) {
        int degrees = values.length - regressors[0].length - chosen;
        if (degrees < 1) {
            throw new IllegalArgumentException(
                    "%d values are too few for the shape".formatted(values.length));
        }
        var regression = new OLSMultipleLinearRegression(1e-10);
        regression.setNoIntercept(true);
        try {
            regression.newSampleData(values, regressors);
            return new LeastSquares(
                    MatrixUtils.createRealVector(regression.estimateRegressionParameters()),
                    MatrixUtils.createRealMatrix(regression.estimateRegressionParametersVariance()),
                    regression.estimateResiduals(),
                    regression.calculateResidualSumOfSquares(),
                    degrees);
        } catch (MathIllegalArgumentException e) {
            throw new IllegalArgumentException("the values do not determine the shape", e);
        }
    }

    double sse() {
        return sse;
    }

    double coefficient(int index) {
        return coefficients.getEntry(index);
    }

    Range range(int index, double level) {
        double half =
                StudentT.standardQuantile((1 + level) / 2, degrees)
                        * Math.sqrt(sse / degrees * inverse.getEntry(index, index));
        return new Range(coefficient(index) - half, coefficient(index) + half);
    }

    /// The same where errors of neighbouring values go together; the rows are in the order of time,
    /// and none of the parameters was chosen.
    Range dependentRange(int index, double level) {
        int regressors = coefficients.getDimension();
        return SerialDependence.of(residuals, regressors)
                .widened(range(index, level), residuals.length, regressors, level);
    }

    StudentT nextAt(double[] regressors) {
        RealVector x = MatrixUtils.createRealVector(regressors);
        double leverage = x.dotProduct(inverse.operate(x));
        return new StudentT(
                x.dotProduct(coefficients), Math.sqrt(sse / degrees * (1 + leverage)), degrees);
    }
}
