package rubicon.simulator.scenario.takeoff.software;

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

    /// Runs to 48 months, the ceiling, or the end of returns.
    ///
    /// @throws IllegalArgumentException if a parameter is out of its range, or the ceiling is more
    ///   than a million doublings away
    public Path path() {
        var times = new DoublingTimes();
        times.run(
                speedup,
                returns,
                ceilingYears,
                exponent,
                softwareShare,
                doublingMonths,
                retraining,
                constantReturns);
        return new Path(times);
    }

    /// What a run gives.
    public static final class Path {
        private final DoublingTimes doublings;

        private Path(DoublingTimes doublings) {
            this.doublings = doublings;
        }

        /// Months at which each doubling is complete; the first item is 0, the start.
        public double[] times() {
            return doublings.months();
        }

        /// `r` at the end.
        public double finalReturns() {
            return doublings.finalReturns();
        }

        /// Completed doublings.
        public int steps() {
            return doublings.steps();
        }

        /// Whether enough doublings fall into some window that is strictly shorter than asked.
        public boolean reaches(ProgressSpeed event) {
            return doublings.reaches(event);
        }

        /// The most progress in any window shorter than so many months, in years at the recent
        /// pace.
        public double bestYearsIn(double months) {
            return doublings.bestYearsIn(months);
        }
    }
}
