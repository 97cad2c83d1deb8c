package rubicon.simulator.scenario.takeoff.progress;

import java.util.List;

/// Inputs of research by year: researchers `H`, inference compute `C` and experiment compute `X`
/// (in H100 equivalents), growth of training compute `g` (orders of magnitude a year). Levels are
/// log-linear between the years given, growth is linear; before the first and after the last year
/// all stay. [ProgressModel#of] refuses what is none.
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
        check("humans", humans, years.size());
        check("inferenceCompute", inferenceCompute, years.size());
        check("experimentCompute", experimentCompute, years.size());
        check("trainingGrowth", trainingGrowth, years.size());
    }

    private static void check(String name, List<Double> values, int size) {
        if (values.size() != size) {
            throw new IllegalArgumentException(name + " needs one item for each year");
        }
    }
}
