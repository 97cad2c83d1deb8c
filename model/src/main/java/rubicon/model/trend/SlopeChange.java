package rubicon.model.trend;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rubicon.model.stats.Range;
import rubicon.model.stats.RecordDependence;

/// How the slope of a series changed halfway: a continuous line that may bend once, in the middle
/// between its first and its last day. The day is fixed beforehand, not looked for, so that the
/// interval of the change is honest about it.
///
/// @param earlier slope per year of the first half, on the scale
/// @param change slope per year of the second half, less that of the first
public record SlopeChange(double earlier, Range change) {
    private static final double YEAR = 365.25;
    private static final int LEAST_PER_SIDE = 3;
    private static final int CHANGE = 2;

    /// Fits the bent line by least squares to values whose errors are independent.
    ///
    /// @param values in any order
    /// @param level of the interval, in (0, 1)
    /// @return empty with fewer than three values on either side, or where they do not determine it
    public static Optional<SlopeChange> of(List<DatedValue> values, Scale scale, double level) {
        return of(values, scale, fit -> fit.range(CHANGE, level));
    }

    /// Fits the same line to a series that is measured again and again: what is high today is high
    /// tomorrow, and the interval is wider by [SerialDependence].
    public static Optional<SlopeChange> ofSeries(
            List<DatedValue> values, Scale scale, double level) {
        return of(values, scale, fit -> fit.dependentRange(CHANGE, level));
    }

    /// Fits the same line to records; the interval, of 95 %, is wider by [RecordDependence].
    public static Optional<SlopeChange> ofRecords(List<DatedValue> values, Scale scale) {
        return of(
                values,
                scale,
                fit -> RecordDependence.widened(fit.range(CHANGE, RecordDependence.LEVEL)));
    }

    private static Optional<SlopeChange> of(
            List<DatedValue> values, Scale scale, Function<LeastSquares, Range> change) {
        List<DatedValue> sorted = DatedValue.byDate(values);
        if (sorted.isEmpty()) {
            return Optional.empty();
        }
        double middle = (sorted.getFirst().day() + sorted.getLast().day()) / 2;
        long before = sorted.stream().filter(it -> it.day() <= middle).count();
        if (before < LEAST_PER_SIDE || sorted.size() - before < LEAST_PER_SIDE) {
            return Optional.empty();
        }
        try {
            LeastSquares fit =
                    LeastSquares.of(
                            sorted.stream()
                                    .map(it ->
                                            new double[] {
                                                1,
                                                (it.day() - middle) / YEAR,
                                                Math.max(0, it.day() - middle) / YEAR
                                            })
                                    .toArray(double[][]::new),
                            sorted.stream().mapToDouble(it -> scale.to(it.value())).toArray(),
                            0);
            return Optional.of(new SlopeChange(fit.coefficient(1), change.apply(fit)));
        } catch (IllegalArgumentException undetermined) {
            return Optional.empty();
        }
    }
}
