package rubicon.model.recordledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rubicon.model.stats.Quantiles;

/// Numbers that stand out from those just before: `(x − median)/(1.4826·MAD)` of the previous
/// `window` values.
///
/// @param scores one for each number from place `window` on; 0 where the numbers before were alike
/// @param jumps places of the numbers whose score is above the threshold
public record RobustJump(List<Double> scores, List<Integer> jumps) {
    private static final double MAD_TO_SD = 1.4826;

    public RobustJump {
        scores = List.copyOf(scores);
        jumps = List.copyOf(jumps);
    }

    /// Looks for jumps.
    ///
    /// @param window at least 1
    /// @param threshold usually 3.5
    public static RobustJump of(double[] y, int window, double threshold) {
        if (window < 1) {
            throw new IllegalArgumentException("a window of " + window);
        }
        List<Double> scores = new ArrayList<>();
        List<Integer> jumps = new ArrayList<>();
        for (int i = window; i < y.length; i++) {
            double[] before = Arrays.copyOfRange(y, i - window, i);
            double median = Quantiles.type7(before, 0.5);
            double spread =
                    Quantiles.type7(
                            Arrays.stream(before).map(x -> Math.abs(x - median)).toArray(), 0.5);
            double score = spread == 0 ? 0 : (y[i] - median) / (MAD_TO_SD * spread);
            scores.add(score);
            if (score > threshold) {
                jumps.add(i);
            }
        }
        return new RobustJump(scores, jumps);
    }
}
