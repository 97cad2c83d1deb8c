package rubicon.model.recordledger;

import rubicon.model.arrival.GammaPoisson;

/// How many steps a year may bring, if they come independently at one rate. Before anything was
/// seen that is as if half a step had come in half a year.
///
/// @param days of the time ahead
/// @param expected number
/// @param low of the central interval of the number at [#LEVEL]
/// @param atLeastOne chance of one or more
/// @see "docs/methods/record-ledger.md"
public record StepsAhead(int days, double expected, int low, int high, double atLeastOne) {
    /// Of the interval.
    public static final double LEVEL = 0.95;

    private static final GammaPoisson PRIOR = new GammaPoisson(0.5, 182.5);
    private static final int YEAR = 365;

    /// What the year after a time brings that had some steps.
    ///
    /// @param seen steps, at least 0
    /// @param days in which they were seen, at least 0
    public static StepsAhead after(int seen, long days) {
        GammaPoisson rate = PRIOR.after(seen, (double) days);
        return new StepsAhead(
                YEAR,
                rate.rate() * YEAR,
                rate.eventsBy(YEAR, (1 - LEVEL) / 2),
                rate.eventsBy(YEAR, (1 + LEVEL) / 2),
                rate.atLeastOne(YEAR));
    }
}
