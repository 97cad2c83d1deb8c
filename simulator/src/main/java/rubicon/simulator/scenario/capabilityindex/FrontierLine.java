package rubicon.simulator.scenario.capabilityindex;

import rubicon.model.stats.HeldQuantile;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.StudentT;

/// The frontier's line, and how it goes on: from a moment on at another pace. Set anew for each
/// run, in place.
///
/// Level and slope are at their quantiles. About the middle they are uncorrelated, not independent,
/// for they share the spread of the fit: drawn apart, their sum is a little too wide, its 90 %
/// point by 2 % at 10 degrees of freedom, by 42 % at 1.
final class FrontierLine {
    private final double middle;
    private final double turn;
    private final HeldQuantile levels;
    private final HeldQuantile slopes;
    private double level;
    private double perYear;
    private double pace;

    /// @param fit over time in years since 1970
    /// @param turn when the pace changes
    FrontierLine(LinearFit fit, double turn) {
        this.middle = fit.xMean();
        this.turn = turn;
        this.levels = fit.meanAt(middle).heldQuantile();
        this.slopes = new StudentT(fit.slope(), fit.slopeSe(), fit.degrees()).heldQuantile();
    }

    /// Begins a run.
    ///
    /// @param levelAt, slopeAt where in their distributions level and slope lie
    /// @param paceAfter of the slope from the turn on
    void begin(double levelAt, double slopeAt, double paceAfter) {
        level = levels.at(levelAt);
        perYear = slopes.at(slopeAt);
        pace = paceAfter;
    }

    double perYear() {
        return perYear;
    }

    double at(double time) {
        return level
                + perYear * (Math.min(time, turn) - middle)
                + pace * perYear * Math.max(0, time - turn);
    }

    /// When it has an index, not before the turn; infinite if it does not rise so far.
    double reaches(double index) {
        double missing = index - at(turn);
        if (missing <= 0) {
            return turn;
        }
        return perYear > 0 ? turn + missing / (pace * perYear) : Double.POSITIVE_INFINITY;
    }
}
