package rubicon.simulator.scenario.applepicking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Agents whose reach follows from what was picked, on the tree of AI research itself. People have
/// taken the share `h_t = 1 − p^t` by period *t*, agents all within their reach: `a_t = F(λ_t) +
/// h_t(1 − F(λ_t))`, or `F(λ_t)` itself once the reach is the whole tree. Below `ā` nothing comes
/// of it, above it the next reach is `λ_{t+1} = α + β(a_t − ā)`.
///
/// @param leftByPeople `p`, the share in [0, 1] of what is left that people leave in a period
/// @param activation `ā`, the share picked from which agents help
/// @param base `α`, at least 0, the reach they begin with
/// @param gain `β`, at least 0, reach per share picked
/// @see "Tom Cunningham, drafts on closing the loop, 2026"
public record ClosedLoop(
        Heights heights, double leftByPeople, double activation, double base, double gain) {

    public ClosedLoop {
        if (!(leftByPeople >= 0 && leftByPeople <= 1)) {
            throw new IllegalArgumentException(
                    "what people leave is from 0 to 1, not " + leftByPeople);
        }
        if (!Double.isFinite(activation)) {
            throw new IllegalArgumentException("the activation is finite, not " + activation);
        }
        if (!(base >= 0 && gain >= 0 && Double.isFinite(base + gain))) {
            throw new IllegalArgumentException(
                    "base and gain are at least 0, not %s and %s".formatted(base, gain));
        }
    }

    /// Where it leads, on the uniform tree.
    public enum Regime {
        /// People never pick enough for agents to help.
        NO_ACTIVATION("no-activation"),
        /// The reach stays below the whole tree, so people stay needed: `α + β(1 − ā) ≤ 1`.
        STUCK("stuck"),
        /// The reach grows towards a fixed point, `β < 1`.
        SOFT("soft"),
        /// The reach grows by the same amount each period, `β = 1`.
        LINEAR("linear"),
        /// The reach diverges, `β > 1`.
        HARD("hard");

        private final String word;

        Regime(String word) {
            this.word = word;
        }

        /// As written in answers.
        public String word() {
            return word;
        }
    }

    /// Period by period.
    ///
    /// @param reach `λ_t` from period 0, where it is 0
    /// @param picked `a_t`, in the same periods
    public record Path(List<Double> reach, List<Double> picked) {
        public Path {
            reach = List.copyOf(reach);
            picked = List.copyOf(picked);
        }
    }

    /// The periods 0 to `steps`. In a hard regime the numbers may become infinite.
    public Path path(int steps) {
        List<Double> reach = new ArrayList<>();
        List<Double> picked = new ArrayList<>();
        double now = 0;
        for (int t = 0; t <= steps; t++) {
            double got = picked(heights.spreading(), heights.c(), leftByPeople, now, t);
            reach.add(now);
            picked.add(got);
            now = next(got, activation, base, gain);
        }
        return new Path(reach, picked);
    }

    /// When people alone have picked enough, `ln(1 − ā)/ln p`, between periods.
    ///
    /// @return 0 if nothing is asked for; infinite if they never have
    public double activationPeriod() {
        return activationPeriod(activation, leftByPeople);
    }

    /// [#activationPeriod()] on numbers in place.
    static double activationPeriod(double activation, double leftByPeople) {
        if (activation <= 0) {
            return 0;
        }
        if (activation >= 1 || leftByPeople == 1) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.abs(Math.log1p(-activation) / Math.log(leftByPeople));
    }

    /// The reach once all of the tree is picked, `α + β(1 − ā)`; 0 if agents never help.
    public double asymptoticReach() {
        return asymptoticReach(activationPeriod(), activation, base, gain);
    }

    /// [#asymptoticReach()] on numbers in place.
    static double asymptoticReach(
            double activationPeriod, double activation, double base, double gain) {
        return activationPeriod == Double.POSITIVE_INFINITY ? 0 : base + gain * (1 - activation);
    }

    public Regime regime() {
        return regime(activationPeriod(), asymptoticReach(), gain);
    }

    /// [#regime()] on numbers in place.
    static Regime regime(double activationPeriod, double asymptoticReach, double gain) {
        if (activationPeriod == Double.POSITIVE_INFINITY) {
            return Regime.NO_ACTIVATION;
        }
        if (asymptoticReach <= 1) {
            return Regime.STUCK;
        }
        if (gain == 1) {
            return Regime.LINEAR;
        }
        return gain > 1 ? Regime.HARD : Regime.SOFT;
    }

    /// Where a soft regime leads, `(α − βā)/(1 − β)`.
    public Optional<Double> fixedPoint() {
        return regime() == Regime.SOFT
                ? Optional.of(fixedPoint(activation, base, gain))
                : Optional.empty();
    }

    /// [#fixedPoint()] of a soft regime, on numbers in place.
    static double fixedPoint(double activation, double base, double gain) {
        return (base - gain * activation) / (1 - gain);
    }

    /// `β·f(λ)`: above 1 a small rise of the reach makes a larger one.
    public double localGain(double reach) {
        return localGain(heights.spreading(), heights.c(), gain, reach);
    }

    /// [#localGain(double)] on numbers in place.
    static double localGain(Spreading heights, double shape, double gain, double reach) {
        return gain == 0 ? 0 : gain * heights.density(shape, reach);
    }

    /// `a_t` on numbers in place.
    static double picked(
            Spreading heights, double shape, double leftByPeople, double reach, int t) {
        double low = heights.extended(shape, reach);
        return reach >= 1
                ? low
                : low + (1 - Math.pow(leftByPeople, t)) * heights.above(shape, reach);
    }

    /// `λ_{t+1}` on numbers in place.
    static double next(double picked, double activation, double base, double gain) {
        return picked < activation ? 0 : base + gain * (picked - activation);
    }
}
