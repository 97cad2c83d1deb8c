package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.GrowthCourse;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Outlook;
import rubicon.model.trend.RollingBackTest;
import rubicon.model.trend.Shape;

/// How good what one shape expected was: each record that came since (also one beyond the trend's
/// limit) is held against the last forecast that did not know it, and against the last that was
/// made a year before its day. So many forecasts from the same knowledge do not count one record
/// often.
///
/// @param made how many forecasts of the shape were kept
/// @param since day of the first
/// @param next of the last forecasts before each record
/// @param yearAhead of the last ones made a year before each record, or earlier
/// @see "docs/methods/scores.md"
public record ShapeScores(
        Shape shape, int made, LocalDate since, RollingBackTest next, RollingBackTest yearAhead) {
    private static final int YEAR = 365;

    /// Scores each shape.
    ///
    /// @param made all that was kept of an indicator, in the order in which it was made
    /// @param course as it is known now; null where there is none
    /// @return in the order of the shapes, those of which something was kept
    public static List<ShapeScores> ofEach(List<MadeShape> made, @Nullable GrowthCourse course) {
        List<ShapeScores> scores = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            List<MadeShape> own = made.stream().filter(it -> it.shape() == shape).toList();
            if (!own.isEmpty()) {
                scores.add(
                        new ShapeScores(
                                shape,
                                own.size(),
                                own.getFirst().made(),
                                scored(own, course, 0),
                                scored(own, course, YEAR)));
            }
        }
        return scores;
    }

    private static RollingBackTest scored(
            List<MadeShape> made, @Nullable GrowthCourse course, int ahead) {
        List<RollingBackTest.Row> rows = new ArrayList<>();
        if (course != null) {
            for (DatedValue it : course.known()) {
                made.stream()
                        .filter(forecast -> forecast.knownTo().isBefore(it.date()))
                        .filter(forecast ->
                                ahead == 0 || !forecast.made().isAfter(it.date().minusDays(ahead)))
                        .reduce((_, later) -> later)
                        .filter(forecast -> forecast.speaksOf(it.date()))
                        .flatMap(forecast -> row(forecast, it, course))
                        .ifPresent(rows::add);
            }
        }
        rows.sort(Comparator.comparing(RollingBackTest.Row::date));
        return new RollingBackTest(rows);
    }

    private static Optional<RollingBackTest.Row> row(
            MadeShape forecast, DatedValue came, GrowthCourse course) {
        double first = course.grown(forecast.first().value());
        double last = course.grown(forecast.last().value());
        Optional<Outlook> outlook = forecast.outlook(course);
        return first > 0 && last > 0
                ? outlook.map(it -> RollingBackTest.row(first, last, forecast.points(), came, it))
                : Optional.empty();
    }
}
