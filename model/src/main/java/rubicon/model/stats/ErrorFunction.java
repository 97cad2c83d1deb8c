package rubicon.model.stats;

/// The complementary error function by rational approximations, to about 16 digits in either tail.
///
/// @see <a href="https://doi.org/10.1090/S0025-5718-1969-0247736-4">Cody 1969</a>
final class ErrorFunction {
    private static final double NEAR = 0.46875;
    private static final double MIDDLE = 4;

    /// From here on the other tail is less than half the last digit of 2.
    private static final double WHOLE = 6;

    /// From here on it is less than the least number.
    private static final double FAR = 27.3;

    private static final double ONE_OVER_SQRT_PI = 0.5641895835477563;
    private static final double SIXTEENTHS = 16;

    private static final double[] NEAR_OVER = {
        0.18577770618460315,
        3.1611237438705655,
        113.86415415105016,
        377.485237685302,
        3209.3775891384694
    };
    private static final double[] NEAR_UNDER = {
        1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
    };
    private static final double[] MIDDLE_OVER = {
        2.1531153547440383e-08, 0.5641884969886701, 8.883149794388377, 66.11919063714163,
        298.6351381974001, 881.952221241769, 1712.0476126340707, 2051.0783778260716,
        1230.3393547979972
    };
    private static final double[] MIDDLE_UNDER = {
        1,
        15.744926110709835,
        117.6939508913125,
        537.1811018620099,
        1621.3895745666903,
        3290.7992357334597,
        4362.619090143247,
        3439.3676741437216,
        1230.3393548037495
    };
    private static final double[] FAR_OVER = {
        0.016315387137302097,
        0.30532663496123236,
        0.36034489994980445,
        0.12578172611122926,
        0.016083785148742275,
        0.0006587491615298378
    };
    private static final double[] FAR_UNDER = {
        1,
        2.568520192289822,
        1.8729528499234604,
        0.5279051029514285,
        0.06051834131244132,
        0.0023352049762686918
    };

    private ErrorFunction() {}

    /// `erfc(x) = 2/√π·∫_x^∞ e^(−t²)dt`.
    static double complement(double x) {
        double size = Math.abs(x);
        if (size <= NEAR) {
            double square = x * x;
            return 1 - x * polynomial(NEAR_OVER, square) / polynomial(NEAR_UNDER, square);
        }
        if (x < -WHOLE) {
            return 2;
        }
        double tail = tail(size);
        return x < 0 ? 2 - tail : tail;
    }

    /// For `x` above [#NEAR], and for NaN.
    private static double tail(double x) {
        if (x > FAR) {
            return 0;
        }
        if (x <= MIDDLE) {
            return gauss(x) * polynomial(MIDDLE_OVER, x) / polynomial(MIDDLE_UNDER, x);
        }
        double square = 1 / (x * x);
        double less = square * polynomial(FAR_OVER, square) / polynomial(FAR_UNDER, square);
        return gauss(x) * (ONE_OVER_SQRT_PI - less) / x;
    }

    /// `e^(−x²)`, whose exponent needs more digits than the square has.
    private static double gauss(double x) {
        double most = Math.rint(x * SIXTEENTHS) / SIXTEENTHS;
        return Math.exp(-most * most) * Math.exp(-(x - most) * (x + most));
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
