package rubicon.simulator.ensemble;

/// `e^x` and `ln x` to some 1e-15 of the value, from sums and products that Java rounds alike
/// everywhere, one number at a time. [ElementaryVectors] does the same to several: equal bits.
final class Elementary {
    static final double LOG2_E = 1.4426950408889634;
    static final double LN_2_HIGH = 0x1.62e42fefa39efp-1;
    static final double LN_2_LOW = 0x1.abc9e3b39803fp-56;

    /// Added to a number below 2^51 it leaves the nearest integer in the lowest bits.
    static final double MAGIC = 0x1.8p52;

    // Near-minimax polynomials: (e^r − 1 − r)/r² for |r| ≤ ln 2/2, highest power first, and
    // (ln((1 + s)/(1 − s))/s − 2)/s² in s² for s ≤ (√2 − 1)/(√2 + 1).
    static final double E8 = 2.760620281957603e-07;
    static final double E7 = 2.7625382329386455e-06;
    static final double E6 = 2.480155250707817e-05;
    static final double E5 = 0.000198412082506608;
    static final double E4 = 0.001388888889540835;
    static final double E3 = 0.008333333353971198;
    static final double E2 = 0.04166666666667257;
    static final double E1 = 0.16666666666647997;
    static final double E0 = 0.49999999999999994;

    static final double L5 = 0.16621947090220962;
    static final double L4 = 0.18140185202489723;
    static final double L3 = 0.22222862476849645;
    static final double L2 = 0.2857142413651635;
    static final double L1 = 0.400000000112122;
    static final double L0 = 0.6666666666666208;

    /// Bits of √½: what is above it and below √2 has the exponent 0.
    static final long ROOT_HALF = 0x3fe6a09e667f3bcdL;

    static final long EXPONENT = 0xfff0000000000000L;
    static final int MANTISSA_BITS = 52;
    static final long BIAS = 0x800;
    static final long EXPONENT_MASK = 0xfff;
    static final double TWO_52 = 0x1.0p52;

    private Elementary() {}

    /// `e^x`.
    ///
    /// @param x from −700 to 700; beyond, what comes out is no number's exponential
    static double exp(double x) {
        double shifted = Math.fma(x, LOG2_E, MAGIC);
        double n = shifted - MAGIC;
        double r = Math.fma(n, -LN_2_LOW, Math.fma(n, -LN_2_HIGH, x));
        double p = Math.fma(E8, r, E7);
        p = Math.fma(p, r, E6);
        p = Math.fma(p, r, E5);
        p = Math.fma(p, r, E4);
        p = Math.fma(p, r, E3);
        p = Math.fma(p, r, E2);
        p = Math.fma(p, r, E1);
        p = Math.fma(p, r, E0);
        p = Math.fma(p, r, 1);
        p = Math.fma(p, r, 1);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(p)
                        + (Double.doubleToRawLongBits(shifted) << MANTISSA_BITS));
    }

    /// `ln x`.
    ///
    /// @param x from 1e-300 to 1e300; beyond, what comes out is no number's logarithm
    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long moved = bits - ROOT_HALF;
        long biased = ((moved >>> MANTISSA_BITS) + BIAS) & EXPONENT_MASK;
        double n =
                Double.longBitsToDouble(biased | Double.doubleToRawLongBits(TWO_52))
                        - (TWO_52 + BIAS);
        double m = Double.longBitsToDouble(bits - (moved & EXPONENT));
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double p = Math.fma(L5, z, L4);
        p = Math.fma(p, z, L3);
        p = Math.fma(p, z, L2);
        p = Math.fma(p, z, L1);
        p = Math.fma(p, z, L0);
        p = Math.fma(p, z, 2);
        return Math.fma(n, LN_2_HIGH, Math.fma(n, LN_2_LOW, p * s));
    }
}
