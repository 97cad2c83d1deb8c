package rubicon.model.observation;

import java.time.LocalDate;

/// The date that a value speaks of, as exactly as it is known.
///
/// @param date the first day of the period
public record ObservedOn(LocalDate date, Precision precision) implements Comparable<ObservedOn> {

    /// How exactly a date is known.
    public enum Precision {
        DAY,
        MONTH,
        QUARTER,
        YEAR
    }

    public ObservedOn {
        if (!date.equals(firstDay(date, precision))) {
            throw new IllegalArgumentException(
                    "observedOn %s is not the first day of its %s".formatted(date, precision));
        }
    }

    public static ObservedOn day(LocalDate date) {
        return new ObservedOn(date, Precision.DAY);
    }

    /// The first day of the period of that precision that holds `date`.
    public static LocalDate firstDay(LocalDate date, Precision precision) {
        return switch (precision) {
            case DAY -> date;
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /// The first day after the period: by then the world could know the value.
    public LocalDate end() {
        return switch (precision) {
            case DAY -> date.plusDays(1);
            case MONTH -> date.plusMonths(1);
            case QUARTER -> date.plusMonths(3);
            case YEAR -> date.plusYears(1);
        };
    }

    @Override
    public int compareTo(ObservedOn other) {
        int byDate = date.compareTo(other.date);
        return byDate != 0 ? byDate : precision.compareTo(other.precision);
    }
}
