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

    /// In months. Time adds up day by day, as the source's does, whose counts of days are exact.
    private static final double DAY = 1 / 30.5;

    private static final double MONTHS_PER_YEAR = 12;
    private static final double SLOWDOWN = 2029;
    private static final double LATER_COMPUTE = 0.5;

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
        return run((year, progress) -> {});
    }

    /// Months of research at today's pace that are done at some times.
    ///
    /// @param years decimal, ascending
    /// @return 0 before the start; `B` from the arrival on
    public double[] progressAt(double[] years) {
        double[] done = new double[years.length];
        int[] next = {0};
        Arrival arrival =
                run((year, progress) -> {
                    while (next[0] < years.length && years[next[0]] <= year) {
                        done[next[0]++] = progress;
                    }
                });
        while (next[0] < years.length) {
            done[next[0]++] = arrival.arrived() ? Math.max(0, baseMonths) : arrival.progress();
        }
        return done;
    }

    private Arrival run(Daily seen) {
        double progress = 0;
        double year = start;
        int steps = 0;
        while (progress < baseMonths && year < END) {
            seen.at(year, progress);
            progress += DAY * pace(year, progress);
            steps++;
            year += DAY / MONTHS_PER_YEAR;
        }
        return new Arrival(year, steps, progress >= baseMonths, progress);
    }

    /// How many times today's pace without AI's help research runs.
    ///
    /// @param year decimal
    /// @param progress months done
    public double pace(double year, double progress) {
        double labour =
                (1 + present) * Math.pow((1 + atCoder) / (1 + present), progress / baseMonths);
        return year >= SLOWDOWN
                ? (Math.sqrt(0.5 * labour * (labour - 0.5)) + LATER_COMPUTE) / 2
                : (labour + 1) / 2;
    }

    @FunctionalInterface
    private interface Daily {
        void at(double year, double progress);
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
}
