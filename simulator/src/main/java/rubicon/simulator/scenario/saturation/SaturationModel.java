package rubicon.simulator.scenario.saturation;

import static rubicon.simulator.scenario.saturation.SaturationDescription.BAYES;
import static rubicon.simulator.scenario.saturation.SaturationDescription.CEILINGS;
import static rubicon.simulator.scenario.saturation.SaturationDescription.END;
import static rubicon.simulator.scenario.saturation.SaturationDescription.FLOOR;
import static rubicon.simulator.scenario.saturation.SaturationDescription.KNOWN_TO;
import static rubicon.simulator.scenario.saturation.SaturationDescription.LOGISTIC;
import static rubicon.simulator.scenario.saturation.SaturationDescription.LOGIT_LINE;
import static rubicon.simulator.scenario.saturation.SaturationDescription.PRIOR_PRECISION;
import static rubicon.simulator.scenario.saturation.SaturationDescription.PRIOR_SLOPE;
import static rubicon.simulator.scenario.saturation.SaturationDescription.TARGET;
import static rubicon.simulator.scenario.saturation.ScoreTables.BY;
import static rubicon.simulator.scenario.saturation.ScoreTables.DATE;
import static rubicon.simulator.scenario.saturation.ScoreTables.DATES;
import static rubicon.simulator.scenario.saturation.ScoreTables.FROM;
import static rubicon.simulator.scenario.saturation.ScoreTables.NAME;
import static rubicon.simulator.scenario.saturation.ScoreTables.SCORE;
import static rubicon.simulator.scenario.saturation.ScoreTables.SCORES;
import static rubicon.simulator.scenario.saturation.ScoreTables.WEIGHT;
import static rubicon.simulator.scenario.saturation.ScoreTables.WINDOWS;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rubicon.model.saturation.BayesFit;
import rubicon.model.saturation.Scores;
import rubicon.model.saturation.UncertainCeiling;
import rubicon.model.stats.Range;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.RunningBest;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// The scenario `saturation`: a benchmark's curve below a ceiling that may be drawn, and beside it
/// what windows and ceilings say of one target.
public final class SaturationModel implements KernelModel {
    private static final int CURVE_STEPS = 80;
    private static final double YEAR = 365.25;
    private static final double MEDIAN = 0.5;
    static final List<String> METHODS = List.of(BAYES, LOGIT_LINE, LOGISTIC);
    private static final String[] FORECASTS = {
        "windowP10",
        "windowP50Least",
        "windowP50Most",
        "windowP90",
        "targetBy",
        "targetByLeast",
        "targetByMost"
    };

    /// What the table says.
    ///
    /// @param answers what does not hang on any drawn number
    /// @param points the records, oldest first, in years of 365.25 days since 1970
    private record Read(Answers answers, List<Scores.Point> points) {
        private Read {
            points = List.copyOf(points);
        }
    }

    @Override
    public Description description() {
        return SaturationDescription.DESCRIPTION;
    }

    @Override
    public Set<String> readBefore(Assignment given) {
        return Set.of(SCORES.name(), PRIOR_SLOPE.name(), PRIOR_PRECISION.name());
    }

    private static Read read(Assignment given) {
        List<DatedValue> records =
                RunningBest.records(
                        given.rows(SCORES).stream()
                                .map(it ->
                                        new DatedValue(it.text(NAME), it.day(DATE), it.real(SCORE)))
                                .toList());
        List<Scores.Point> points =
                records.stream().map(it -> new Scores.Point(it.day() / YEAR, it.value())).toList();
        var answers = new Answers();
        answers.put("records", records.size());
        answers.put("methods", new Value.Texts(METHODS));
        List<Double> ceilings =
                given.reals(CEILINGS).stream()
                        .filter(it -> it > records.getLast().value() && it > given.real(FLOOR))
                        .toList();
        nextAbove(given, points, ceilings, answers);
        forecasts(given, records, ceilings, answers);
        return new Read(answers, points);
    }

    private static void nextAbove(
            Assignment given, List<Scores.Point> points, List<Double> ceilings, Answers answers) {
        if (ceilings.isEmpty()) {
            answers.undefined("needs a ceiling above every score and the floor", "nextAbove");
            return;
        }
        var fits = UncertainCeiling.of(points, given.real(FLOOR), ceilings, prior(given));
        answers.put(
                "nextAbove",
                along(dates(given), it -> fits.nextAbove(given.real(TARGET), time(it))));
    }

    private static void forecasts(
            Assignment given, List<DatedValue> records, List<Double> ceilings, Answers answers) {
        double target = given.real(TARGET);
        LocalDate knownTo = given.day(KNOWN_TO);
        if (records.getLast().value() > target || target <= given.real(FLOOR)) {
            answers.undefined("needs a target that no score has passed", FORECASTS);
            return;
        }
        if (records.getLast().date().isAfter(knownTo)) {
            answers.undefined("needs records that were known by the last day", FORECASTS);
            return;
        }
        List<Forecasts.Window> windows =
                given.rows(WINDOWS).stream()
                        .map(it -> new Forecasts.Window(it.day(FROM), it.real(WEIGHT)))
                        .toList();
        var made = Forecasts.of(records, windows, given.real(FLOOR), ceilings, target, knownTo);
        if (made.isEmpty()) {
            answers.undefined(
                    "needs four records in each window, and a ceiling above them and the target",
                    FORECASTS);
            return;
        }
        Forecasts forecasts = made.get();
        answers.put("windowP10", years(forecasts.days(0.1), Range::low));
        answers.put("windowP50Least", years(forecasts.days(MEDIAN), Range::low));
        answers.put("windowP50Most", years(forecasts.days(MEDIAN), Range::high));
        answers.put("windowP90", years(forecasts.days(0.9), Range::high));
        List<LocalDate> dates = dates(given);
        answers.put("targetBy", along(dates, forecasts::by));
        answers.put("targetByLeast", along(dates, it -> forecasts.spread(it).low()));
        answers.put("targetByMost", along(dates, it -> forecasts.spread(it).high()));
    }

    @Override
    public List<Function<Workspace, Kernel>> kernels(Assignment given) {
        Read read = read(given);
        List<LocalDate> dates =
                Dates.grid(
                        LocalDate.ofEpochDay(Math.round(YEAR * read.points().getFirst().time())),
                        given.day(END),
                        CURVE_STEPS);
        read.answers().put("curveDates", new Value.Days(dates));
        BayesFit.Prior prior = prior(given);
        return List.of(
                it -> it.standing(read.answers()), it -> new Laid(it, read.points(), prior, dates));
    }

    private static BayesFit.Prior prior(Assignment given) {
        BayesFit.Prior byDefault = BayesFit.Prior.DEFAULT;
        return new BayesFit.Prior(
                byDefault.level(),
                given.real(PRIOR_SLOPE),
                byDefault.levelPrecision(),
                given.real(PRIOR_PRECISION),
                byDefault.shape(),
                byDefault.rate());
    }

    private static double time(LocalDate day) {
        return day.toEpochDay() / YEAR;
    }

    private static List<LocalDate> dates(Assignment given) {
        return given.rows(DATES).stream().map(it -> it.day(BY)).toList();
    }

    private static List<Double> years(List<Range> days, ToDoubleFunction<Range> end) {
        return along(days, it -> Dates.year(end.applyAsDouble(it)));
    }

    private static <T> List<Double> along(List<T> items, ToDoubleFunction<T> number) {
        return items.stream().map(number::applyAsDouble).toList();
    }
}
