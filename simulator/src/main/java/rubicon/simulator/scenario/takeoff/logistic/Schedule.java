package rubicon.simulator.scenario.takeoff.logistic;

import java.util.stream.IntStream;

/// Labour and compute of AI research from 2026.0 on, both 1 there. Each year has a factor; inside a
/// year the logarithm is a straight line.
final class Schedule {
    private static final int BOOM_YEARS = 3;
    private static final double BOOM_LABOUR = Math.log(2);
    private static final double LATER_LABOUR = Math.log(1.1);
    private static final double BOOM_COMPUTE = 2.6;
    private static final double NEXT_COMPUTE = 2;
    private static final int FIRST_SLOWING = 5;
    private static final int LAST_SLOWING = 32;
    private static final double SLOWING = 0.75;
    private static final double SLOWING_YEARS = 28;
    private static final double LATER_COMPUTE = 1.25;

    /// By year; the last one stays.
    private static final double[] COMPUTE_GROWTH =
            IntStream.rangeClosed(1, LAST_SLOWING + 1)
                    .mapToDouble(ordinal -> Math.log(computeFactor(ordinal)))
                    .toArray();

    private Schedule() {}

    /// Growth of `ln L` in a year, 0 the first.
    static double labourGrowth(int year) {
        return year < BOOM_YEARS ? BOOM_LABOUR : LATER_LABOUR;
    }

    /// Growth of `ln C` in a year, 0 the first.
    static double computeGrowth(int year) {
        return COMPUTE_GROWTH[Math.min(year, LAST_SLOWING)];
    }

    private static double computeFactor(int ordinal) {
        if (ordinal <= BOOM_YEARS) {
            return BOOM_COMPUTE;
        }
        if (ordinal < FIRST_SLOWING) {
            return NEXT_COMPUTE;
        }
        return ordinal <= LAST_SLOWING
                ? NEXT_COMPUTE - SLOWING * (ordinal - FIRST_SLOWING) / SLOWING_YEARS
                : LATER_COMPUTE;
    }
}
