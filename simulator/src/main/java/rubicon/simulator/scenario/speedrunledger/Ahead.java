package rubicon.simulator.scenario.speedrunledger;

import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.AHEAD;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.AI_GROWTH;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.AI_SHARE_AT;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.COUNT_AT;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.KNOWN_TO;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.PACE;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.PRIOR_STEPS;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.PRIOR_YEARS;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.RATE_AT;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.TARGET;

import java.time.LocalDate;
import java.util.List;
import rubicon.model.observation.Actor;
import rubicon.model.stats.Beta;
import rubicon.model.stats.HeldQuantile;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.Poisson;
import rubicon.model.stats.StandardGamma;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Workspace;

/// How a ledger goes on: records come at a steady rate, and a law tells what they gain.
final class Ahead implements Kernel {
    private static final double YEAR = 365.25;

    private final Gain gain;
    private final boolean higherIsBetter;
    private final double last;
    private final double start;
    private final double years;
    private final double missing;
    private final double[] curve;
    private final int recent;
    private final double exposure;
    private final HeldQuantile aiShare;
    private final Place priorSteps;
    private final Place priorYears;
    private final Place pace;
    private final Place rateAt;
    private final Place countAt;
    private final Place aiShareAt;
    private final Place aiGrowth;
    private final Result rate;
    private final Result records;
    private final Result gained;
    private final Result factor;
    private final Result value;
    private final Result shareNow;
    private final Result shareThen;
    private final Result aiRecords;
    private final Result targetYear;
    private final Result gainCurve;
    private final Result valueCurve;
    // The rate that was asked for last, for a quantile takes its time.
    private double a = Double.NaN;
    private double b = Double.NaN;
    private double u = Double.NaN;
    private double perYear;

    Ahead(Workspace workspace, LedgerReading ledger, Gain gain, List<LocalDate> curve) {
        var given = workspace.given();
        this.gain = gain;
        this.higherIsBetter = SpeedrunLedgerModel.higherIsBetter(given);
        this.last = ledger.last();
        this.start = given.day(KNOWN_TO).toEpochDay();
        this.years = given.real(AHEAD);
        double target = given.real(TARGET);
        this.missing = Math.log(last / (higherIsBetter ? 1 / target : target));
        this.curve = curve.stream().mapToDouble(it -> (it.toEpochDay() - start) / YEAR).toArray();
        this.recent = ledger.recent().steps().size();
        this.exposure = ledger.exposure();
        int byAi = ledger.recent().count(Actor.AI);
        // Jeffreys' prior on the share.
        this.aiShare = new Beta(byAi + 0.5, recent - byAi + 0.5).heldQuantile();
        this.priorSteps = workspace.number(PRIOR_STEPS);
        this.priorYears = workspace.number(PRIOR_YEARS);
        this.pace = workspace.number(PACE);
        this.rateAt = workspace.number(RATE_AT);
        this.countAt = workspace.number(COUNT_AT);
        this.aiShareAt = workspace.number(AI_SHARE_AT);
        this.aiGrowth = workspace.number(AI_GROWTH);
        this.rate = workspace.one("rate");
        this.records = workspace.one("recordsAhead");
        this.gained = workspace.one("gainAhead");
        this.factor = workspace.one("factorAhead");
        this.value = workspace.one("valueAhead");
        this.shareNow = workspace.one("aiShareNow");
        this.shareThen = workspace.one("aiShareThen");
        this.aiRecords = workspace.one("aiRecordsAhead");
        this.targetYear = workspace.one("targetYear");
        this.gainCurve = workspace.list("gainCurve", this.curve.length);
        this.valueCurve = workspace.list("valueCurve", this.curve.length);
    }

    @Override
    public void run() {
        double steady = pace.value() * perYear();
        rate.set(steady);
        records.set(records(steady, years));
        gained.set(gain.of(records.get(0), years));
        factor.set(Math.exp(gained.get(0)));
        value.set(value(gained.get(0)));
        for (int i = 0; i < curve.length; i++) {
            double by = gain.of(records(steady, curve[i]), curve[i]);
            gainCurve.set(i, by);
            valueCurve.set(i, value(by));
        }
        targetYear.set(Dates.year(start + (missing > 0 ? YEAR * gain.years(missing, steady) : 0)));
        aiShare();
    }

    /// Records a year in the recent part, at their quantile.
    private double perYear() {
        double events = priorSteps.value() + recent;
        double time = priorYears.value() + exposure;
        if (events != a || time != b || rateAt.value() != u) {
            a = events;
            b = time;
            u = rateAt.value();
            perYear = StandardGamma.quantile(a, u) / b;
        }
        return perYear;
    }

    private double records(double steady, double time) {
        double mean = steady * time;
        return mean > 0 ? Poisson.quantile(mean, countAt.value()) : 0;
    }

    private double value(double gainedBy) {
        double lower = last * Math.exp(-gainedBy);
        return higherIsBetter ? 1 / lower : lower;
    }

    /// Its log odds rise evenly.
    private void aiShare() {
        // At 0 and 1 no odds could rise.
        double now = Math.clamp(aiShare.at(aiShareAt.value()), 1e-12, 1 - 1e-12);
        double logit = Logistic.logit(now);
        double rise = aiGrowth.value() * years;
        shareNow.set(now);
        shareThen.set(Logistic.of(logit + rise));
        aiRecords.set(records.get(0) * meanShare(logit, rise));
    }

    /// Mean over a time of a share whose log odds rise evenly: `(softplus(z + gτ) −
    /// softplus(z))/gτ`.
    ///
    /// @param logit z at the beginning
    /// @param rise gτ over all of the time
    static double meanShare(double logit, double rise) {
        // Near 0 the difference would lose its digits; the middle is right to rise².
        return Math.abs(rise) < 1e-5
                ? Logistic.of(logit + rise / 2)
                : (softplus(logit + rise) - softplus(logit)) / rise;
    }

    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
