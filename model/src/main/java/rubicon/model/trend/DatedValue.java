package rubicon.model.trend;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// A value of a series.
///
/// @param name of what the value is of; may be empty
/// @param value finite
public record DatedValue(String name, LocalDate date, double value) {
    public DatedValue {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s of %s is not finite".formatted(value, date));
        }
    }

    /// The day's number, counted from 1970-01-01.
    public double day() {
        return date.toEpochDay();
    }

    /// Oldest first; those of one day in the order they came in.
    public static List<DatedValue> byDate(List<DatedValue> values) {
        return values.stream().sorted(Comparator.comparing(DatedValue::date)).toList();
    }
}
