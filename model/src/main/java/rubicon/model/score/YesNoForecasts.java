package rubicon.model.score;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import rubicon.model.stats.NeumaierSum;

/// Forecasts of yes or no with what came of them, and their scores.
///
/// @param probabilities of yes, each in [0, 1]; at least one
/// @param happened for each of them whether yes came
public record YesNoForecasts(List<Double> probabilities, List<Boolean> happened) {
    public YesNoForecasts {
        probabilities = List.copyOf(probabilities);
        happened = List.copyOf(happened);
        if (probabilities.isEmpty() || probabilities.size() != happened.size()) {
            throw new IllegalArgumentException(
                    "%d forecasts have %d outcomes"
                            .formatted(probabilities.size(), happened.size()));
        }
        if (!probabilities.stream().allMatch(share -> share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a probability is not in [0, 1]");
        }
    }

    /// The Brier score: mean of `(p − o)²`, in [0, 1].
    public double brier() {
        return mean(i -> square(probabilities.get(i) - outcome(i)));
    }

    /// The logarithmic score: mean of `−ln(probability of what came)`; infinite where something
    /// came that was called impossible.
    public double logarithmic() {
        return mean(
                i -> -Math.log(happened.get(i) ? probabilities.get(i) : 1 - probabilities.get(i)));
    }

    /// Murphy's parts of the Brier score, with equal probabilities as bins: `brier = reliability −
    /// resolution + uncertainty`.
    ///
    /// @see <a href="https://doi.org/10.1175/1520-0450(1973)012%3C0595:ANVPOT%3E2.0.CO;2">Murphy
    ///   1973</a>
    public Murphy murphy() {
        Map<Double, List<Integer>> bins =
                IntStream.range(0, probabilities.size())
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        probabilities::get, TreeMap::new, Collectors.toList()));
        double base = mean(this::outcome);
        var reliability = new NeumaierSum();
        var resolution = new NeumaierSum();
        bins.forEach((p, members) -> {
            double rate = members.stream().mapToDouble(this::outcome).average().orElseThrow();
            reliability.add(members.size() * square(p - rate));
            resolution.add(members.size() * square(rate - base));
        });
        int n = probabilities.size();
        return new Murphy(reliability.value() / n, resolution.value() / n, base * (1 - base));
    }

    private double outcome(int i) {
        return happened.get(i) ? 1 : 0;
    }

    private double mean(IntToDoubleFunction score) {
        return NeumaierSum.mean(
                IntStream.range(0, probabilities.size()).mapToDouble(score).toArray());
    }

    private static double square(double number) {
        return number * number;
    }

    /// The parts of a Brier score.
    ///
    /// @param reliability how far probabilities are from the rates that came; 0 is calibrated
    /// @param resolution how far the rates of the bins are from the rate of all; more is better
    /// @param uncertainty `ō(1 − ō)`, which no forecaster can change
    public record Murphy(double reliability, double resolution, double uncertainty) {}
}
