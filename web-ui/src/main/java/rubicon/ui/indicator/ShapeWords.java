package rubicon.ui.indicator;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.ShapesPayload;
import rubicon.model.wire.ShapesPayload.ShapeParameterPayload;
import rubicon.model.wire.ShapesPayload.ShapePayload;
import rubicon.model.wire.ShapesPayload.SlopeChangePayload;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// Shapes of a course in words.
final class ShapeWords {
    private ShapeWords() {}

    /// What follows from the scores.
    static String verdict(ShapesPayload now) {
        String basis =
                "%s dates held out, of %s values"
                        .formatted(Formats.count(now.heldOut()), Formats.count(now.points()));
        if ("PREFERRED".equals(now.verdict())) {
            return "%s: it forecasts better than every other shape (%s)."
                    .formatted(Formats.capital(name(now.possible().getFirst())), basis);
        }
        if (now.heldOut() < now.leastHeldOut()) {
            return "The data cannot tell the shapes apart: %s."
                    .formatted(now.reasons().getOrDefault("verdict", "there are too few values"));
        }
        return "The data cannot tell. Still possible: %s (%s)."
                .formatted(listed(now.possible()), basis);
    }

    /// What growth is of; empty where that needs no word.
    static String axis(ShapesPayload now) {
        Double floor = now.floor();
        return floor == null
                ? ""
                : "Less is better here: growth is that of one over the distance from %s, which nothing passes. "
                        .formatted(Formats.value(floor, now.unit()));
    }

    private static String listed(List<String> shapes) {
        return shapes.stream().map(ShapeWords::name).collect(Collectors.joining(", "));
    }

    /// A shape's name.
    static String name(String shape) {
        return switch (shape) {
            case "EXPONENTIAL" -> "exponential";
            case "QUADRATIC" -> "quadratic in logarithms";
            case "PIECEWISE" -> "one change of slope";
            case "SATURATING" -> "saturating";
            default -> Formats.words(shape);
        };
    }

    /// Whether growth changed halfway.
    static String slope(ShapesPayload now) {
        SlopeChangePayload it = now.slopeChange();
        if (it == null) {
            return "Whether growth changed halfway is not known: %s."
                    .formatted(now.reasons().getOrDefault("slopeChange", "too few values"));
        }
        EstimatePayload change = it.change();
        boolean isSeen =
                change.low() != null
                        && change.high() != null
                        && (change.low() > 0 || change.high() < 0);
        return "Growth before %s: %s a year. Since then it %s (%s: %s)."
                .formatted(
                        Formats.date(it.day()),
                        factor(it.earlier()),
                        isSeen
                                ? "is %s the earlier factor".formatted(times(change.estimate()))
                                : "may be the same",
                        Formats.level(change.level()),
                        range(change));
    }

    private static String range(EstimatePayload change) {
        return change.low() == null || change.high() == null
                ? "no bounds"
                : "%s to %s".formatted(times(change.low()), times(change.high()));
    }

    /// A change of a logarithm as a factor: `×1.5`.
    static String factor(double log) {
        return times(log);
    }

    private static String times(double log) {
        double factor = Math.exp(log);
        return "×"
                + (factor >= 1e6 || factor < 1e-3
                        ? String.format(Locale.ROOT, "%.1e", factor)
                        : Formats.number(factor));
    }

    /// What a fit says of the series.
    static String parameters(ShapePayload it, String unit) {
        if (it.parameters().isEmpty()) {
            return it.reasons().getOrDefault("parameters", "not fitted");
        }
        return it.parameters().stream()
                .map(parameter -> parameter(parameter, unit))
                .collect(Collectors.joining("; "));
    }

    private static String parameter(ShapeParameterPayload it, String unit) {
        if (it.day() != null) {
            String day = "changed on " + Formats.date(it.day());
            return it.lowDay() == null || it.highDay() == null
                    ? day
                    : "%s (%s to %s)"
                            .formatted(day, Formats.date(it.lowDay()), Formats.date(it.highDay()));
        }
        EstimatePayload value = it.value();
        if (value == null) {
            return Formats.words(it.name());
        }
        return switch (it.name()) {
            case "GROWTH" ->
                    "grows %s a year (%s)".formatted(times(value.estimate()), range(value));
            case "CHANGE" ->
                    "then by %s of that (%s)".formatted(times(value.estimate()), range(value));
            case "CURVATURE" ->
                    "growth itself changes by %s a year (%s)"
                            .formatted(
                                    times(2 * value.estimate()),
                                    value.low() == null || value.high() == null
                                            ? "no bounds"
                                            : "%s to %s"
                                                    .formatted(
                                                            times(2 * value.low()),
                                                            times(2 * value.high())));
            case "CEILING" ->
                    "SOURCED".equals(value.method())
                            ? "ends at the noise ceiling, %s"
                                    .formatted(Formats.value(value.estimate(), unit))
                            : "ends near %s (%s)"
                                    .formatted(
                                            Formats.value(value.estimate(), unit),
                                            Formats.interval(value.low(), value.high(), unit));
            case "RATE" -> "odds %s a year (%s)".formatted(times(value.estimate()), range(value));
            default -> Formats.words(it.name());
        };
    }

    static String score(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }

    /// How much worse than the best a shape scores.
    static Div behind(ShapePayload it) {
        EstimatePayload behind = it.behind();
        if (behind == null) {
            return Parts.stacked(Formats.UNKNOWN, it.reasons().getOrDefault("behind", "not known"));
        }
        if (behind.estimate() == 0) {
            return Parts.stacked("best", "");
        }
        return Parts.stacked(
                score(behind.estimate()),
                behind.low() == null || behind.high() == null
                        ? ""
                        : "%s: %s to %s"
                                .formatted(
                                        Formats.level(behind.level()),
                                        score(behind.low()),
                                        score(behind.high())));
    }
}
