package rubicon.model.trend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;
import rubicon.model.trend.ShapeFit.Kind;
import rubicon.model.trend.ShapeFit.Parameter;

/// How each shape is fitted.
final class ShapeFits {
    private static final double YEAR = 365.25;
    private static final int LEAST_PER_SIDE = 3;
    private static final double CLIP = 1e-4;
    private static final double[] CEILINGS = {1.01, 1.03, 1.1, 1.3, 2, 4, 11, 33, 101};

    private ShapeFits() {}

    static ShapeFit polynomial(Shape shape, List<DatedValue> values, int degree) {
        double origin = origin(values);
        DoubleFunction<double[]> regressors =
                day ->
                        IntStream.rangeClosed(0, degree)
                                .mapToDouble(power -> Math.pow((day - origin) / YEAR, power))
                                .toArray();
        LeastSquares fit = fit(values, regressors, 0);
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(parameter(Kind.GROWTH, fit, 1));
        if (degree == 2) {
            parameters.add(parameter(Kind.CURVATURE, fit, 2));
        }
        return new ShapeFit(shape, parameters, day -> fit.nextAt(regressors.apply(day)));
    }

    static ShapeFit piecewise(List<DatedValue> values) {
        double origin = origin(values);
        record Broken(double knot, DoubleFunction<double[]> regressors, LeastSquares fit) {}
        List<Broken> tried =
                IntStream.rangeClosed(LEAST_PER_SIDE, values.size() - LEAST_PER_SIDE)
                        .mapToObj(before -> values.get(before - 1).day())
                        .distinct()
                        .filter(knot -> after(values, knot) >= LEAST_PER_SIDE)
                        .map(knot -> {
                            DoubleFunction<double[]> regressors =
                                    day ->
                                            new double[] {
                                                1,
                                                (day - origin) / YEAR,
                                                Math.max(0, day - knot) / YEAR
                                            };
                            return new Broken(knot, regressors, fit(values, regressors, 1));
                        })
                        .toList();
        Broken best =
                tried.stream()
                        .min(Comparator.comparingDouble(broken -> broken.fit().sse()))
                        .orElseThrow(() ->
                                new IllegalArgumentException("no day has enough on each side"));
        return new ShapeFit(
                Shape.PIECEWISE,
                List.of(
                        parameter(Kind.GROWTH, best.fit(), 1),
                        parameter(Kind.CHANGE, best.fit(), 2),
                        new Parameter(
                                Kind.CHANGE_DAY,
                                best.knot(),
                                profile(
                                        tried.stream().mapToDouble(Broken::knot).toArray(),
                                        tried.stream().mapToDouble(it -> it.fit().sse()).toArray(),
                                        values.size() - 4,
                                        new Range(
                                                values.getFirst().day(), values.getLast().day())))),
                day -> best.fit().nextAt(best.regressors().apply(day)));
    }

    /// The interval of a number that was found by trying: those whose profile likelihood the best
    /// does not beat, by `degrees·(SSE/SSE_best − 1) ≤ t²`. Only those tried are known, so it
    /// reaches to the nearest on either side that is refused, or to the end of what is possible.
    ///
    /// @param tried ascending
    /// @param sse of each
    /// @param degrees of freedom of the best fit
    private static Range profile(double[] tried, double[] sse, int degrees, Range possible) {
        double t = StudentT.standardQuantile((1 + ShapeFit.LEVEL) / 2, degrees);
        double most = DoubleStream.of(sse).min().orElseThrow() * (1 + t * t / degrees);
        int[] kept = IntStream.range(0, sse.length).filter(i -> sse[i] <= most).toArray();
        int before = kept[0] - 1;
        int after = kept[kept.length - 1] + 1;
        return new Range(
                before < 0 ? possible.low() : tried[before],
                after == tried.length ? possible.high() : tried[after]);
    }

    private static long after(List<DatedValue> values, double knot) {
        return values.stream().filter(value -> value.day() > knot).count();
    }

