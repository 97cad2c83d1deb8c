package rubicon.simulator.scenario.takeoff.ai2027;

/// A gap in human-only years of research that is crossed while AI speeds research up; the speed
/// rises geometrically in progress.
///
/// @param gapYears `G` of human-only research, at least 0
/// @param first speed `v₀` where the phase begins, above 0
/// @param last speed `v₁` where it ends
/// @see "AI Futures Project 2025, AI 2027 takeoff forecast; repository
///   uvafan/timelines-takeoff-ai-2027"
public record Phase(double gapYears, double first, double last) {
    private static final int DAYS = 365;

    /// A step of one day is no use for what takes longer than a hundred thousand years.
    private static final long MOST_DAYS = 36_500_000;

    public Phase {
        if (!(gapYears >= 0 && first > 0 && last > 0)) {
            throw new IllegalArgumentException(
                    "a gap of %s years at speeds %s to %s is no phase"
                            .formatted(gapYears, first, last));
        }
    }

    /// Years that the phase takes: `G(1 − v₀/v₁)/(v₀·ln(v₁/v₀))`, `G/v₀` at a steady speed.
    public double years() {
        return new Speeds(first, last).years(gapYears);
    }

    /// Days that it takes in steps of a day, as in the source's program: each adds the speed at its
    /// beginning.
    ///
    /// @throws IllegalArgumentException if these are more than a hundred thousand years
    public long days() {
        if (!(years() * DAYS <= MOST_DAYS)) {
            throw new IllegalArgumentException(
                    "gapYears %s takes too long to be counted in days".formatted(gapYears));
        }
        double goal = gapYears * DAYS;
        double progress = 0;
        long days = 0;
        while (progress < goal) {
            progress += first * Math.pow(last / first, progress / goal);
            days++;
        }
        return days;
    }

    /// The speeds of a phase, whatever gap is crossed: what of the arithmetic is theirs is done
    /// once.
    public static final class Speeds {
        private final double first;
        private final double last;
        private final double rise;
        private final double saved;

        public Speeds(double first, double last) {
            this.first = first;
            this.last = last;
            rise = Math.log(last / first);
            saved = rise == 0 ? 1 : -Math.expm1(-rise) / rise;
        }

        /// Years that a gap takes.
        public double years(double gap) {
            return gap / first * saved;
        }

        /// Human-only years of research that are done after a time.
        ///
        /// @param years less than the gap takes
        public double progressAt(double gap, double years) {
            return rise == 0 || Double.isInfinite(gap)
                    ? years * first
                    : -Math.log1p(-years * first * rise / gap) / rise * gap;
        }

        /// Speed when so much of the gap is done.
        public double speedAt(double gap, double progress) {
            return gap == 0 ? last : first * Math.exp(rise * (progress / gap));
        }
    }
}
