package rubicon.model.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.IndicatorState.Counts;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Revision;

/// Computes an indicator's state from its ledger.
public final class StateCalculator {
    private static final double LEVEL = 0.95;

    private StateCalculator() {}

    /// The state of an indicator.
    ///
    /// @param histories of the indicator itself
    /// @param cutBy results of the indicator that the trend's window is cut by; empty where the
    ///   window names none
    public static IndicatorState state(
            Indicator indicator, Collection<History> histories, List<Result> cutBy) {
        List<Result> results = Result.standing(indicator, histories);
        List<Result> frontier = Frontier.of(results, indicator.direction());
        SortedMap<String, String> reasons = new TreeMap<>();
        if (results.isEmpty()) {
            reasons.put("latest", "no observation stands");
        }
        Instant lastReleaseAt = lastReleaseAt(histories);
        if (lastReleaseAt == null) {
            reasons.put("lastReleaseAt", "nothing was ever reported");
        }
        if (indicator.direction() == Direction.NONE) {
            reasons.put("frontier", "neither direction is better");
        }
        reasons.put("saturation", saturationReason(indicator));
        reasons.put("verdict", "not computed yet");
        reasons.put("forecasts", "not computed yet");
        Trend trend = trend(indicator, results, cutBy, reasons);
        return new IndicatorState(
                indicator,
                latest(results, indicator.direction()),
                frontier,
                trend,
                lastReleaseAt,
                counts(histories, results.size()),
                reasons);
    }

    private static @Nullable Trend trend(
            Indicator indicator,
            List<Result> results,
            List<Result> cutBy,
            SortedMap<String, String> reasons) {
        TrendWindow window = indicator.trend();
        if (window == null) {
            reasons.put("trend", "the catalogue declares no window for it");
            return null;
        }
        if (indicator.scale() != Scale.LOG) {
            reasons.put("trend", "only exponential trends are fitted yet");
            return null;
        }
        List<Result> points = trendPoints(indicator, results, cutBy, window);
        try {
            return ExponentialTrend.fit(points, window, LEVEL);
        } catch (IllegalArgumentException e) {
            reasons.put("trend", e.getMessage());
            return null;
        }
    }

    /// The points that the trend is fitted on: the running best of the window, without those that
    /// the limit cuts off. A result whose counterpart is unknown is cut by its own value.
    static List<Result> trendPoints(
            Indicator indicator, List<Result> results, List<Result> cutBy, TrendWindow window) {
        LocalDate from = window.from();
        List<Result> inWindow =
                results.stream()
                        .filter(r -> from == null || !r.observedOn().date().isBefore(from))
                        .toList();
        Double limit = window.maxValue();
        if (limit == null) {
            return Frontier.of(inWindow, indicator.direction());
        }
        Map<String, Double> counterparts = new HashMap<>();
        cutBy.forEach(r -> counterparts.merge(r.subjectKey(), r.value(), Math::max));
        return Frontier.of(inWindow, indicator.direction()).stream()
                .filter(r -> counterparts.getOrDefault(r.subjectKey(), r.value()) <= limit)
                .toList();
    }

    private static @Nullable Result latest(List<Result> results, Direction direction) {
        Comparator<Result> byDateThenValue =
                Comparator.comparing(Result::observedOn)
                        .thenComparing((a, b) ->
                                direction.isBeyond(a.value(), b.value())
                                        ? 1
                                        : direction.isBeyond(b.value(), a.value()) ? -1 : 0)
                        .thenComparing(Result::key);
        return results.stream().max(byDateThenValue).orElse(null);
    }

    private static @Nullable Instant lastReleaseAt(Collection<History> histories) {
        return histories.stream()
                .map(History::firstStatedAt)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Counts counts(Collection<History> histories, int results) {
        int standing = 0;
        int disputed = 0;
        int retracted = 0;
        for (History history : histories) {
            Optional<Revision> current = history.current();
            if (current.isPresent()) {
                switch (current.get().status()) {
                    case STANDING -> standing++;
                    case DISPUTED -> disputed++;
                    case RETRACTED -> retracted++;
                    case SUPERSEDED ->
                            throw new IllegalStateException("a superseded revision is not current");
                }
            }
        }
        return new Counts(standing, disputed, retracted, results);
    }

    private static String saturationReason(Indicator indicator) {
        return indicator.noiseCeiling() == null
                ? "the indicator has no sourced noise ceiling"
                : "not computed yet";
    }
}
