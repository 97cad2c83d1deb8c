package rubicon.model.recordledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import rubicon.model.observation.Actor;
import rubicon.model.stats.NeumaierSum;

/// The steps of a ledger, chained over its baselines: for consecutive rows of which the later is a
/// record, `ln(before/after)`; a re-timing only resets what the next record is compared with.
///
/// @param steps in the ledger's order; negative ones stay
/// @param rawLogGain `ln(first/last)` of all rows, baselines included: what one would read off the
///   table
/// @see "Keller Jordan and contributors, modded-nanogpt; Tom Cunningham, ai-discovery-data"
public record RecordChain(List<Step> steps, double rawLogGain) {
    /// Share of the value that a step must remove to be called deep.
    public static final double DEEP = 0.05;

    public RecordChain {
        steps = List.copyOf(steps);
    }

    /// Chains the rows of a ledger.
    ///
    /// @param entries in the ledger's order, at least one
    public static RecordChain of(List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("an empty ledger has no steps");
        }
        List<Step> steps = new ArrayList<>();
        for (int row = 1; row < entries.size(); row++) {
            Entry it = entries.get(row);
            if (it.kind() == Entry.Kind.RECORD) {
                double gain = Math.log(entries.get(row - 1).value() / it.value());
                steps.add(new Step(it.id(), it.date(), it.actor(), gain, it.scope(), it.doubt()));
            }
        }
        return new RecordChain(
                steps, Math.log(entries.getFirst().value() / entries.getLast().value()));
    }

    /// The steps from a day on.
    public RecordChain since(LocalDate day) {
        List<Step> later = steps.stream().filter(it -> !it.date().isBefore(day)).toList();
        return new RecordChain(later, sum(later));
    }

    /// `Σ` of all steps.
    public double total() {
        return sum(steps);
    }

    /// `Σ` of an actor's steps.
    public double gain(Actor actor) {
        return sum(steps.stream().filter(it -> it.actor() == actor).toList());
    }

    /// Number of an actor's steps.
    public int count(Actor actor) {
        return (int) steps.stream().filter(it -> it.actor() == actor).count();
    }

    /// An actor's share of the total; 0 where nothing was gained.
    public double share(Actor actor) {
        return total() == 0 ? 0 : gain(actor) / total();
    }

    /// The steps of one depth.
    public List<Step> of(Step.Depth depth, double threshold) {
        return steps.stream().filter(it -> it.depth(threshold) == depth).toList();
    }

    /// `Σ` of the steps of one depth as a share of the total; 0 where nothing was gained.
    public double share(Step.Depth depth, double threshold) {
        return total() == 0 ? 0 : sum(of(depth, threshold)) / total();
    }

    /// Number of steps that made the value worse than a new baseline.
    public int negative() {
        return (int) steps.stream().filter(it -> it.logGain() < 0).count();
    }

    /// The smallest number of steps, the largest first, that make half of the total.
    public int stepsToHalf() {
        double[] sorted = sorted();
        double half = total() / 2;
        double sum = 0;
        int taken = 0;
        while (taken < sorted.length && sum < half) {
            sum += sorted[sorted.length - 1 - taken];
            taken++;
        }
        return taken;
    }

    /// Gini coefficient of the steps, `Σ(2i − n − 1)x_i/(n·Σx)` over them in rising order: 0 where
    /// all are alike, near 1 where one is all; 0 where nothing was gained.
    public double gini() {
        double[] sorted = sorted();
        int n = sorted.length;
        var sum = new NeumaierSum();
        for (int i = 0; i < n; i++) {
            sum.add((2 * i + 1 - n) * sorted[i]);
        }
        double total = total();
        return total == 0 ? 0 : sum.value() / (n * total);
    }

    /// How long nothing came, measured by the mean gap between steps.
    ///
    /// @param today not before the last step
    /// @return days since the last step over the mean gap between steps; 0 with fewer than two
    public double silence(LocalDate today) {
        if (steps.size() < 2) {
            return 0;
        }
        double first = steps.getFirst().date().toEpochDay();
        double last = steps.getLast().date().toEpochDay();
        double gap = (last - first) / (steps.size() - 1);
        return gap == 0 ? 0 : (today.toEpochDay() - last) / gap;
    }

    private double[] sorted() {
        double[] sorted = steps.stream().mapToDouble(Step::logGain).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double sum(List<Step> steps) {
        return NeumaierSum.of(steps.stream().mapToDouble(Step::logGain).toArray());
    }
}
