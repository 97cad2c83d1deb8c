package rubicon.model.analysis;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import rubicon.model.catalogue.Identity;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Range;
import rubicon.model.stats.RecordDependence;
import rubicon.model.stats.SerialDependence;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.ScaledLine;
import rubicon.model.trend.SlopeChange;
import rubicon.model.verdict.Findings;
import rubicon.model.verdict.Findings.Silence;
import rubicon.model.verdict.Findings.Slopes;
import rubicon.model.verdict.Verdict;

/// The verdict on what stands on an indicator.
///
/// @see "docs/methods/verdicts.md"
final class Judging {
    private static final double YEAR = 365.25;
    private static final double LEVEL = RecordDependence.LEVEL;

    private Judging() {}

    /// The verdict of a day.
    ///
    /// @param saturation interval of the frontier's place between floor and ceiling
    static Verdict verdict(
            Standing standing, Course course, Optional<Range> saturation, LocalDate today) {
        return Verdict.of(
                new Findings(
                        course.fitted().size(),
                        course.spanDays(),
                        age(standing, today),
                        staleAfter(standing),
                        saturation,
                        silence(standing, course, today),
                        slopes(course)));
    }

    /// Days since a source stated what stands; that is what the catalogue's tolerance is about.
    private static double age(Standing standing, LocalDate today) {
        return standing.lastStatedAt()
                .map(it -> LocalDate.ofInstant(it, ZoneOffset.UTC))
                .map(it -> Math.max(0, today.toEpochDay() - it.toEpochDay()))
                .map(Long::doubleValue)
                .orElse(0.0);
    }

    private static double staleAfter(Standing standing) {
        Duration tolerance = standing.indicator().staleAfter();
        return tolerance == null ? Double.POSITIVE_INFINITY : tolerance.toHours() / 24.0;
    }

    /// What came after the last record and is none. It lasts until the newest result: where nothing
    /// arrives any more, that no record does says nothing.
    private static Optional<Silence> silence(Standing standing, Course course, LocalDate today) {
        long gaps = course.fitted().stream().map(DatedValue::date).distinct().count() - 1;
        if (standing.indicator().identity() == Identity.SERIES || gaps < 1) {
            return Optional.empty();
        }
        LocalDate last = course.known().getLast().date();
        List<LocalDate> since =
                standing.series().stream()
                        .map(it -> it.observedOn().date())
                        .filter(it -> it.isAfter(last) && !it.isAfter(today))
                        .sorted()
                        .toList();
        return since.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Silence(
                                since.getLast().toEpochDay() - last.toEpochDay(),
                                course.spanDays() / gaps,
                                (int) gaps,
                                since.size()));
    }

    private static Optional<Slopes> slopes(Course course) {
        if (course.fitted().size() < 3
                || course.fitted().stream().map(DatedValue::date).distinct().count() < 2) {
            return Optional.empty();
        }
        LinearFit line = ScaledLine.of(course.fitted(), course.scale()).line();
        boolean isSeries = course.indicator().identity() == Identity.SERIES;
        Range daily =
                isSeries
                        ? dependence(course, line)
                                .widened(line.slopeRange(LEVEL), line.n(), 2, LEVEL)
                        : RecordDependence.widened(line.slopeRange(LEVEL));
        Range yearly = new Range(daily.low() * YEAR, daily.high() * YEAR);
        return Optional.of(
                (isSeries
                                ? SlopeChange.ofSeries(course.fitted(), course.scale(), LEVEL)
                                : SlopeChange.ofRecords(course.fitted(), course.scale()))
                        .map(it -> new Slopes(yearly, it.earlier(), it.change()))
                        .orElse(
                                new Slopes(
                                        yearly,
                                        line.slope() * YEAR,
                                        new Range(
                                                Double.NEGATIVE_INFINITY,
                                                Double.POSITIVE_INFINITY))));
    }

    private static SerialDependence dependence(Course course, LinearFit line) {
        return SerialDependence.of(
                course.fitted().stream()
                        .mapToDouble(it -> course.scale().to(it.value()) - line.at(it.day()))
                        .toArray(),
                2);
    }
}
