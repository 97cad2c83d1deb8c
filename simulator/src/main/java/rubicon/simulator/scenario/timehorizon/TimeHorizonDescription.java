package rubicon.simulator.scenario.timehorizon;

import static rubicon.simulator.scenario.timehorizon.HorizonTables.DAYS;
import static rubicon.simulator.scenario.timehorizon.HorizonTables.MINUTES;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import rubicon.model.horizon.HorizonFit;
import rubicon.model.horizon.HorizonTrend;
import rubicon.model.stats.Discrete;
import rubicon.model.stats.LogNormal;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Parameters;
import rubicon.simulator.scenario.Value;

/// The words of the model `time-horizon`: what it asks, takes and leaves out.
final class TimeHorizonDescription {
    static final String FROM_TASKS = "tasks";
    static final String FROM_PARAMETERS = "parameters";
    static final String EQUAL = "equal";
    static final String INVERSE_SQRT = "inverse-sqrt";

    private static final String METR = "METR, Time Horizon 1.1, May 2026";
    private static final String PAPER =
            "METR, Measuring AI Ability to Complete Long Tasks (arXiv 2503.14499)";
    private static final double Z_95 = 1.959963984540054;

    static final Parameter CURVE_FROM =
            Parameters.choice(
                            "curveFrom",
                            "–",
                            "Whether the curve of success is given by two numbers or fitted to"
                                    + " results at tasks.",
                            "today's frontier is known by two numbers; the results behind them are"
                                    + " not public",
                            FROM_PARAMETERS,
                            FROM_TASKS)
                    .asSetting();
    static final Parameter HORIZON_NOW =
            Parameters.number(
                            "horizonNow",
                            "h₀",
                            "min",
                            "Time horizon at one half on the first day of the course.",
                            MINUTES,
                            1_044.8,
                            Origin.CALIBRATED,
                            METR
                                    + ": Claude Mythos Preview (early); it lies above the 16 hours"
                                    + " to which METR calls its suite reliable. Prior: one model's"
                                    + " spread about METR's line since 2023 (.467 of a logarithm),"
                                    + " whose height that day is the prior's 10 % point")
                    .believed(new LogNormal(Math.log(1_044.8), 0.467, 0))
                    .onlyFor(CURVE_FROM, FROM_PARAMETERS);
    static final Parameter STEEPNESS =
            Parameters.number(
                            "steepness",
                            "−b",
                            "1",
                            "By how much the log odds of success fall per doubling of a task's"
                                    + " length.",
                            new Domain.Real(0.05, 10, Scale.LOG),
                            0.556,
                            Origin.SOURCE,
                            METR
                                    + ": from the same model's horizons at one half and at four"
                                    + " fifths (185.9 minutes). Prior: the five newest models with"
                                    + " both lie between .41 and .66")
                    .believed(LogNormal.ofInterval(0.42, 0.73, LogNormal.Z_80))
                    .onlyFor(CURVE_FROM, FROM_PARAMETERS);
    static final Parameter WEIGHTING =
            Parameters.choice(
                            "weighting",
                            "w_i",
                            "Whether tasks of one family share a weight, by the root of their"
                                    + " number, or each counts alike.",
                            PAPER,
                            INVERSE_SQRT,
                            EQUAL)
                    .onlyFor(CURVE_FROM, FROM_TASKS);
    static final Parameter RIDGE =
            Parameters.number(
                            "ridge",
                            "1/C",
                            "1",
                            "How strongly a steep curve is doubted; the ridge on its slope.",
                            new Domain.Real(0, 10),
                            HorizonFit.METR_REGULARIZATION,
                            Origin.SOURCE,
                            PAPER + ": the C = 10 of its program")
                    .onlyFor(CURVE_FROM, FROM_TASKS);
    static final Parameter RATE =
            Parameters.number(
                            "rate",
                            "q",
                            "share",
                            "Rate of success at which a second horizon is read, beside one half.",
                            new Domain.Real(0.01, 0.99),
                            0.8,
                            Origin.SOURCE,
                            PAPER + ": four fifths")
                    .asSetting();
    static final Parameter LENGTHS =
            new Parameter(
                            "lengths",
                            "m",
                            "min",
                            "Lengths of tasks at which the rate of success is asked.",
                            new Domain.Reals(0.001, 1e9, 1, 100),
                            Value.Reals.of(
                                    1, 4, 15, 60, 120, 240, 480, 960, 2_400, 6_000, 10_020,
                                    120_000),
                            Optional.empty(),
                            Origin.OURS,
                            "from a minute to a work year")
                    .asSetting();
    static final Parameter HORIZON_DAY =
            Parameters.day(
                    "horizonDay",
                    "t₀",
                    "First day of the course: when the horizon stood there.",
                    DAYS,
                    LocalDate.of(2026, 4, 7),
                    Origin.CALIBRATED,
                    METR + ": when the newest of its best models was announced");
    static final Parameter DOUBLING_DAYS =
            Parameters.number(
                            "doublingDays",
                            "T",
                            "days",
                            "How long the first doubling takes.",
                            new Domain.Real(1, 10_000, Scale.LOG),
                            128.744,
                            Origin.CALIBRATED,
                            METR + ": since 2023, 95 % interval 104.4 to 158.0")
                    .believed(LogNormal.ofInterval(104.4, 158, Z_95));
    static final Parameter DOUBLING_RATIO =
            Parameters.number(
                            "doublingRatio",
                            "ρ",
                            "1",
                            "How long each doubling takes beside the one before: below 1 growth is"
                                    + " faster than exponential, and infinite in finite time.",
                            new Domain.Real(0.5, 1.5),
                            1,
                            Origin.SOURCE,
                            "AI Futures Project, AI 2027, timelines forecast of April 2025: .9 and 1"
                                    + " with .45 each, 1.1 with .1")
                    .believed(Discrete.weighted(List.of(0.9, 1.0, 1.1), List.of(0.45, 0.45, 0.1)));
    static final Parameter END =
            Parameters.day(
                            "end",
                            "d",
                            "End of the curves.",
                            DAYS,
                            LocalDate.of(2031, 1, 1),
                            Origin.OURS,
                            "by then the default course has long passed a work year")
                    .asSetting();
    static final Parameter CUT =
            Parameters.number(
                            "cut",
                            "h_max",
                            "min",
                            "Models with longer horizons are left out of the windows' lines.",
                            new Domain.Real(0.001, 1e12, Scale.LOG),
                            HorizonTrend.METR_CUT_MINUTES,
                            Origin.SOURCE,
                            METR + ": 16 hours")
                    .asSetting();
    static final Parameter TARGET =
            Parameters.number(
                            "target",
                            "h*",
                            "min",
                            "Length whose chance of being reached is read off the windows' lines.",
                            MINUTES,
                            6_000,
                            Origin.OURS,
                            "100 hours, which Ajeya Cotra found not unreasonable for the end of"
                                    + " 2026 (Import AI 448)")
                    .asSetting();
    static final Parameter KNOWN_TO =
            Parameters.day(
                            "knownTo",
                            "T",
                            "Until this day the windows' lines are told that the target was not"
                                    + " seen.",
                            DAYS,
                            LocalDate.of(2026, 5, 8),
                            Origin.OURS,
                            METR
                                    + ": when it was published. Later silence is evidence only where a"
                                    + " crossing would have been measured")
                    .asSetting();

