package rubicon.simulator.scenario.takeoff.software;

/// Feedbacks through goods, software, hardware and other research at once. Growth explodes iff `f_Y
/// + f_S/β_S + f_H/β_H + f_A/(α·β_A) > 1`.
///
/// @param softwareDifficulty `β_S`: how fast ideas get harder, above 0
/// @param hardwareDifficulty `β_H`
/// @param otherDifficulty `β_A`, of general technology
/// @param labourShare `α` in production
/// @see <a href="https://www.nber.org/papers/w35155">Davidson, Halperin, Houlden & Korinek 2026</a>
public record AutomationNetwork(
        double softwareDifficulty,
        double hardwareDifficulty,
        double otherDifficulty,
        double labourShare) {
    public AutomationNetwork {
        require(softwareDifficulty, "betaS");
        require(hardwareDifficulty, "betaH");
        require(otherDifficulty, "betaA");
        require(labourShare, "alpha");
    }

    private static void require(double value, String name) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, not " + value);
        }
    }

    /// The sum that is compared with 1.
    ///
    /// @param goods `f_Y`: share automated in the production of goods
    /// @param software `f_S`, in research on software
    /// @param hardware `f_H`, in research on hardware
    /// @param other `f_A`, in other research
    public double index(double goods, double software, double hardware, double other) {
        return sum(
                goods,
                software / softwareDifficulty,
                hardware / hardwareDifficulty,
                other / (labourShare * otherDifficulty));
    }

    /// The sum with each share over its difficulty already; that of other research over `α·β_A`.
    public static double sum(double goods, double software, double hardware, double other) {
        return goods + software + hardware + other;
    }

    /// The share that suffices when it is the same everywhere.
    public double uniformThreshold() {
        return 1 / index(1, 1, 1, 1);
    }

    /// The share that suffices in software and hardware alone.
    public double softwareHardwareThreshold() {
        return 1 / index(0, 1, 1, 0);
    }
}
