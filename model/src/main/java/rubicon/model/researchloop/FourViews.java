package rubicon.model.researchloop;

import java.util.List;
import rubicon.model.stats.NeumaierSum;

/// One state of AI seen from four levels. A high number for the model implies no high one for the
/// lab: what a model can do alone says little about how much faster anything goes.
///
/// @param modelDoublings doublings of the time horizon since a reference
/// @param researcherUplift how many times faster a researcher's tasks get done
/// @param labSoftwarePace the same for a lab's software progress, compute included
/// @param overallPace the same for all progress
/// @param economyLogGain logarithm of the gain in total productivity
/// @see "Daniel Paleka's short posts for the four views; Hulten, Growth accounting with
///   intermediate inputs (1978), for the economy"
public record FourViews(
        double modelDoublings,
        double researcherUplift,
        double labSoftwarePace,
        double overallPace,
        double economyLogGain) {
    private static final double LOG_2 = Math.log(2);

    /// A sector of the economy.
    ///
    /// @param share of total sales in total value added (Domar weight), at least 0
    /// @param speed how many times more productive it is, above 0
    public record Sector(double share, double speed) {
        public Sector {
            if (!(share >= 0 && speed > 0)) {
                throw new IllegalArgumentException(
                        "share %s at speed %s is no sector".formatted(share, speed));
            }
        }
    }

    /// Model `log₂(now/ref)`; researcher `u = Σf/Σ(f/s)`; lab `u^ε·c^{1−ε}`; overall `s·lab + (1 −
    /// s)`; economy `Σ share·ln speed`.
    ///
    /// @param horizonNow time horizon, any unit, above 0
    /// @param horizonRef the same at the reference
    /// @param tasks of a researcher
    /// @param computeMultiplier `c`, above 0
    /// @param labourElasticity `ε`, in [0, 1]
    /// @param softwareShare of progress that comes from software, `s`, in [0, 1]
    public static FourViews of(
            double horizonNow,
            double horizonRef,
            List<Amdahl.Part> tasks,
            double computeMultiplier,
            double labourElasticity,
            double softwareShare,
            List<Sector> sectors) {
        if (!(horizonNow > 0 && horizonRef > 0 && computeMultiplier > 0)
                || !(labourElasticity >= 0 && labourElasticity <= 1)
                || !(softwareShare >= 0 && softwareShare <= 1)) {
            throw new IllegalArgumentException(
                    "horizons and compute are above 0, elasticity and share in [0, 1]");
        }
        double uplift = Amdahl.of(tasks).speedup();
        double lab = labPace(uplift, labourElasticity, computeMultiplier);
        return new FourViews(
                doublings(horizonNow, horizonRef),
                uplift,
                lab,
                overallPace(lab, softwareShare),
                NeumaierSum.of(
                        sectors.stream()
                                .mapToDouble(it -> it.share() * Math.log(it.speed()))
                                .toArray()));
    }

    /// `log₂(now/ref)`.
    public static double doublings(double horizonNow, double horizonRef) {
        return Math.log(horizonNow / horizonRef) / LOG_2;
    }

    /// `u^ε·c^{1−ε}`.
    public static double labPace(double uplift, double labourElasticity, double computeMultiplier) {
        return Math.pow(uplift, labourElasticity)
                * Math.pow(computeMultiplier, 1 - labourElasticity);
    }

    /// `s·lab + (1 − s)`.
    public static double overallPace(double labPace, double softwareShare) {
        return softwareShare * labPace + (1 - softwareShare);
    }

    /// How many times more productive the economy is.
    public double economyFactor() {
        return Math.exp(economyLogGain);
    }
}
