package rubicon.model.stats;

/// The normal distribution.
///
/// @param sd its standard deviation, above 0
public record Normal(double mean, double sd) implements Distribution {
    private static final double SQRT_2 = Math.sqrt(2);
    private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

    // Wichura's PPND16: rational functions for the middle, the tails and the far tails,
    // its coefficients rounded to doubles.
    private static final double MIDDLE = 0.425;
    private static final double[] TAIL = {
        0.0007745450142783414, 0.022723844989269184, 0.2417807251774506,
        1.2704582524523684, 3.6478483247632045, 5.769497221460691,
        4.630337846156546, 1.4234371107496835
    };
    private static final double[] UNDER_TAIL = {
        1.0507500716444169e-09, 0.0005475938084995345, 0.015198666563616457,
        0.14810397642748008, 0.6897673349851, 1.6763848301838038,
        2.053191626637759, 1
    };
    private static final double[] FAR_TAIL = {
        2.0103343992922881e-07, 2.7115555687434876e-05, 0.0012426609473880784,
        0.026532189526576124, 0.29656057182850487, 1.7848265399172913,
        5.463784911164114, 6.657904643501103
    };
    private static final double[] UNDER_FAR_TAIL = {
        2.0442631033899397e-15, 1.421511758316446e-07, 1.8463183175100548e-05,
        0.0007868691311456133, 0.014875361290850615, 0.1369298809227358,
        0.599832206555888, 1
    };

    public Normal {
        if (!(Double.isFinite(mean) && sd > 0 && Double.isFinite(sd))) {
            throw new IllegalArgumentException(
                    "mean %s and sd %s make no normal distribution".formatted(mean, sd));
        }
    }

    @Override
    public double quantile(double u) {
        return mean + sd * standardQuantile(u);
    }

    @Override
    public void quantiles(double[] shares, double[] quantiles, int count) {
        standardQuantiles(shares, quantiles, count);
        for (int i = 0; i < count; i++) {
            quantiles[i] = mean + sd * quantiles[i];
        }
    }

    @Override
    public double cumulative(double x) {
        return standardCumulative((x - mean) / sd);
    }

    /// `Φ(z)`, with full relative precision in the lower tail.
    public static double standardCumulative(double z) {
        return ErrorFunction.complement(-z / SQRT_2) / 2;
    }

    /// `φ(z) = e^{−z²/2}/√(2π)`.
    public static double standardDensity(double z) {
        return DENSITY_AT_0 * Math.exp(-z * z / 2);
    }

    /// `Φ⁻¹(u)` to about 16 digits.
    ///
    /// @param u in [0, 1]; −∞ and ∞ at the ends
    /// @throws IllegalArgumentException if `u` is outside
    /// @see <a href="https://doi.org/10.2307/2347330">Wichura 1988, algorithm AS 241</a>
    public static double standardQuantile(double u) {
        double q = Shares.checked(u) - 0.5;
        return Math.abs(q) <= MIDDLE ? middle(q) : tail(u, q);
    }

    /// [#standardQuantile] of many, bit for bit.
    ///
    /// @param shares each in [0, 1]
    /// @param quantiles receives as many; another array than `shares`
    /// @param count of them, from the arrays' beginning
    static void standardQuantiles(double[] shares, double[] quantiles, int count) {
        // Without a branch, so that the compiler makes vectors of it; nonsense for the tails.
        for (int i = 0; i < count; i++) {
            quantiles[i] = middle(shares[i] - 0.5);
        }
        for (int i = 0; i < count; i++) {
            if (!(Math.abs(shares[i] - 0.5) <= MIDDLE)) {
                quantiles[i] = standardQuantile(shares[i]);
            }
        }
    }

    private static double middle(double q) {
        double r = 0.180625 - q * q;
        double over = 2509.0809287301227;
        over = over * r + 33430.57558358813;
        over = over * r + 67265.7709270087;
        over = over * r + 45921.95393154987;
        over = over * r + 13731.69376550946;
        over = over * r + 1971.5909503065513;
        over = over * r + 133.14166789178438;
        over = over * r + 3.3871328727963665;
        double under = 5226.495278852854;
        under = under * r + 28729.085735721943;
        under = under * r + 39307.89580009271;
        under = under * r + 21213.794301586597;
        under = under * r + 5394.196021424751;
        under = under * r + 687.1870074920579;
        under = under * r + 42.31333070160091;
        under = under * r + 1;
        return q * over / under;
    }

    private static double tail(double u, double q) {
        double tail = Math.min(u, 1 - u);
        if (tail == 0) {
            return Math.copySign(Double.POSITIVE_INFINITY, q);
        }
        double r = Math.sqrt(-Math.log(tail));
        double z =
                r <= 5
                        ? polynomial(TAIL, r - 1.6) / polynomial(UNDER_TAIL, r - 1.6)
                        : polynomial(FAR_TAIL, r - 5) / polynomial(UNDER_FAR_TAIL, r - 5);
        return Math.copySign(z, q);
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
