package rubicon.model.recordledger;

import java.util.Optional;
import java.util.function.Predicate;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Quantiles;
import rubicon.model.stats.Range;
import rubicon.model.stats.SplitMix64;
import rubicon.model.stats.Wilson;

/// A part of a ledger's steps, by number and by what they gained, each with its interval.
///
/// @param countShare share of all steps
/// @param countRange Wilson's interval of it
/// @param gain `Σ` of the part's steps
/// @param gainShare share of the total gain; 0 where nothing was gained
/// @param gainRange of it, from drawing the ledger's steps anew with replacement; it says how much
///   hangs on single steps, and nothing of doubts about which of them belong to the part. Empty
///   where the part has no step or all: then every draw says the same, which is no certainty
public record PartShare(
        int count,
        double countShare,
        Range countRange,
        double gain,
        double gainShare,
        Optional<Range> gainRange) {

    /// Reads a part.
    ///
    /// @param chain with at least one step
    /// @param draws at least 1
    /// @param level of both intervals, in (0, 1)
    public static PartShare of(
            RecordChain chain, Predicate<Step> isPart, int draws, long seed, double level) {
        int steps = chain.steps().size();
        int count = (int) chain.steps().stream().filter(isPart).count();
        double gain =
                NeumaierSum.of(
                        chain.steps().stream().filter(isPart).mapToDouble(Step::logGain).toArray());
        double total = chain.total();
        return new PartShare(
                count,
                (double) count / steps,
                Wilson.interval(count, steps, level),
                gain,
                total == 0 ? 0 : gain / total,
                count == 0 || count == steps
                        ? Optional.empty()
                        : Optional.of(drawn(chain, isPart, draws, new SplitMix64(seed), level)));
    }

    private static Range drawn(
            RecordChain chain, Predicate<Step> isPart, int draws, SplitMix64 stream, double level) {
        int steps = chain.steps().size();
        double[] gains = chain.steps().stream().mapToDouble(Step::logGain).toArray();
        boolean[] parts = new boolean[steps];
        for (int i = 0; i < steps; i++) {
            parts[i] = isPart.test(chain.steps().get(i));
        }
        double[] shares = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            var all = new NeumaierSum();
            var own = new NeumaierSum();
            for (int i = 0; i < steps; i++) {
                int drawn = stream.nextIndex(steps);
                all.add(gains[drawn]);
                if (parts[drawn]) {
                    own.add(gains[drawn]);
                }
            }
            shares[draw] = all.value() == 0 ? 0 : own.value() / all.value();
        }
        double[] ends = Quantiles.type7(shares, new double[] {(1 - level) / 2, (1 + level) / 2});
        return new Range(ends[0], ends[1]);
    }
}
