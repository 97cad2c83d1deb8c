package rubicon.simulator.scenario.capabilityindex;

import rubicon.model.stats.LinearFit;
import rubicon.model.stats.StudentT;

/// The frontier's line, and how it goes on: from a moment on at another pace.
///
/// @param middle time about which the line was fitted, years since 1970
/// @param level index there
/// @param perYear its slope
/// @param turn when the pace changes
/// @param pace of the slope from then on
record FrontierLine(double middle, double level, double perYear, double turn, double pace) {

    /// A line with level and slope at their quantiles. About the middle they are uncorrelated, not
    /// independent, for they share the spread of the fit: drawn apart, their sum is a little too
    /// wide, its 90 % point by 2 % at 10 degrees of freedom, by 42 % at 1.
    static FrontierLine of(
            LinearFit fit, double levelAt, double slopeAt, double turn, double pace) {
        return new FrontierLine(
                fit.xMean(),
                fit.meanAt(fit.xMean()).quantile(levelAt),
                new StudentT(fit.slope(), fit.slopeSe(), fit.degrees()).quantile(slopeAt),
                turn,
                pace);
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
