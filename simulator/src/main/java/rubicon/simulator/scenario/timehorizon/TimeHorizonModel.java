package rubicon.simulator.scenario.timehorizon;

import static rubicon.simulator.scenario.timehorizon.HorizonTables.BY;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.DATES;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.FAMILY;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.FROM;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.HORIZON;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.LENGTH;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.MODELS;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.NAME;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.RELEASED;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.SCORE;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.TARGETS;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.TASKS;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.WEIGHT;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.WINDOWS;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.CURVE_FROM;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.CUT;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.DOUBLING_DAYS;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.DOUBLING_RATIO;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.END;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.HORIZON_DAY;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.HORIZON_NOW;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.KNOWN_TO;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.LENGTHS;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.RATE;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.RIDGE;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.STEEPNESS;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.TARGET;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.WEIGHTING;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import rubicon.model.horizon.HorizonFit;
import rubicon.model.horizon.HorizonRun;
import rubicon.model.horizon.LogisticCurve;
import rubicon.model.horizon.Weighting;
import rubicon.model.stats.Range;
import rubicon.model.trend.CrossingSpread;
import rubicon.model.trend.DatedValue;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.FittedModel;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.series.GeometricSteps;

/// The scenario `time-horizon`: an agent's curve of success, how its horizon goes on, and what
/// METR's line says of one target by window.
public final class TimeHorizonModel implements FittedModel<Answers> {
    private static final int CURVE_STEPS = 120;
    private static final double LN_2 = Math.log(2);
    private static final double DAY = 480;
    private static final double WEEK = 2_400;
    private static final double HUNDRED_HOURS = 6_000;
    private static final double MONTH = 10_020;
    private static final String[] COURSE = {
        "horizon50",
        "horizonAtRate",
        "intercept",
        "coefficient",
        "success",
        "meanScore",
        "crossEntropy",
        "rateLagDays",
        "dayYear",
        "weekYear",
        "hundredHoursYear",
        "monthYear",
        "monthYearAtRate",
        "divergesYear",
        "targetYear",
        "targetYearAtRate",
        "horizonAt",
        "horizonAtRateAt",
        "horizonCurve",
        "horizonCurveAtRate"
    };
    private static final String[] LINES = {
        "windowDoublingDays",
        "windowDoublingLow",
        "windowDoublingHigh",
        "windowModels",
        "windowR2",
        "windowLineYear"
    };
    private static final String[] FORECASTS = {
        "windowP10", "windowP50", "windowP90", "targetBy", "targetByLeast", "targetByMost"
    };

    @Override
    public Description description() {
        return TimeHorizonDescription.DESCRIPTION;
    }

    @Override
    public Set<String> fittedFrom() {
        return Set.of(MODELS.name());
    }

    /// What the windows' lines say.
    @Override
    public Answers fit(Assignment given) {
        var answers = new Answers();
        List<DatedValue> models =
                given.rows(MODELS).stream()
                        .map(it ->
                                new DatedValue(it.text(NAME), it.day(RELEASED), it.real(HORIZON)))
                        .toList();
        List<WindowLines.Window> windows =
                given.rows(WINDOWS).stream()
                        .map(it -> new WindowLines.Window(it.day(FROM), it.real(WEIGHT)))
                        .toList();
        var fitted = WindowLines.of(models, windows, given.real(CUT));
        if (fitted.isEmpty()) {
            String reason =
                    "needs four models or more in each window that were the best of their day, on"
                            + " two dates or more, and not above the cut";
            return answers.undefined(reason, LINES).undefined(reason, FORECASTS);
        }
        WindowLines lines = fitted.get();
        List<Range> ranges = lines.doublingRanges();
        answers.put("windowDoublingDays", lines.doublingDays());
        answers.put("windowDoublingLow", ranges.stream().map(Range::low).toList());
        answers.put("windowDoublingHigh", ranges.stream().map(Range::high).toList());
        answers.put("windowModels", lines.sizes());
        answers.put("windowR2", lines.r2());
        answers.put("windowLineYear", years(lines.reach(given.real(TARGET))));
        LocalDate knownTo = given.day(KNOWN_TO);
        if (models.stream().anyMatch(it -> it.value() > given.real(TARGET))) {
            return answers.undefined("needs a target that no model has reached", FORECASTS);
        }
        if (models.stream().anyMatch(it -> it.date().isAfter(knownTo))) {
            return answers.undefined("needs models that were out by the last day known", FORECASTS);
        }
        CrossingSpread spread = lines.forecasts(given.real(TARGET), knownTo);
        answers.put("windowP10", crossings(spread, 0.1));
        answers.put("windowP50", crossings(spread, 0.5));
        answers.put("windowP90", crossings(spread, 0.9));
        Map<String, Double> weights = lines.weights();
        List<LocalDate> dates = dates(given);
        answers.put("targetBy", dates.stream().map(it -> spread.mixture(it, weights)).toList());
        List<Range> by = dates.stream().map(spread::probabilityBy).toList();
        answers.put("targetByLeast", by.stream().map(Range::low).toList());
        return answers.put("targetByMost", by.stream().map(Range::high).toList());
    }

