package rubicon.simulator.scenario.arrivalhazard;

import java.time.LocalDate;
import java.util.function.ToDoubleFunction;

/// What is believed of an arrival once it is known that nothing happened by a day, and how much
/// faster or slower than stated it goes from there.
///
/// @param stated probability by the end of a day, for who believes that it happens at all; never
///   falling
/// @param never `cure`, in [0, 1)
/// @param survivedTo nothing happened by the end of this day
/// @param hazardRatio by what every later hazard is multiplied, above 0
record Belief(
        ToDoubleFunction<LocalDate> stated,
        double never,
        LocalDate survivedTo,
        double hazardRatio) {

    /// Probability as it was stated, of all that is believed: `(1 − never)·F(d)`.
    double asStated(LocalDate date) {
        return (1 - never) * stated.applyAsDouble(date);
    }

    /// Whether the stated curve leaves a chance that nothing happened by the day known.
    boolean isPossible() {
        return never > 0 || survival(survivedTo) > 0;
    }

    /// `never/(never + (1 − never)(1 − F(T)))`: what silence makes of it.
    double neverNow() {
        return never / (never + (1 - never) * survival(survivedTo));
    }

    /// Probability of all that is believed now; 0 up to the day known.
    double now(LocalDate date) {
        return (1 - neverNow()) * ifEver(date);
    }

    /// The same for who believes that it happens at all: `1 − ((1 − F(d))/(1 − F(T)))^ratio`.
    double ifEver(LocalDate date) {
        if (!date.isAfter(survivedTo)) {
            return 0;
        }
        double left = survival(survivedTo);
        return left == 0 ? 1 : 1 - Math.pow(survival(date) / left, hazardRatio);
    }

    private double survival(LocalDate date) {
        return 1 - stated.applyAsDouble(date);
    }
}
