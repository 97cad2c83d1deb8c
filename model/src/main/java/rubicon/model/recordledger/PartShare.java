package rubicon.model.recordledger;

import java.util.ArrayList;
import java.util.List;
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
        return ofEach(chain, List.of(isPart), draws, seed, level).getFirst();
    }

    /// Reads several parts of one ledger by the same draws.
    ///
    /// @return in the order of the parts
    /// @see #of
    public static List<PartShare> ofEach(
            RecordChain chain, List<Predicate<Step>> parts, int draws, long seed, double level) {
        double[][] shares = drawn(chain, parts, draws, new SplitMix64(seed));
        List<PartShare> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            double[] ends =
                    Quantiles.type7(shares[i], new double[] {(1 - level) / 2, (1 + level) / 2});
            all.add(of(chain, parts.get(i), new Range(ends[0], ends[1]), level));
        }
        return all;
    }

    private static PartShare of(
            RecordChain chain, Predicate<Step> isPart, Range drawn, double level) {
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
                count == 0 || count == steps ? Optional.empty() : Optional.of(drawn));
    }

    /// By part its share of the gain in each draw.
    private static double[][] drawn(
            RecordChain chain, List<Predicate<Step>> parts, int draws, SplitMix64 stream) {
        int steps = chain.steps().size();
        double[] gains = chain.steps().stream().mapToDouble(Step::logGain).toArray();
        boolean[][] isIn = new boolean[parts.size()][steps];
        for (int part = 0; part < isIn.length; part++) {
            for (int i = 0; i < steps; i++) {
                isIn[part][i] = parts.get(part).test(chain.steps().get(i));
            }
        }
        double[][] shares = new double[isIn.length][draws];
        for (int draw = 0; draw < draws; draw++) {
            var all = new NeumaierSum();
            NeumaierSum[] own = new NeumaierSum[isIn.length];
            for (int part = 0; part < own.length; part++) {
                own[part] = new NeumaierSum();
            }
            for (int i = 0; i < steps; i++) {
                int drawn = stream.nextIndex(steps);
                all.add(gains[drawn]);
                for (int part = 0; part < own.length; part++) {
                    if (isIn[part][drawn]) {
                        own[part].add(gains[drawn]);
                    }
                }
            }
            for (int part = 0; part < own.length; part++) {
                shares[part][draw] = all.value() == 0 ? 0 : own[part].value() / all.value();
            }
        }
        return shares;
    }
}
