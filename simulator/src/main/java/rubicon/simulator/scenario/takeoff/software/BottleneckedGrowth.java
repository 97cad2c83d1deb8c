package rubicon.simulator.scenario.takeoff.software;

/// Software that does its own research with a fixed stock of compute: `d ln S/dt = g₀·R(1, S)^λ·
/// S^(−β)` from `S = 1`.
///
/// @param growth `g₀`, initial rate of growth, above 0
/// @param parallel `λ`: exponent of research input
/// @param difficulty `β`: exponent by which ideas get harder, at least 0
public record BottleneckedGrowth(
        ResearchInput input, double growth, double parallel, double difficulty) {
    public BottleneckedGrowth {
        if (!(growth > 0)) {
            throw new IllegalArgumentException("g0 must be above 0, not " + growth);
        }
    }

    /// Growth at a level.
    public double growthAt(double level) {
        return path().growthAtLog(Math.log(level));
    }

    /// The time that a level takes: `∫₀^(ln S) dx/g(x)`.
    ///
    /// @param level at least 1; an infinite one is reached in finite time only if growth rises fast
    ///   enough
    public double timeTo(double level) {
        if (!(level >= 1)) {
            throw new IllegalArgumentException("a target must be at least 1, not " + level);
        }
        return path().timeTo(Math.log(level));
    }

    private BottleneckPath path() {
        var path = new BottleneckPath();
        path.set(input.share(), input.rho(), growth, parallel, difficulty);
        return path;
    }

    /// Effective returns `λ·ε_L/β`: above 1 growth speeds up, below it slows down. Infinite where
    /// ideas do not get harder.
    ///
    /// @param elasticity `ε_L` of research input
    public static double effectiveReturns(double elasticity, double parallel, double difficulty) {
        double push = parallel * elasticity;
        return push == 0 ? 0 : push / difficulty;
    }
}
