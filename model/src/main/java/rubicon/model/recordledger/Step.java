package rubicon.model.recordledger;

import java.time.LocalDate;
import rubicon.model.observation.Actor;

/// What one record gained over the row before it.
///
/// @param logGain `ln(before/after)`, below 0 where the record was slower than a new baseline
public record Step(String id, LocalDate date, Actor actor, double logGain, Entry.Scope scope) {
    private static final double ROUNDING = 1e-12;

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
