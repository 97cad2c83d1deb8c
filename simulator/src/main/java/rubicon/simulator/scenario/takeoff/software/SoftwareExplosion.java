package rubicon.simulator.scenario.takeoff.software;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/// Software that doubles again and again while its researchers are software. Each doubling takes
/// `2^(p(1/r − 1))` times as long as the one before, and the returns `r` fall in a straight line to
/// zero at the ceiling of `D = (4/s)·Y` doublings.
///
/// The new `r` enters the next doubling, as in the source's program; its text prints the old one.
///
/// @param speedup `f`: initial speed-up of software progress by full automation
/// @param returns `r₀` at the start, above 0
/// @param ceilingYears `Y`: years of progress at the recent pace to the ceiling
/// @param exponent `p = λα`: parallelism times the exponent of compute
/// @param softwareShare `s` of recent progress, in (0, 1]
/// @param doublingMonths `T₀`: the recent doubling time of software
/// @param constantReturns whether `r` stays at `r₀`
/// @see <a
///   href="https://www.forethought.org/research/how-quick-and-big-would-a-software-intelligence-explosion-be">Davidson
///   & Houlden 2025</a>
public record SoftwareExplosion(
        double speedup,
        double returns,
        double ceilingYears,
        double exponent,
        double softwareShare,
        double doublingMonths,
        Retraining retraining,
        boolean constantReturns) {
    /// The simulation's end.
    public static final double HORIZON_MONTHS = 48;

    /// The source's share of software in recent progress.
    public static final double SOFTWARE_SHARE = 0.5;

    /// The source's recent doubling time of software, in months.
    public static final double DOUBLING_MONTHS = 3;

    private static final double MOST_DOUBLINGS = 1_000_000;

    public SoftwareExplosion {
        require(speedup > 0, "f", speedup);
        require(returns > 0, "r0", returns);
        require(ceilingYears > 0, "limitYears", ceilingYears);
        require(exponent >= 0, "p", exponent);
        require(softwareShare > 0, "softwareShare", softwareShare);
        require(doublingMonths > 0, "doublingMonths", doublingMonths);
        // A path without bound would fill the memory when doublings come ever faster.
        require(4 / softwareShare * ceilingYears <= MOST_DOUBLINGS, "limitYears", ceilingYears);
    }

    /// Doublings that a year at the recent pace brings, `4/s`.
    public double doublingsPerYear() {
        return 4 / softwareShare;
    }

    /// Runs to 48 months, the ceiling, or the end of returns.
    public Path path() {
        double ceiling = doublingsPerYear() * ceilingYears;
        double fall = constantReturns ? 0 : returns / ceiling;
        double[] times = new double[16];
        int doublings = 0;
        double time = 0;
        double next = doublingMonths / speedup;
        double r = returns;
        while (time < HORIZON_MONTHS && doublings < ceiling && r > 0) {
            time += next;
            doublings++;
            if (doublings == times.length) {
                times = Arrays.copyOf(times, 2 * doublings);
            }
            times[doublings] = time;
            r -= fall;
            if (r > 0) {
                double factor = FastMath.pow(2, retraining.exponent(exponent * (1 / r - 1)));
                // What was too short for a number may have become too long for one.
                next = Double.isInfinite(factor) ? factor : next * factor;
            }
        }
        return new Path(Arrays.copyOf(times, doublings + 1), r, doublingsPerYear());
    }

    private static void require(boolean right, String name, double value) {
        if (!right) {
            throw new IllegalArgumentException(name + " can not be " + value);
        }
    }

    /// What a run gives.
    public static final class Path {
        private final double[] times;
        private final double finalReturns;
        private final double doublingsPerYear;

        private Path(double[] times, double finalReturns, double doublingsPerYear) {
            this.times = times;
            this.finalReturns = finalReturns;
            this.doublingsPerYear = doublingsPerYear;
        }

        /// Months at which each doubling is complete; the first item is 0, the start.
        public double[] times() {
            return times.clone();
        }

        /// `r` at the end.
        public double finalReturns() {
            return finalReturns;
        }

        /// Completed doublings.
        public int steps() {
            return times.length - 1;
        }

        /// Whether enough doublings fall into some window that is strictly shorter than asked.
        public boolean reaches(ProgressSpeed event) {
            int needed = event.doublings(doublingsPerYear);
            for (int last = needed; last < times.length; last++) {
                if (times[last] - times[last - needed] < event.months()) {
                    return true;
                }
            }
            return false;
        }

        /// The most progress in any window shorter than so many months, in years at the recent
        /// pace.
        public double bestYearsIn(double months) {
            int best = 0;
            int first = 0;
            for (int last = 0; last < times.length; last++) {
                while (times[last] - times[first] >= months) {
                    first++;
                }
                best = Math.max(best, last - first);
            }
            return best / doublingsPerYear;
        }
    }
}
