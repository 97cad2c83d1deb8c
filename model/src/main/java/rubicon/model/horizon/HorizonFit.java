package rubicon.model.horizon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rubicon.model.stats.NeumaierSum;

/// What the runs of one agent say about its time horizon.
///
/// Minimised is `Σ w·loss(y, a + b·log₂ minutes) + (regularization/2)·b²` with the logistic loss: a
/// ridge on the slope, the intercept free. The problem is convex; Newton's method finds its optimum
/// to rounding. METR's own program stops earlier, which moves its horizons by up to .35 %.
///
/// @see <a href="https://arxiv.org/abs/2503.14499">METR 2025</a>
public sealed interface HorizonFit {
    /// METR's ridge, the `C = 10` of its program.
    double METR_REGULARIZATION = 0.1;

    /// The weighted mean score, in [0, 1].
    double meanScore();

    /// Minutes of the tasks that succeed at a rate; 0 for an agent that never succeeded, infinite
    /// for one that never failed, empty where the runs do not say.
    ///
    /// @param rate in (0, 1)
    Optional<Double> horizonMinutes(double rate);

    /// Runs with a fitted curve.
    ///
    /// @param objective what was minimised
    /// @param crossEntropy `Σ w·loss` with chances clipped to [1e−15, 1 − 1e−15]
    record Fitted(LogisticCurve curve, double objective, double crossEntropy, double meanScore)
            implements HorizonFit {
        @Override
        public Optional<Double> horizonMinutes(double rate) {
            return Optional.of(curve.horizonMinutes(rate));
        }
    }

    /// Runs that no curve can be fitted to.
    record NoFit(Reason reason, double meanScore) implements HorizonFit {
        @Override
        public Optional<Double> horizonMinutes(double rate) {
            return switch (reason) {
                case NO_SUCCESS -> Optional.of(0.0);
                case NO_FAILURE -> Optional.of(Double.POSITIVE_INFINITY);
                case ONE_LENGTH, SEPARATED -> Optional.empty();
            };
        }
    }

    /// Why there is no curve.
    enum Reason {
        /// No run scored above 0.
        NO_SUCCESS,
        /// No run scored below 1.
        NO_FAILURE,
        /// All tasks take the same time, so that nothing is known of shorter or longer ones.
        ONE_LENGTH,
        /// Without a ridge, runs whose successes are all shorter than their failures have no
        /// steepest curve.
        SEPARATED
    }

    /// Fits the runs of one agent.
    ///
    /// @param runs at least one; the agent's name is not looked at
    /// @param regularization at least 0
    static HorizonFit of(List<HorizonRun> runs, Weighting weighting, double regularization) {
        if (runs.isEmpty() || !(regularization >= 0)) {
            throw new IllegalArgumentException(
                    "%d runs with regularization %s".formatted(runs.size(), regularization));
        }
        double[] weights = weighting.of(runs);
        double[] lengths =
                runs.stream().mapToDouble(HorizonRun::length).sorted().distinct().toArray();
        var cells = new Cells(lengths);
        var score = new NeumaierSum();
        for (int i = 0; i < weights.length; i++) {
            HorizonRun run = runs.get(i);
            int cell = Arrays.binarySearch(lengths, run.length());
            cells.add(cell, weights[i] * run.score(), weights[i] * (1 - run.score()));
            score.add(weights[i] * run.score());
        }
        double meanScore = score.value();
        if (!cells.hasBothOutcomes()) {
            return new NoFit(
                    cells.successWeight() > 0 ? Reason.NO_FAILURE : Reason.NO_SUCCESS, meanScore);
        }
        if (lengths.length == 1) {
            return new NoFit(Reason.ONE_LENGTH, meanScore);
        }
        return cells.fit(regularization, 1e-15)
                .<HorizonFit>map(curve ->
                        new Fitted(
                                curve,
                                cells.cost(curve.intercept(), curve.coefficient(), regularization),
                                crossEntropy(runs, weights, curve),
                                meanScore))
                .orElse(new NoFit(Reason.SEPARATED, meanScore));
    }

    private static double crossEntropy(
            List<HorizonRun> runs, double[] weights, LogisticCurve curve) {
        var sum = new NeumaierSum();
        for (int i = 0; i < weights.length; i++) {
            HorizonRun run = runs.get(i);
            double p = Math.clamp(curve.successAtLength(run.length()), 1e-15, 1 - 1e-15);
            sum.add(-weights[i] * run.score() * Math.log(p));
            sum.add(-weights[i] * (1 - run.score()) * Math.log1p(-p));
        }
        return sum.value();
    }
}
