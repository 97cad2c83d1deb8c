package rubicon.model.reference;

import rubicon.model.stats.LinearFit;

/// Shares of nothing, which cases write as null.
final class Defined {
    private Defined() {}

    /// Share of the variance that a line explains; NaN where there is none.
    static double r2(LinearFit line) {
        return line.syy() == 0 ? Double.NaN : line.r2();
    }
}
