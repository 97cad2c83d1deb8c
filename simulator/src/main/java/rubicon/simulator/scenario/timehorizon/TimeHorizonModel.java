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
import static rubicon.simulator.scenario.timehorizon.HorizonTables.TASKS;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.WEIGHT;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.WINDOWS;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.CURVE_FROM;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.CUT;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.END;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.HORIZON_DAY;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.HORIZON_NOW;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.KNOWN_TO;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.RATE;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.RIDGE;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.STEEPNESS;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.TARGET;
import static rubicon.simulator.scenario.timehorizon.TimeHorizonDescription.WEIGHTING;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// The scenario `time-horizon`: an agent's curve of success, how its horizon goes on, and what
/// METR's line says of one target by window.
public final class TimeHorizonModel implements KernelModel {
    private static final int CURVE_STEPS = 120;
    private static final double LN_2 = Math.log(2);
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
    public Set<String> readBefore(Assignment given) {
        return isFromParameters(given)
                ? Set.of(MODELS.name())
                : Set.of(MODELS.name(), TASKS.name(), RIDGE.name());
    }

    @Override
    public List<Function<Workspace, Kernel>> kernels(Assignment given) {
        List<LocalDate> curveDates =
                Dates.grid(given.day(HORIZON_DAY), given.day(END), CURVE_STEPS);
        Answers windows = windows(given);
        windows.put("curveDates", new Value.Days(curveDates));
        if (isFromParameters(given)) {
            windows.undefined("needs results at tasks", "meanScore", "crossEntropy");
            return List.of(it -> it.standing(windows), it -> fromParameters(it, curveDates));
        }
        Optional<LogisticCurve> curve = fromTasks(given, windows);
        return curve.isEmpty()
                ? List.of(it -> it.standing(windows))
                : List.of(it -> it.standing(windows), it -> fromCurve(it, curve.get(), curveDates));
    }

    private static boolean isFromParameters(Assignment given) {
        return given.text(CURVE_FROM).equals(TimeHorizonDescription.FROM_PARAMETERS);
    }

    /// What the windows' lines say.
    private static Answers windows(Assignment given) {
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

    private static Kernel fromParameters(Workspace workspace, List<LocalDate> curveDates) {
        Place steepness = workspace.number(STEEPNESS);
        Place now = workspace.number(HORIZON_NOW);
        var course = new HorizonCourse(workspace, curveDates);
        return () -> {
            double slope = steepness.value();
            course.follow(now.value(), slope * Math.log(now.value()) / LN_2, -slope);
        };
    }

    private static Kernel fromCurve(
            Workspace workspace, LogisticCurve curve, List<LocalDate> curveDates) {
        var course = new HorizonCourse(workspace, curveDates);
        double now = curve.horizonMinutes(0.5);
        return () -> course.follow(now, curve.intercept(), curve.coefficient());
    }

    /// The curve through results at tasks; empty where there is none, with the reason.
    private static Optional<LogisticCurve> fromTasks(Assignment given, Answers answers) {
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
            case HorizonFit.NoFit(HorizonFit.Reason reason, _) -> {
                answers.undefined(words(reason), COURSE);
                return Optional.empty();
            }
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
                    return Optional.of(curve);
                }
                answers.undefined("needs tasks of which longer ones fail more often", COURSE);
                return Optional.empty();
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
