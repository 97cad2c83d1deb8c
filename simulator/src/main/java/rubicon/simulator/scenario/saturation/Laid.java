package rubicon.simulator.scenario.saturation;

import static rubicon.simulator.scenario.saturation.SaturationDescription.CEILING;
import static rubicon.simulator.scenario.saturation.SaturationDescription.FLOOR;
import static rubicon.simulator.scenario.saturation.SaturationDescription.KNOWN_TO;
import static rubicon.simulator.scenario.saturation.SaturationDescription.LEVEL_AT;
import static rubicon.simulator.scenario.saturation.SaturationDescription.METHOD;
import static rubicon.simulator.scenario.saturation.SaturationDescription.SLOPE_AT;
import static rubicon.simulator.scenario.saturation.SaturationDescription.TARGET;
import static rubicon.simulator.scenario.saturation.ScoreTables.BY;
import static rubicon.simulator.scenario.saturation.ScoreTables.DATES;
import static rubicon.simulator.scenario.saturation.ScoreTables.SCORE;
import static rubicon.simulator.scenario.saturation.ScoreTables.TARGETS;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.saturation.BayesFit;
import rubicon.model.saturation.Scores;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Workspace;

/// The curve below a ceiling, laid by each method. The fits of a ceiling are held; a run that draws
/// another one fits anew, in place.
final class Laid implements Kernel {
    private static final double YEAR = 365.25;
    private static final int FEWEST = 3;

    private final List<Scores.Point> points;
    private final double floor;
    private final String method;
    private final double knownTo;
    private final double target;
    private final double[] targets;
    private final double[] dates;
    private final double[] curveDates;
    private final Place ceiling;
    private final Place levelAt;
    private final Place slopeAt;
    private final Result[] ones;
    private final Result targetYear;
    private final Result scoreAt;
    private final Result scoreCurve;
    private final Result nextLow;
    private final Result nextHigh;
    private final Result methodRate;
    private final Result methodMidpoint;
    private final Result methodTargetDate;
    private final Result[] lists;
    private final Curve drawn;
    // Null where there are too few records for any.
    private final @Nullable Fits fits;

    Laid(
            Workspace workspace,
            List<Scores.Point> points,
            BayesFit.Prior prior,
            List<LocalDate> curve) {
        var given = workspace.given();
        this.points = points;
        this.floor = given.real(FLOOR);
        this.drawn = new Curve(floor);
        this.fits = points.size() < FEWEST ? null : new Fits(points, floor, prior);
        this.method = given.text(METHOD);
        this.knownTo = time(given.day(KNOWN_TO));
        this.target = given.real(TARGET);
        this.targets = given.rows(TARGETS).stream().mapToDouble(it -> it.real(SCORE)).toArray();
        this.dates = given.rows(DATES).stream().mapToDouble(it -> time(it.day(BY))).toArray();
        this.curveDates = curve.stream().mapToDouble(Laid::time).toArray();
        this.ceiling = workspace.number(CEILING);
        this.levelAt = workspace.number(LEVEL_AT);
        this.slopeAt = workspace.number(SLOPE_AT);
        this.ones =
                workspace.ones(
                        "saturation",
                        "rate",
                        "midpointYear",
                        "tenToNinetyYears",
                        "misfit",
                        "targetDate");
        this.targetYear = workspace.list("targetYear", targets.length);
        this.scoreAt = workspace.list("scoreAt", dates.length);
        this.scoreCurve = workspace.list("scoreCurve", curveDates.length);
        this.nextLow = workspace.list("nextLow", curveDates.length);
        this.nextHigh = workspace.list("nextHigh", curveDates.length);
        int methods = SaturationModel.METHODS.size();
        this.methodRate = workspace.list("methodRate", methods);
        this.methodMidpoint = workspace.list("methodMidpoint", methods);
        this.methodTargetDate = workspace.list("methodTargetDate", methods);
        this.lists =
                new Result[] {
                    targetYear,
                    scoreAt,
                    scoreCurve,
                    nextLow,
                    nextHigh,
                    methodRate,
                    methodMidpoint,
                    methodTargetDate
                };
    }

    @Override
    public void run() {
        double below = ceiling.value();
        Fits all = fits;
        if (all == null || points.getLast().score() >= below || floor >= below) {
            undefined("needs three records, and a ceiling above them and the floor");
            return;
        }
        if (!all.below(below)) {
            undefined("needs records through which a logistic curve can be laid");
            return;
        }
        switch (method) {
            case SaturationDescription.BAYES -> drawn(all, all.bayes());
            case SaturationDescription.LOGIT_LINE -> drawn(all, all.line());
            default -> {
                tell(all, all.median(all.methods() - 1));
                nextLow.undefined("is not told by least squares");
                nextHigh.undefined("is not told by least squares");
            }
        }
        for (int i = 0; i < all.methods(); i++) {
            Curve curve = all.median(i);
            methodRate.set(i, curve.rate());
            methodMidpoint.set(i, year(curve.midpoint()));
            methodTargetDate.set(i, reached(curve, target));
        }
    }

    private void undefined(String reason) {
        Result.undefined(reason, ones);
        Result.undefined(reason, lists);
    }

    private void drawn(Fits all, Known known) {
        known.lay(drawn, all.ceiling(), levelAt.value(), slopeAt.value());
        tell(all, drawn);
        for (int i = 0; i < curveDates.length; i++) {
            nextLow.set(i, drawn.from(known.nextLow(curveDates[i])));
            nextHigh.set(i, drawn.from(known.nextHigh(curveDates[i])));
        }
    }

    private void tell(Fits all, Curve curve) {
        ones[0].set(Math.max(0, curve.share(points.getLast().score())));
        ones[1].set(curve.rate());
        ones[2].set(year(curve.midpoint()));
        ones[3].set(curve.tenToNinety());
        ones[4].set(all.misfit(curve));
        ones[5].set(reached(curve, target));
        for (int i = 0; i < targets.length; i++) {
            targetYear.set(i, reached(curve, targets[i]));
        }
        for (int i = 0; i < dates.length; i++) {
            scoreAt.set(i, curve.at(dates[i]));
        }
        for (int i = 0; i < curveDates.length; i++) {
            scoreCurve.set(i, curve.at(curveDates[i]));
        }
    }

    /// The date of a score: of the record that has it, else of the curve, for nobody saw it before.
    private double reached(Curve curve, double score) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).score() >= score) {
                return year(points.get(i).time());
            }
        }
        return year(Math.max(knownTo, curve.reaches(score)));
    }

    private static double time(LocalDate day) {
        return day.toEpochDay() / YEAR;
    }

    private static double year(double time) {
        return Dates.year(YEAR * time);
    }
}
