package rubicon.model.saturation;

import rubicon.model.stats.NeumaierSum;

/// A logistic curve by least squares on the scores themselves, `y = floor + (ceiling − floor)·σ(k(t
/// − m))`, by Levenberg's and Marquardt's method.
///
/// @param rate k, per unit of time
/// @param midpoint m, when half the way is gone
/// @param sse sum of squared residuals
public record LogisticFit(double rate, double midpoint, double sse) {
    private static final int MOST_STEPS = 1000;
    private static final double PRECISION = 1e-14;

    /// Fits the curve.
    ///
    /// @param startRate a first guess; [LogitFit] has one
    /// @param startMidpoint likewise
    /// @throws IllegalArgumentException if no best curve is found from there
    public static LogisticFit of(Scores scores, double startRate, double startMidpoint) {
        double rate = startRate;
        double midpoint = startMidpoint;
        double sse = sse(scores, rate, midpoint);
        double damping = 1e-3;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] move = move(scores, rate, midpoint, damping);
            double next = sse(scores, rate + move[0], midpoint + move[1]);
            if (next <= sse) {
                rate += move[0];
                midpoint += move[1];
                sse = next;
                damping = Math.max(damping / 10, 1e-15);
                if (Math.abs(move[0]) <= PRECISION * Math.abs(rate)
                        && Math.abs(move[1]) <= PRECISION * Math.max(1, Math.abs(midpoint))) {
                    break;
                }
            } else if (damping > 1e12) {
                break; // no direction leads down
            } else {
                damping *= 10;
            }
        }
        if (!Double.isFinite(rate + midpoint + sse)) {
            throw new IllegalArgumentException(
                    "no curve is found from rate %s and midpoint %s"
                            .formatted(startRate, startMidpoint));
        }
        return new LogisticFit(rate, midpoint, sse);
    }

    private static double[] move(Scores scores, double rate, double midpoint, double damping) {
        double height = scores.scale().ceiling() - scores.scale().floor();
        double kk = 0;
        double km = 0;
        double mm = 0;
        double kr = 0;
        double mr = 0;
        for (Scores.Point point : scores.points()) {
            double share = 1 / (1 + Math.exp(-rate * (point.time() - midpoint)));
            double slope = height * share * (1 - share);
            double byRate = slope * (point.time() - midpoint);
            double byMidpoint = -slope * rate;
            double residual = point.score() - scores.scale().floor() - height * share;
            kk += byRate * byRate;
            km += byRate * byMidpoint;
            mm += byMidpoint * byMidpoint;
            kr += byRate * residual;
            mr += byMidpoint * residual;
        }
        kk *= 1 + damping;
        mm *= 1 + damping;
        double determinant = kk * mm - km * km;
        return new double[] {(mm * kr - km * mr) / determinant, (kk * mr - km * kr) / determinant};
    }

    private static double sse(Scores scores, double rate, double midpoint) {
        return NeumaierSum.of(
                scores.points().stream()
                        .mapToDouble(point ->
                                point.score()
                                        - scores.scale().from(rate * (point.time() - midpoint)))
                        .map(residual -> residual * residual)
                        .toArray());
    }
}
