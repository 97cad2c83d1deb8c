package rubicon.model.reference;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Range;
import rubicon.model.trend.Crossing;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Doubling;
import rubicon.model.trend.RollingBackTest;
import rubicon.model.trend.Scale;
import rubicon.model.trend.ScaledLine;

/// Lines through series, their crossings, fans and back-tests.
public final class TrendOperations implements Operations {
    private static final double LEVEL = 0.8;

    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "horizon.crossing", TrendOperations::crossing,
                "trend.fan", TrendOperations::fan,
                "backtest.rolling", TrendOperations::backTest);
    }

    private static List<DatedValue> points(Inputs in) {
        return in.objects("points").stream()
                .map(point -> new DatedValue("", point.date("date"), point.number("value")))
                .toList();
    }

    private static Scale scale(Inputs in) {
        return switch (in.text("transform", "log")) {
            case "log" -> new Scale.Log();
            case "logit" -> new Scale.Logit(in.number("floor", 0), in.number("ceiling", 1));
            case String other ->
                    throw new IllegalArgumentException("there is no transform " + other);
        };
    }

    private static @Nullable String date(double day) {
        return Double.isFinite(day)
                ? LocalDate.ofEpochDay((long) Math.floor(day)).toString()
                : null;
    }

    private static Object crossing(Inputs in) {
        ScaledLine trend = ScaledLine.of(points(in), scale(in));
        double target = in.number("target");
        Crossing crossing = Crossing.of(trend, target, in.number("level", LEVEL));
        Map<String, Object> asOf = new HashMap<>();
        for (String date : in.has("asOf") ? in.texts("asOf") : List.<String>of()) {
            double day = LocalDate.parse(date).toEpochDay();
            asOf.put(
                    date,
                    Map.of(
                            "predictedValue", trend.scale().from(trend.line().at(day)),
                            "probabilityAboveTarget", trend.above(target, day)));
        }
        Map<String, @Nullable Object> result = new HashMap<>();
        result.put("crossingDay", crossing.day());
        result.put("crossingDate", date(crossing.day()));
        result.put("fiellerLow", crossing.fieller().low());
        result.put("fiellerHigh", crossing.fieller().high());
        result.put("deltaSd", crossing.deltaSd());
        result.put("g", crossing.g());
        result.put("asOf", asOf);
        return result;
    }

    private static Object fan(Inputs in) {
        ScaledLine trend = ScaledLine.of(points(in), scale(in));
        LinearFit line = trend.line();
        Map<String, Object> quantiles = new HashMap<>();
        for (String date : in.texts("dates")) {
            double day = LocalDate.parse(date).toEpochDay();
            quantiles.put(
                    date,
                    Arrays.stream(in.numbers("probs")).map(p -> trend.quantile(day, p)).toArray());
        }
        Range doubling = Doubling.days(line.slopeRange(in.number("level", LEVEL)));
        return Map.of(
                "slopePerDay", line.slope(),
                "slopeSe", line.slopeSe(),
                "residualSd", line.residualSd(),
                "quantiles", quantiles,
                "doublingDays", Doubling.days(line.slope()),
                "doublingLow", doubling.low(),
                "doublingHigh", doubling.high());
    }

    private static Object backTest(Inputs in) {
        Scale scale = scale(in);
        RollingBackTest test =
                RollingBackTest.of(
                        points(in),
                        (int) in.integer("minPoints"),
                        known -> Optional.of(ScaledLine.of(known, scale)));
        return Map.of(
                "n", test.rows().size(),
                "coverage", test.coverage(),
                "meanCrps", test.meanCrps(),
                "meanPit", test.meanPit(),
                "rows", test.rows().stream().map(TrendOperations::described).toList());
    }

    private static Map<String, Object> described(RollingBackTest.Row row) {
        return Map.of(
                "date", row.date().toString(),
                "median", row.median(),
                "low", row.range().low(),
                "high", row.range().high(),
                "pit", row.pit(),
                "crps", row.crps(),
                "covered", row.covered());
    }
}
