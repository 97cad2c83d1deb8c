package rubicon.ingest.trackrecord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Course;
import rubicon.model.analysis.GrowthCourse;
import rubicon.model.catalogue.Indicator;
import rubicon.model.forecast.Outcome;
import rubicon.model.trackrecord.CrossingScores;
import rubicon.model.trackrecord.MadeChances;
import rubicon.model.trackrecord.PeoplesScores;
import rubicon.model.trackrecord.RankedScores;
import rubicon.model.trackrecord.Replay;
import rubicon.model.trackrecord.ShapeScores;
import rubicon.model.trackrecord.StepScores;
import rubicon.model.trackrecord.WindowScores;
import rubicon.model.trend.RollingBackTest;
import rubicon.model.wire.TrackRecordPayload;
import rubicon.model.wire.TrackRecordPayload.ChanceScoresPayload;
import rubicon.model.wire.TrackRecordPayload.CrossingScoresPayload;
import rubicon.model.wire.TrackRecordPayload.NextValuePayload;
import rubicon.model.wire.TrackRecordPayload.NextValuesPayload;
import rubicon.model.wire.TrackRecordPayload.PeoplePayload;
import rubicon.model.wire.TrackRecordPayload.RankedScoresPayload;
import rubicon.model.wire.TrackRecordPayload.ShapeScoresPayload;
import rubicon.model.wire.TrackRecordPayload.StepScoresPayload;
import rubicon.model.wire.TrackRecordPayload.WindowScoresPayload;

/// Scores as they travel.
final class Scores {
    private Scores() {}

    static TrackRecordPayload of(
            Indicator indicator,
            @Nullable Replay replay,
            @Nullable CrossingScores made,
            List<WindowScores> madeWindows,
            List<ShapeScores> shapes,
            @Nullable GrowthCourse growth,
            @Nullable MadeChances chances,
            List<StepScores> steps,
            LocalDate today,
            boolean withRows,
            Map<String, String> reasons) {
        Course course = replay == null ? null : replay.course();
        DoubleUnaryOperator turned = course == null ? null : course::turned;
        DoubleUnaryOperator told = growth == null ? null : growth::told;
        return new TrackRecordPayload(
                indicator.id().value(),
                today,
                replay == null ? null : nextValues(replay.nextValues(), turned, withRows),
                replay == null ? null : nextValues(replay.hindsight(), turned, withRows),
                replay == null || replay.crossings().isEmpty()
                        ? null
                        : crossings(replay.crossingScores(today)),
                made == null || made.made() == 0 ? null : crossings(made),
                replay == null ? List.of() : windows(replay.windowScores(today)),
                windows(madeWindows),
                shapes.stream()
                        .map(it ->
                                new ShapeScoresPayload(
                                        it.shape().name(),
                                        it.made(),
                                        it.since(),
                                        nextValues(it.next(), told, withRows),
                                        nextValues(it.yearAhead(), told, withRows)))
                        .toList(),
                chances == null ? null : chances(chances),
                steps.stream().map(Scores::steps).toList(),
                reasons);
    }

    private static @Nullable NextValuesPayload nextValues(
            RollingBackTest test, @Nullable DoubleUnaryOperator told, boolean withRows) {
        if (test.rows().isEmpty()) {
            return null;
        }
        return new NextValuesPayload(
                test.rows().size(),
                test.coverage(),
                test.meanPit(),
                test.meanCrps(),
                test.losesToNaive(),
                withRows && told != null
                        ? test.rows().stream().map(it -> row(it, told)).toList()
                        : List.of());
    }

    /// A row in the indicator's unit: what was turned is turned back, and low and high with it.
    private static NextValuePayload row(RollingBackTest.Row it, DoubleUnaryOperator told) {
        double low = told.applyAsDouble(it.range().low());
        double high = told.applyAsDouble(it.range().high());
        return new NextValuePayload(
                it.date(),
                told.applyAsDouble(it.value()),
                told.applyAsDouble(it.median()),
                Math.min(low, high),
                Math.max(low, high),
                it.pit(),
                it.crps());
    }

    private static List<WindowScoresPayload> windows(List<WindowScores> all) {
        return all.stream()
                .map(it -> new WindowScoresPayload(it.window(), crossings(it.scores())))
                .toList();
    }

    private static CrossingScoresPayload crossings(CrossingScores it) {
        return new CrossingScoresPayload(
                it.made(),
                it.overtaken(),
                it.resolved(),
                it.lines(),
                number(it.covered()),
                number(it.pinballDays()),
                number(it.medianErrorDays()),
                number(it.brier()),
                it.settled(),
                it.dates());
    }

    private static StepScoresPayload steps(StepScores it) {
        return new StepScoresPayload(
                it.part(),
                it.rate().name(),
                it.made(),
                it.since(),
                it.settled(),
                number(it.covered()),
                number(it.meanError()),
                number(it.brier()));
    }

    private static ChanceScoresPayload chances(MadeChances it) {
        return new ChanceScoresPayload(
                it.judgement().source() + "/" + it.judgement().id(),
                it.due(),
                it.told().size(),
                it.outcome().map(Outcome::name).orElse(null),
                number(it.brier()),
                number(it.judged()));
    }

    static RankedScoresPayload ranked(RankedScores it) {
        return new RankedScoresPayload(
                it.who(), it.made(), it.dates(), number(it.rps()), number(it.judged()));
    }

    static PeoplePayload people(PeoplesScores it) {
        return new PeoplePayload(
                it.settled(),
                number(it.brier()),
                it.probabilities(),
                number(it.covered()),
                it.intervals(),
                number(it.pinball()),
                it.open());
    }

    private static @Nullable Double number(OptionalDouble it) {
        return it.isPresent() ? (Double) it.getAsDouble() : null;
    }
}
