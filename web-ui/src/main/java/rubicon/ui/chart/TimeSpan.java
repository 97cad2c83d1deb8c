package rubicon.ui.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import rubicon.ui.chart.ChartModel.Dot;

/// The horizontal reach of a chart: what is asked for, or what there is with some room beside it.
record TimeSpan(LocalDate from, LocalDate to) {
    private static final LocalDate NOTHING = LocalDate.of(2020, 1, 1);

    static TimeSpan of(ChartModel model) {
        List<LocalDate> days =
                Stream.concat(model.results().stream(), model.frontier().stream())
                        .map(Dot::day)
                        .sorted()
                        .toList();
        LocalDate first = days.isEmpty() ? NOTHING : days.getFirst();
        LocalDate last = days.isEmpty() ? NOTHING.plusYears(1) : days.getLast();
        long room = Math.max(10, ChronoUnit.DAYS.between(first, last) / 25);
        LocalDate from = model.range().from();
        LocalDate to = model.range().to();
        LocalDate begin = from == null ? first.minusDays(room) : from;
        LocalDate end = to == null ? last.plusDays(room) : to;
        return begin.isBefore(end)
                ? new TimeSpan(begin, end)
                : new TimeSpan(begin.minusDays(room), begin.plusDays(room));
    }
}
