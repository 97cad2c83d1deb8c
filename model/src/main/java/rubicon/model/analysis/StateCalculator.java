package rubicon.model.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.verdict.Verdict;

/// Computes an indicator's state from its ledger.
public final class StateCalculator {
    private static final double LEVEL = 0.95;

    private StateCalculator() {}

    /// The state of an indicator on a day.
    ///
    /// @param cutBy results of the indicator that the trend's window is cut by; empty where the
    ///   window names none
    /// @param today what the verdict and the forecasts are of: they age
    public static IndicatorState state(
            Standing standing, Collection<Result> cutBy, LocalDate today) {
        Indicator indicator = standing.indicator();
        SortedMap<String, String> reasons = new TreeMap<>();
        if (standing.results().isEmpty()) {
            reasons.put("latest", "no observation stands");
        } else if (standing.series().isEmpty()) {
            reasons.put("latest", "all that stands began elsewhere than the series does");
        }
        Instant lastReleaseAt = standing.lastReleaseAt().orElse(null);
        if (lastReleaseAt == null) {
            reasons.put("lastReleaseAt", "nothing was ever reported");
        }
        if (indicator.direction() == Direction.NONE) {
            reasons.put("frontier", "neither direction is better");
        } else if (standing.frontier().isEmpty() && !standing.series().isEmpty()) {
            reasons.put("frontier", "all that stands are bounds that set no record");
        }
        Trend trend =
                switch (trend(standing, cutBy)) {
                    case Fit.Line(Trend line) -> line;
                    case Fit.None(String reason) -> {
                        reasons.put("trend", reason);
                        yield null;
                    }
                };
        Saturation saturation = null;
        try {
            saturation = Saturation.of(standing);
        } catch (IllegalArgumentException e) {
            reasons.put("saturation", String.valueOf(e.getMessage()));
        }
        Verdict verdict = null;
        List<CrossingDates> crossings = List.of();
        try {
            Course course = Course.of(standing, cutBy);
            verdict =
                    Judging.verdict(
                            standing,
                            course,
                            Optional.ofNullable(saturation).map(Saturation::range),
                            today);
            crossings = CrossingDates.of(course, today);
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage());
            reasons.put("forecasts", reason);
            if (verdict == null) {
                reasons.put("verdict", reason);
            }
        }
        return new IndicatorState(
                indicator,
                standing.latest().orElse(null),
                List.copyOf(standing.frontier()),
                trend,
                saturation,
                verdict,
                crossings,
                lastReleaseAt,
                standing.counts(),
                today,
                reasons);
    }

    /// What became of the attempt to fit a trend.
    public sealed interface Fit {
        /// It was fitted.
        record Line(Trend trend) implements Fit {}

        /// There is none.
        record None(String reason) implements Fit {}
    }

    /// The trend of an indicator.
    ///
    /// @param cutBy as for [#state]
    public static Fit trend(Standing standing, Collection<Result> cutBy) {
        TrendWindow window = standing.indicator().trend();
        if (window == null) {
            return new Fit.None("the catalogue declares no window for it");
        }
        if (standing.indicator().scale() != Scale.LOG) {
            return new Fit.None("only exponential trends are fitted yet");
        }
        try {
            return new Fit.Line(
                    ExponentialTrend.fit(trendPoints(standing, cutBy, window), window, LEVEL));
        } catch (IllegalArgumentException e) {
            return new Fit.None(String.valueOf(e.getMessage()));
        }
    }

    /// The points that the trend is fitted on: the running best of the window, without those that
    /// the limit cuts off. A result whose counterpart is unknown is cut by its own value.
    static List<Result> trendPoints(
            Standing standing, Collection<Result> cutBy, TrendWindow window) {
        List<Result> points = standing.frontierFrom(window.from());
        Double limit = window.maxValue();
        if (limit == null) {
            return points;
        }
        Map<String, Double> counterparts = new HashMap<>();
        cutBy.forEach(r -> counterparts.merge(r.subjectKey(), r.value(), Math::max));
        return points.stream()
                .filter(r -> counterparts.getOrDefault(r.subjectKey(), r.value()) <= limit)
                .toList();
    }
}
