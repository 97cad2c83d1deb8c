package rubicon.model.horizon;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.model.stats.NeumaierSum;

/// What the runs of one agent show at tasks of about one length: the points that a fitted curve is
/// held against.
///
/// @param fromMinutes the shortest length that belongs here
/// @param toMinutes the shortest length that does not, four times as long
/// @param minutes weighted geometric mean of the tasks' lengths
/// @param score weighted mean of the scores, in [0, 1]
/// @param runs at least one
/// @param tasks different ones
public record SuccessBin(
        double fromMinutes, double toMinutes, double minutes, double score, int runs, int tasks) {
    /// Doublings of the length that a bin spans; bins begin at whole powers.
    private static final int DOUBLINGS = 2;

    /// The bins that hold runs, shortest tasks first.
    ///
    /// @param runs of one agent, at least one
    /// @param weighting by which the runs count within a bin, as in the fit
    public static List<SuccessBin> of(List<HorizonRun> runs, Weighting weighting) {
        double[] weights = weighting.of(runs);
        SortedMap<Integer, List<Integer>> byBin = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            int bin = (int) Math.floor(runs.get(i).length() / DOUBLINGS);
            byBin.computeIfAbsent(bin, _ -> new ArrayList<>()).add(i);
        }
        List<SuccessBin> bins = new ArrayList<>();
        byBin.forEach((bin, own) -> bins.add(of(bin, own, runs, weights)));
        return List.copyOf(bins);
    }

    private static SuccessBin of(
            int bin, List<Integer> own, List<HorizonRun> runs, double[] weights) {
        var weight = new NeumaierSum();
        var length = new NeumaierSum();
        var score = new NeumaierSum();
        for (int i : own) {
            weight.add(weights[i]);
            length.add(weights[i] * runs.get(i).length());
            score.add(weights[i] * runs.get(i).score());
        }
        return new SuccessBin(
                Math.pow(2, bin * DOUBLINGS),
                Math.pow(2, (bin + 1) * DOUBLINGS),
                Math.pow(2, length.value() / weight.value()),
                Math.clamp(score.value() / weight.value(), 0, 1),
                own.size(),
                (int) own.stream().map(i -> runs.get(i).task()).distinct().count());
    }
}
