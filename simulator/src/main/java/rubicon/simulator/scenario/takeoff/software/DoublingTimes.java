package rubicon.simulator.scenario.takeoff.software;

import java.util.Arrays;

/// When software doubles in a [SoftwareExplosion], for one run after another. Allocates only where
/// a run has more doublings than any before. For one thread at a time.
public final class DoublingTimes {
    private static final double MOST_DOUBLINGS = 1_000_000;
    private static final double LN_2 = Math.log(2);

    private double[] months = new double[256];
    private int steps;
    private double perYear;
    private double finalReturns;

    /// One run to 48 months, the ceiling, or the end of returns; parameters as [SoftwareExplosion]
    /// has them.
    public void run(
            double speedup,
            double returns,
            double ceilingYears,
            double exponent,
            double softwareShare,
            double doublingMonths,
            Retraining retraining,
            boolean constantReturns) {
        require(speedup > 0, "f", speedup);
        require(returns > 0, "r0", returns);
        require(ceilingYears > 0, "limitYears", ceilingYears);
        require(exponent >= 0, "p", exponent);
        require(softwareShare > 0, "softwareShare", softwareShare);
        require(doublingMonths > 0, "doublingMonths", doublingMonths);
        perYear = 4 / softwareShare;
        double ceiling = perYear * ceilingYears;
        // A path without bound would fill the memory when doublings come ever faster.
        require(ceiling <= MOST_DOUBLINGS, "limitYears", ceilingYears);
        double fall = constantReturns ? 0 : returns / ceiling;
        double time = 0;
        double next = doublingMonths / speedup;
        double r = returns;
        steps = 0;
        while (time < SoftwareExplosion.HORIZON_MONTHS && steps < ceiling && r > 0) {
            time += next;
            steps++;
            if (steps == months.length) {
                months = Arrays.copyOf(months, 2 * steps);
            }
            months[steps] = time;
            r -= fall;
            if (r > 0) {
                double factor = Math.exp(LN_2 * retraining.exponent(exponent * (1 / r - 1)));
                // What was too short for a number may have become too long for one.
                next = Double.isInfinite(factor) ? factor : next * factor;
            }
        }
        finalReturns = r;
    }

    private static void require(boolean right, String name, double value) {
        if (!right) {
            throw new IllegalArgumentException(name + " can not be " + value);
        }
    }

    /// Completed doublings.
    public int steps() {
        return steps;
    }

    /// The month at which so many doublings are complete.
    ///
    /// @param doublings from 0, the start, to [#steps]
    public double month(int doublings) {
        return months[doublings];
    }

    /// `r` at the end.
    public double finalReturns() {
        return finalReturns;
    }

    /// Doublings that a year at the recent pace brings, `4/s`.
    public double perYear() {
        return perYear;
    }

    /// Whether enough doublings fall into some window that is strictly shorter than asked.
    public boolean reaches(ProgressSpeed event) {
        int needed = event.doublings(perYear);
        for (int last = needed; last <= steps; last++) {
            if (months[last] - months[last - needed] < event.months()) {
                return true;
            }
        }
        return false;
    }

    /// The most progress in any window shorter than so many months, in years at the recent pace.
    public double bestYearsIn(double window) {
        int best = 0;
        int first = 0;
        for (int last = 0; last <= steps; last++) {
            while (months[last] - months[first] >= window) {
                first++;
            }
            best = Math.max(best, last - first);
        }
        return best / perYear;
    }

    /// All months at which a doubling is complete; the first item is 0, the start.
    double[] months() {
        return Arrays.copyOf(months, steps + 1);
    }
}
