package rubicon.simulator.scenario.takeoff.progress;

/// Coding labour from people and from agents that do the first tasks of a continuum `[0, 1)`, which
/// substitute imperfectly (`ρ < 0`). Task `i` becomes automatable at progress `P(i) = P_now + (i −
/// a₁)/m`; from then on an agent's efficiency is `η·10^(θ(P − P(i)))`. People and compute are
/// shared out over the tasks so that output is greatest.
///
/// @param rho of the tasks, below 0
/// @param slope `θ`: orders of magnitude of efficiency for each of progress, at least 0
/// @param level `η`: efficiency at the threshold, above 0
/// @param now `P_now`
/// @param automatedNow `a₁`: share of tasks automatable at `P_now`
/// @param perProgress `m`: share of tasks for each order of magnitude of progress, above 0
record CodingLabour(
        double rho,
        double slope,
        double level,
        double now,
        double automatedNow,
        double perProgress) {
    /// The last task is never quite automated: weak links would vanish.
    static final double MOST = 1 - 1e-6;

    private static final int MOST_STEPS = 200;
    private static final double ROUNDING = 1e-15;

    /// Progress at which the first task becomes automatable.
    double first() {
        return now - automatedNow / perProgress;
    }

    /// Progress at which the last does.
    double last() {
        return now + (MOST - automatedNow) / perProgress;
    }

    /// Share of tasks that agents can do, as reported: the last one counts.
    double automated(double progress) {
        return Math.clamp(automatedNow + (progress - now) * perProgress, 0, 1);
    }

    /// `ln(L/H)`: how many times over coding labour counts because of agents; at least 0.
    ///
    /// @param logComputePerHuman `ln(C/H)`
    double logMultiplier(double progress, double logComputePerHuman) {
        double able = Math.min(automated(progress), MOST);
        if (able <= 0) {
            return 0;
        }
        double steep = HumanPath.LN_10 * slope;
        // ln S, with the first task's efficiency as the unit: so no power of P itself overflows.
        double supply = logComputePerHuman + Math.log(level) + steep * (progress - first());
        double cut = able;
        if (supply < logDemand(able)) {
            cut = cut(supply, able);
            // (1 − i)^(1 − ρ)·[1 + S·10^(−θP(i))]
            return logPower((1 - rho) * Math.log1p(-cut), supply - steep * cut / perProgress);
        }
        // (1 − i)^(1 − ρ) + S^ρ·B^(1 − ρ)
        double people = (1 - rho) * Math.log1p(-cut);
        double agents = rho * supply + (1 - rho) * logB(cut);
        return logPower(people, agents - people);
    }

    /// `ln((e^base(1 + e^rest))^(1/ρ))`.
    private double logPower(double base, double rest) {
        double log = rest > 0 ? rest + Math.log1p(Math.exp(-rest)) : Math.log1p(Math.exp(rest));
        return (base + log) / rho;
    }

    /// `ln F(i)`: the supply `S` at which the cut stands at `i`; rises from −∞ at 0.
    private double logDemand(double cut) {
        return logB(cut)
                + HumanPath.LN_10 * slope * cut / perProgress / (1 - rho)
                - Math.log1p(-cut);
    }

    /// `ln B(i) = ln ∫₀^i e^(κu)du`, `κ = −θρ/(1 − ρ)·ln 10/m`.
    private double logB(double cut) {
        double kappa = kappa();
        double exponent = kappa * cut;
        if (exponent == 0) {
            return Math.log(cut);
        }
        return exponent > 1
                ? exponent + Math.log1p(-Math.exp(-exponent)) - Math.log(kappa)
                : Math.log(cut) + Math.log(Math.expm1(exponent) / exponent);
    }

    /// The cut that a supply leads to, by Newton's method on `ln i`: there `ln F` is convex and
    /// rises, so steps from above never pass the root.
    private double cut(double supply, double able) {
        double kappa = kappa();
        double log = Math.log(able);
        for (int i = 0; i < MOST_STEPS; i++) {
            double cut = Math.exp(log);
            double exponent = kappa * cut;
            double slope =
                    (exponent == 0 ? 1 : exponent / -Math.expm1(-exponent))
                            + HumanPath.LN_10 * this.slope * cut / perProgress / (1 - rho)
                            + cut / (1 - cut);
            double next = log - (logDemand(cut) - supply) / slope;
            if (!(next < log - ROUNDING * Math.max(1, Math.abs(log)))) {
                return Math.exp(Math.min(next, log));
            }
            log = next;
        }
        return Math.exp(log);
    }

    /// `κ`.
    private double kappa() {
        return -HumanPath.LN_10 * slope * rho / (1 - rho) / perProgress;
    }
}
