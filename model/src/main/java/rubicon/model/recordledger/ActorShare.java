package rubicon.model.recordledger;

import java.util.Optional;
import rubicon.model.observation.Actor;
import rubicon.model.stats.Range;

/// An actor's part in a ledger, by number of steps and by what they gained, each with its interval.
///
/// @param countShare share of all steps
/// @param countRange Wilson's interval of it
/// @param gainShare share of the total gain
/// @param gainRange of it, from drawing the ledger's steps anew with replacement; it says how much
///   hangs on single steps, and nothing of doubts about who should get the credit. Empty where the
///   actor made no step or all: then every draw says the same, which is no certainty
public record ActorShare(
        Actor actor,
        int count,
        double countShare,
        Range countRange,
        double gain,
        double gainShare,
        Optional<Range> gainRange) {

    /// Reads an actor's part.
    ///
    /// @param chain with at least one step
    /// @param draws at least 1
    /// @param level of both intervals, in (0, 1)
    public static ActorShare of(
            RecordChain chain, Actor actor, int draws, long seed, double level) {
        PartShare part = PartShare.of(chain, it -> it.actor() == actor, draws, seed, level);
        return new ActorShare(
                actor,
                part.count(),
                part.countShare(),
                part.countRange(),
                part.gain(),
                part.gainShare(),
                part.gainRange());
    }
}