    @Override
    public Map<String, Value> evaluate(Assignment given, Answers windows) {
        var answers = windows.copy();
        List<LocalDate> curveDates =
                Dates.grid(given.day(HORIZON_DAY), given.day(END), CURVE_STEPS);
        answers.put("curveDates", new Value.Days(curveDates));
        if (given.text(CURVE_FROM).equals(TimeHorizonDescription.FROM_PARAMETERS)) {
            double steepness = given.real(STEEPNESS);
            double now = given.real(HORIZON_NOW);
            answers.undefined("needs results at tasks", "meanScore", "crossEntropy");
            var curve = new LogisticCurve(steepness * Math.log(now) / LN_2, -steepness);
            course(given, curve, now, curveDates, answers);
        } else {
            fromTasks(given, curveDates, answers);
        }
        return answers.complete(description());
    }

    private static void fromTasks(Assignment given, List<LocalDate> curveDates, Answers answers) {
        List<HorizonRun> runs =
                given.rows(TASKS).stream()
                        .map(it ->
                                new HorizonRun(
                                        "agent",
                                        it.text(FAMILY),
                                        it.text(NAME),
                                        it.real(LENGTH),
                                        it.real(SCORE)))
                        .toList();
        Weighting weighting =
                given.text(WEIGHTING).equals(TimeHorizonDescription.EQUAL)
                        ? Weighting.EQUAL
                        : Weighting.INVERSE_SQRT;
        switch (HorizonFit.of(runs, weighting, given.real(RIDGE))) {
            case HorizonFit.NoFit(HorizonFit.Reason reason, _) ->
                    answers.undefined(words(reason), COURSE);
            case HorizonFit.Fitted fitted -> {
                LogisticCurve curve = fitted.curve();
                double now = curve.horizonMinutes(0.5);
                double atRate = curve.horizonMinutes(given.real(RATE));
                boolean isRead =
                        curve.coefficient() < 0
                                && now > 0
                                && atRate > 0
                                && Double.isFinite(now)
                                && Double.isFinite(atRate);
                if (isRead) {
                    answers.put("meanScore", fitted.meanScore());
                    answers.put("crossEntropy", fitted.crossEntropy());
                    course(given, curve, now, curveDates, answers);
                } else {
                    answers.undefined("needs tasks of which longer ones fail more often", COURSE);
                }
            }
        }
    }

    private static String words(HorizonFit.Reason reason) {
        return switch (reason) {
            case NO_SUCCESS -> "needs a task that succeeded";
            case NO_FAILURE -> "needs a task that failed";
            case ONE_LENGTH -> "needs tasks of two lengths";
            case SEPARATED -> "needs a ridge, or a success at a task longer than one that failed";
        };
    }

    private static void course(
            Assignment given,
            LogisticCurve curve,
            double now,
            List<LocalDate> curveDates,
            Answers answers) {
        double atRate = curve.horizonMinutes(given.real(RATE));
        var half =
                new Course(
                        now,
                        given.day(HORIZON_DAY).toEpochDay(),
                        GeometricSteps.of(given.real(DOUBLING_DAYS), given.real(DOUBLING_RATIO)));
        Course rate = half.of(atRate);
        answers.put("horizon50", now);
        answers.put("horizonAtRate", atRate);
        answers.put("intercept", curve.intercept());
        answers.put("coefficient", curve.coefficient());
        answers.put("success", given.reals(LENGTHS).stream().map(curve::success).toList());
        answers.put("rateLagDays", rate.daysTo(now));
        answers.put("dayYear", Dates.year(half.reaches(DAY)));
        answers.put("weekYear", Dates.year(half.reaches(WEEK)));
        answers.put("hundredHoursYear", Dates.year(half.reaches(HUNDRED_HOURS)));
        answers.put("monthYear", Dates.year(half.reaches(MONTH)));
        answers.put("monthYearAtRate", Dates.year(rate.reaches(MONTH)));
        answers.put("divergesYear", Dates.year(half.divergesOn()));
        List<Double> targets = given.rows(TARGETS).stream().map(it -> it.real(LENGTH)).toList();
        answers.put("targetYear", years(along(targets, half::reaches)));
        answers.put("targetYearAtRate", years(along(targets, rate::reaches)));
        List<LocalDate> dates = dates(given);
        answers.put("horizonAt", along(dates, half::at));
        answers.put("horizonAtRateAt", along(dates, rate::at));
        answers.put("horizonCurve", along(curveDates, half::at));
        answers.put("horizonCurveAtRate", along(curveDates, rate::at));
    }

    private static List<Double> crossings(CrossingSpread spread, double p) {
        return years(along(List.copyOf(spread.windows().values()), it -> it.day(p)));
    }

    private static List<LocalDate> dates(Assignment given) {
        return given.rows(DATES).stream().map(it -> it.day(BY)).toList();
    }

    private static List<Double> years(List<Double> days) {
        return along(days, Dates::year);
    }

    private static <T> List<Double> along(List<T> items, ToDoubleFunction<T> number) {
        return items.stream().map(number::applyAsDouble).toList();
    }
}
