package rubicon.model.recordledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rubicon.model.observation.Actor;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Quantiles;
import rubicon.model.stats.Range;
import rubicon.model.stats.SplitMix64;

/// How much of a ledger's gain is an actor's where some credits are doubted: each doubted step is
/// drawn to be the one's or the other's, all else stays as it is.
///
/// @param doubted steps that may or may not be the actor's
/// @param gainShare expected share of the total gain
/// @param range of the drawn shares; it says nothing of what hangs on single steps ([PartShare])
public record Attribution(int doubted, double gainShare, Range range) {

    /// The part of each actor, in their order; empty where no doubt concerns the actor, or nothing
    /// was gained.
    ///
    /// @param draws at least 1
    /// @param level of the ranges, in (0, 1)
    public static List<Optional<Attribution>> ofEach(
            RecordChain chain, List<Actor> actors, int draws, long seed, double level) {
        double[][] shares = shares(chain, actors, draws, new SplitMix64(seed));
        List<Optional<Attribution>> parts = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) {
            Actor actor = actors.get(i);
            int doubted = (int) chain.steps().stream().filter(it -> isOpen(it, actor)).count();
            if (doubted == 0 || chain.total() == 0) {
                parts.add(Optional.empty());
                continue;
            }
            double[] ends =
                    Quantiles.type7(shares[i], new double[] {(1 - level) / 2, (1 + level) / 2});
            double expected =
                    NeumaierSum.of(
                                    chain.steps().stream()
                                            .mapToDouble(it -> it.logGain() * it.chance(actor))
                                            .toArray())
                            / chain.total();
            parts.add(Optional.of(new Attribution(doubted, expected, new Range(ends[0], ends[1]))));
        }
        return parts;
    }

    private static boolean isOpen(Step it, Actor actor) {
        double chance = it.chance(actor);
        return chance > 0 && chance < 1;
    }

    /// By actor the share of each draw. One word of the stream for each doubted step.
    private static double[][] shares(
            RecordChain chain, List<Actor> actors, int draws, SplitMix64 stream) {
        double total = chain.total();
        double[][] shares = new double[actors.size()][draws];
        if (total == 0 || chain.steps().stream().allMatch(it -> it.doubt() == null)) {
            return shares;
        }
        for (int draw = 0; draw < draws; draw++) {
            NeumaierSum[] sums = new NeumaierSum[actors.size()];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = new NeumaierSum();
            }
            for (Step it : chain.steps()) {
                Doubt doubt = it.doubt();
                boolean isOther = doubt != null && stream.nextOpenUniform() < doubt.chance();
                int at = actors.indexOf(isOther && doubt != null ? doubt.other() : it.actor());
                if (at >= 0) {
                    sums[at].add(it.logGain());
                }
            }
            for (int i = 0; i < sums.length; i++) {
                shares[i][draw] = sums[i].value() / total;
            }
        }
        return shares;
    }
}
