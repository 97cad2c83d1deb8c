package rubicon.ui.chronicle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.ForecastEntryPayload.IntervalPayload;
import rubicon.model.wire.ForecastEntryPayload.QuantilePayload;
import rubicon.ui.shell.Formats;

/// What somebody expects, as people read it.
///
/// @param main the number or the day, or that there is none
/// @param detail what kind of answer it is, and its spread
public record ForecastWords(String main, String detail) {

    /// What was said.
    ///
    /// @param unit of numbers where the forecast names none: that of its indicator
    public static ForecastWords said(ForecastEntryPayload it, String unit) {
        String own = it.unit() == null ? unit : it.unit();
        if (it.probability() != null) {
            return new ForecastWords(Formats.level(it.probability()), "probability");
        }
        if (it.value() != null) {
            return new ForecastWords(number(it.value(), own), "value");
        }
        if (it.date() != null) {
            return new ForecastWords(Formats.date(it.date()), "day");
        }
        if (it.quantiles() != null && !it.quantiles().isEmpty()) {
            return quantiles(it.quantiles(), own);
        }
        IntervalPayload interval = it.interval();
        return interval == null
                ? new ForecastWords("No number", "said in words only")
                : interval(interval, own);
    }

    /// When it was said, as far as is known.
    public static String made(ForecastEntryPayload it) {
        if (it.statedOn() != null) {
            return Formats.date(it.statedOn(), it.precision());
        }
        return it.publishedAt() == null ? Formats.UNKNOWN : "by " + Formats.date(it.publishedAt());
    }

    /// When it is due.
    public static String due(ForecastEntryPayload it) {
        if (it.due() == null) {
            return "no day named";
        }
        return it.dueFrom() == null
                ? Formats.date(it.due())
                : Formats.date(it.dueFrom()) + " to " + Formats.date(it.due());
    }

    /// A number that was chosen, not measured: as it was said.
    public static String number(double value, String unit) {
        return switch (unit) {
            case "min", "share" -> Formats.line(value, unit);
            default -> Formats.exact(value, unit);
        };
    }

    /// Main and detail in one line.
    public String line() {
        return detail.isEmpty() ? main : main + ", " + detail;
    }

    private static ForecastWords quantiles(List<QuantilePayload> quantiles, String unit) {
        List<String> all = new ArrayList<>();
        String median = "";
        for (QuantilePayload each : quantiles) {
            String point = point(each.value(), each.date(), unit);
            if (each.level() != null && each.level() == 0.5) {
                median = point;
            } else {
                all.add(level(each.level()) + " " + point);
            }
        }
        return median.isEmpty()
                ? new ForecastWords(String.join(" · ", all), "quantiles")
                : new ForecastWords(
                        median, all.isEmpty() ? "median" : "median; " + String.join(" · ", all));
    }

    private static ForecastWords interval(IntervalPayload it, String unit) {
        String text = point(it.low(), it.from(), unit) + " to " + point(it.high(), it.to(), unit);
        return new ForecastWords(text, level(it.level()) + " interval");
    }

    private static String level(@Nullable Double level) {
        return level == null ? Formats.UNKNOWN : Formats.level(level);
    }

    private static String point(@Nullable Double value, @Nullable LocalDate day, String unit) {
        if (day != null) {
            return Formats.date(day);
        }
        return value == null ? Formats.UNKNOWN : number(value, unit);
    }
}
