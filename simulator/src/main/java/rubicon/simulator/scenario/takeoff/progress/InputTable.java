package rubicon.simulator.scenario.takeoff.progress;

import java.util.Arrays;
import java.util.List;

/// Inputs of research by year: researchers `H`, inference compute `C` and experiment compute `X`
/// (in H100 equivalents), growth of training compute `g` (orders of magnitude a year). Levels are
/// log-linear between the years given, growth is linear; before the first and after the last year
/// all stay.
///
/// @param years ascending, at least two
/// @param humans above 0
/// @param inferenceCompute above 0
/// @param experimentCompute above 0
/// @param trainingGrowth at least 0
public record InputTable(
        List<Double> years,
        List<Double> humans,
        List<Double> inferenceCompute,
        List<Double> experimentCompute,
        List<Double> trainingGrowth) {

    public InputTable {
        years = List.copyOf(years);
        humans = List.copyOf(humans);
        inferenceCompute = List.copyOf(inferenceCompute);
        experimentCompute = List.copyOf(experimentCompute);
        trainingGrowth = List.copyOf(trainingGrowth);
        if (years.size() < 2) {
            throw new IllegalArgumentException("t needs at least two years");
        }
        for (int i = 1; i < years.size(); i++) {
            if (!(years.get(i) > years.get(i - 1))) {
                throw new IllegalArgumentException("t must rise from item to item");
            }
        }
        check("humans", humans, years.size(), Double.MIN_VALUE);
        check("inferenceCompute", inferenceCompute, years.size(), Double.MIN_VALUE);
        check("experimentCompute", experimentCompute, years.size(), Double.MIN_VALUE);
        check("trainingGrowth", trainingGrowth, years.size(), 0);
    }

    private static void check(String name, List<Double> values, int size, double least) {
        if (values.size() != size) {
            throw new IllegalArgumentException(name + " needs one item for each year");
        }
        for (double value : values) {
            if (!(value >= least && Double.isFinite(value))) {
                throw new IllegalArgumentException(name + " can not hold " + value);
            }
        }
    }

    /// The inputs from a moment on, up to the next year given.
    Segment from(double year) {
        int next = 0;
        while (next < years.size() && years.get(next) <= year) {
            next++;
        }
        if (next == 0 || next == years.size()) {
            int end = next == 0 ? 0 : next - 1;
            double until = next == 0 ? years.getFirst() : Double.POSITIVE_INFINITY;
            return new Segment(
                    years.get(end),
                    until,
                    Line.flat(Math.log(humans.get(end))),
                    Line.flat(Math.log(inferenceCompute.get(end))),
                    Line.flat(Math.log(experimentCompute.get(end))),
                    Line.flat(trainingGrowth.get(end)));
        }
        int i = next - 1;
        double span = years.get(next) - years.get(i);
        return new Segment(
                years.get(i),
                years.get(next),
                Line.of(Math.log(humans.get(i)), Math.log(humans.get(next)), span),
                Line.of(
                        Math.log(inferenceCompute.get(i)),
                        Math.log(inferenceCompute.get(next)),
                        span),
                Line.of(
                        Math.log(experimentCompute.get(i)),
                        Math.log(experimentCompute.get(next)),
                        span),
                Line.of(trainingGrowth.get(i), trainingGrowth.get(next), span));
    }

    /// The inputs at a moment.
    Moment at(double year) {
        return from(year).at(year);
    }

    /// The years given that lie inside an interval, with its ends: between them nothing has a kink.
    double[] nodes(double from, double to) {
        double[] inside =
                years.stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(year -> year > from && year < to)
                        .toArray();
        double[] nodes = new double[inside.length + 2];
        Arrays.setAll(nodes, i -> i == 0 ? from : i == inside.length + 1 ? to : inside[i - 1]);
        return nodes;
    }

    /// A straight line over time since a segment's first year.
    record Line(double start, double slope) {
        static Line of(double start, double end, double span) {
            return new Line(start, (end - start) / span);
        }

        static Line flat(double level) {
            return new Line(level, 0);
        }

        double at(double elapsed) {
            return start + slope * elapsed;
        }
    }

    /// Inputs between two of the years given: logarithms of the levels, and growth of training.
    record Segment(
            double start,
            double end,
            Line logHumans,
            Line logInference,
            Line logExperiment,
            Line trainingGrowth) {
        Moment at(double year) {
            double elapsed = year - start;
            return new Moment(
                    logHumans.at(elapsed),
                    logInference.at(elapsed),
                    logExperiment.at(elapsed),
                    trainingGrowth.at(elapsed));
        }
    }

    /// Logarithms of the inputs at one moment, and growth of training.
    record Moment(
            double logHumans, double logInference, double logExperiment, double trainingGrowth) {}
}
