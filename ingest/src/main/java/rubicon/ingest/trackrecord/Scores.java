package rubicon.ingest.trackrecord;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Course;
import rubicon.model.catalogue.Indicator;
import rubicon.model.trackrecord.CrossingScores;
import rubicon.model.trackrecord.PeoplesScores;
import rubicon.model.trackrecord.Replay;
import rubicon.model.trend.RollingBackTest;
import rubicon.model.wire.TrackRecordPayload;
import rubicon.model.wire.TrackRecordPayload.CrossingScoresPayload;
import rubicon.model.wire.TrackRecordPayload.NextValuePayload;
import rubicon.model.wire.TrackRecordPayload.NextValuesPayload;
import rubicon.model.wire.TrackRecordPayload.PeoplePayload;

/// Scores as they travel.
final class Scores {
    private Scores() {}

    static TrackRecordPayload of(
            Indicator indicator,
            @Nullable Replay replay,
            @Nullable CrossingScores made,
            LocalDate today,
            boolean withRows,
            Map<String, String> reasons) {
        return new TrackRecordPayload(
                indicator.id().value(),
                today,
                replay == null ? null : nextValues(replay.nextValues(), replay.course(), withRows),
                replay == null ? null : nextValues(replay.hindsight(), replay.course(), withRows),
                replay == null || replay.crossings().isEmpty()
                        ? null
                        : crossings(replay.crossingScores(today)),
                made == null || made.made() == 0 ? null : crossings(made),
                reasons);
    }

    private static @Nullable NextValuesPayload nextValues(
            RollingBackTest test, @Nullable Course course, boolean withRows) {
        if (test.rows().isEmpty()) {
            return null;
        }
        return new NextValuesPayload(
                test.rows().size(),
                test.coverage(),
                test.meanPit(),
                test.meanCrps(),
                test.losesToNaive(),
                withRows && course != null
                        ? test.rows().stream().map(it -> row(it, course)).toList()
                        : List.of());
    }

    /// A row in the indicator's unit: what was turned is turned back, and low and high with it.
    private static NextValuePayload row(RollingBackTest.Row it, Course course) {
        double low = course.turned(it.range().low());
        double high = course.turned(it.range().high());
        return new NextValuePayload(
                it.date(),
                course.turned(it.value()),
                course.turned(it.median()),
                Math.min(low, high),
                Math.max(low, high),
                it.pit(),
                it.crps());
    }

    private static CrossingScoresPayload crossings(CrossingScores it) {
        return new CrossingScoresPayload(
                it.made(),
                it.overtaken(),
                it.resolved(),
                number(it.covered()),
                number(it.pinballDays()),
                number(it.medianErrorDays()),
                number(it.brier()),
                it.settled());
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
