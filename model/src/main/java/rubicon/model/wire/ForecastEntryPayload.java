package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.forecast.Expectation;
import rubicon.model.forecast.Forecast;
import rubicon.model.forecast.Point;
import rubicon.model.forecast.Resolution;

/// The `data` of `rubicon.forecast.reported.v1`, the body of `POST /forecasts`, and its answers: a
/// person's forecast or goal. At most one of `probability`, `value`, `date`, `quantiles` and
/// `interval` is given.
///
/// @param precision of `statedOn`
/// @param revision set by the service
/// @param recordedAt when the chronicle knew; set by the service
public record ForecastEntryPayload(
        @Nullable String id,
        @Nullable String source,
        @Nullable String who,
        @Nullable String what,
        @Nullable String indicator,
        @Nullable String unit,
        @Nullable Double probability,
        @Nullable Double value,
        @Nullable LocalDate date,
        @Nullable List<QuantilePayload> quantiles,
        @Nullable IntervalPayload interval,
        @Nullable Boolean goal,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate due,
        @Nullable LocalDate statedOn,
        @Nullable String precision,
        @Nullable String citation,
        @Nullable String locator,
        @Nullable String evidence,
        @Nullable Instant publishedAt,
        @Nullable String note,
        @Nullable ResolutionPayload resolution,
        @Nullable Instant statedAt,
        @Nullable Integer revision,
        @Nullable Instant recordedAt)
        implements ChroniclePayload {

    /// A number or a date that is not exceeded with probability `level`.
    public record QuantilePayload(
            @Nullable Double level, @Nullable Double value, @Nullable LocalDate date) {}

    /// Numbers (`low`, `high`) or dates (`from`, `to`) that hold it with probability `level`.
    public record IntervalPayload(
            @Nullable Double level,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /// What came of it; `outcome` is `HAPPENED`, `DID_NOT_HAPPEN` or `VOID`.
    public record ResolutionPayload(
            @Nullable String outcome,
            @Nullable LocalDate on,
            @Nullable Double value,
            @Nullable LocalDate date,
            @Nullable String citation,
            @Nullable String evidence,
            @Nullable String note) {

        static ResolutionPayload of(Resolution it) {
            return new ResolutionPayload(
                    it.outcome().name(),
                    it.on(),
                    number(it.point()),
                    day(it.point()),
                    it.citation(),
                    it.evidence(),
                    it.note());
        }
    }

    /// A forecast as it travels.
    public static ForecastEntryPayload of(Forecast it) {
        Expectation expected = it.expectation();
        Point single = expected instanceof Expectation.Single(Point point) ? point : null;
        IndicatorId shown = it.indicator();
        return new ForecastEntryPayload(
                it.id(),
                it.source(),
                it.who(),
                it.what(),
                shown == null ? null : shown.value(),
                it.unit(),
                expected instanceof Expectation.Probability(double p) ? p : null,
                number(single),
                day(single),
                quantiles(expected),
                interval(expected),
                it.goal(),
                it.dueFrom(),
                it.due(),
                it.statedOn() == null ? null : it.statedOn().date(),
                it.statedOn() == null ? null : it.statedOn().precision().name(),
                it.citation(),
                it.locator(),
                it.evidence(),
                it.publishedAt(),
                it.note(),
                it.resolution() == null ? null : ResolutionPayload.of(it.resolution()),
                null,
                null,
                null);
    }

    @Override
    public ForecastEntryPayload answered(int number, Instant stated, Instant recorded) {
        return new ForecastEntryPayload(
                id,
                source,
                who,
                what,
                indicator,
                unit,
                probability,
                value,
                date,
                quantiles,
                interval,
                goal,
                dueFrom,
                due,
                statedOn,
                precision,
                citation,
                locator,
                evidence,
                publishedAt,
                note,
                resolution,
                stated,
                number,
                recorded);
    }

    private static @Nullable List<QuantilePayload> quantiles(Expectation expected) {
        return expected instanceof Expectation.Quantiles(var quantiles)
                ? quantiles.stream()
                        .map(it ->
                                new QuantilePayload(
                                        it.level(), number(it.point()), day(it.point())))
                        .toList()
                : null;
    }

    private static @Nullable IntervalPayload interval(Expectation expected) {
        return expected instanceof Expectation.Range(double level, Point low, Point high)
                ? new IntervalPayload(level, number(low), number(high), day(low), day(high))
                : null;
    }

    private static @Nullable Double number(@Nullable Point point) {
        return point instanceof Point.Value(double value) ? value : null;
    }

    private static @Nullable LocalDate day(@Nullable Point point) {
        return point instanceof Point.Day(LocalDate day) ? day : null;
    }
}