    static final Description DESCRIPTION =
            new Description(
                    new ModelId("time-horizon"),
                    "Time horizon",
                    "How long are the tasks that AI does, and when does it come to a week, to 100"
                            + " hours, to a month?",
                    "2",
                    List.of(
                            CURVE_FROM,
                            HORIZON_NOW,
                            STEEPNESS,
                            HorizonTables.TASKS.onlyFor(CURVE_FROM, FROM_TASKS),
                            WEIGHTING,
                            RIDGE,
                            RATE,
                            LENGTHS,
                            HORIZON_DAY,
                            DOUBLING_DAYS,
                            DOUBLING_RATIO,
                            HorizonTables.TARGETS,
                            HorizonTables.DATES,
                            END,
                            HorizonTables.MODELS,
                            HorizonTables.WINDOWS,
                            CUT,
                            TARGET,
                            KNOWN_TO),
                    TimeHorizonOutputs.all(),
                    List.of(
                            PAPER + ", and its program: curve, weights, trend",
                            METR + ": horizons and the doubling time",
                            "AI Futures Project, AI 2027 (April 2025): doublings that get faster or"
                                    + " slower",
                            "Conditioning the lines on silence, and their spread over windows, are"
                                    + " this project's"),
                    List.of(
                            "Tasks of METR's suite are clean, short of people and scored by"
                                    + " programs; work is not.",
                            "Above 16 hours nobody has measured well: the start of the default"
                                    + " course lies there.",
                            "The curve keeps its steepness while it moves; that both horizons"
                                    + " double alike is an assumption.",
                            "The course knows nothing of silence since its first day; only the"
                                    + " windows' lines do, and silence is evidence only where a"
                                    + " crossing could have been measured.",
                            "A line through records is told more certainly than records allow:"
                                    + " their errors depend on each other."));

    private TimeHorizonDescription() {}
}
