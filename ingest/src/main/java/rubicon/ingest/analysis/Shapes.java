package rubicon.ingest.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Course;
import rubicon.model.analysis.GrowthCourse;
import rubicon.model.catalogue.Identity;
import rubicon.model.stats.Range;
import rubicon.model.stats.RecordDependence;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Scale;
import rubicon.model.trend.Shape;
import rubicon.model.trend.ShapeComparison;
import rubicon.model.trend.ShapeComparison.Verdict;
import rubicon.model.trend.ShapeFit;
import rubicon.model.trend.SlopeChange;
import rubicon.model.wire.ShapesPayload;
import rubicon.model.wire.ShapesPayload.ShapeForecastPayload;
import rubicon.model.wire.ShapesPayload.ShapeParameterPayload;
import rubicon.model.wire.ShapesPayload.ShapePayload;
import rubicon.model.wire.ShapesPayload.SlopeChangePayload;

/// The shapes of an indicator's course as JSON says them.
///
/// @param course with the values that are fitted
record Shapes(Stood stood, GrowthCourse course) {
    /// Each value's forecast is fitted anew to all before it.
    private static final int MOST = 200;

    private static final int YEARS = 3;
    private static final double HALF = ShapeFit.LEVEL / 2;

    static ShapesPayload of(Stood stood, ShapeComparisons comparisons) {
        Course course;
        try {
            course = Course.of(stood.standing(), stood.cutBy());
        } catch (IllegalArgumentException e) {
            return nothing(stood, String.valueOf(e.getMessage()));
        }
        if (course.fitted().isEmpty()) {
            return nothing(stood, "no value is held that a shape could be fitted to");
        }
        GrowthCourse all;
        try {
            all = GrowthCourse.of(course);
        } catch (IllegalArgumentException e) {
            return nothing(stood, String.valueOf(e.getMessage()));
        }
        GrowthCourse newest = newest(all);
        return new Shapes(stood, newest).payload(comparisons.of(newest), all.values().size());
    }

    /// What shapes are fitted to.
    static GrowthCourse newest(GrowthCourse all) {
        List<DatedValue> values = all.values();
        return new GrowthCourse(
                all.course(),
                values.subList(Math.max(0, values.size() - MOST), values.size()),
                all.known(),
                all.floor(),
                all.ceiling());
    }

    private static ShapesPayload nothing(Stood stood, String reason) {
        return new ShapesPayload(
                stood.indicator().id().value(),
                stood.indicator().unit().symbol(),
                stood.asOf(),
                stood.reading().name(),
                stood.today(),
                null,
                null,
                0,
                null,
                List.of(),
                0,
                ShapeComparison.LEAST_FORECASTS,
                List.of(),
                null,
                null,
                null,
                new TreeMap<>(
                        Map.of(
                                "from", reason,
                                "to", reason,
                                "floor", reason,
                                "ceiling", reason,
                                "shapes", reason,
                                "slopeChange", reason,
                                "verdict", reason)));
    }

    private ShapesPayload payload(ShapeComparison comparison, int all) {
        Map<String, String> reasons = new TreeMap<>();
        List<DatedValue> values = course.values();
        if (course.floor() == null) {
            reasons.put("floor", "growth is that of the value, or of its reciprocal");
        }
        if (course.ceiling() == null) {
            reasons.put("ceiling", "no source tells one that no value has reached");
        }
        if (all > values.size()) {
            reasons.put(
                    "points",
                    "the newest %d of %d: older ones say little of what comes"
                            .formatted(values.size(), all));
        }
        List<ShapePayload> shapes =
                Arrays.stream(Shape.values()).map(it -> shape(it, comparison)).toList();
        Set<Shape> possible =
                switch (comparison.verdict()) {
                    case Verdict.Preferred(Shape one) -> Set.of(one);
                    case Verdict.CannotTell(Set<Shape> several) -> several;
                };
        String verdict =
                comparison.verdict() instanceof Verdict.Preferred ? "PREFERRED" : "CANNOT_TELL";
        if (comparison.forecasts() < ShapeComparison.LEAST_FORECASTS) {
            reasons.put(
                    "verdict",
                    "%s could be held out, and %d are needed to tell shapes apart"
                            .formatted(
                                    comparison.forecasts() == 1
                                            ? "1 date"
                                            : comparison.forecasts() + " dates",
                                    ShapeComparison.LEAST_FORECASTS));
        }
        return new ShapesPayload(
                stood.indicator().id().value(),
                stood.indicator().unit().symbol(),
                stood.asOf(),
                stood.reading().name(),
                stood.today(),
                values.getFirst().date(),
                values.getLast().date(),
                values.size(),
                verdict,
                Arrays.stream(Shape.values()).filter(possible::contains).map(Shape::name).toList(),
                comparison.forecasts(),
                ShapeComparison.LEAST_FORECASTS,
                shapes,
                slopeChange(reasons),
                course.floor(),
                course.ceiling(),
                reasons);
    }

