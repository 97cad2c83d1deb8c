package rubicon.simulator.scenario.takeoff.task;

/// What a step of research adds to a level of technology: cumulative input grows by
/// `input^parallel·dt`, the level as its power `returns·penalty`; the penalty, `(lg ceiling − lg
/// level)/(lg ceiling − lg initial)`, falls to zero at a ceiling.
///
/// @param level of technology after the step
/// @param cumulative input after the step
/// @see "Davidson 2023, repository epoch-research/ftm"
public record ResearchUpdate(double level, double cumulative) {
    /// One step from here.
    ///
    /// @param input of research, at least 0
    /// @param step `dt`
    public ResearchUpdate after(Law law, double input, double step) {
        double grown = cumulative + Math.pow(input, law.parallel()) * step;
        return new ResearchUpdate(
                level * Math.pow(ratio(grown), law.returns() * law.penalty(level)), grown);
    }

    /// What is left of the way to a ceiling when the penalty is followed inside the step, so that
    /// no step of any length passes the ceiling: `lg ceiling − lg level` falls as a power of
    /// cumulative input.
    ///
    /// @param left orders of magnitude to the ceiling
    /// @param exponent `−returns/ln(ceiling/initial)`
    /// @param ratio by which cumulative input grows, at least 1
    static double left(double left, double exponent, double ratio) {
        return left * Math.exp(exponent * Math.log(ratio));
    }

    /// By how much the cumulative input grew; not at all where nothing was added to nothing.
    private double ratio(double grown) {
        return grown == cumulative ? 1 : grown / cumulative;
    }

    /// How research makes technology.
    ///
    /// @param initial level at the start, above 0
    /// @param ceiling of the level; infinite where there is none
    /// @param parallel exponent of input: below 1, doubling it less than doubles what it gives
    /// @param returns doublings of the level for each doubling of cumulative input
    public record Law(double initial, double ceiling, double parallel, double returns) {
        double penalty(double level) {
            return Double.isInfinite(ceiling)
                    ? 1
                    : (Math.log10(ceiling) - Math.log10(level))
                            / (Math.log10(ceiling) - Math.log10(initial));
        }
    }
}
