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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.saturation.BayesFit;
import rubicon.model.saturation.Scores;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Workspace;

/// The curve below a ceiling, laid by each method. The fits of a ceiling are held: a run that draws
/// another one fits anew, which takes its time and allocates, in a library too.
final class Laid implements Kernel {
    private static final double YEAR = 365.25;
    private static final double MEDIAN = 0.5;
    private static final int FEWEST = 3;

    private final List<Scores.Point> points;
    private final BayesFit.Prior prior;
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
    private final HeldStudent levels = new HeldStudent();
    private final HeldStudent slopes = new HeldStudent();
    private final HeldStudent lows = new HeldStudent();
    private final HeldStudent highs = new HeldStudent();
    private double fittedTo = Double.NaN;
    private @Nullable Fits fits;

    Laid(
            Workspace workspace,
            List<Scores.Point> points,
            BayesFit.Prior prior,
            List<LocalDate> curve) {
        var given = workspace.given();
        this.points = points;
        this.prior = prior;
        this.floor = given.real(FLOOR);
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
        if (points.size() < FEWEST || points.getLast().score() >= below || floor >= below) {
            undefined("needs three records, and a ceiling above them and the floor");
            return;
        }
        if (below != fittedTo) {
            fits = Fits.of(Scores.of(points, floor, below), prior).orElse(null);
            fittedTo = below;
        }
        Fits laid = fits;
        if (laid == null) {
            undefined("needs records through which a logistic curve can be laid");
            return;
        }
        tell(laid.scores(), laid.curve(method, levelAt.value(), slopeAt.value(), levels, slopes));
        List<Curve> medians = laid.medians();
        for (int i = 0; i < medians.size(); i++) {
            Curve curve = medians.get(i);
            methodRate.set(i, curve.rate());
            methodMidpoint.set(i, year(curve.midpoint()));
            methodTargetDate.set(i, reached(curve, target));
        }
    }

    private void undefined(String reason) {
        Result.undefined(reason, ones);
        Result.undefined(reason, lists);
    }

    private void tell(Scores scores, Curve curve) {
        ones[0].set(scores.saturation());
        ones[1].set(curve.rate());
        ones[2].set(year(curve.midpoint()));
        ones[3].set(curve.tenToNinety());
        ones[4].set(curve.misfit(scores));
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
        Optional<Curve.Next> next = curve.next();
        if (next.isPresent()) {
            next(curve, next.get());
        } else {
            nextLow.undefined("is not told by least squares");
            nextHigh.undefined("is not told by least squares");
        }
    }

    private void next(Curve curve, Curve.Next next) {
        for (int i = 0; i < curveDates.length; i++) {
            var logit = next.at(curveDates[i]);
            // The degrees are those of the fit, on every day: one quantile does for all.
            double low = lows.standard(0.1, logit.degrees());
            double high = highs.standard(0.9, logit.degrees());
            nextLow.set(i, curve.scale().from(logit.location() + low * logit.scale()));
            nextHigh.set(i, curve.scale().from(logit.location() + high * logit.scale()));
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

    /// What the methods find below one ceiling.
    ///
    /// @param medians curve of each method, level and slope at their medians
    private record Fits(Scores scores, Curve.Fit bayes, Curve.Fit line, List<Curve> medians) {

        /// Empty where least squares find no curve.
        static Optional<Fits> of(Scores scores, BayesFit.Prior prior) {
            var bayes = Curve.Fit.bayes(scores, prior);
            var line = Curve.Fit.logitLine(scores);
            var median = new HeldStudent();
            return Curve.leastSquares(scores)
                    .map(squares ->
                            new Fits(
                                    scores,
                                    bayes,
                                    line,
                                    List.of(
                                            bayes.curve(MEDIAN, MEDIAN, median, median),
                                            line.curve(MEDIAN, MEDIAN, median, median),
                                            squares)));
        }

        Curve curve(
                String method,
                double levelAt,
                double slopeAt,
                HeldStudent levels,
                HeldStudent slopes) {
            return switch (method) {
                case SaturationDescription.BAYES -> bayes.curve(levelAt, slopeAt, levels, slopes);
                case SaturationDescription.LOGIT_LINE ->
                        line.curve(levelAt, slopeAt, levels, slopes);
                default -> medians.getLast();
            };
        }
    }
}
