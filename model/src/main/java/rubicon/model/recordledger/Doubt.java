package rubicon.model.recordledger;

import rubicon.model.observation.Actor;

/// That a step may be somebody else's than the one's who is credited.
///
/// @param other whose it is then
/// @param chance of that, in (0, 1)
public record Doubt(Actor other, double chance) {
    public Doubt {
        if (!(chance > 0 && chance < 1)) {
            throw new IllegalArgumentException("a chance of %s is no doubt".formatted(chance));
        }
    }
}
