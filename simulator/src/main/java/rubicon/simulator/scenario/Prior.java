package rubicon.simulator.scenario;

/// What is believed about a parameter before any evidence; a Monte Carlo run draws from it unless
/// told otherwise.
public sealed interface Prior {

    /// Beta distribution on `[0, 1]`; its mean is `a/(a+b)`.
    record Beta(double a, double b) implements Prior {
        public Beta {
            if (!(a > 0 && b > 0)) {
                throw new IllegalArgumentException("Beta(" + a + ", " + b + ")");
            }
        }
    }

    /// Every value between the bounds equally likely.
    record Uniform(double low, double high) implements Prior {
        public Uniform {
            if (!(low < high)) {
                throw new IllegalArgumentException("Uniform(" + low + ", " + high + ")");
            }
        }
    }
}
