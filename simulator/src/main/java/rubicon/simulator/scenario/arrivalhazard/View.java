package rubicon.simulator.scenario.arrivalhazard;

import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.BY;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.CURE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.DATES;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.SURVIVED_TO;

import java.time.LocalDate;
import java.util.Arrays;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Workspace;

/// What one shape of the curve says, before and after silence and evidence.
final class View {
    static final String IMPOSSIBLE = "needs anchors that leave a chance of silence until then";

    private static final long FARTHEST = LocalDate.of(2500, 1, 1).toEpochDay();

    private final Shape shape;
    private final Belief belief;
    private final Place cure;
    private final long survivedTo;
    private final long ahead;
    private final long[] dates;
    private final long[] curve;
    private final long[] past;
    private final Result hazardRatio;
    private final Result stated;
    private final Result afterSilence;
    private final Result now;
    private final Result neverNow;
    private final Result medianYear;
    private final Result statedCurve;
    private final Result nowCurve;
    private final Result score;
    private final Result[] all;

    /// @param suffix of its outputs' names
    /// @param anchors their days, rising
    /// @param curve days along which the curves run
    View(Workspace workspace, String suffix, Shape shape, long[] anchors, long[] curve) {
        this.shape = shape;
        this.cure = workspace.number(CURE);
        LocalDate known = workspace.given().day(SURVIVED_TO);
        this.survivedTo = known.toEpochDay();
        this.belief = new Belief(shape::by, survivedTo);
        this.ahead =
                Arrays.stream(anchors)
                        .filter(it -> it > survivedTo)
                        .findFirst()
                        .orElse(known.plusYears(1).toEpochDay());
        this.dates =
                workspace.given().rows(DATES).stream()
                        .mapToLong(it -> it.day(BY).toEpochDay())
                        .toArray();
        this.curve = curve;
        this.past =
                Arrays.stream(dates).filter(it -> it <= survivedTo).sorted().distinct().toArray();
        this.hazardRatio = workspace.one("hazardRatio" + suffix);
        this.stated = workspace.list("stated" + suffix, dates.length);
        this.afterSilence = workspace.list("afterSilence" + suffix, dates.length);
        this.now = workspace.list("now" + suffix, dates.length);
        this.neverNow = workspace.one("neverNow" + suffix);
        this.medianYear = workspace.one("medianYear" + suffix);
        this.statedCurve = workspace.list("statedCurve" + suffix, curve.length);
        this.nowCurve = workspace.list("nowCurve" + suffix, curve.length);
        this.score = workspace.one("score" + suffix);
        this.all =
                new Result[] {
                    hazardRatio,
                    stated,
                    afterSilence,
                    now,
                    neverNow,
                    medianYear,
                    statedCurve,
                    nowCurve,
                    score
                };
    }

    /// Answers that nothing can be said.
    void undefined(String reason) {
        Result.undefined(reason, all);
    }

    /// Reads the shape, once it is laid.
    ///
    /// @return whether it leaves a chance of what is known; else nothing has a value
    boolean read(Said said) {
        belief.begin(cure.value());
        if (!belief.isPossible()) {
            undefined(IMPOSSIBLE);
            return false;
        }
        for (int i = 0; i < dates.length; i++) {
            stated.set(i, belief.asStated(dates[i]));
            afterSilence.set(i, belief.now(dates[i]));
        }
        double ratio = said.hazardRatio(belief.ifEver(ahead));
        belief.hear(ratio);
        hazardRatio.set(ratio);
        for (int i = 0; i < dates.length; i++) {
            now.set(i, belief.now(dates[i]));
        }
        for (int i = 0; i < curve.length; i++) {
            double byThen = shape.by(curve[i]);
            statedCurve.set(i, (1 - cure.value()) * byThen);
            nowCurve.set(i, belief.now(curve[i], byThen));
        }
        neverNow.set(belief.neverNow());
        medianYear.set(medianYear());
        score();
        return true;
    }

    /// First day by whose end it is as likely as not, as decimal year.
    private double medianYear() {
        long low = survivedTo;
        long high = FARTHEST;
        if (belief.now(high) < 0.5) {
            return Double.POSITIVE_INFINITY;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (belief.now(middle) < 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Dates.yearAtEnd(high);
    }

    /// Ranked probability score over the dates that are past, by which it had not happened.
    private void score() {
        if (past.length == 0) {
            score.undefined("needs a date that is past");
            return;
        }
        double sum = 0;
        for (long date : past) {
            double error = belief.asStated(date);
            sum += error * error;
        }
        score.set(sum / past.length);
    }
}
