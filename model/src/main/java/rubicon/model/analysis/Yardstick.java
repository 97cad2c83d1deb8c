package rubicon.model.analysis;

import java.util.List;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Scale;

/// The space in which distances between an indicator's values are measured.
interface Yardstick {

    /// The place of a value.
    double place(double value);

    /// The places of the values of results, in their order.
    default double[] places(List<Result> results) {
        double[] places = new double[results.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = place(results.get(i).value());
        }
        return places;
    }

    /// The value at a place.
    double value(double place);

    /// The smallest difference that tells values apart near a place.
    double finest(double place);

    /// How far another source's value may lie from a place and still say the same.
    default double alike(double place) {
        return finest(place);
    }

    /// The largest step beyond a place that the best may always take, be its steps ever so small.
    double smallStep(double place);

    /// The largest step that the best may take, be its steps ever so large.
    double largestStep();

    /// The farthest that a source may move what it said.
    ///
    /// @param place of what it said
    /// @param near the median of the values near it
    double largestCorrection(double place, double near);

    /// A distance, with what it is measured in.
    String told(double distance);

    /// That of the indicator's scale; a plain one where the scale needs bounds that are not there.
    static Yardstick of(Indicator indicator) {
        Bounds bounds = indicator.bounds();
        if (indicator.scale() == Scale.LOG) {
            return new Doublings();
        }
        return indicator.scale() == Scale.LOGIT && bounds.low() != null && bounds.high() != null
                ? new LogOdds(bounds.low(), bounds.high())
                : new Plain();
    }

    /// As they are; values less than a hundredth apart are alike, and near 0 all are.
    record Plain() implements Yardstick {
        @Override
        public double place(double value) {
            return value;
        }

        @Override
        public double value(double place) {
            return place;
        }

        @Override
        public double finest(double place) {
            return place == 0 ? Double.POSITIVE_INFINITY : Math.abs(place) / 100;
        }

        /// Near 0 nothing but 0 says the same.
        @Override
        public double alike(double place) {
            return place == 0 ? 0 : finest(place);
        }

        /// A quarter.
        @Override
        public double smallStep(double place) {
            return 25 * finest(place);
        }

        @Override
        public double largestStep() {
            return Double.POSITIVE_INFINITY;
        }

        /// Half of what was said, or of what is near, if that is farther from 0: of a value near 0
        /// half is nothing. From 0 to anything.
        @Override
        public double largestCorrection(double place, double near) {
            return place == 0
                    ? Double.POSITIVE_INFINITY
                    : Math.max(Math.abs(place), Math.abs(near)) / 2;
        }

        @Override
        public String told(double distance) {
            return Plausibility.digits(distance);
        }
    }

    /// Base-2 logarithms; values less than about 7 % apart are alike. What is not positive counts
    /// as the smallest that is.
    record Doublings() implements Yardstick {
        @Override
        public double place(double value) {
            return Math.log(Math.max(value, Double.MIN_NORMAL)) / Math.log(2);
        }

        @Override
        public double value(double place) {
            return Math.pow(2, place);
        }

        @Override
        public double finest(double place) {
            return 0.1;
        }

        @Override
        public double smallStep(double place) {
            return 1;
        }

        @Override
        public double largestStep() {
            return 5;
        }

        @Override
        public double largestCorrection(double place, double near) {
            return 2;
        }

        @Override
        public String told(double distance) {
            return Plausibility.digits(distance) + " doublings";
        }
    }

    /// Logarithms of the odds between two bounds, from one in two hundred on.
    record LogOdds(double low, double high) implements Yardstick {
        private static final double EDGE = 0.005;

        @Override
        public double place(double value) {
            double share = Math.clamp((value - low) / (high - low), EDGE, 1 - EDGE);
            return Math.log(share / (1 - share));
        }

        @Override
        public double value(double place) {
            return low + (high - low) / (1 + Math.exp(-place));
        }

        @Override
        public double finest(double place) {
            return 0.1;
        }

        @Override
        public double smallStep(double place) {
            return 1;
        }

        @Override
        public double largestStep() {
            return 3.5;
        }

        @Override
        public double largestCorrection(double place, double near) {
            return 2;
        }

        @Override
        public String told(double distance) {
            return Plausibility.digits(distance) + " log odds";
        }
    }
}
