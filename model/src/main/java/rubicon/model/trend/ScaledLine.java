package rubicon.model.trend;

import java.util.List;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.StudentT;

/// A straight line through a series on a scale. Its errors are taken to be independent; those of a
/// series of records are not, so its intervals are too narrow by what [RollingBackTest] finds.
public record ScaledLine(Scale scale, LinearFit line) implements Outlook {
    /// Fits the line.
    ///
    /// @param values at least three, on at least two dates
    /// @throws IllegalArgumentException if there are too few, or one has no place on the scale
    public static ScaledLine of(List<DatedValue> values, Scale scale) {
        var line =
                LinearFit.of(
                        values.stream().mapToDouble(DatedValue::day).toArray(),
                        values.stream().mapToDouble(it -> scale.to(it.value())).toArray());
        if (line.degrees() < 1) {
            throw new IllegalArgumentException("two values leave nothing to judge a line by");
        }
        return new ScaledLine(scale, line);
    }

    @Override
    public StudentT nextAt(double day) {
        return line.nextAt(day);
    }
}
