package rubicon.simulator.scenario.applepicking;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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
        var story = new Story(generations.size());
        story.begin(humanRate, budgetRate);
        story.tell(
                heights.spreading(),
                heights.c(),
                numbers(Generation::release),
                numbers(Generation::reach),
                numbers(Generation::agentRate),
                0,
                end);
        return new History(
                story,
                IntStream.range(0, generations.size())
                        .filter(story::came)
                        .mapToObj(i -> handover(story, i))
                        .toList(),
                end);
    }

    private double[] numbers(ToDoubleFunction<Generation> of) {
        return generations.stream().mapToDouble(of).toArray();
    }

    private Handover handover(Story story, int generation) {
        return new Handover(
                generations.get(generation),
                story.shareAtRelease(generation),
                story.agentSpend(generation),
                story.switchTime(generation),
                story.completed(generation),
                story.jump(generation),
                humanRate);
    }
}
