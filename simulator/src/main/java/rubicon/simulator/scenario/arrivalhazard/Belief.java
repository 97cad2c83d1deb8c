package rubicon.simulator.scenario.arrivalhazard;

import java.util.function.LongToDoubleFunction;

/// What is believed of an arrival once it is known that nothing happened by a day, and how much
/// faster or slower than stated it goes from there. Set anew for each run; days are counted from
/// 1970-01-01.
final class Belief {
    private final LongToDoubleFunction stated;
    private final long survivedTo;
    private double never;
    private double left;
    private double ratio;

    /// @param stated probability by the end of a day, for who believes that it happens at all;
    ///   never falling
    /// @param survivedTo nothing happened by the end of this day
    Belief(LongToDoubleFunction stated, long survivedTo) {
        this.stated = stated;
        this.survivedTo = survivedTo;
    }

    /// Begins a run, without evidence.
    ///
    /// @param cure probability that it never happens, in [0, 1)
    void begin(double cure) {
        never = cure;
        left = 1 - stated.applyAsDouble(survivedTo);
        ratio = 1;
    }

    /// @param hazardRatio by what every later hazard is multiplied, above 0
    void hear(double hazardRatio) {
        ratio = hazardRatio;
    }

    /// Probability as it was stated, of all that is believed: `(1 − never)·F(d)`.
    double asStated(long day) {
        return (1 - never) * stated.applyAsDouble(day);
    }

    /// Whether the stated curve leaves a chance that nothing happened by the day known.
    boolean isPossible() {
        return never > 0 || left > 0;
    }

    /// `never/(never + (1 − never)(1 − F(T)))`: what silence makes of it.
    double neverNow() {
        return never / (never + (1 - never) * left);
    }

    /// Probability of all that is believed now; 0 up to the day known.
    double now(long day) {
        return now(day, day > survivedTo ? stated.applyAsDouble(day) : 0);
    }

    /// The same where `F(d)` is at hand.
    double now(long day, double statedByThen) {
        return (1 - neverNow()) * ifEver(day, statedByThen);
    }

    /// The same for who believes that it happens at all: `1 − ((1 − F(d))/(1 − F(T)))^ratio`.
    double ifEver(long day) {
        return ifEver(day, day > survivedTo ? stated.applyAsDouble(day) : 0);
    }

    private double ifEver(long day, double statedByThen) {
        if (day <= survivedTo) {
            return 0;
        }
        return left == 0 ? 1 : 1 - Math.pow((1 - statedByThen) / left, ratio);
    }
}
