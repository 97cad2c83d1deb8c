package rubicon.ingest.computed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.trackrecord.OwnForecasts.Kept;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Subject;
import rubicon.model.wire.IndicatorStatePayload.WindowPayload;

/// What was forecast of METR's time horizon, day by day: an indicator's value is that of the window
/// which the catalogue declares, its interval how far the windows are apart. Pure.
final class FromForecasts {
    static final IndicatorId HORIZON = new IndicatorId("metr-horizon-p50");
    static final IndicatorId BY_END_OF_2026 = new IndicatorId("forecast-100h-by-2026-end");
    static final IndicatorId DATE = new IndicatorId("forecast-100h-date");

    private static final double HUNDRED_HOURS = 6000;
    private static final LocalDate END_OF_2026 = LocalDate.of(2026, 12, 31);
    private static final Subject SUBJECT =
            new Subject("100 hours at 50 %", null, null, null, Actor.AI);

    private FromForecasts() {}

    /// The chance of 100 hours by the end of 2026, of each day.
    static List<Point> chances(Collection<Kept> kept) {
        return points(BY_END_OF_2026, kept, it -> it.byDate().get(END_OF_2026));
    }

    /// The median date of 100 hours as a year with its fraction, of each day.
    static List<Point> dates(Collection<Kept> kept) {
        return points(DATE, kept, it -> it.crossing().p50() == null ? null : year(it));
    }

    private static Double year(WindowPayload it) {
        LocalDate date = Objects.requireNonNull(it.crossing().p50());
        return date.getYear() + (date.getDayOfYear() - 1.0) / date.lengthOfYear();
    }

    /// @param value null where a window gives none
    private static List<Point> points(
            IndicatorId indicator,
            Collection<Kept> kept,
            Function<WindowPayload, @Nullable Double> value) {
        List<Point> points = new ArrayList<>();
        for (Kept it : kept) {
            List<WindowPayload> windows = it.forecast().windows();
            Double declared = value.apply(windows.getFirst());
            if (it.forecast().threshold() == HUNDRED_HOURS && declared != null) {
                points.add(point(indicator, it, declared, windows, value));
            }
        }
        return points;
    }

    private static Point point(
            IndicatorId indicator,
            Kept it,
            double declared,
            List<WindowPayload> windows,
            Function<WindowPayload, @Nullable Double> value) {
        List<Double> all = windows.stream().map(value).filter(Objects::nonNull).toList();
        return new Point(
                indicator,
                it.made().toString(),
                SUBJECT,
                new Estimate(
                        declared,
                        all.stream().min(Double::compare).orElse(declared),
                        all.stream().max(Double::compare).orElse(declared),
                        null,
                        "WINDOWS",
                        null),
                null,
                ObservedOn.day(it.made()),
                null,
                "a line through the records since %s; the interval is the spread over %d windows"
                        .formatted(windows.getFirst().from(), windows.size()));
    }
}
