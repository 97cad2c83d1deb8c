package rubicon.simulator.scenario.applepicking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A tree while its story is told: time only goes on. Of each band is kept the share of what is
/// left, and of what is left the logarithm, so that nothing vanishes however much is picked.
final class BandedTree {
    private final double[] edges;
    private final double humanRate;
    private final double budgetRate;
    private final List<Stretch> stretches = new ArrayList<>();
    private double time;
    private double progress;
    private List<Double> shares;

    /// @param edges upper ones of the bands, rising
    /// @param parts what hangs in each band, together 1
    BandedTree(double[] edges, double[] parts, double humanRate, double budgetRate) {
        this.edges = edges.clone();
        this.shares = Arrays.stream(parts).boxed().toList();
        this.humanRate = humanRate;
        this.budgetRate = budgetRate;
    }

    /// People pick until then.
    void people(double until) {
        work(edges.length, humanRate, until);
    }

    /// A generation picks until people are worth as much, at the latest until then.
    Handover agents(Generation generation, double until) {
        var rates = new Rates(humanRate, generation.agentRate());
        int reached = (int) Arrays.stream(edges).filter(it -> it <= generation.reach()).count();
        Reach reach = stretch(reached, generation.agentRate()).reach();
        double toSwitch = reach.spendToSwitch(rates);
        double available = budgetRate * (until - time);
        boolean completed = toSwitch <= available;
        double spend = Math.min(toSwitch, available);
        double before = progress;
        work(
                reached,
                generation.agentRate(),
                completed ? Math.min(until, time + toSwitch / budgetRate) : until);
        return new Handover(
                generation, reach.within(), spend, time, completed, progress - before, humanRate);
    }

    List<Stretch> stretches() {
        return List.copyOf(stretches);
    }

    private void work(int reached, double rate, double until) {
        Stretch stretch = stretch(reached, rate);
        if (until > time || stretches.isEmpty()) {
            stretches.add(stretch);
        }
        progress = stretch.progressAt(until);
        shares = stretch.sharesAt(until);
        time = until;
    }

    private Stretch stretch(int reached, double rate) {
        return Stretch.of(time, progress, shares, reached, rate * budgetRate);
    }
}
