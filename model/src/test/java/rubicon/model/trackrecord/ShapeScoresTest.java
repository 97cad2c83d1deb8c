package rubicon.model.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rubicon.model.analysis.Course;
import rubicon.model.analysis.GrowthCourse;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.NoiseCeiling;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.testing.Samples;
import rubicon.model.trend.RollingBackTest;
import rubicon.model.trend.Shape;
import rubicon.model.trend.ShapeFit;

class ShapeScoresTest {
    private static final LocalDate START = LocalDate.parse("2023-01-01");
    private static final LocalDate MADE = LocalDate.parse("2025-06-01");
    private static final Indicator HORIZON = Samples.horizon(Samples.P50, Direction.HIGHER, null);
    private static final Indicator EXPONENT =
            Samples.withScale(
                    Samples.horizon(Samples.P50, Direction.LOWER, null),
                    Scale.LINEAR,
                    new Bounds(2.0, false, 3.0, false));

    /// Doubles each 100 days, with a wobble.
    private static double doubling(int i) {
        return Math.pow(2, i + 0.1 * Math.sin(i * i));
    }

    private static GrowthCourse course(Indicator indicator, int values) {
        List<Statement> rows = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            double value =
                    indicator.direction() == Direction.LOWER ? 2 + 1 / doubling(i) : doubling(i);
            rows.add(
                    Samples.reported(
                            "m" + i,
                            "2025-12-01T00:00:00Z",
                            Samples.observation(
                                    Samples.P50,
                                    "first",
                                    "m" + i,
                                    value,
                                    START.plusDays(100L * i).toString())));
        }
        return GrowthCourse.of(
                Course.of(Standing.of(indicator, IndicatorLedger.of(rows).histories()), List.of()));
    }

    private static MadeShape made(Shape shape, GrowthCourse course, LocalDate made) {
        return MadeShape.of(shape, course, made).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void whatIsKeptSaysWhatTheFitSaidOfAnyDay(Shape shape) {
        for (Indicator indicator : List.of(HORIZON, EXPONENT)) {
            GrowthCourse course = course(indicator, 9);
            ShapeFit fit = shape.fit(course.values()).orElseThrow();
            MadeShape made = made(shape, course, MADE);
            // 2025-03-11 and 2029-12-31 are its first and about its last day.
            for (String day : List.of("2025-03-11", "2025-07-03", "2026-11-20", "2029-05-05")) {
                double at = LocalDate.parse(day).toEpochDay();
                var said = made.outlook(course).orElseThrow().nextAt(at);
                assertThat(said.location())
                        .as("%s of %s", day, indicator.direction())
                        .isCloseTo(
                                fit.nextAt(at).location(),
                                within(2e-3 * Math.abs(said.location())));
                assertThat(said.scale() / fit.nextAt(at).scale()).isCloseTo(1, within(0.02));
            }
        }
    }

    @Test
    void itIsTheSameOnAllDaysOfAYear() {
        GrowthCourse course = course(HORIZON, 9);
        assertThat(made(Shape.QUADRATIC, course, MADE.plusDays(100)).expected())
                .isEqualTo(made(Shape.QUADRATIC, course, MADE).expected());
        assertThat(made(Shape.QUADRATIC, course, MADE.plusYears(1)).expected())
                .hasSizeGreaterThan(made(Shape.QUADRATIC, course, MADE).expected().size());
        assertThat(MadeShape.of(Shape.QUADRATIC, course(HORIZON, 3), MADE)).isEmpty();
    }

    /// The eleventh value comes on 2025-09-27, the tenth on 2025-06-19.
    @Test
    void eachRecordIsHeldAgainstTheLastForecastThatDidNotKnowIt() {
        GrowthCourse now = course(HORIZON, 11);
        List<MadeShape> kept =
                List.of(
                        made(Shape.EXPONENTIAL, course(HORIZON, 6), LocalDate.parse("2024-06-01")),
                        made(Shape.EXPONENTIAL, course(HORIZON, 9), MADE),
                        made(Shape.EXPONENTIAL, course(HORIZON, 9), MADE.plusDays(1)),
                        made(
                                Shape.EXPONENTIAL,
                                course(HORIZON, 10),
                                LocalDate.parse("2025-07-01")));

        ShapeScores scores = ShapeScores.ofEach(kept, now).getFirst();

        assertThat(scores.shape()).isEqualTo(Shape.EXPONENTIAL);
        assertThat(scores.made()).isEqualTo(4);
        assertThat(scores.since()).isEqualTo("2024-06-01");
        assertThat(scores.next().rows())
                .extracting(it -> it.date().toString())
                .containsExactly(
                        "2024-08-23", "2024-12-01", "2025-03-11", "2025-06-19", "2025-09-27");
        RollingBackTest.Row last = scores.next().rows().getLast();
        RollingBackTest.Row plain =
                RollingBackTest.row(
                        course(HORIZON, 10).values(),
                        now.values().getLast(),
                        Shape.EXPONENTIAL.fit(course(HORIZON, 10).values()).orElseThrow());
        assertThat(last.crps()).isCloseTo(plain.crps(), within(1e-2 * plain.crps()));
        assertThat(last.lastValueCrps()).isCloseTo(plain.lastValueCrps(), within(1e-9));
        assertThat(last.meanStepCrps()).isCloseTo(plain.meanStepCrps(), within(1e-9));
        assertThat(scores.yearAhead().rows())
                .extracting(it -> it.date().toString())
                .containsExactly("2025-06-19", "2025-09-27");
        assertThat(scores.yearAhead().rows().getLast().range().high())
                .as("the forecast of 2024 was wider")
                .isGreaterThan(last.range().high());
    }

    /// The line is cut at 300, so 512 and 1,024 are no part of it: the first was known already.
    @Test
    void aRecordBeyondTheLimitOfTheTrendIsScoredUnlessItWasKnown() {
        Indicator cut =
                Samples.horizon(
                        Samples.P50,
                        Direction.HIGHER,
                        new TrendWindow(LocalDate.parse("2023-01-01"), 300.0, null));
        MadeShape made = made(Shape.EXPONENTIAL, course(cut, 10), MADE);
        assertThat(made.points()).isEqualTo(9);
        assertThat(made.knownTo()).isEqualTo("2025-06-19");
        assertThat(ShapeScores.ofEach(List.of(made), course(cut, 11)).getFirst().next().rows())
                .extracting(it -> it.date().toString())
                .containsExactly("2025-09-27");
    }

    @Test
    void whereLessIsBetterOnALinearScaleTheDistanceFromTheBoundShrinks() {
        GrowthCourse course = course(EXPONENT, 9);
        assertThat(course.floor()).isEqualTo(2);
        assertThat(course.values().getLast().value()).isCloseTo(doubling(8), within(1e-6));
        for (double value : new double[] {2.0001, 2.37, 2.9}) {
            assertThat(course.told(course.grown(value))).isCloseTo(value, within(1e-12));
        }
        assertThat(made(Shape.EXPONENTIAL, course, MADE).expected())
                .allSatisfy(it -> {
                    assertThat(it.low()).isGreaterThan(2).isLessThanOrEqualTo(it.median());
                    assertThat(it.high()).isGreaterThanOrEqualTo(it.median());
                });
        assertThat(
                        ShapeScores.ofEach(
                                        List.of(made(Shape.EXPONENTIAL, course, MADE)),
                                        course(EXPONENT, 10))
                                .getFirst()
                                .next()
                                .meanCrps())
                .isBetween(0.0, 0.2);
    }

    @Test
    void aSourcedCeilingIsWhereSaturationEndsUnlessItWasReached() {
        Indicator capped =
                Samples.withMarks(HORIZON, new NoiseCeiling(400, "noise", "test"), null, List.of());
        GrowthCourse course = course(capped, 9);
        assertThat(course.ceiling()).isEqualTo(400);
        ShapeFit fit = Shape.SATURATING.fit(course.values(), course.ceiling()).orElseThrow();
        assertThat(fit.parameter(ShapeFit.Kind.CEILING).estimate()).isEqualTo(400);
        assertThat(fit.quantile((double) MADE.plusYears(30).toEpochDay(), 0.5))
                .isCloseTo(400, within(1e-3));
        assertThat(course(capped, 10).ceiling()).as("512 are above it").isNull();
    }
}
