package rubicon.simulator.scenario.applepicking;

/// How the apples of an untouched tree are spread over its heights, `F` with `F(0) = 0` and `F(1) =
/// 1`.
public sealed interface Heights {

    /// Its form.
    Spreading spreading();

    /// What the form is shaped by; 0 where there is nothing to shape.
    double c();

    /// `F`, without regard to where the tree ends: above 1 it goes on as its formula does, which is
    /// what a reach beyond the tree means to [ClosedLoop]. Below the ground there is nothing.
    default double extended(double height) {
        return spreading().extended(c(), height);
    }

    /// `1 − F` from the ground to the top, to the last bit where next to nothing is left above.
    default double above(double height) {
        return spreading().above(c(), height);
    }

    /// `f = F'` from 0 to 1; may be infinite at the ground.
    default double density(double height) {
        return spreading().density(c(), height);
    }

    /// The share of apples at or below a height. All are below 1, none is below 0.
    default double below(double height) {
        return spreading().below(c(), height);
    }

    /// The share of apples between two heights.
    default double between(double lower, double upper) {
        return spreading().between(c(), lower, upper);
    }

    /// As many apples at each height.
    record Uniform() implements Heights {
        @Override
        public Spreading spreading() {
            return Spreading.UNIFORM;
        }

        @Override
        public double c() {
            return 0;
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
        public Spreading spreading() {
            return Spreading.POWER;
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
        public Spreading spreading() {
            return Spreading.EXPONENTIAL;
        }
    }
}
