package rubicon.simulator.scenario.applepicking;

/// How the apples of an untouched tree are spread over its heights, `F` with `F(0) = 0` and `F(1) =
/// 1`.
public sealed interface Heights {

    /// `F`, without regard to where the tree ends: above 1 it goes on as its formula does, which is
    /// what a reach beyond the tree means to [ClosedLoop]. Below the ground there is nothing.
    double extended(double height);

    /// `1 − F` from the ground to the top, to the last bit where next to nothing is left above.
    double above(double height);

    /// `f = F'` from 0 to 1; may be infinite at the ground.
    double density(double height);

    /// The share of apples at or below a height. All are below 1, none is below 0.
    default double below(double height) {
        return height >= 1 ? 1 : extended(height);
    }

    /// The share of apples between two heights.
    default double between(double lower, double upper) {
        double under = below(lower);
        return under < 0.5 ? below(upper) - under : above(lower) - above(upper);
    }

    /// As many apples at each height.
    record Uniform() implements Heights {
        @Override
        public double extended(double height) {
            return Math.max(0, height);
        }

        @Override
        public double above(double height) {
            return 1 - within(height);
        }

        @Override
        public double density(double height) {
            return 1;
        }
    }

    /// `F(x) = x^c`: most hang low for `c < 1`, high for `c > 1`.
    ///
    /// @param c above 0; 1 is the uniform tree
    record Power(double c) implements Heights {
        public Power {
            if (!(c > 0 && Double.isFinite(c))) {
                throw new IllegalArgumentException("the power is above 0, not " + c);
            }
        }

        @Override
        public double extended(double height) {
            return Math.pow(Math.max(0, height), c);
        }

        @Override
        public double above(double height) {
            return -Math.expm1(c * Math.log(within(height)));
        }

        @Override
        public double density(double height) {
            return c * Math.pow(within(height), c - 1);
        }
    }

    /// `F(x) = (1 − e^{−cx})/(1 − e^{−c})`: most hang low for `c > 0`, high for `c < 0`.
    ///
    /// @param c from −500 to 500; 0 is the limit, the uniform tree
    record Exponential(double c) implements Heights {
        private static final double STEEPEST = 500;

        public Exponential {
            if (!(Math.abs(c) <= STEEPEST)) {
                throw new IllegalArgumentException("the exponent is from −500 to 500, not " + c);
            }
        }

        @Override
        public double extended(double height) {
            double from = Math.max(0, height);
            return c == 0 ? from : Math.expm1(-c * from) / Math.expm1(-c);
        }

        @Override
        public double above(double height) {
            double from = within(height);
            // What hangs above a height is what hangs below it on the tree turned upside down.
            return c == 0 ? 1 - from : Math.expm1(c * (1 - from)) / Math.expm1(c);
        }

        @Override
        public double density(double height) {
            return c == 0 ? 1 : -c * Math.exp(-c * within(height)) / Math.expm1(-c);
        }
    }

    private static double within(double height) {
        return Math.clamp(height, 0, 1);
    }
}
