package rubicon.model.recordledger;

import java.util.ArrayList;
import java.util.List;

/// Page's cumulative sum: `S = max(0, S + (x − mean)/sd − k)`; above `h` it is an alarm, and `S`
/// starts again from 0. It looks for rises only; for falls, turn the series round.
///
/// @param path `S` after each number, before it starts again
/// @param alarms places of the numbers that gave one
/// @see <a href="https://doi.org/10.1093/biomet/41.1-2.100">Page 1954</a>
public record Cusum(List<Double> path, List<Integer> alarms) {
    /// Half the shift that is looked for, in standard deviations.
    public static final double K = 0.5;

    /// Where the alarm stands, in standard deviations.
    public static final double H = 5;

    public Cusum {
        path = List.copyOf(path);
        alarms = List.copyOf(alarms);
    }

    /// Follows a series.
    ///
    /// @param sd above 0
    /// @param k at least 0
    /// @param h above 0
    public static Cusum of(double[] y, double mean, double sd, double k, double h) {
        if (!(sd > 0 && k >= 0 && h > 0)) {
            throw new IllegalArgumentException("sd %s, k %s, h %s".formatted(sd, k, h));
        }
        List<Double> path = new ArrayList<>();
        List<Integer> alarms = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum = Math.max(0, sum + (y[i] - mean) / sd - k);
            path.add(sum);
            if (sum > h) {
                alarms.add(i);
                sum = 0;
            }
        }
        return new Cusum(path, alarms);
    }
}
