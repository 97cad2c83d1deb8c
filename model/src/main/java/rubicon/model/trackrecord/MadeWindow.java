package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.CrossingDates;

/// A forecast of a crossing by one window of the course, or by all of them together.
///
/// @param window the window's first day, [#ALL] or [#SPREAD]
public record MadeWindow(String window, MadeCrossing crossing) {
    /// The whole course.
    public static final String ALL = "ALL";

    /// From the earliest 10 % day of any window to the latest 90 % day: what is told first of a
    /// crossing. It has no median and no chances.
    public static final String SPREAD = "SPREAD";

    /// A forecast by one window.
    ///
    /// @param from null for the whole course
    public static MadeWindow of(@Nullable LocalDate from, MadeCrossing crossing) {
        return new MadeWindow(from == null ? ALL : from.toString(), crossing);
    }

    static List<MadeWindow> of(LocalDate made, CrossingDates crossing) {
        return withSpread(
                crossing.windows().stream()
                        .map(it ->
                                of(
                                        it.from(),
                                        new MadeCrossing(
                                                made,
                                                crossing.threshold(),
                                                it.p10(),
                                                it.p50(),
                                                it.p90(),
                                                it.byDate())))
                        .toList());
    }

    /// The windows of one forecast, and their spread where there are several.
    public static List<MadeWindow> withSpread(List<MadeWindow> windows) {
        if (windows.size() < 2) {
            return windows;
        }
        LocalDate earliest = null;
        LocalDate latest = LocalDate.MIN;
        for (MadeWindow it : windows) {
            LocalDate p10 = it.crossing().p10();
            LocalDate p90 = it.crossing().p90();
            if (p10 != null && (earliest == null || p10.isBefore(earliest))) {
                earliest = p10;
            }
            if (latest != null && (p90 == null || p90.isAfter(latest))) {
                latest = p90;
            }
        }
        MadeCrossing first = windows.getFirst().crossing();
        List<MadeWindow> all = new ArrayList<>(windows);
        all.add(
                new MadeWindow(
                        SPREAD,
                        new MadeCrossing(
                                first.made(),
                                first.threshold(),
                                earliest,
                                null,
                                latest,
                                new TreeMap<>())));
        return all;
    }
}
