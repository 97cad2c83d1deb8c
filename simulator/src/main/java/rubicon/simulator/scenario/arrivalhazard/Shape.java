package rubicon.simulator.scenario.arrivalhazard;

import rubicon.model.arrival.PiecewiseHazard;
import rubicon.model.arrival.WeibullArrival;

/// A curve through stated probabilities, laid anew for each run, in place. Days are counted from
/// 1970-01-01.
sealed interface Shape {
    /// Lays the curve.
    ///
    /// @param probabilities of the anchors, rising
    void lay(double[] probabilities);

    /// Probability by the end of a day.
    double by(long day);

    /// Constant hazards between anchors, see [PiecewiseHazard].
    final class Piecewise implements Shape {
        private final long start;
        private final long[] until;
        private final double[] perYear;

        Piecewise(long start, long[] until) {
            this.start = start;
            this.until = until;
            this.perYear = new double[until.length];
        }

        @Override
        public void lay(double[] probabilities) {
            PiecewiseHazard.perYear(start, until, probabilities, perYear);
        }

        @Override
        public double by(long day) {
            return PiecewiseHazard.by(start, until, perYear, day);
        }

        double perYear(int piece) {
            return perYear[piece];
        }

        double conditional(int piece) {
            return PiecewiseHazard.conditional(start, until, perYear, piece);
        }
    }

    /// Through the first anchor and the last, see [WeibullArrival].
    final class Weibull implements Shape {
        private final long start;
        private final double early;
        private final double late;
        private double shape;
        private double scaleYears;

        Weibull(long start, long[] until) {
            this.start = start;
            this.early = WeibullArrival.years(start, until[0]);
            this.late = WeibullArrival.years(start, until[until.length - 1]);
        }

        @Override
        public void lay(double[] probabilities) {
            double near = probabilities[0];
            shape =
                    WeibullArrival.shape(
                            early, near, late, probabilities[probabilities.length - 1]);
            scaleYears = WeibullArrival.scaleYears(early, near, shape);
        }

        @Override
        public double by(long day) {
            return WeibullArrival.after(WeibullArrival.years(start, day), shape, scaleYears);
        }

        double shape() {
            return shape;
        }

        double scaleYears() {
            return scaleYears;
        }

        double medianYears() {
            return WeibullArrival.medianYears(shape, scaleYears);
        }
    }
}
