package rubicon.ui.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import rubicon.ui.chart.Annotations.Expected;
import rubicon.ui.chart.Annotations.Flag;
import rubicon.ui.chart.ChartModel.Dot;

/// The horizontal reach of a chart: what is asked for, or what there is with some room beside it.
///
/// Annotations that lie after the last value make it longer, but never so much that the values are
/// pressed together.
///
/// @param isLonger whether annotations made it so
record TimeSpan(LocalDate from, LocalDate to, boolean isLonger) {
    private static final LocalDate NOTHING = LocalDate.of(2020, 1, 1);
    private static final long LEAST_REACH = 366;
    private static final double REACH = 0.55;

    static TimeSpan of(ChartModel model) {
        List<LocalDate> days =
                Stream.of(model.results(), model.frontier(), model.doubtful(), model.retracted())
                        .flatMap(List::stream)
                        .map(Dot::day)
                        .sorted()
                        .toList();
        LocalDate first = days.isEmpty() ? NOTHING : days.getFirst();
        LocalDate last = days.isEmpty() ? NOTHING.plusYears(1) : days.getLast();
        long length = ChronoUnit.DAYS.between(first, last);
        long room = Math.max(10, length / 25);
        LocalDate from = model.range().from();
        LocalDate to = model.range().to();
        LocalDate begin = from == null ? first.minusDays(room) : from;
        LocalDate told = annotated(model, last, length);
        LocalDate end = to == null ? told.plusDays(room) : to;
        return begin.isBefore(end)
                ? new TimeSpan(begin, end, to == null && told.isAfter(last))
                : new TimeSpan(begin.minusDays(room), begin.plusDays(room), false);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /// The last day of values and annotations, those that lie too far left out.
    private static LocalDate annotated(ChartModel model, LocalDate last, long length) {
        LocalDate limit = last.plusDays(Math.max(LEAST_REACH, (long) (length * REACH)));
        Annotations told = model.annotations();
        return Stream.concat(
                        told.flags().stream().map(Flag::day).filter(day -> !day.isAfter(limit)),
                        told.expected().stream()
                                .map(Expected::end)
                                .map(day -> day.isAfter(limit) ? limit : day))
                .filter(last::isBefore)
                .max(LocalDate::compareTo)
                .orElse(last);
    }
}
