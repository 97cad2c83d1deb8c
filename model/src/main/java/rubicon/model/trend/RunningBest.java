package rubicon.model.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The best values of a series, where more is better, at the time they came.
public final class RunningBest {
    private RunningBest() {}

    /// METR's rule: every value at least as high as all before it and all of its day. Equals are
    /// all kept.
    ///
    /// @return oldest first
    public static List<DatedValue> withTies(List<DatedValue> values) {
        double best = Double.NEGATIVE_INFINITY;
        List<DatedValue> kept = new ArrayList<>();
        for (List<DatedValue> day : byDay(values)) {
            double bar = Math.max(best, best(day));
            day.stream().filter(value -> value.value() >= bar).forEach(kept::add);
            best = bar;
        }
        return List.copyOf(kept);
    }

    /// The records: every value above all before it, one a day; the first of equals is the record.
    ///
    /// @return oldest first
    public static List<DatedValue> records(List<DatedValue> values) {
        double best = Double.NEGATIVE_INFINITY;
        List<DatedValue> kept = new ArrayList<>();
        for (List<DatedValue> day : byDay(values)) {
            double top = best(day);
            if (top > best) {
                best = top;
                kept.add(day.stream().filter(it -> it.value() == top).findFirst().orElseThrow());
            }
        }
        return List.copyOf(kept);
    }

    private static List<List<DatedValue>> byDay(List<DatedValue> values) {
        Map<LocalDate, List<DatedValue>> days =
                values.stream()
                        .collect(
                                Collectors.groupingBy(
                                        DatedValue::date, TreeMap::new, Collectors.toList()));
        return List.copyOf(days.values());
    }

    private static double best(List<DatedValue> values) {
        return values.stream().mapToDouble(DatedValue::value).max().orElseThrow();
    }
}
