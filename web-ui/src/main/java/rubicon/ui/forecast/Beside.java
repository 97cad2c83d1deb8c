package rubicon.ui.forecast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.ForecastEntryPayload.IntervalPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.ui.chronicle.Passing;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.SubjectNames;

/// What the indicator that a forecast names shows now.
///
/// @param main the best value
/// @param details by whom and when; whether and when what was forecast was passed
record Beside(String main, List<String> details) {
    Beside {
        details = List.copyOf(details);
    }

    /// What stands beside a forecast.
    ///
    /// A number is held against the frontier only where it is one of the indicator's own unit. A
    /// forecast that names days alone names no value that the frontier could pass; the page does
    /// not guess one.
    ///
    /// @param indicator null where the catalogue has none of the id
    /// @param state null where nothing is known of it
    /// @param today in UTC
    static Beside of(
            ForecastEntryPayload it,
            @Nullable IndicatorPayload indicator,
            @Nullable IndicatorStatePayload state,
            LocalDate today) {
        if (state == null || state.frontier().isEmpty()) {
            return new Beside(Formats.UNKNOWN, List.of("no value of it is known"));
        }
        Point best = state.frontier().getLast();
        List<String> details = new ArrayList<>();
        details.add(Passing.named(best, SubjectNames.of(indicator, state)));
        boolean comparable = it.unit() == null || it.unit().equals(state.unit());
        if (!comparable) {
            details.add("the forecast is in " + it.unit() + ", another quantity");
        } else {
            String op = isLower(indicator) ? "LE" : "GE";
            passing(it, state, op).ifPresent(details::add);
            range(it, state, today).ifPresent(details::add);
        }
        return new Beside(Formats.value(best.value(), state.unit()), details);
    }

    private static Optional<String> passing(
            ForecastEntryPayload it, IndicatorStatePayload state, String op) {
        Double value = it.value();
        if (value == null) {
            return Optional.empty();
        }
        return switch (Passing.of(state, op, value)) {
            case Passing.Unknown _ -> Optional.empty();
            case Passing.Ahead(Point _, double gap) ->
                    Optional.of("not passed yet, " + Formats.value(gap, state.unit()) + " to go");
            case Passing.Passed(Point first, Point _, boolean atTheLatest) ->
                    Optional.of(
                            (atTheLatest ? "passed by " : "passed ")
                                    + Formats.date(first.observedOn(), first.precision())
                                    + against(first.observedOn(), it.due()));
        };
    }

    private static String against(LocalDate passed, @Nullable LocalDate due) {
        if (due == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(passed, due);
        return days >= 0
                ? ", %,d d before it was due".formatted(days)
                : ", %,d d after it was due".formatted(-days);
    }

    /// Where the best value stood on the last day, once that is over, against an interval.
    private static Optional<String> range(
            ForecastEntryPayload it, IndicatorStatePayload state, LocalDate today) {
        IntervalPayload interval = it.interval();
        LocalDate due = it.due();
        if (interval == null
                || interval.low() == null
                || interval.high() == null
                || due == null
                || !due.isBefore(today)) {
            return Optional.empty();
        }
        double low = interval.low();
        double high = interval.high();
        return state.frontier().stream()
                .filter(point -> !point.observedOn().isAfter(due))
                .reduce((first, second) -> second)
                .map(point -> {
                    String place =
                            point.value() < low
                                    ? "below the interval"
                                    : point.value() > high
                                            ? "above the interval"
                                            : "inside the interval";
                    return "best by then %s, %s"
                            .formatted(Formats.value(point.value(), state.unit()), place);
                });
    }

    private static boolean isLower(@Nullable IndicatorPayload indicator) {
        return indicator != null && "LOWER".equals(indicator.direction());
    }
}