    private ShapePayload shape(Shape shape, ShapeComparison comparison) {
        Map<String, String> reasons = new TreeMap<>();
        List<DatedValue> values = course.values();
        Optional<ShapeFit> fit = shape.fit(values, course.ceiling());
        if (fit.isEmpty()) {
            String why = "%d values do not determine it".formatted(values.size());
            reasons.put("forecasts", why);
            reasons.put("parameters", why);
        }
        if (!comparison.meanCrps().containsKey(shape)) {
            reasons.put("score", "no date could be held out");
        }
        ShapeComparison.Behind behind = comparison.behind().get(shape);
        if (behind == null) {
            reasons.put("behind", "fewer than two dates could be held out");
        }
        return new ShapePayload(
                shape.name(),
                comparison.meanCrps().get(shape),
                behind == null
                        ? null
                        : Estimates.of(
                                behind.mean(),
                                behind.range(),
                                ShapeComparison.BEHIND_LEVEL,
                                "PAIRED_T"),
                fit.map(it -> it.parameters().stream().map(this::parameter).toList())
                        .orElse(List.of()),
                fit.map(it -> forecasts(it, reasons)).orElse(List.of()),
                reasons);
    }

    private ShapeParameterPayload parameter(ShapeFit.Parameter it) {
        return switch (it.kind()) {
            case CHANGE_DAY ->
                    new ShapeParameterPayload(
                            it.kind().name(),
                            null,
                            LocalDate.ofEpochDay(Math.round(it.estimate())),
                            LocalDate.ofEpochDay(Math.round(it.range().low())),
                            LocalDate.ofEpochDay(Math.round(it.range().high())));
            case CEILING ->
                    number(
                            it.kind(),
                            bounded(course.told(it.estimate())),
                            ordered(
                                    bounded(course.told(it.range().low())),
                                    bounded(course.told(it.range().high()))),
                            course.ceiling() == null ? "PROFILE" : "SOURCED");
            case GROWTH, CURVATURE, CHANGE, RATE ->
                    number(it.kind(), it.estimate(), it.range(), "OLS_T");
        };
    }

    private static ShapeParameterPayload number(
            ShapeFit.Kind kind, double estimate, Range range, String method) {
        return new ShapeParameterPayload(
                kind.name(),
                Estimates.of(estimate, range, ShapeFit.LEVEL, method),
                null,
                null,
                null);
    }

    /// Of today, and a year and more ahead; what no number can hold is left out, and so is what
    /// lies beyond the indicator's bounds by more than its whole interval: there the shape does not
    /// hold.
    private List<ShapeForecastPayload> forecasts(ShapeFit fit, Map<String, String> reasons) {
        List<ShapeForecastPayload> forecasts = new ArrayList<>();
        for (int year = 0; year <= YEARS; year++) {
            LocalDate date = stood.today().plusYears(year);
            Range range = ordered(at(fit, date, 0.5 - HALF), at(fit, date, 0.5 + HALF));
            if (range.low() >= high() || range.high() <= low()) {
                reasons.put(
                        "forecasts",
                        "from %s on it lies beyond what the indicator can be".formatted(date));
                break;
            }
            if (Double.isFinite(range.low()) && Double.isFinite(range.high())) {
                forecasts.add(
                        new ShapeForecastPayload(
                                date,
                                bounded(at(fit, date, 0.5)),
                                bounded(range.low()),
                                bounded(range.high()),
                                ShapeFit.LEVEL));
            }
        }
        return forecasts;
    }

    /// A quantile in the indicator's unit.
    private double at(ShapeFit fit, LocalDate date, double p) {
        double day = date.toEpochDay();
        return course.told(fit.quantile(day, p));
    }

    /// A shape knows nothing of the indicator's bounds.
    private double bounded(double value) {
        return Math.clamp(value, low(), high());
    }

    private double low() {
        Double low = stood.indicator().bounds().low();
        return low == null ? Double.NEGATIVE_INFINITY : low;
    }

    private double high() {
        Double high = stood.indicator().bounds().high();
        return high == null ? Double.POSITIVE_INFINITY : high;
    }

    /// What was turned may have its ends the other way round.
    private static Range ordered(double one, double other) {
        return new Range(Math.min(one, other), Math.max(one, other));
    }

    private @Nullable SlopeChangePayload slopeChange(Map<String, String> reasons) {
        List<DatedValue> values = course.values();
        Scale scale = new Scale.Log();
        Optional<SlopeChange> change =
                stood.indicator().identity() == Identity.SERIES
                        ? SlopeChange.ofSeries(values, scale, RecordDependence.LEVEL)
                        : SlopeChange.ofRecords(values, scale);
        if (change.isEmpty()) {
            reasons.put("slopeChange", "fewer than three values lie on one side of the middle");
            return null;
        }
        Range range = change.get().change();
        long middle = Math.round((values.getFirst().day() + values.getLast().day()) / 2);
        return new SlopeChangePayload(
                LocalDate.ofEpochDay(middle),
                change.get().earlier(),
                Estimates.of(
                        (range.low() + range.high()) / 2,
                        range,
                        RecordDependence.LEVEL,
                        "OLS_T_WIDENED"));
    }
}
