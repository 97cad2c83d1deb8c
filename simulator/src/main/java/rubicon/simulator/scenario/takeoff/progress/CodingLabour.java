package rubicon.simulator.scenario.takeoff.progress;

/// Coding labour from people and from agents that do the first tasks of a continuum `[0, 1)`, which
/// substitute imperfectly (`ρ < 0`). Task `i` becomes automatable at progress `P(i) = P_now + (i −
/// a₁)/m`; from then on an agent's efficiency is `η·10^(θ(P − P(i)))`. People and compute are
/// shared out over the tasks so that output is greatest.
final class CodingLabour {
    /// The last task is never quite automated: weak links would vanish.
    static final double MOST = 1 - 1e-6;

    private static final double LOG_PEOPLE_AT_MOST = Math.log(1 - MOST);
    private static final int MOST_STEPS = 200;
    private static final double ROUNDING = 1e-15;

    private double rho;
    private double logLevel;
    private double now;
    private double automatedNow;
    private double perProgress;

    // What follows from these: θ·ln 10, the same for each task, its part in F, and κ.
    private double steep;
    private double steepPerTask;
    private double demandPerTask;
    private double kappa;
    private double logBAtMost;

    /// `ln` of the cut that was found last: the next is near it.
    private double lastCut;

    /// Takes other values.
    ///
    /// @param rho of the tasks, below 0
    /// @param slope `θ`: orders of magnitude of efficiency for each of progress, at least 0
    /// @param level `η`: efficiency at the threshold, above 0
    /// @param now `P_now`
    /// @param automatedNow `a₁`: share of tasks automatable at `P_now`
    /// @param perProgress `m`: share of tasks for each order of magnitude of progress, above 0
    void set(
            double rho,
            double slope,
            double level,
            double now,
            double automatedNow,
            double perProgress) {
        this.rho = rho;
        logLevel = Math.log(level);
        this.now = now;
        this.automatedNow = automatedNow;
        this.perProgress = perProgress;
        steep = HumanPath.LN_10 * slope;
        steepPerTask = steep / perProgress;
        demandPerTask = steepPerTask / (1 - rho);
        kappa = -rho * demandPerTask;
        logBAtMost = logB(MOST);
        lastCut = 0;
    }

    /// `a₁`.
    double automatedNow() {
        return automatedNow;
    }

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
        // ln S, with the first task's efficiency as the unit: so no power of P itself overflows.
        double supply = logComputePerHuman + logLevel + steep * (progress - first());
        double logPeople = able == MOST ? LOG_PEOPLE_AT_MOST : Math.log(1 - able);
        double logB = able == MOST ? logBAtMost : logB(able);
        if (supply < logB + demandPerTask * able - logPeople) {
            double cut = cut(supply, able);
            // (1 − i)^(1 − ρ)·[1 + S·10^(−θP(i))]
            return logPower((1 - rho) * Math.log(1 - cut), supply - steepPerTask * cut);
        }
        // (1 − i)^(1 − ρ) + S^ρ·B^(1 − ρ)
        double people = (1 - rho) * logPeople;
        return logPower(people, rho * supply + (1 - rho) * logB - people);
    }

    /// `ln((e^base(1 + e^rest))^(1/ρ))`.
    private double logPower(double base, double rest) {
        double log = Math.max(rest, 0) + Math.log(1 + Math.exp(-Math.abs(rest)));
        return (base + log) / rho;
    }

    /// `ln B(i) = ln ∫₀^i e^(κu)du`, `κ = −θρ/(1 − ρ)·ln 10/m`.
    private double logB(double cut) {
        double exponent = kappa * cut;
        return exponent == 0 ? Math.log(cut) : exponent + Math.log(within(exponent) / kappa);
    }

    /// `1 − e^(−x)`, with the digits that cancel where they do.
    private static double within(double exponent) {
        return exponent > 0.5 ? 1 - Math.exp(-exponent) : -Math.expm1(-exponent);
    }

    /// The cut `i` at which `F(i) = B·e^(steep·i/m/(1 − ρ))/(1 − i)` is a supply, by Newton's
    /// method on `ln i`: there `ln F` is convex and rises, so from above no step passes the root,
    /// and the first one from below leads above it.
    private double cut(double supply, double able) {
        double most = Math.log(able);
        double log = Math.min(lastCut, most);
        for (int i = 0; i < MOST_STEPS; i++) {
            double cut = Math.exp(log);
            double exponent = kappa * cut;
            double within = within(exponent);
            double logB = exponent == 0 ? log : exponent + Math.log(within / kappa);
            double demand = logB + demandPerTask * cut - Math.log(1 - cut);
            double slope =
                    (exponent == 0 ? 1 : exponent / within) + demandPerTask * cut + cut / (1 - cut);
            double next = Math.min(log - (demand - supply) / slope, most);
            if (i > 0 && !(next < log - ROUNDING * Math.max(1, Math.abs(log)))) {
                log = Math.min(next, log);
                break;
            }
            log = next;
        }
        lastCut = log;
        return Math.exp(log);
    }
}
