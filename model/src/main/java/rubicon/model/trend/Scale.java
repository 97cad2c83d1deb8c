package rubicon.model.trend;

/// The scale on which a series is straight, and its errors are alike everywhere.
public sealed interface Scale {
    /// Where a value stands on the scale.
    ///
    /// @throws IllegalArgumentException if it has no place there
    double to(double value);

    /// The value that stands there.
    double from(double place);

    /// Values as they are.
    record Linear() implements Scale {
        @Override
        public double to(double value) {
            return value;
        }

        @Override
        public double from(double place) {
            return place;
        }
    }

    /// Natural logarithms: exponential growth is straight.
    record Log() implements Scale {
        @Override
        public double to(double value) {
            if (!(value > 0)) {
                throw new IllegalArgumentException("%s is not above 0".formatted(value));
            }
            return Math.log(value);
        }

        @Override
        public double from(double place) {
            return Math.exp(place);
        }
    }

    /// Logits of the share `u = (value − floor)/(ceiling − floor)`: logistic growth is straight.
    /// Shares are clipped to [1e−4, 1 − 1e−4], so that a single value at the floor does not rule.
    ///
    /// @param floor what chance alone reaches
    /// @param ceiling what no value can pass
    record Logit(double floor, double ceiling) implements Scale {
        private static final double CLIP = 1e-4;

        public Logit {
            if (!(floor < ceiling && Double.isFinite(ceiling - floor))) {
                throw new IllegalArgumentException(
                        "the floor %s is not below the ceiling %s".formatted(floor, ceiling));
            }
        }

        /// The share of the way from the floor to the ceiling; may lie outside [0, 1].
        public double share(double value) {
            return share(value, floor, ceiling);
        }

        /// @throws IllegalArgumentException if the value reaches the ceiling: then it is none
        @Override
        public double to(double value) {
            if (!(value < ceiling)) {
                throw new IllegalArgumentException(
                        "%s reaches the ceiling %s, which thereby is none"
                                .formatted(value, ceiling));
            }
            return to(value, floor, ceiling);
        }

        @Override
        public double from(double place) {
            return from(place, floor, ceiling);
        }

        /// [#to(double)] on numbers in place; the value is below the ceiling.
        public static double to(double value, double floor, double ceiling) {
            double share = Math.clamp(share(value, floor, ceiling), CLIP, 1 - CLIP);
            return Math.log(share / (1 - share));
        }

        /// [#from(double)] on numbers in place.
        public static double from(double place, double floor, double ceiling) {
            return floor + (ceiling - floor) / (1 + Math.exp(-place));
        }

        /// [#share(double)] on numbers in place.
        public static double share(double value, double floor, double ceiling) {
            return (value - floor) / (ceiling - floor);
        }
    }
}
