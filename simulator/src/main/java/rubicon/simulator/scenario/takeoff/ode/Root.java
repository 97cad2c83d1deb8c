package rubicon.simulator.scenario.takeoff.ode;

import java.util.function.DoubleUnaryOperator;

/// Roots in brackets by Chandrupatla's method, which allocates nothing.
public final class Root {
    private static final int MOST_STEPS = 200;

    private Root() {}

    /// Where a function is zero.
    ///
    /// @param atLow the function there, of another sign than `atHigh`
    /// @param accuracy of what is returned, beside rounding
    /// @see <a href="https://doi.org/10.1016/S0965-9978(96)00051-8">Chandrupatla 1997</a>
    public static double find(
            DoubleUnaryOperator function,
            double low,
            double atLow,
            double high,
            double atHigh,
            double accuracy) {
        double x1 = low;
        double f1 = atLow;
        double x2 = high;
        double f2 = atHigh;
        double x3 = high;
        double f3 = atHigh;
        double part = 0.5;
        for (int i = 0; i < MOST_STEPS; i++) {
            if (f1 != 0 && f2 != 0) {
                double x = x1 + part * (x2 - x1);
                double f = function.applyAsDouble(x);
                if (Math.signum(f) == Math.signum(f1)) {
                    x3 = x1;
                    f3 = f1;
                } else {
                    x3 = x2;
                    f3 = f2;
                    x2 = x1;
                    f2 = f1;
                }
                x1 = x;
                f1 = f;
            }
            double best = Math.abs(f1) < Math.abs(f2) ? x1 : x2;
            double least = (2 * Math.ulp(best) + accuracy) / Math.abs(x2 - x1);
            if (!(least <= 0.5) || f1 == 0 || f2 == 0) {
                return best;
            }
            part = Math.clamp(part(x1, f1, x2, f2, x3, f3), least, 1 - least);
        }
        return Math.abs(f1) < Math.abs(f2) ? x1 : x2;
    }

    /// Inverse quadratic interpolation where it is safe, else the middle.
    private static double part(double x1, double f1, double x2, double f2, double x3, double f3) {
        double xi = (x1 - x2) / (x3 - x2);
        double phi = (f1 - f2) / (f3 - f2);
        if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
            double part =
                    f1 / (f2 - f1) * (f3 / (f2 - f3))
                            + (x3 - x1) / (x2 - x1) * (f1 / (f3 - f1)) * (f2 / (f3 - f2));
            return Double.isNaN(part) ? 0.5 : part;
        }
        return 0.5;
    }
}
