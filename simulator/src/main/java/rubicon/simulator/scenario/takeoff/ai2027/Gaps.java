package rubicon.simulator.scenario.takeoff.ai2027;

import java.util.List;

/// Human-only years of research between the milestones of the takeoff after the superhuman coder
/// (SC): superhuman AI researcher (SAR), superintelligent AI researcher (SIAR), artificial
/// superintelligence (ASI).
///
/// @param scToSar years from SC to SAR
/// @param sarToSiar years from SAR to SIAR
/// @param siarToAsi years from SIAR to ASI
public record Gaps(double scToSar, double sarToSiar, double siarToAsi) {
    /// Speeds of research at SC, SAR, SIAR and ASI.
    public static final List<Double> SPEEDS = List.of(5.0, 25.0, 250.0, 2000.0);

    private static final double YEARS_TO_MEDIAN = 10;

    /// The later gaps from how far the best researcher is above the median one: `x = 10 + A`, gap
    /// `x(x/10)² − x`; then `x' = x + gap`, gap `x'(x'/x)^J − x'`.
    ///
    /// @param scToSar years from SC to SAR
    /// @param median `A`: years from the median to the best researcher, at least 0
    /// @param jumps `J`: how many such jumps superintelligence is away
    public static Gaps of(double scToSar, double median, double jumps) {
        if (!(scToSar >= 0 && median >= 0)) {
            throw new IllegalArgumentException("years must be at least 0, not " + median);
        }
        return new Gaps(scToSar, sarToSiar(median), siarToAsi(median, jumps));
    }

    /// The second gap from `A`.
    public static double sarToSiar(double median) {
        double x = YEARS_TO_MEDIAN + median;
        double ratio = x / YEARS_TO_MEDIAN;
        return x * (ratio * ratio - 1);
    }

    /// The third gap from `A` and `J`.
    public static double siarToAsi(double median, double jumps) {
        double x = YEARS_TO_MEDIAN + median;
        double later = x + sarToSiar(median);
        return later * Math.expm1(jumps * Math.log(later / x));
    }

    /// Calendar years of the three phases, speeds rising from phase to phase.
    public double[] years() {
        return new double[] {
            new Phase(scToSar, SPEEDS.get(0), SPEEDS.get(1)).years(),
            new Phase(sarToSiar, SPEEDS.get(1), SPEEDS.get(2)).years(),
            new Phase(siarToAsi, SPEEDS.get(2), SPEEDS.get(3)).years()
        };
    }
}