    static ShapeFit saturating(List<DatedValue> values, @Nullable Double known) {
        double top = values.stream().mapToDouble(DatedValue::value).max().orElseThrow();
        List<Bent> tried =
                known == null
                        ? DoubleStream.of(CEILINGS)
                                .mapToObj(above -> Bent.of(values, top * above))
                                .toList()
                        : List.of(Bent.of(values, known));
        Bent best = tried.stream().min(Comparator.comparingDouble(Bent::sse)).orElseThrow();
        int degrees = values.size() - (known == null ? 3 : 2);
        // Each ceiling counts by its likelihood against that of the best.
        double[] weights =
                tried.stream()
                        .mapToDouble(it ->
                                it.sse() <= best.sse()
                                        ? 1
                                        : Math.pow(best.sse() / it.sse(), values.size() / 2.0))
                        .toArray();
        Range slope = best.line().slopeRange(ShapeFit.LEVEL);
        return new ShapeFit(
                Shape.SATURATING,
                List.of(
                        new Parameter(
                                Kind.RATE,
                                best.line().slope() * YEAR,
                                new Range(slope.low() * YEAR, slope.high() * YEAR)),
                        // Above the highest it is an exponential for all that the data know.
                        new Parameter(
                                Kind.CEILING,
                                best.ceiling(),
                                known == null
                                        ? profile(
                                                tried.stream().mapToDouble(Bent::ceiling).toArray(),
                                                tried.stream().mapToDouble(Bent::sse).toArray(),
                                                degrees,
                                                new Range(top, Double.POSITIVE_INFINITY))
                                        : new Range(known, known))),
                day -> mixed(tried, weights, best.sse() / degrees, degrees, day));
    }

    /// One forecast of all ceilings: their mean, and on top of the noise both what the best line
    /// does not know and how far the ceilings are apart.
    private static StudentT mixed(
            List<Bent> tried, double[] weights, double noise, int degrees, double day) {
        double sum = 0;
        double mean = 0;
        double square = 0;
        double carried = 0;
        for (int i = 0; i < weights.length; i++) {
            Bent one = tried.get(i);
            double log = one.logAt(day);
            double error = one.logErrorAt(day);
            sum += weights[i];
            mean += weights[i] * log;
            square += weights[i] * log * log;
            carried += weights[i] * error * error;
        }
        mean /= sum;
        double apart = Math.max(0, square / sum - mean * mean);
        return new StudentT(mean, Math.sqrt(noise + carried / sum + apart), degrees);
    }

    /// The line through the logits below one ceiling.
    private record Bent(double ceiling, LinearFit line, double sse) {
        static Bent of(List<DatedValue> values, double ceiling) {
            LinearFit line =
                    LinearFit.of(
                            values.stream().mapToDouble(DatedValue::day).toArray(),
                            values.stream()
                                    .mapToDouble(it -> logit(it.value(), ceiling))
                                    .toArray());
            return new Bent(ceiling, line, ShapeFits.sse(values, ceiling, line));
        }

        double logAt(double day) {
            return Math.log(ceiling) + logSigmoid(line.at(day));
        }

        /// `d ln σ(z)/dz = 1 − σ(z)` carries the line's error over to logarithms.
        double logErrorAt(double day) {
            return (1 - sigmoid(line.at(day))) * line.meanAt(day).scale();
        }
    }

    private static double sse(List<DatedValue> values, double ceiling, LinearFit line) {
        return values.stream()
                .mapToDouble(value ->
                        Math.log(value.value() / ceiling) - logSigmoid(line.at(value.day())))
                .map(residual -> residual * residual)
                .sum();
    }

    /// Clipped just below the ceiling alone. Values that grew a hundredfold and more are far below
    /// a high one, and count there like others.
    ///
    /// @throws IllegalArgumentException if the value reaches the ceiling: then it is none
    private static double logit(double value, double ceiling) {
        if (!(value < ceiling)) {
            throw new IllegalArgumentException(
                    "%s reaches the ceiling %s".formatted(value, ceiling));
        }
        double share = Math.min(value / ceiling, 1 - CLIP);
        return Math.log(share / (1 - share));
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double logSigmoid(double z) {
        return Math.min(z, 0) - Math.log1p(Math.exp(-Math.abs(z)));
    }

    private static LeastSquares fit(
            List<DatedValue> values, DoubleFunction<double[]> regressors, int chosen) {
        return LeastSquares.of(
                values.stream()
                        .map(value -> regressors.apply(value.day()))
                        .toArray(double[][]::new),
                values.stream().mapToDouble(value -> Math.log(value.value())).toArray(),
                chosen);
    }

    private static Parameter parameter(Kind kind, LeastSquares fit, int index) {
        return new Parameter(kind, fit.coefficient(index), fit.range(index, ShapeFit.LEVEL));
    }

    /// The mean day: day numbers near 20,000 would eat the digits of their squares.
    private static double origin(List<DatedValue> values) {
        return values.stream().mapToDouble(DatedValue::day).average().orElseThrow();
    }
}
