package rubicon.simulator.scenario.applepicking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/// A tree on which one generation of agents follows another, its budget always spent best. Only the
/// newest generation works. From its release it picks as long as a unit of spend is worth more with
/// it than with people, then people take over until the next release.
///
/// @param humanRate `r_H`
/// @param budgetRate `b`, spend per time, above 0
/// @param generations in the order of their releases; those of one moment in the order in which
///   they were given, so that the last of them works
public record Succession(
        Heights heights, double humanRate, double budgetRate, List<Generation> generations) {

    public Succession {
        if (!(budgetRate > 0 && Double.isFinite(budgetRate))) {
            throw new IllegalArgumentException("the budget is above 0, not " + budgetRate);
        }
        generations =
                generations.stream()
                        .sorted(Comparator.comparingDouble(Generation::release))
                        .toList();
        generations.forEach(it -> new Rates(humanRate, it.agentRate()));
    }

    /// The same tree with every release later by a delay, at least 0.
    public Succession later(double delay) {
        return new Succession(
                heights,
                humanRate,
                budgetRate,
                generations.stream()
                        .map(it -> new Generation(it.release() + delay, it.reach(), it.agentRate()))
                        .toList());
    }

    /// What happens from time 0. There is no step: from event to event all has a closed form.
    ///
    /// @param end at least 0; a generation that comes later does not come
    public History until(double end) {
        if (!(end >= 0 && Double.isFinite(end))) {
            throw new IllegalArgumentException("the end is at 0 or later, not " + end);
        }
        List<Generation> released = generations.stream().filter(it -> it.release() <= end).toList();
        double[] edges = edges(released);
        double[] parts = new double[edges.length];
        for (int band = 0; band < edges.length; band++) {
            parts[band] = heights.between(band == 0 ? 0 : edges[band - 1], edges[band]);
        }
        var tree = new BandedTree(edges, parts, humanRate, budgetRate);
        double first = released.isEmpty() ? end : released.getFirst().release();
        tree.people(first);
        List<Handover> events = new ArrayList<>();
        for (int i = 0; i < released.size(); i++) {
            double next = i + 1 < released.size() ? released.get(i + 1).release() : end;
            events.add(tree.agents(released.get(i), next));
            tree.people(next);
        }
        return new History(events, tree.stretches(), end);
    }

    /// The upper edges of the bands: each height at which some generation stops, and the top.
    private static double[] edges(List<Generation> released) {
        return DoubleStream.concat(
                        released.stream().mapToDouble(Generation::reach), DoubleStream.of(1))
                .filter(edge -> edge > 0 && edge <= 1)
                .sorted()
                .distinct()
                .toArray();
    }
}
