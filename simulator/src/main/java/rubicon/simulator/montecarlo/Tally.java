package rubicon.simulator.montecarlo;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/// Joins what blocks gave into the whole, in the order of blocks, whatever the order in which it
/// comes; what comes again is left out. Not for several threads.
public final class Tally {
    private final Plan plan;
    private final List<Summary> summaries;
    private final List<Partial.Draws> draws = new ArrayList<>();
    private final PriorityQueue<Partial> waiting =
            new PriorityQueue<>((a, b) -> Integer.compare(a.firstBlock(), b.firstBlock()));
    private int joined;

    /// Nothing yet of a plan.
    public Tally(Plan plan) {
        this.plan = plan;
        this.summaries = Worker.summaries(plan);
    }

    /// Takes what some blocks gave. A run is cut in one way: two parts hold the same blocks or none
    /// in common.
    public void add(Partial partial) {
        if (partial.firstBlock() < joined
                || waiting.stream().anyMatch(it -> it.firstBlock() == partial.firstBlock())) {
            return;
        }
        waiting.add(partial);
        for (Partial next = waiting.peek();
                next != null && next.firstBlock() == joined;
                next = waiting.peek()) {
            join(next);
            waiting.remove();
        }
    }

    private void join(Partial partial) {
        for (int series = 0; series < summaries.size(); series++) {
            summaries.get(series).join(partial.summaries().get(series));
            for (List<Moments> block : partial.moments()) {
                summaries.get(series).join(block.get(series));
            }
        }
        draws.addAll(partial.draws());
        joined += partial.blocks();
    }

    /// Blocks that are joined or wait for one before them.
    public int blocks() {
        return joined + waiting.stream().mapToInt(Partial::blocks).sum();
    }

    /// Whether all blocks are joined.
    public boolean isComplete() {
        return joined == plan.blocks();
    }

    /// By series.
    ///
    /// @throws IllegalStateException before all blocks are joined
    public List<Summary> summaries() {
        requireComplete();
        return summaries;
    }

    /// Spearman's rank correlation of each input with each scalar series, over the first samples of
    /// the run.
    ///
    /// @return by input, then by scalar series in their order; NaN where one of them does not vary
    /// @throws IllegalStateException before all blocks are joined
    public double[][] rankCorrelations() {
        requireComplete();
        return RankCorrelations.of(draws);
    }

    private void requireComplete() {
        if (!isComplete()) {
            throw new IllegalStateException(
                    "%d of %d blocks are there".formatted(joined, plan.blocks()));
        }
    }
}
