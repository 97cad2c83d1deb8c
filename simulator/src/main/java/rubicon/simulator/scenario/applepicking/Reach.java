package rubicon.simulator.scenario.applepicking;

/// What agents can pick of all that is left on a tree, as shares that add up to 1. People's picking
/// changes neither: they take from all heights alike.
///
/// Both shares are kept, for near a closed loop the second is smaller than the rounding of the
/// first.
///
/// @param within `q`, share in [0, 1] that agents reach
/// @param beyond `1 − q`, share in [0, 1] that they do not; exactly 0 where they reach all
public record Reach(double within, double beyond) {
    public Reach {
        if (!(within >= 0 && within <= 1 && beyond >= 0 && beyond <= 1)
                || Math.abs(within + beyond - 1) > 1e-9) {
            throw new IllegalArgumentException(
                    "%s and %s are no shares of one whole".formatted(within, beyond));
        }
    }

    /// On an untouched tree.
    ///
    /// @param height `λ`, at least 0; from 1 on agents reach all
    public static Reach of(Heights heights, double height) {
        requireHeight(height);
        return new Reach(heights.below(height), heights.above(height));
    }

    /// `ln(1 − q + q·e^{−work})`: the logarithm of the share that agents leave of all.
    ///
    /// @param work agents' rate times their spend, at least 0, may be infinite
    /// @return at most 0; minus infinity where all is picked
    public double logLeft(double work) {
        return logLeft(within, beyond, work);
    }

    /// [#logLeft(double)] on numbers in place.
    static double logLeft(double within, double beyond, double work) {
        if (beyond == 0) {
            return 0 - work;
        }
        double picked = -within * Math.expm1(-work);
        // Small picks lose digits in 1 − picked, large ones in the share that is left.
        return picked < 0.5 ? Math.log1p(-picked) : Math.log(beyond + within * Math.exp(-work));
    }

    /// The shares of what is left once agents have worked.
    public Reach after(double work) {
        return new Reach(withinAfter(within, beyond, work), beyondAfter(within, beyond, work));
    }

    /// `q` of [#after], on numbers in place.
    static double withinAfter(double within, double beyond, double work) {
        if (beyond == 0 || within == 0) {
            return within;
        }
        double low = within * Math.exp(-work);
        return low / (low + beyond);
    }

    /// `1 − q` of [#after], on numbers in place.
    static double beyondAfter(double within, double beyond, double work) {
        return beyond == 0 || within == 0 ? beyond : beyond / (within * Math.exp(-work) + beyond);
    }

    /// What agents get through before a unit of spend is worth more with people: `x̄ = ln[q(r_A −
    /// r_H)/((1 − q)·r_H)]/r_A`. To spend a budget best, agents come first, up to this, and then
    /// people alone.
    ///
    /// @return agents' spend; 0 if people are worth as much from the start, that is if `q·r_A ≤
    ///   r_H`; else infinite if agents reach all
    public double spendToSwitch(Rates rates) {
        return spendToSwitch(within, beyond, rates.human(), rates.agent());
    }

    /// [#spendToSwitch(Rates)] on numbers in place.
    static double spendToSwitch(double within, double beyond, double human, double agent) {
        double lead = within * agent - human;
        if (lead <= 0) {
            return 0;
        }
        return beyond == 0 ? Double.POSITIVE_INFINITY : Math.log1p(lead / (beyond * human)) / agent;
    }

    static void requireHeight(double height) {
        if (!(height >= 0)) {
            throw new IllegalArgumentException("a reach is at least 0, not " + height);
        }
    }
}
