package rubicon.simulator.scenario.capabilityindex;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import rubicon.model.capabilityindex.CapabilityIndex;
import rubicon.model.stats.Range;

/// A model that is placed among benchmarks which stay where they are: its capability C leaves the
/// least `Σ(σ(α(C − D)) − y)²` within [−10, 10]. The sum may have several valleys, so all of the
/// interval is looked at first. Where all scores are 0 nothing is least, nor where all are 1: the
/// further the better, and it is put at that end.
///
/// @param scores at least one
record NewModel(List<Scored> scores) {
    private static final double REACH = 10;
    private static final int CELLS = 200;
    private static final double ACCURACY = 1e-12;
    private static final int MOST_STEPS = 200;

    NewModel {
        scores = List.copyOf(scores);
    }

    /// A score on a benchmark with its place.
    record Scored(double difficulty, double slope, double score) {
        double expected(double capability) {
            return CapabilityIndex.score(capability, difficulty, slope);
        }
    }

    /// Whether the scores say where it lies, and not only that it lies as far as one looks.
    boolean isBounded() {
        return scores.stream().anyMatch(it -> it.score() > 0)
                && scores.stream().anyMatch(it -> it.score() < 1);
    }

    double capability() {
        if (!isBounded()) {
            return scores.getFirst().score() > 0 ? REACH : -REACH;
        }
        double step = 2 * REACH / CELLS;
        double best = -REACH;
        for (int i = 1; i <= CELLS; i++) {
            double here = -REACH + i * step;
            if (squares(here) < squares(best)) {
                best = here;
            }
        }
        double low = Math.max(-REACH, best - step);
        double high = Math.min(REACH, best + step);
        // At the ends of the interval nothing turns.
        return slope(low) < 0 && slope(high) > 0
                ? new BracketingNthOrderBrentSolver(1e-14, ACCURACY, 5)
                        .solve(MOST_STEPS, this::slope, low, high)
                : best;
    }

    /// Where it would lie without one of its scores, from the lowest to the highest; with a single
    /// score where it lies.
    Range withoutOne() {
        if (scores.size() == 1) {
            return new Range(capability(), capability());
        }
        var places =
                IntStream.range(0, scores.size())
                        .mapToDouble(out ->
                                new NewModel(
                                                IntStream.range(0, scores.size())
                                                        .filter(i -> i != out)
                                                        .mapToObj(scores::get)
                                                        .toList())
                                        .capability())
                        .summaryStatistics();
        return new Range(places.getMin(), places.getMax());
    }

    double misfit(double capability) {
        return Math.sqrt(squares(capability) / scores.size());
    }

    private double squares(double capability) {
        double sum = 0;
        for (Scored it : scores) {
            double distance = it.expected(capability) - it.score();
            sum += distance * distance;
        }
        return sum;
    }

    /// Half the derivative of the sum of squares.
    private double slope(double capability) {
        double sum = 0;
        for (Scored it : scores) {
            double expected = it.expected(capability);
            sum += (expected - it.score()) * it.slope() * expected * (1 - expected);
        }
        return sum;
    }
}
