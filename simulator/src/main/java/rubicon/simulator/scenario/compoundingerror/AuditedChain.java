package rubicon.simulator.scenario.compoundingerror;

/// Each generation is audited before it makes the next one, and one that slipped through may be
/// noticed and replaced later. A chain of two states: aligned falls with the net error `e' = e·(1 −
/// (1 − (1−d)^m)·c)`, misaligned recovers with *ρ*.
///
/// @param error *e*, probability in [0, 1] that a generation comes out misaligned
/// @param detection *d*, probability in [0, 1] that one audit finds it; audits are independent
/// @param audits *m*, audits per generation, at least 0
/// @param fix *c*, share in [0, 1] of what is found that is put right
/// @param recovery *ρ*, probability in [0, 1] that a misaligned generation is replaced by an
///   aligned one
public record AuditedChain(double error, double detection, long audits, double fix, double recovery)
        implements Chain {

    public AuditedChain {
        Chain.requireShare("error", error);
        Chain.requireShare("detection", detection);
        Chain.requireShare("fix", fix);
        Chain.requireShare("recovery", recovery);
        if (audits < 0) {
            throw new IllegalArgumentException("audits must not be negative, as " + audits + " is");
        }
    }

    /// *e'*, probability that a generation comes out misaligned in spite of its audits.
    public double netError() {
        return netError(error, detection, audits, fix);
    }

    static double netError(double error, double detection, long audits, double fix) {
        // Without an audit nothing is found, also where 0·ln(1−d) would be undefined.
        double found = audits == 0 ? 0 : -Math.expm1(audits * Math.log1p(-detection));
        return error * (1 - found * fix);
    }

    /// `π = ρ/(e'+ρ)`, the share aligned in the long run; 1 if `e' = 0`.
    public double stationary() {
        return stationary(netError(), recovery);
    }

    static double stationary(double net, double recovery) {
        return net == 0 ? 1 : recovery / (net + recovery);
    }

    /// `π + (1−π)(1−e'−ρ)^n`. If `e' + ρ > 1` the share swings around *π* while it approaches it.
    @Override
    public double aligned(long generations) {
        Chain.requireGenerations(generations);
        double change = netError() + recovery;
        return aligned(stationary(), change, logMemory(change), generations);
    }

    /// The same from what does not depend on the number of generations.
    ///
    /// @param change `e' + ρ`
    /// @param logMemory see [#logMemory]
    static double aligned(double stationary, double change, double logMemory, long generations) {
        double memory =
                change < 1
                        ? Chain.power(logMemory, generations)
                        : Math.pow(1 - change, (double) generations);
        return stationary + (1 - stationary) * memory;
    }

    /// `ln(1 − e' − ρ)`, of use where that is positive.
    static double logMemory(double change) {
        return Math.log1p(-change);
    }

    /// `1/e'`, the mean number of generations up to and with the first misaligned one.
    ///
    /// @return generations; infinite if `e' = 0`
    public double meanFirstFailure() {
        return 1 / netError();
    }
}
