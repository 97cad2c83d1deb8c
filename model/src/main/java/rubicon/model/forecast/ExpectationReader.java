package rubicon.model.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.chronicle.EntryFields;
import rubicon.model.forecast.Expectation.Quantile;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.ForecastEntryPayload.IntervalPayload;
import rubicon.model.wire.ForecastEntryPayload.QuantilePayload;

/// Reads what a forecaster committed to: one of probability, value, date, quantiles and interval,
/// or none of them.
final class ExpectationReader {
    private final EntryFields fields;

    ExpectationReader(EntryFields fields) {
        this.fields = fields;
    }

    Expectation read(ForecastEntryPayload it) {
        List<String> given = new ArrayList<>();
        note(given, "probability", it.probability());
        note(given, "value", it.value());
        note(given, "date", it.date());
        note(given, "quantiles", it.quantiles());
        note(given, "interval", it.interval());
        if (given.size() > 1) {
            fields.fault(given.get(1), "is given beside " + given.getFirst());
        }
        if (it.probability() != null) {
            return probability(it.probability());
        }
        if (it.quantiles() != null) {
            return quantiles(it.quantiles());
        }
        if (it.interval() != null) {
            return interval(it.interval());
        }
        Point point = point("", it.value(), it.date());
        return point == null ? new Expectation.Words() : new Expectation.Single(point);
    }

    /// The number or day; null where neither is given.
    ///
    /// @param parent path of the field that holds them; empty for the payload itself
    @Nullable Point point(String parent, @Nullable Double value, @Nullable LocalDate date) {
        String path = parent.isEmpty() ? "" : parent + ".";
        Double number = fields.number(path + "value", value);
        LocalDate day = fields.date(path + "date", date);
        if (number != null) {
            if (day != null) {
                fields.fault(path + "date", "is given beside value");
            }
            return new Point.Value(number);
        }
        return day == null ? null : new Point.Day(day);
    }

    private Expectation probability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            fields.fault("probability", probability + " is not in 0 to 1");
        }
        return new Expectation.Probability(probability == 0 ? 0.0 : probability);
    }

    private Expectation quantiles(List<QuantilePayload> payloads) {
        List<Quantile> quantiles = new ArrayList<>();
        List<QuantilePayload> given = fields.limited("quantiles", payloads);
        for (int i = 0; i < given.size(); i++) {
            String path = "quantiles[%d]".formatted(i);
            QuantilePayload it = given.get(i);
            double level = fields.level(path + ".level", it.level());
            Point point = needed(path, "value", it.value(), it.date());
            if (point != null) {
                if (!quantiles.isEmpty()) {
                    checkRise(path, quantiles.getLast(), level, point);
                }
                quantiles.add(new Quantile(level, point));
            }
        }
        if (given.isEmpty()) {
            fields.fault("quantiles", "names none");
        }
        return new Expectation.Quantiles(quantiles);
    }

    private void checkRise(String path, Quantile last, double level, Point point) {
        if (level <= last.level()) {
            fields.fault(
                    path + ".level", "%s is not above %s before it".formatted(level, last.level()));
        }
        checkOrder(path, last.point(), point);
    }

    private Expectation interval(IntervalPayload it) {
        double level = fields.level("interval.level", it.level());
        Point low = needed("interval", "low", it.low(), it.from());
        Point high = needed("interval", "high", it.high(), it.to());
        if (low == null || high == null) {
            return new Expectation.Words();
        }
        checkOrder("interval.high", low, high);
        return new Expectation.Range(level, low, high);
    }

    private @Nullable Point needed(
            String path, String name, @Nullable Double value, @Nullable LocalDate date) {
        Point point = point(path, value, date);
        if (point == null) {
            fields.fault(path + "." + name, "is missing, and no date is given instead");
        }
        return point;
    }

    private void checkOrder(String path, Point before, Point after) {
        if (before.getClass() != after.getClass()) {
            fields.fault(path, "mixes a number with a date");
        } else if (before.isAfter(after)) {
            fields.fault(path, "lies below what stands before it");
        }
    }

    private static void note(List<String> given, String field, @Nullable Object value) {
        if (value != null) {
            given.add(field);
        }
    }
}
