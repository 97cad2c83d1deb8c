package rubicon.model.recordledger;

import rubicon.model.observation.Actor;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Quantiles;
import rubicon.model.stats.Range;
import rubicon.model.stats.SplitMix64;
import rubicon.model.stats.Wilson;

/// An actor's part in a ledger, by number of steps and by what they gained, each with its interval.
///
/// @param countShare share of all steps
/// @param countRange Wilson's interval of it
/// @param gainShare share of the total gain
/// @param gainRange of it, from drawing the ledger's steps anew with replacement; it says how much
///   hangs on single steps, and nothing of doubts about who should get the credit
public record ActorShare(
        Actor actor,
        int count,
        double countShare,
        Range countRange,
        double gain,
        double gainShare,
        Range gainRange) {

    /// Reads an actor's part.
    ///
    /// @param chain with at least one step
    /// @param draws at least 1
    /// @param level of both intervals, in (0, 1)
    public static ActorShare of(
            RecordChain chain, Actor actor, int draws, long seed, double level) {
        int steps = chain.steps().size();
        int count = chain.count(actor);
        return new ActorShare(
                actor,
                count,
                (double) count / steps,
                Wilson.interval(count, steps, level),
                chain.gain(actor),
                chain.share(actor),
                drawn(chain, actor, draws, new SplitMix64(seed), level));
    }

    private static Range drawn(
            RecordChain chain, Actor actor, int draws, SplitMix64 stream, double level) {
        int steps = chain.steps().size();
        double[] shares = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            var all = new NeumaierSum();
            var own = new NeumaierSum();
            for (int i = 0; i < steps; i++) {
                Step step = chain.steps().get(stream.nextIndex(steps));
                all.add(step.logGain());
                if (step.actor() == actor) {
                    own.add(step.logGain());
                }
            }
            shares[draw] = all.value() == 0 ? 0 : own.value() / all.value();
        }
        double[] ends = Quantiles.type7(shares, new double[] {(1 - level) / 2, (1 + level) / 2});
        return new Range(ends[0], ends[1]);
    }
}
