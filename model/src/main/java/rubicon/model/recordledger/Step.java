package rubicon.model.recordledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Actor;

/// What one record gained over the row before it.
///
/// @param logGain `ln(before/after)`, below 0 where the record was slower than a new baseline
/// @param doubt of the credit; null where nobody doubts it
public record Step(
        String id,
        LocalDate date,
        Actor actor,
        double logGain,
        Entry.Scope scope,
        @Nullable Doubt doubt) {
    private static final double ROUNDING = 1e-12;

    /// The chance that the step is an actor's.
    double chance(Actor of) {
        if (doubt == null || doubt.other() == actor) {
            return of == actor ? 1 : 0;
        }
        if (of == actor) {
            return 1 - doubt.chance();
        }
        return of == doubt.other() ? doubt.chance() : 0;
    }

    /// How far a step went.
    public enum Depth {
        DEEP,
        SHALLOW,
        /// Several edits at once: neither, whatever they gained together.
        BUNDLED
    }

    /// The depth of the step.
    ///
    /// @param threshold share of the value that a single idea must remove to be deep, in (0, 1)
    public Depth depth(double threshold) {
        if (scope == Entry.Scope.BUNDLE) {
            return Depth.BUNDLED;
        }
        // 100 to 95 removes 5 %, whatever rounding makes of it.
        return logGain >= -Math.log1p(-threshold) - ROUNDING ? Depth.DEEP : Depth.SHALLOW;
    }
}
