package rubicon.simulator.montecarlo;

import java.util.List;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;
import rubicon.model.stats.NeumaierSum;

/// Spearman's rank correlations, equal values taking the mean of their ranks. Infinite values rank
/// at the ends; what is not defined ranks below all others.
final class RankCorrelations {
    private static final NaturalRanking RANKING =
            new NaturalRanking(NaNStrategy.MINIMAL, TiesStrategy.AVERAGE);

    private RankCorrelations() {}

    /// By input, then by output.
    static double[][] of(List<Partial.Draws> draws) {
        double[][] inputs = ranks(draws.stream().map(Partial.Draws::inputs).toList());
        double[][] outputs = ranks(draws.stream().map(Partial.Draws::outputs).toList());
        double[][] correlations = new double[inputs.length][outputs.length];
        for (int i = 0; i < inputs.length; i++) {
            for (int k = 0; k < outputs.length; k++) {
                correlations[i][k] = correlation(inputs[i], outputs[k]);
            }
        }
        return correlations;
    }

    private static double[][] ranks(List<double[][]> blocks) {
        int rows = blocks.getFirst().length;
        int samples = blocks.stream().mapToInt(it -> rows == 0 ? 0 : it[0].length).sum();
        double[][] ranks = new double[rows][];
        for (int row = 0; row < rows; row++) {
            double[] joined = new double[samples];
            int at = 0;
            for (double[][] block : blocks) {
                System.arraycopy(block[row], 0, joined, at, block[row].length);
                at += block[row].length;
            }
            ranks[row] = RANKING.rank(joined);
        }
        return ranks;
    }

    private static double correlation(double[] first, double[] second) {
        // Ranks sum to n(n + 1)/2, ties or not.
        double mean = (first.length + 1) / 2.0;
        var products = new NeumaierSum();
        var firstSquares = new NeumaierSum();
        var secondSquares = new NeumaierSum();
        for (int i = 0; i < first.length; i++) {
            double a = first[i] - mean;
            double b = second[i] - mean;
            products.add(a * b);
            firstSquares.add(a * a);
            secondSquares.add(b * b);
        }
        return products.value() / Math.sqrt(firstSquares.value() * secondSquares.value());
    }
}
