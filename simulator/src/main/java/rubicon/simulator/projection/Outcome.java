package rubicon.simulator.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.saved.Publish;
import rubicon.simulator.simulation.Results.Fan;
import rubicon.simulator.simulation.Results.Figure;
import rubicon.simulator.simulation.Results.Result;

/// What of a run is published.
///
/// @param quantiles by share; infinite ones among them; empty where the run gave none
/// @param isDrawn whether chance had a part in it, so that they are apart
record Outcome(SortedMap<String, Double> quantiles, boolean isDrawn) {
    /// Of the interval that is published.
    static final double LEVEL = 0.8;

    private static final String LOW = "0.1";
    private static final String MEDIAN = "0.5";
    private static final String HIGH = "0.9";

    /// What a result says of what is to be published.
    static Outcome of(Result result, Publish publish) {
        double plus = publish.plus() == null ? 0 : median(result, publish.plus());
        SortedMap<String, Double> quantiles = new TreeMap<>();
        quantiles(result, publish)
                .forEach((share, value) -> {
                    double number = number(value) + plus;
                    if (!Double.isNaN(number)) {
                        quantiles.put(share, number);
                    }
                });
        return new Outcome(quantiles, !result.inputs().isEmpty());
    }

    /// The median; null where it is infinite or undefined.
    @Nullable Double value() {
        return finite(MEDIAN);
    }

    /// The interval's lower end; null without an interval.
    @Nullable Double low() {
        return hasInterval() ? finite(LOW) : null;
    }

    /// The interval's upper end; null without an interval.
    @Nullable Double high() {
        return hasInterval() ? finite(HIGH) : null;
    }

    private boolean hasInterval() {
        return isDrawn && finite(LOW) != null && finite(HIGH) != null;
    }

    private @Nullable Double finite(String share) {
        Double value = quantiles.get(share);
        return value == null || value.isInfinite() ? null : value;
    }

    private static double median(Result result, String output) {
        for (Figure it : result.outputs()) {
            if (it.name().equals(output)) {
                return number(it.quantiles().get(MEDIAN));
            }
        }
        return Double.NaN;
    }

    private static Map<String, ? extends @Nullable Object> quantiles(
            Result result, Publish publish) {
        for (Figure it : result.outputs()) {
            if (it.name().equals(publish.output())) {
                return it.quantiles();
            }
        }
        for (Fan it : result.fans()) {
            if (it.name().equals(publish.output())) {
                return item(it, String.valueOf(publish.item()));
            }
        }
        return Map.of();
    }

    private static Map<String, @Nullable Object> item(Fan fan, String item) {
        Map<String, @Nullable Object> at = new TreeMap<>();
        if (fan.axis() instanceof List<?> axis) {
            for (int i = 0; i < axis.size(); i++) {
                if (isNamed(axis.get(i), item)) {
                    for (Map.Entry<String, List<@Nullable Object>> it :
                            fan.quantiles().entrySet()) {
                        at.put(it.getKey(), it.getValue().get(i));
                    }
                    return at;
                }
            }
        }
        return at;
    }

    /// An item of an axis, or of a row of it some cell.
    private static boolean isNamed(@Nullable Object item, String name) {
        Collection<?> names = item instanceof Map<?, ?> row ? row.values() : List.of("" + item);
        return names.stream().anyMatch(it -> String.valueOf(it).equals(name));
    }

    private static double number(@Nullable Object value) {
        return switch (value) {
            case null -> Double.NaN;
            case Number number -> number.doubleValue();
            // As infinite numbers travel.
            case String text -> Double.parseDouble(text);
            default -> Double.NaN;
        };
    }
}
