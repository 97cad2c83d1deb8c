package rubicon.simulator.scenario.takeoff.ai2027;

/// Months of research at today's pace, shortened by AI that speeds research up on the way, until
/// the superhuman coder. Labour's speed rises geometrically in progress from `1 + a` to `1 + b`;
/// half of progress is labour's, half compute's. From 2029 on both inputs grow slower.
///
/// @param baseMonths `B` at the pace without any AI's help
/// @param present `a`: speed-up today, less 1; at least 0
/// @param atCoder `b`: speed-up at the superhuman coder, less 1; at least 0
/// @param start decimal year
/// @see "AI Futures Project 2025, AI 2027 timelines forecast, version of April 2025; repository
///   uvafan/timelines-takeoff-ai-2027"
public record Timeline(double baseMonths, double present, double atCoder, double start) {
    /// The year at which the run ends even if progress has not reached its goal.
    public static final double END = 2050;

    private static final double[] NONE = {};

    /// In months. Time adds up day by day, as the source's does, whose counts of days are exact.
    private static final double DAY = 1 / 30.5;

    private static final double MONTHS_PER_YEAR = 12;
    private static final double SLOWDOWN = 2029;
    private static final double LATER_COMPUTE = 0.5;

    /// Below this seven terms of `e^x` are all of its digits.
    private static final double SMALL = 1.0 / 32;

    public Timeline {
        if (!(Double.isFinite(start) && start >= 1900)) {
            throw new IllegalArgumentException("startYear can not be " + start);
        }
        if (!(present >= 0 && atCoder >= 0) || Double.isNaN(baseMonths)) {
            throw new IllegalArgumentException(
                    "baseMonths %s with speed-ups %s and %s is no timeline"
                            .formatted(baseMonths, present, atCoder));
        }
    }

    /// A run in steps of a day.
    public Arrival arrival() {
        var days = new Days();
        days.run(baseMonths, present, atCoder, start, NONE, NONE);
        return new Arrival(days.year(), days.steps(), days.arrived(), days.progress());
    }

    /// Months without the slow-down of 2029: `2B[1 − ln((1 + a'ρ)/(1 + a'))/ln ρ]` with `a' = 1 +
    /// a` and `ρ = (1 + b)/(1 + a)`.
    public double monthsWithoutSlowdown() {
        double rise = Math.log((1 + atCoder) / (1 + present));
        double weight = (1 + present) / (2 + present);
        double saved = rise == 0 ? weight : Math.log1p(weight * Math.expm1(rise)) / rise;
        return 2 * baseMonths * (1 - saved);
    }

    /// Where a run ends.
    ///
    /// @param year decimal; [#END] or a day later where the coder did not arrive
    /// @param arrived whether the superhuman coder did
    /// @param progress months done by then
    public record Arrival(double year, int steps, boolean arrived, double progress) {}

    /// Timelines, one run after another, that allocate nothing. For one thread at a time.
    public static final class Days {
        private double baseMonths;
        private double present;
        private double rise;
        private double year;
        private int steps;
        private double progress;

        /// One run in steps of a day; parameters as [Timeline] has them.
        ///
        /// @param years decimal, ascending: when to look
        /// @param done receives months of research at today's pace that are done by then: 0 before
        ///   the start, `B` from the arrival on
        public void run(
                double baseMonths,
                double present,
                double atCoder,
                double start,
                double[] years,
                double[] done) {
            this.baseMonths = baseMonths;
            this.present = present;
            rise = Math.log((1 + atCoder) / (1 + present)) / baseMonths;
            progress = 0;
            year = start;
            steps = 0;
            int next = 0;
            double labour = 1 + present;
            while (progress < baseMonths && year < END) {
                while (next < years.length && years[next] <= year) {
                    done[next++] = progress;
                }
                double more = DAY * paceOf(year, labour);
                progress += more;
                labour *= exp(rise * more);
                steps++;
                year += DAY / MONTHS_PER_YEAR;
            }
            double last = arrived() ? Math.max(0, baseMonths) : progress;
            while (next < years.length) {
                done[next++] = last;
            }
        }

        /// How many times today's pace without AI's help research runs.
        ///
        /// @param year decimal
        /// @param progress months done
        public double pace(double year, double progress) {
            return paceOf(year, (1 + present) * Math.exp(rise * progress));
        }

        private static double paceOf(double year, double labour) {
            return year >= SLOWDOWN
                    ? (Math.sqrt(0.5 * labour * (labour - 0.5)) + LATER_COMPUTE) / 2
                    : (labour + 1) / 2;
        }

        /// `e^x`; of what a day brings, which is next to nothing, by its first terms.
        private static double exp(double x) {
            if (!(Math.abs(x) < SMALL)) {
                return Math.exp(x);
            }
            double square = x * x;
            double even = 1.0 / 2 + square * (1.0 / 24 + square * (1.0 / 720));
            double odd = 1.0 / 6 + square * (1.0 / 120 + square * (1.0 / 5040));
            return 1 + (x + square * (even + x * odd));
        }

        /// Where the run ended; [#END] or a day later where the coder did not arrive.
        public double year() {
            return year;
        }

        int steps() {
            return steps;
        }

        /// Whether the superhuman coder arrived.
        public boolean arrived() {
            return progress >= baseMonths;
        }

        double progress() {
            return progress;
        }
    }
}
