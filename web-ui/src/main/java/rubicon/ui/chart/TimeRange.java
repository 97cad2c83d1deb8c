package rubicon.ui.chart;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The stretch of time that is shown.
///
/// @param from first day; null for the beginning
/// @param to last day; null for the latest
public record TimeRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    /// All there is.
    public static final TimeRange ALL = new TimeRange(null, null);

    private static final String BEGINNING = "earliest";
    private static final String END = "latest";
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /// Reads `2023-01..latest`, `2023..2024-06`, `earliest..2024`; empty for anything else, also
    /// for a range that ends before it begins.
    public static Optional<TimeRange> parse(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return Optional.empty();
        }
        String first = text.substring(0, dots);
        String last = text.substring(dots + 2);
        Optional<LocalDate> from = day(first, false);
        Optional<LocalDate> to = day(last, true);
        boolean understood =
                (from.isPresent() || first.equals(BEGINNING))
                        && (to.isPresent() || last.equals(END));
        if (!understood || (from.isPresent() && to.isPresent() && to.get().isBefore(from.get()))) {
            return Optional.empty();
        }
        return Optional.of(new TimeRange(from.orElse(null), to.orElse(null)));
    }

    /// From a day on.
    public static TimeRange since(LocalDate from) {
        return new TimeRange(from, null);
    }

    /// As it stands in an address, as short as it goes.
    public String key() {
        return first() + ".." + last();
    }

    /// Whether a day is inside.
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private String first() {
        if (from == null) {
            return BEGINNING;
        }
        if (from.getDayOfMonth() != 1) {
            return from.toString();
        }
        return from.getMonthValue() == 1
                ? Integer.toString(from.getYear())
                : YearMonth.from(from).toString();
    }

    private String last() {
        if (to == null) {
            return END;
        }
        if (!to.equals(YearMonth.from(to).atEndOfMonth())) {
            return to.toString();
        }
        return to.getMonthValue() == 12
                ? Integer.toString(to.getYear())
                : YearMonth.from(to).toString();
    }

    private static Optional<LocalDate> day(String text, boolean last) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(matcher.group(1));
            int month = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            if (matcher.group(3) != null) {
                int day = Integer.parseInt(matcher.group(3));
                return Optional.of(LocalDate.of(year, month, day));
            }
            YearMonth whole = YearMonth.of(year, matcher.group(2) == null ? last ? 12 : 1 : month);
            return Optional.of(last ? whole.atEndOfMonth() : whole.atDay(1));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
