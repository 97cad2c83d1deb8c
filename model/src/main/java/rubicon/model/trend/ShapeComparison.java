package rubicon.model.trend;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;

/// Which shape a series has, judged by what each would have said of values it did not know: the
/// rolling one-step forecasts of all shapes, over the same dates, by their score on logarithms.
/// Values of one date are one forecast, scored by their mean: they are told by one fit.
///
/// The rule: the shape with the least mean score is preferred if it beats *every* other: the 95 %
/// lower end of the mean difference of their scores, from a paired t over the dates, is above 0.
/// Else, or with fewer than eight forecasts, the data cannot tell, and all that are not beaten
/// remain possible.
///
/// Limits: one step ahead says little of years ahead; scores of neighbouring dates are not
/// independent, so the rule is a little too sure.
///
/// @param forecasts number of dates that all shapes forecast
/// @param meanCrps score of each shape that could be fitted; less is better
/// @param behind how much each shape's score lies above the best one's, with the central
///   [#BEHIND_LEVEL] of that mean difference: above 0 throughout, it is beaten; empty with fewer
///   than two forecasts
/// @param verdict what follows
/// @see <a href="https://doi.org/10.1080/07350015.1995.10524599">Diebold & Mariano 1995</a>
public record ShapeComparison(
        int forecasts, Map<Shape, Double> meanCrps, Map<Shape, Behind> behind, Verdict verdict) {
    /// Of the intervals of [#behind]: its lower end is that of the rule.
    public static final double BEHIND_LEVEL = 0.9;

    /// Fewest forecasts by which shapes are told apart.
    public static final int LEAST_FORECASTS = 8;

    private static final int LEAST_VALUES = 7;

    /// Differences below are rounding.
    private static final double ROUNDING = 1e-9;

    public ShapeComparison {
        meanCrps = Map.copyOf(meanCrps);
        behind = Map.copyOf(behind);
    }

    /// How far a score lies above the best one.
    public record Behind(double mean, Range range) {}

    /// What the data say.
    public sealed interface Verdict {
        /// One shape beats all others.
        record Preferred(Shape shape) implements Verdict {}

        /// The data cannot tell these apart.
        ///
        /// @param possible at least two
        record CannotTell(Set<Shape> possible) implements Verdict {
            public CannotTell {
                possible = Set.copyOf(possible);
            }
        }
    }

    /// Compares all shapes.
    ///
    /// @param values above 0, in any order
    public static ShapeComparison of(List<DatedValue> values) {
        return of(values, null);
    }

    /// Compares all shapes of values of which it is known what they cannot pass.
    ///
    /// @param ceiling as for [Shape#fit(List, Double)]
    public static ShapeComparison of(List<DatedValue> values, @Nullable Double ceiling) {
        Map<Shape, double[]> scores = commonScores(values, ceiling);
        int forecasts = scores.values().stream().mapToInt(it -> it.length).findFirst().orElse(0);
        if (forecasts < LEAST_FORECASTS) {
            return new ShapeComparison(
                    forecasts,
                    forecasts == 0 ? Map.of() : means(scores),
                    forecasts < 2 ? Map.of() : behind(scores),
                    new Verdict.CannotTell(EnumSet.allOf(Shape.class)));
        }
        Map<Shape, Double> means = means(scores);
        Map<Shape, Behind> behind = behind(scores);
        Shape best = best(means);
        Set<Shape> possible =
                scores.keySet().stream()
                        .filter(shape ->
                                shape == best
                                        || !(Objects.requireNonNull(behind.get(shape)).range().low()
                                                > ROUNDING))
                        .collect(Collectors.toSet());
        return new ShapeComparison(
                forecasts,
                means,
                behind,
                possible.size() == 1
                        ? new Verdict.Preferred(best)
                        : new Verdict.CannotTell(possible));
    }

    /// The scores of each shape at the dates that all of them forecast.
    private static Map<Shape, double[]> commonScores(
            List<DatedValue> values, @Nullable Double ceiling) {
        Map<Shape, List<RollingBackTest.Row>> rows = new EnumMap<>(Shape.class);
        for (Shape shape : Shape.values()) {
            rows.put(
                    shape,
                    RollingBackTest.of(
                                    values,
                                    LEAST_VALUES,
                                    known -> shape.fit(known, ceiling).<Outlook>map(fit -> fit))
                            .rows());
        }
        Set<LocalDate> common =
                rows.values().stream()
                        .map(of ->
                                of.stream()
                                        .map(RollingBackTest.Row::date)
                                        .collect(Collectors.toSet()))
                        .reduce((one, other) ->
                                one.stream().filter(other::contains).collect(Collectors.toSet()))
                        .orElse(Set.of());
        Map<Shape, double[]> scores = new EnumMap<>(Shape.class);
        rows.forEach((shape, of) ->
                scores.put(
                        shape,
                        of.stream()
                                .filter(row -> common.contains(row.date()))
                                .collect(
                                        Collectors.groupingBy(
                                                RollingBackTest.Row::date,
                                                TreeMap::new,
                                                Collectors.toList()))
                                .values()
                                .stream()
                                .mapToDouble(ofDate -> new RollingBackTest(ofDate).meanCrps())
                                .toArray()));
        return scores;
    }

    private static Map<Shape, Double> means(Map<Shape, double[]> scores) {
        Map<Shape, Double> means = new EnumMap<>(Shape.class);
        scores.forEach((shape, of) -> means.put(shape, NeumaierSum.mean(of)));
        return means;
    }

    private static Shape best(Map<Shape, Double> means) {
        return means.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static Map<Shape, Behind> behind(Map<Shape, double[]> scores) {
        double[] best = scores.getOrDefault(best(means(scores)), new double[0]);
        Map<Shape, Behind> behind = new EnumMap<>(Shape.class);
        scores.forEach((shape, of) -> behind.put(shape, behind(best, of)));
        return behind;
    }

    private static Behind behind(double[] best, double[] other) {
        double[] differences =
                IntStream.range(0, best.length).mapToDouble(i -> other[i] - best[i]).toArray();
        double mean = NeumaierSum.mean(differences);
        double squares =
                NeumaierSum.of(
                        Arrays.stream(differences).map(it -> (it - mean) * (it - mean)).toArray());
        int n = differences.length;
        double half =
                StudentT.standardQuantile((1 + BEHIND_LEVEL) / 2, n - 1.0)
                        * Math.sqrt(squares / (n - 1) / n);
        return new Behind(mean, new Range(mean - half, mean + half));
    }
}
