package rubicon.model.researchloop;

/// Tasks that all are needed, of which AI can do a share: however much AI there is, the rest holds
/// the whole back as far as tasks cannot stand in for each other.
///
/// @param gamma share of tasks that AI can do, in [0, 1]
/// @param sigma elasticity of substitution between tasks, at least 0; below 1 the speed-up has a
///   limit, at 0 it is Amdahl's
/// @see "Charles I. Jones, A.I. and our economic future (2025); Aghion, Jones & Jones, Artificial
///   intelligence and economic growth (2017)"
public record WeakLinks(double gamma, double sigma) {
    public WeakLinks {
        if (!(gamma >= 0 && gamma <= 1 && sigma >= 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException(
                    "share %s or elasticity %s is out of range".formatted(gamma, sigma));
        }
    }

    /// What labour gives.
    ///
    /// @param output in units of one person on all tasks
    /// @param speedup `output` over that of the people alone
    /// @param aiAbundant whether there is more AI than the tasks it can do would need
    public record Output(double output, double speedup, boolean aiAbundant) {}

    /// What a budget buys.
    ///
    /// @param priceIndex cost of one unit of output
    /// @param speedup `output` over that of the same budget spent on people alone
    /// @param aiSpendShare share of the budget that goes to AI; with `sigma < 1` it falls as AI
    ///   gets cheaper
    public record Purchase(double priceIndex, double output, double speedup, double aiSpendShare) {}

    /// The speed-up with endless AI, `(1 − γ)^{−1/(1−σ)}`; infinite from `sigma` 1 on where AI can
    /// do anything at all.
    public double limit() {
        return limit(gamma, sigma);
    }

    /// [#limit()] on numbers in place.
    public static double limit(double gamma, double sigma) {
        if (gamma == 0) {
            return 1;
        }
        return sigma < 1 ? Math.pow(1 - gamma, -1 / (1 - sigma)) : Double.POSITIVE_INFINITY;
    }

    /// With `θ = (σ − 1)/σ`: `K + L` while AI is scarce (`K ≤ γ(K + L)`: on what it can do it is as
    /// good as people), else `[γ^{1−θ}K^θ + (1 − γ)^{1−θ}L^θ]^{1/θ}`.
    ///
    /// @param ai labour of AI, `K`, at least 0, in units of one person
    /// @param human labour of people, `L`, above 0
    public Output output(double ai, double human) {
        if (!(ai >= 0 && human > 0 && Double.isFinite(ai + human))) {
            throw new IllegalArgumentException("labour of %s and %s".formatted(ai, human));
        }
        double output = output(gamma, sigma, ai, human);
        return new Output(output, output / human, isAbundant(gamma, ai, human));
    }

    /// [Output#output] on numbers in place.
    public static double output(double gamma, double sigma, double ai, double human) {
        return isAbundant(gamma, ai, human) ? abundant(gamma, sigma, ai, human) : ai + human;
    }

    private static boolean isAbundant(double gamma, double ai, double human) {
        return ai > gamma * (ai + human);
    }

    private static double abundant(double gamma, double sigma, double ai, double human) {
        if (gamma == 0) {
            return human;
        }
        // γ(K/γ)^θ + (1 − γ)(L/(1 − γ))^θ, about the scarcer of both so that nothing overflows.
        double scarce = human / (1 - gamma);
        double ratio = Math.log(ai / gamma / scarce);
        if (sigma == 0) {
            return scarce;
        }
        double theta = (sigma - 1) / sigma;
        return theta == 0
                ? scarce * Math.exp(gamma * ratio)
                : scarce * Math.exp(Math.log1p(gamma * Math.expm1(theta * ratio)) / theta);
    }

    /// With price index `p = [γ·p_A^{1−σ} + (1 − γ)·p_H^{1−σ}]^{1/(1−σ)}`: output is budget over
    /// `p`.
    ///
    /// @param aiUnitCost of one unit of work done by AI, above 0
    /// @param humanUnitCost of one unit done by people, above 0
    /// @param budget at least 0
    public Purchase buy(double aiUnitCost, double humanUnitCost, double budget) {
        if (!(aiUnitCost > 0 && humanUnitCost > 0 && budget >= 0)) {
            throw new IllegalArgumentException(
                    "costs of %s and %s, budget of %s"
                            .formatted(aiUnitCost, humanUnitCost, budget));
        }
        double relative = relativePrice(gamma, sigma, aiUnitCost, humanUnitCost);
        double price = humanUnitCost * relative;
        return new Purchase(
                price,
                budget / price,
                1 / relative,
                aiSpendShare(gamma, sigma, aiUnitCost, humanUnitCost));
    }

    /// [Purchase#priceIndex] over what a unit done by people costs, on numbers in place.
    public static double relativePrice(
            double gamma, double sigma, double aiUnitCost, double humanUnitCost) {
        double ratio = Math.log(aiUnitCost / humanUnitCost);
        double exponent = 1 - sigma;
        return exponent == 0
                ? Math.exp(gamma * ratio)
                : Math.exp(Math.log1p(gamma * Math.expm1(exponent * ratio)) / exponent);
    }

    /// [Purchase#aiSpendShare] on numbers in place.
    public static double aiSpendShare(
            double gamma, double sigma, double aiUnitCost, double humanUnitCost) {
        double ai = gamma * Math.exp((1 - sigma) * Math.log(aiUnitCost / humanUnitCost));
        return ai / (ai + 1 - gamma);
    }
}
