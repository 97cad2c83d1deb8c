package rubicon.simulator.scenario.applepicking;

/// The forms of [Heights], each with its shape `c` beside it, so that a shape may differ from one
/// question to the next.
public enum Spreading {
    /// See [Heights.Uniform]; the shape makes no difference.
    UNIFORM {
        @Override
        public double extended(double c, double height) {
            return Math.max(0, height);
        }

        @Override
        public double above(double c, double height) {
            return 1 - within(height);
        }

        @Override
        public double density(double c, double height) {
            return 1;
        }
    },
    /// See [Heights.Power].
    POWER {
        @Override
        public double extended(double c, double height) {
            return Math.pow(Math.max(0, height), c);
        }

        @Override
        public double above(double c, double height) {
            return -Math.expm1(c * Math.log(within(height)));
        }

        @Override
        public double density(double c, double height) {
            return c * Math.pow(within(height), c - 1);
        }
    },
    /// See [Heights.Exponential].
    EXPONENTIAL {
        @Override
        public double extended(double c, double height) {
            double from = Math.max(0, height);
            return c == 0 ? from : Math.expm1(-c * from) / Math.expm1(-c);
        }

        @Override
        public double above(double c, double height) {
            double from = within(height);
            // What hangs above a height is what hangs below it on the tree turned upside down.
            return c == 0 ? 1 - from : Math.expm1(c * (1 - from)) / Math.expm1(c);
        }

        @Override
        public double density(double c, double height) {
            return c == 0 ? 1 : -c * Math.exp(-c * within(height)) / Math.expm1(-c);
        }
    };

    /// See [Heights#extended].
    public abstract double extended(double c, double height);

    /// See [Heights#above].
    public abstract double above(double c, double height);

    /// See [Heights#density].
    public abstract double density(double c, double height);

    /// See [Heights#below].
    public double below(double c, double height) {
        return height >= 1 ? 1 : extended(c, height);
    }

    /// See [Heights#between].
    public double between(double c, double lower, double upper) {
        double under = below(c, lower);
        return under < 0.5 ? below(c, upper) - under : above(c, lower) - above(c, upper);
    }

    private static double within(double height) {
        return Math.clamp(height, 0, 1);
    }
}
