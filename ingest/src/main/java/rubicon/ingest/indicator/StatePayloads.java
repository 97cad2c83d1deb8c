package rubicon.ingest.indicator;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.CrossingDates;
import rubicon.model.analysis.DoublingTime;
import rubicon.model.analysis.IndicatorState;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.Trend;
import rubicon.model.observation.Qualifier;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Counts;
import rubicon.model.wire.IndicatorStatePayload.Crossing;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.IndicatorStatePayload.ForecastPayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.model.wire.IndicatorStatePayload.TrendPayload;
import rubicon.model.wire.IndicatorStatePayload.WindowPayload;
import rubicon.model.wire.SubjectPayload;

/// A state as it travels.
public final class StatePayloads {
    private static final int FRONTIER_LIMIT = 500;

    private StatePayloads() {}

    static IndicatorStatePayload of(IndicatorState state, long version, Instant asOf) {
        List<Result> frontier = state.frontier();
        boolean truncated = frontier.size() > FRONTIER_LIMIT;
        List<Result> shown =
                truncated
                        ? frontier.subList(frontier.size() - FRONTIER_LIMIT, frontier.size())
                        : frontier;
        SortedMap<String, String> reasons = new TreeMap<>(state.reasons());
        return new IndicatorStatePayload(
                state.indicator().id().value(),
                version,
                asOf,
                state.indicator().unit().symbol(),
                state.latest() == null ? null : point(state.latest()),
                shown.stream().map(StatePayloads::point).toList(),
                truncated,
                trend(state.trend()),
                state.saturation() == null ? null : (Double) state.saturation().share(),
                state.verdict() == null ? null : state.verdict().word().name(),
                state.crossings().stream().map(StatePayloads::forecast).toList(),
                state.lastReleaseAt(),
                new Counts(
                        state.counts().standing(),
                        state.counts().disputed(),
                        state.counts().retracted(),
                        state.counts().results(),
                        state.counts().held(),
                        state.counts().beside()),
                reasons,
                state.verdict() == null ? null : state.verdict().reason(),
                state.today());
    }

    /// A forecast of a crossing as it travels.
    public static ForecastPayload forecast(CrossingDates it) {
        List<WindowPayload> windows =
                it.windows().stream()
                        .map(window ->
                                new WindowPayload(
                                        window.from(),
                                        window.points(),
                                        new Crossing(window.p10(), window.p50(), window.p90()),
                                        window.expectedByToday(),
                                        window.byDate()))
                        .toList();
        return new ForecastPayload(
                it.threshold(), windows.getFirst().crossing(), it.label(), windows);
    }

    private static Point point(Result result) {
        Qualifier qualifier = result.qualifier();
        return new Point(
                SubjectPayload.of(result.subject()),
                result.value(),
                result.estimate().low(),
                result.estimate().high(),
                result.estimate().level(),
                result.estimate().method(),
                qualifier == null ? null : qualifier.symbol(),
                result.observedOn().date(),
                result.observedOn().precision().name(),
                result.key().source(),
                result.row());
    }

    private static @Nullable TrendPayload trend(@Nullable Trend trend) {
        if (trend == null) {
            return null;
        }
        DoublingTime doubling = trend.doublingTime();
        return new TrendPayload(
                trend.shape().name(),
                trend.window().from(),
                trend.window().maxValue(),
                new EstimatePayload(
                        doubling.days(),
                        doubling.low(),
                        doubling.high(),
                        doubling.level(),
                        doubling.method().name()),
                trend.points(),
                trend.origin(),
                trend.intercept(),
                trend.r2());
    }
}
