package rubicon.ui.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.model.wire.IndicatorStatePayload.TrendPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.shell.Formats;

/// What a frontier chart shows, already cut to the range that is asked for; how it is drawn is said
/// by [FrontierChart].
///
/// @param results every standing value, the frontier's among them
/// @param trend null when there is none
/// @param intervals whether intervals are drawn
public record ChartModel(
        String title,
        String unit,
        YScale scale,
        boolean intervals,
        List<Dot> results,
        List<Dot> frontier,
        @Nullable TrendPayload trend,
        TimeRange range,
        List<Line> lines,
        Annotations annotations) {

    public ChartModel {
        results = List.copyOf(results);
        frontier = List.copyOf(frontier);
        lines = List.copyOf(lines);
    }

    /// A value at a day, with its interval if one is known.
    ///
    /// @param level of the interval, with the method that gave it
    public record Dot(
            LocalDate day,
            @Nullable String precision,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double level,
            @Nullable String method,
            String name,
            String developer) {
        /// Whether its interval has both ends, so that it can be drawn.
        boolean hasInterval() {
            return low != null && high != null;
        }
    }

    /// What the viewer chose.
    ///
    /// @param scale null for the catalogue's own
    public record Choice(@Nullable YScale scale, boolean intervals, TimeRange range) {
        /// What is shown unless something else is asked for.
        public static final Choice DEFAULT = new Choice(null, true, TimeRange.ALL);
    }

    /// What is shown of an indicator without annotations.
    public static ChartModel of(
            @Nullable IndicatorPayload indicator,
            IndicatorStatePayload state,
            List<LedgerRowPayload> rows,
            List<RulePayload> rules,
            Choice choice) {
        return of(indicator, state, rows, rules, choice, Annotations.NONE);
    }

    /// What is shown of an indicator.
    ///
    /// @param indicator null while the catalogue entry is not here yet
    /// @param rows the ledger's rows; those that do not stand, carry no value or are but evidence
    ///   for another source's result are left out
    public static ChartModel of(
            @Nullable IndicatorPayload indicator,
            IndicatorStatePayload state,
            List<LedgerRowPayload> rows,
            List<RulePayload> rules,
            Choice choice,
            Annotations annotations) {
        YScale scale =
                choice.scale() == null ? defaultScale(indicator, state.unit()) : choice.scale();
        TimeRange range = choice.range();
        List<Dot> frontier =
                state.frontier().stream()
                        .map(ChartModel::dot)
                        .filter(dot -> range.contains(dot.day()))
                        .toList();
        List<Dot> results =
                Results.of(indicator, rows).stream()
                        .flatMap(ChartModel::dots)
                        .filter(dot -> range.contains(dot.day()))
                        .toList();
        String title =
                indicator == null || indicator.title() == null
                        ? state.indicator()
                        : indicator.title();
        return new ChartModel(
                title,
                state.unit(),
                scale,
                choice.intervals(),
                results,
                frontier,
                state.trend(),
                range,
                Lines.of(indicator, rules, annotations.policies()),
                annotations);
    }

    /// The scale that the catalogue declares; while it is not here, times are logarithmic.
    ///
    /// @param unit of the values that are drawn
    public static YScale defaultScale(@Nullable IndicatorPayload indicator, String unit) {
        String declared = indicator == null ? null : indicator.scale();
        if (declared == null) {
            return unit.equals("min") ? YScale.LOG : YScale.LINEAR;
        }
        return declared.equals("LOG") ? YScale.LOG : YScale.LINEAR;
    }

    /// Whether there is nothing to draw.
    public boolean isEmpty() {
        return results.isEmpty() && frontier.isEmpty();
    }

    /// Whether there are intervals to draw, if they are wanted.
    public boolean hasIntervals() {
        return frontier.stream().anyMatch(Dot::hasInterval);
    }

    /// Whether intervals are wanted and there are any.
    boolean drawsIntervals() {
        return intervals && hasIntervals();
    }

    private static Dot dot(Point point) {
        return new Dot(
                point.observedOn(),
                point.precision(),
                point.value(),
                point.low(),
                point.high(),
                point.level(),
                point.method(),
                Formats.subject(point.subject()),
                orEmpty(point.subject().developer()));
    }

    private static Stream<Dot> dots(LedgerRowPayload row) {
        Double value = row.value();
        LocalDate day = row.observedOn();
        if (value == null || day == null) {
            return Stream.empty();
        }
        return Stream.of(
                new Dot(
                        day,
                        row.precision(),
                        value,
                        row.low(),
                        row.high(),
                        row.level(),
                        row.method(),
                        Formats.subject(row.subject()),
                        orEmpty(row.subject().developer())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
