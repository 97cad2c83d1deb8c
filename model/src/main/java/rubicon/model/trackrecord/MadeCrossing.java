package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.CrossingDates;

/// A forecast of a crossing as it was made on a day.
///
/// @param made the day on which it was made
/// @param p10 the day by which it was expected with 10 %; null for not within a century
/// @param byDate chances by the ends of years
public record MadeCrossing(
        LocalDate made,
        double threshold,
        @Nullable LocalDate p10,
        @Nullable LocalDate p50,
        @Nullable LocalDate p90,
        SortedMap<LocalDate, Double> byDate) {
    public MadeCrossing {
        byDate = new TreeMap<>(byDate);
    }

    /// The forecast of the window that the catalogue declares.
    public static MadeCrossing of(LocalDate made, CrossingDates crossing) {
        CrossingDates.Window window = crossing.windows().getFirst();
        return new MadeCrossing(
                made,
                crossing.threshold(),
                window.p10(),
                window.p50(),
                window.p90(),
                window.byDate());
    }
}
