package rubicon.ui.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.model.wire.IndicatorStatePayload.TrendPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.shell.Interval;
import rubicon.ui.shell.SubjectNames;

/// What a frontier chart shows, already cut to the range that is asked for; how it is drawn is said
/// by [FrontierChart].
///
/// @param results every standing value, the frontier's among them
/// @param doubtful values that are disputed or held, drawn beside the results
/// @param retracted values that were taken back, drawn beside them
/// @param trend null when there is none
/// @param intervals whether intervals are drawn
public record ChartModel(
        String title,
        String unit,
        YScale scale,
        boolean intervals,
        List<Dot> results,
        List<Dot> frontier,
        List<Dot> doubtful,
        List<Dot> retracted,
        @Nullable TrendPayload trend,
        TimeRange range,
        List<Line> lines,
        Annotations annotations) {

    public ChartModel {
        results = List.copyOf(results);
        frontier = List.copyOf(frontier);
        doubtful = List.copyOf(doubtful);
        retracted = List.copyOf(retracted);
        lines = List.copyOf(lines);
    }

    /// A value at a day, with its interval if one is known.
    ///
    /// @param level of the interval, with the method that gave it
    /// @param developer with the scaffold, where that is not part of the name; may be empty
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
        /// Its interval, with what it covers.
        Interval interval() {
            return new Interval(low, high, level, method);
        }

        /// Whether its interval has both ends, so that it can be drawn.
        boolean hasInterval() {
            return low != null && high != null;
        }
    }

    /// What the viewer chose.
    ///
    /// @param scale null for the catalogue's own
    /// @param reading which values are results
    /// @param doubtful whether those are drawn beside them that are disputed or held
    /// @param retracted whether those are that were taken back
    public record Choice(
            @Nullable YScale scale,
            boolean intervals,
            TimeRange range,
            SeriesReading reading,
            boolean doubtful,
            boolean retracted) {
        /// What is shown unless something else is asked for.
        public static final Choice DEFAULT = new Choice(null, true, TimeRange.ALL);

        /// A choice of what counts alone.
        public Choice(@Nullable YScale scale, boolean intervals, TimeRange range) {
            this(scale, intervals, range, SeriesReading.COUNTED, false, false);
        }
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
        List<LedgerRowPayload> counting = Results.of(indicator, rows, choice.reading());
        SubjectNames names = names(indicator, state, rows);
        List<Dot> frontier =
                state.frontier().stream()
                        .map(point -> dot(point, names))
                        .filter(dot -> range.contains(dot.day()))
                        .toList();
        List<Dot> results =
                counting.stream()
                        .flatMap(row -> dots(row, names))
                        .filter(dot -> range.contains(dot.day()))
                        .toList();
        Function<List<LedgerRowPayload>, List<Dot>> beside =
                found ->
                        found.stream()
                                .flatMap(row -> dots(row, names))
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
                choice.doubtful() ? beside.apply(Results.doubtful(rows)) : List.of(),
                choice.retracted() ? beside.apply(Results.retracted(rows)) : List.of(),
                state.trend(),
                range,
                Lines.of(indicator, rules, annotations.policies()).stream()
                        .filter(line -> scale != YScale.LOG || line.value() > 0)
                        .toList(),
                annotations);
    }

    /// How those are named whose values are shown.
    ///
    /// @param indicator null while the catalogue entry is not here yet
    public static SubjectNames names(
            @Nullable IndicatorPayload indicator,
            IndicatorStatePayload state,
            List<LedgerRowPayload> rows) {
        return SubjectNames.of(
                indicator,
                Stream.concat(
                        SubjectNames.subjects(state),
                        Results.of(indicator, rows, SeriesReading.COUNTED).stream()
                                .map(LedgerRowPayload::subject)));
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

    /// What the intervals cover that can be drawn, each kind once.
    public List<String> covers() {
        return frontier.stream()
                .filter(Dot::hasInterval)
                .map(dot -> dot.interval().cover())
                .distinct()
                .toList();
    }

    /// Whether intervals are wanted and there are any.
    boolean drawsIntervals() {
        return intervals && hasIntervals();
    }

    private static Dot dot(Point point, SubjectNames names) {
        return new Dot(
                point.observedOn(),
                point.precision(),
                point.value(),
                point.low(),
                point.high(),
                point.level(),
                point.method(),
                names.of(point.subject()),
                names.beside(point.subject()));
    }

    private static Stream<Dot> dots(LedgerRowPayload row, SubjectNames names) {
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
                        names.of(row.subject()),
                        names.beside(row.subject())));
    }
}
