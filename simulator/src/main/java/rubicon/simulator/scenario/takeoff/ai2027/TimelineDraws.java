package rubicon.simulator.scenario.takeoff.ai2027;

import rubicon.model.stats.LogNormal;
import rubicon.model.stats.SplitMix64;
import rubicon.simulator.scenario.series.GeometricSteps;

/// Monte Carlo over [Timeline] with the source's priors. One stream; each run draws `w₀`, then its
/// own parts of the doubling time, cost, growth, target, delay, `a` and `b`, in this order.
/// Doubling time, cost and growth share `w₀` with a correlation of 0.7, `b` shares `a`'s draw with
/// 0.7.
public final class TimelineDraws {
    /// The source's `z` of a central 80 %.
    private static final double Z = 1.28;

    /// The time horizon today, in work months: 15 minutes.
    public static final double CURRENT = 15 / 10_020.0;

    /// Decimal year of the newest model, had it been published at once.
    public static final double PUBLISHED = 2025.25;

    /// Work months that make a superhuman coder.
    public static final LogNormal TARGET = LogNormal.ofInterval(1, 14_400, Z);

    /// Months of the first doubling.
    public static final LogNormal DOUBLING = LogNormal.ofInterval(2.5, 9, Z);

    /// Months until it is as cheap and fast as wanted.
    public static final LogNormal COST = LogNormal.ofInterval(0.5, 30, Z);

    /// Months from internal to public.
    public static final LogNormal DELAY = LogNormal.ofInterval(0.25, 6, Z);

    /// `a`.
    public static final LogNormal PRESENT = LogNormal.ofInterval(0.03, 0.3, Z);

    /// `b`.
    public static final LogNormal AT_CODER = LogNormal.ofInterval(1.5, 40, Z);

    /// Of normal scores that are drawn together.
    public static final double CORRELATION = 0.7;

    private static final double SHARED = Math.sqrt(CORRELATION);
    private static final double OWN = Math.sqrt(1 - CORRELATION);
    private static final double OWN_OF_B = Math.sqrt(1 - CORRELATION * CORRELATION);

    /// Of a super-exponential horizon: each doubling takes a tenth less time.
    public static final double FASTER = 0.9;

    /// Of a sub-exponential one: a tenth more.
    public static final double SLOWER = 1.1;

    private static final double SUPEREXPONENTIAL = 0.45;
    private static final double NOT_EXPONENTIAL = 0.55;

    private final double[] arrivals;
    private final double[] baseMonths;

    private TimelineDraws(double[] arrivals, double[] baseMonths) {
        this.arrivals = arrivals;
        this.baseMonths = baseMonths;
    }

    /// Decimal years, run by run.
    public double[] arrivals() {
        return arrivals.clone();
    }

    /// `B`, run by run.
    public double[] baseMonths() {
        return baseMonths.clone();
    }

    /// Draws and runs.
    ///
    /// @param runs at least 1
    public static TimelineDraws of(long seed, int runs) {
        if (runs < 1) {
            throw new IllegalArgumentException("n must be at least 1, not " + runs);
        }
        var stream = new SplitMix64(seed);
        double[] arrivals = new double[runs];
        double[] months = new double[runs];
        for (int run = 0; run < runs; run++) {
            Timeline timeline = draw(stream);
            arrivals[run] = timeline.arrival().year();
            months[run] = timeline.baseMonths();
        }
        return new TimelineDraws(arrivals, months);
    }

    private static Timeline draw(SplitMix64 stream) {
        double shared = stream.nextNormal();
        double first = TakeoffDraws.at(DOUBLING, mixed(shared, stream));
        double cost = TakeoffDraws.at(COST, mixed(shared, stream));
        double ratio = ratio(TakeoffDraws.below(mixed(shared, stream)));
        double target = TakeoffDraws.at(TARGET, stream.nextNormal());
        double delay = TakeoffDraws.at(DELAY, stream.nextNormal());
        double zPresent = stream.nextNormal();
        double zAtCoder = CORRELATION * zPresent + OWN_OF_B * stream.nextNormal();
        return new Timeline(
                GeometricSteps.of(first, ratio).total(doublings(CURRENT, target)) + cost,
                TakeoffDraws.at(PRESENT, zPresent),
                TakeoffDraws.at(AT_CODER, zAtCoder),
                PUBLISHED - delay / 12);
    }

    private static double mixed(double shared, SplitMix64 stream) {
        return SHARED * shared + OWN * stream.nextNormal();
    }

    private static double ratio(double u) {
        if (u < SUPEREXPONENTIAL) {
            return FASTER;
        }
        return u < NOT_EXPONENTIAL ? SLOWER : 1;
    }

    /// `log₂(target/current)`.
    public static double doublings(double current, double target) {
        return Math.log(target / current) / Math.log(2);
    }
}
