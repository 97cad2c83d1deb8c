package rubicon.model.stats;

/// A straight line by ordinary least squares, kept about the means of both coordinates: day numbers
/// are near 20,000, and their squares would eat the digits.
///
/// @param n number of points
/// @param xMean mean of x
/// @param yMean mean of y
/// @param slope change of y per x
/// @param sxx `Σ(x − x̄)²`, above 0
/// @param syy `Σ(y − ȳ)²`
/// @param sse sum of squared residuals
public record LinearFit(
        int n, double xMean, double yMean, double slope, double sxx, double syy, double sse) {

    /// Fits a line.
    ///
    /// @param x at least two different numbers
    /// @param y as many
    /// @throws IllegalArgumentException if no line is determined or a number is not finite
    public static LinearFit of(double[] x, double[] y) {
        if (x.length != y.length || x.length < 2) {
            throw new IllegalArgumentException(
                    "%d x and %d y make no line".formatted(x.length, y.length));
        }
        var line = new LineOver(x);
        line.through(y);
        return line.fit();
    }

    /// The line's height at `x`.
    public double at(double x) {
        return yMean + slope * (x - xMean);
    }

    /// The line's height at 0.
    public double intercept() {
        return at(0);
    }

    /// Where the line has height `y`; infinite if it is flat.
    public double where(double y) {
        return xMean + (y - yMean) / slope;
    }

    /// Share of the variance of y that the line explains; 1 where y does not vary.
    public double r2() {
        return syy == 0 ? 1 : 1 - sse / syy;
    }

    /// Degrees of freedom of the residuals, `n − 2`.
    ///
    /// @throws IllegalArgumentException with fewer than three points
    public int degrees() {
        return degrees(n);
    }

    static int degrees(int n) {
        if (n < 3) {
            throw new IllegalArgumentException(n + " points leave no degree of freedom");
        }
        return n - 2;
    }

    /// `s = √(SSE/(n − 2))`.
    public double residualSd() {
        return Math.sqrt(sse / degrees());
    }

    /// `s/√Sxx`.
    public double slopeSe() {
        return residualSd() / Math.sqrt(sxx);
    }

    /// The interval of the slope from Student's t.
    ///
    /// @param level in (0, 1)
    public Range slopeRange(double level) {
        double half = StudentT.standardQuantile((1 + level) / 2, degrees()) * slopeSe();
        return new Range(slope - half, slope + half);
    }

    /// What is known of the line's height at `x`: scale `s√(1/n + (x − x̄)²/Sxx)`.
    public StudentT meanAt(double x) {
        return new StudentT(at(x), residualSd() * Math.sqrt(leverage(x)), degrees());
    }

    /// What is known of one new point at `x`: scale `s√(1 + 1/n + (x − x̄)²/Sxx)`.
    public StudentT nextAt(double x) {
        return new StudentT(at(x), residualSd() * Math.sqrt(1 + leverage(x)), degrees());
    }

    /// `1/n + (x − x̄)²/Sxx`.
    public double leverage(double x) {
        return 1.0 / n + (x - xMean) * (x - xMean) / sxx;
    }
}
