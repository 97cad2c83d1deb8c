package rubicon.model.saturation;

import rubicon.model.stats.NeumaierSum;
import rubicon.model.trend.Scale;

/// Logistic curves by least squares through the same scores, below one ceiling after another: each
/// takes the place of the one before, and nothing is allocated. For one thread at a time.
///
/// @see LogisticFit for a curve that stays, and for the letters
public final class LogisticOver {
    private static final int MOST_STEPS = 1000;
    private static final double PRECISION = 1e-14;

    private final double[] times;
    private final double[] scores;
    private final NeumaierSum squares = new NeumaierSum();
    private double floor;
    private double ceiling;
    private double rate;
    private double midpoint;
    private double sse;
    private double rateMove;
    private double midpointMove;

    /// @param scores one for each time
    public LogisticOver(double[] times, double[] scores) {
        this.times = times.clone();
        this.scores = scores.clone();
    }

    /// Fits the curve, by Levenberg's and Marquardt's method.
    ///
    /// @param startRate a first guess
    /// @param startMidpoint likewise
    /// @return whether a best curve is found from there; the numbers are of no use where it is not
    public boolean fit(
            double overFloor, double belowCeiling, double startRate, double startMidpoint) {
        floor = overFloor;
        ceiling = belowCeiling;
        rate = startRate;
        midpoint = startMidpoint;
        sse = sse(rate, midpoint);
        double damping = 1e-3;
        for (int step = 0; step < MOST_STEPS; step++) {
            move(damping);
            double next = sse(rate + rateMove, midpoint + midpointMove);
            if (next <= sse) {
                rate += rateMove;
                midpoint += midpointMove;
                sse = next;
                damping = Math.max(damping / 10, 1e-15);
                if (Math.abs(rateMove) <= PRECISION * Math.abs(rate)
                        && Math.abs(midpointMove) <= PRECISION * Math.max(1, Math.abs(midpoint))) {
                    break;
                }
            } else if (damping > 1e12) {
                break; // no direction leads down
            } else {
                damping *= 10;
            }
        }
        return Double.isFinite(rate + midpoint + sse);
    }

    private void move(double damping) {
        double height = ceiling - floor;
        double kk = 0;
        double km = 0;
        double mm = 0;
        double kr = 0;
        double mr = 0;
        for (int i = 0; i < times.length; i++) {
            double share = 1 / (1 + Math.exp(-rate * (times[i] - midpoint)));
            double slope = height * share * (1 - share);
            double byRate = slope * (times[i] - midpoint);
            double byMidpoint = -slope * rate;
            double residual = scores[i] - floor - height * share;
            kk += byRate * byRate;
            km += byRate * byMidpoint;
            mm += byMidpoint * byMidpoint;
            kr += byRate * residual;
            mr += byMidpoint * residual;
        }
        kk *= 1 + damping;
        mm *= 1 + damping;
        double determinant = kk * mm - km * km;
        rateMove = (mm * kr - km * mr) / determinant;
        midpointMove = (kk * mr - km * kr) / determinant;
    }

    private double sse(double ofRate, double ofMidpoint) {
        squares.clear();
        for (int i = 0; i < times.length; i++) {
            double residual =
                    scores[i] - Scale.Logit.from(ofRate * (times[i] - ofMidpoint), floor, ceiling);
            squares.add(residual * residual);
        }
        return squares.value();
    }

    /// k, per unit of time.
    public double rate() {
        return rate;
    }

    /// m, when half the way is gone.
    public double midpoint() {
        return midpoint;
    }

    /// Sum of squared residuals.
    public double sse() {
        return sse;
    }
}
