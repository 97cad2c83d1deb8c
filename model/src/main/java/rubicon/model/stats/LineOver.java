package rubicon.model.stats;

/// Straight lines by ordinary least squares over the same x, through one y after another: each
/// takes the place of the one before, and nothing is allocated. For one thread at a time.
///
/// @see LinearFit for a line that stays
public final class LineOver {
    private final double[] x;
    private final double xMean;
    private final double sxx;
    private final NeumaierSum sum = new NeumaierSum();
    private final NeumaierSum squares = new NeumaierSum();
    private double yMean;
    private double slope;
    private double syy;
    private double sse;

    /// @param x at least two different numbers
    public LineOver(double[] x) {
        this.x = x.clone();
        this.xMean = NeumaierSum.mean(x);
        for (double at : x) {
            squares.add((at - xMean) * (at - xMean));
        }
        this.sxx = squares.value();
    }

    /// Lays the line.
    ///
    /// @param y finite, one for each x
    /// @throws IllegalArgumentException if no line is determined or a number is not finite
    public void through(double[] y) {
        yMean = sum.clear().addAll(y).value() / y.length;
        sum.clear();
        squares.clear();
        for (int i = 0; i < x.length; i++) {
            sum.add((x[i] - xMean) * (y[i] - yMean));
            squares.add((y[i] - yMean) * (y[i] - yMean));
        }
        slope = sum.value() / sxx;
        syy = squares.value();
        if (!Double.isFinite(slope)) {
            throw new IllegalArgumentException("all x are alike, or a number is not finite");
        }
        squares.clear();
        for (int i = 0; i < x.length; i++) {
            double residual = y[i] - yMean - slope * (x[i] - xMean);
            squares.add(residual * residual);
        }
        sse = squares.value();
    }

    /// The line as it lies.
    public LinearFit fit() {
        return new LinearFit(x.length, xMean, yMean, slope, sxx, syy, sse);
    }

    /// Mean of x.
    public double xMean() {
        return xMean;
    }

    /// As [LinearFit#slope()].
    public double slope() {
        return slope;
    }

    /// As [LinearFit#at].
    public double at(double at) {
        return yMean + slope * (at - xMean);
    }

    /// As [LinearFit#where].
    public double where(double y) {
        return xMean + (y - yMean) / slope;
    }

    /// As [LinearFit#degrees].
    public int degrees() {
        return LinearFit.degrees(x.length);
    }

    /// As [LinearFit#residualSd].
    public double residualSd() {
        return Math.sqrt(sse / degrees());
    }

    /// As [LinearFit#slopeSe].
    public double slopeSe() {
        return residualSd() / Math.sqrt(sxx);
    }

    /// Scale of [LinearFit#meanAt].
    public double meanScale(double at) {
        return residualSd() * Math.sqrt(leverage(at));
    }

    /// Scale of [LinearFit#nextAt].
    public double nextScale(double at) {
        return residualSd() * Math.sqrt(1 + leverage(at));
    }

    private double leverage(double at) {
        return 1.0 / x.length + (at - xMean) * (at - xMean) / sxx;
    }
}
