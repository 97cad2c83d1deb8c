package rubicon.ingest.analysis;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.indicator.StatePayloads;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.analysis.Course;
import rubicon.model.analysis.CrossingDates;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Scale;
import rubicon.model.wire.CrossingPayload;
import rubicon.model.wire.IndicatorStatePayload.ForecastPayload;

/// The forecast of a threshold that somebody asks for.
final class Crossings {
    private Crossings() {}

    static CrossingPayload of(Stood stood, double threshold) {
        Indicator indicator = stood.indicator();
        requireInside(indicator, threshold);
        SortedMap<String, String> reasons = new TreeMap<>();
        var crossedOn =
                indicator.direction() == Direction.NONE
                        ? null
                        : stood.standing().crossed(threshold).orElse(null);
        if (crossedOn == null) {
            reasons.put("crossedOn", "no record is at the threshold or beyond it");
        }
        return new CrossingPayload(
                indicator.id().value(),
                indicator.unit().symbol(),
                stood.asOf(),
                stood.reading().name(),
                stood.today(),
                threshold,
                crossedOn,
                forecast(stood, threshold, reasons),
                reasons);
    }

    private static @Nullable ForecastPayload forecast(
            Stood stood, double threshold, Map<String, String> reasons) {
        try {
            Course course = Course.of(stood.standing(), stood.cutBy());
            return StatePayloads.forecast(CrossingDates.of(course, threshold, stood.today()));
        } catch (IllegalArgumentException e) {
            reasons.put("forecast", String.valueOf(e.getMessage()));
            return null;
        }
    }

    /// Reads the parameter.
    ///
    /// @throws ProblemException if it is no number
    static double threshold(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .flatMap(Crossings::number)
                .orElseThrow(() ->
                        ProblemException.refused(
                                "threshold",
                                text == null || text.isBlank()
                                        ? "is needed: a number in the indicator's unit"
                                        : "'%s' is no number such as 6000, in the indicator's unit"
                                                .formatted(text)));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void requireInside(Indicator indicator, double threshold) {
        if (!indicator.bounds().contains(threshold)) {
            throw ProblemException.refused(
                    "threshold",
                    "%s is outside the indicator's bounds %s (%s)"
                            .formatted(threshold, indicator.bounds(), indicator.unit().symbol()));
        }
        if (indicator.scale() == Scale.LOG && threshold <= 0) {
            throw ProblemException.refused(
                    "threshold",
                    "%s is not above 0, and the scale is logarithmic".formatted(threshold));
        }
    }
}
