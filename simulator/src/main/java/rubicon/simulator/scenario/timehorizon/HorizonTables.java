package rubicon.simulator.scenario.timehorizon;

import static rubicon.simulator.scenario.Parameters.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import rubicon.simulator.scenario.Columns;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Column;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Parameters;
import rubicon.simulator.scenario.Value;

/// The tables that the model `time-horizon` takes.
final class HorizonTables {
    static final Domain.Day DAYS =
            new Domain.Day(LocalDate.of(2015, 1, 1), LocalDate.of(2100, 12, 31));
    static final Domain.Real MINUTES = new Domain.Real(0.001, 1e9, Scale.LOG);

    static final Column NAME = Columns.NAME;
    static final Column FAMILY =
            new Column(
                    "family",
                    "f",
                    "1",
                    "What relatives share; they share a weight.",
                    new Domain.Name(120));
    static final Column LENGTH =
            new Column("minutes", "m", "min", "How long it takes a skilled person.", MINUTES);
    static final Column SCORE =
            new Column(
                    "score",
                    "y",
                    "share",
                    "Share of the attempts that succeeded.",
                    new Domain.Real(0, 1));
    static final Column RELEASED =
            new Column("released", "t", "date", "When the model came out.", DAYS);
    static final Column HORIZON =
            new Column("minutes", "h", "min", "Its time horizon at one half.", MINUTES);
    static final Column FROM = Columns.from(DAYS);
    static final Column WEIGHT = Columns.WEIGHT;
    static final Column BY = Columns.by(DAYS);

    private static final List<Column> TASK = List.of(NAME, FAMILY, LENGTH, SCORE);
    private static final List<Column> MODEL = List.of(NAME, RELEASED, HORIZON);
    private static final List<Column> WINDOW = List.of(NAME, FROM, WEIGHT);
    private static final List<Column> TARGET = List.of(NAME, LENGTH);

    static final Parameter TASKS =
            Parameters.table(
                    "tasks",
                    "(m_i, y_i)",
                    "What one agent did at tasks of known length.",
                    new Domain.Table(TASK, 2, 500),
                    List.of(
                            row(TASK, "find a file", "search", 1, 1),
                            row(TASK, "fix a typo", "bugs", 2, 1),
                            row(TASK, "fix a failing test", "bugs", 12, 0.9),
                            row(TASK, "write a parser", "programs", 25, 0.9),
                            row(TASK, "find a race", "bugs", 60, 0.7),
                            row(TASK, "tune a loss", "training", 120, 0.8),
                            row(TASK, "port a kernel", "kernels", 240, 0.6),
                            row(TASK, "write a service", "programs", 480, 0.4),
                            row(TASK, "make a kernel faster", "kernels", 480, 0.6),
                            row(TASK, "reproduce a paper", "training", 960, 0.3),
                            row(TASK, "design an experiment", "training", 1_920, 0.2),
                            row(TASK, "lead a project", "programs", 4_800, 0)),
                    Origin.OURS,
                    "an example; put an evaluation's own results there");

    static final Parameter MODELS =
            Parameters.table(
                    "models",
                    "(t, h)",
                    "Models with their measured time horizons; a window's line goes through those"
                            + " that were the best of their day or level with it.",
                    new Domain.Table(MODEL, 3, 300),
                    List.of(
                            model("GPT-2", 2019, 2, 14, 0.053778),
                            model("davinci-002", 2020, 5, 28, 0.144057),
                            model("GPT-3.5 Turbo Instruct", 2022, 3, 15, 0.599247),
                            model("GPT-4", 2023, 3, 14, 3.987428),
                            model("GPT-4 (1106)", 2023, 11, 6, 4.044959),
                            model("Claude 3 Opus", 2024, 3, 4, 3.952262),
                            model("GPT-4o", 2024, 5, 13, 6.991195),
                            model("Claude 3.5 Sonnet (June 2024)", 2024, 6, 20, 11.395377),
                            model("o1-preview", 2024, 9, 12, 20.326586),
                            model("Claude 3.5 Sonnet (October 2024)", 2024, 10, 22, 20.522872),
                            model("o1", 2024, 12, 5, 38.831588),
                            model("Claude 3.7 Sonnet", 2025, 2, 24, 60.388937),
                            model("o3", 2025, 4, 16, 119.732634),
                            model("GPT-5", 2025, 8, 7, 203.012577),
                            model("Gemini 3 Pro", 2025, 11, 18, 224.325884),
                            model("Claude Opus 4.5", 2025, 11, 24, 292.994594),
                            model("GPT-5.2", 2025, 12, 11, 352.249302),
                            model("Claude Opus 4.6", 2026, 2, 5, 718.80683),
                            model("Claude Mythos Preview (early)", 2026, 4, 7, 1_044.780145)),
                    Origin.SOURCE,
                    "METR, Time Horizon 1.1, points of May 2026: those that are the best of their"
                            + " day in a window");

    static final Parameter WINDOWS =
            Parameters.table(
                            "windows",
                            "w_k",
                            "Windows of the trend; each says something else, and which is right"
                                    + " nobody knows.",
                            new Domain.Table(WINDOW, 1, 10),
                            List.of(
                                    window("since 2019", 2019, 1),
                                    window("since 2023", 2023, 1),
                                    window("since 2024", 2024, 1)),
                            Origin.OURS,
                            "METR's two and the steepest one in debate, believed alike")
                    .asSetting();

    static final Parameter TARGETS =
            Parameters.table(
                            "targets",
                            "h*",
                            "Lengths of which the date is asked.",
                            new Domain.Table(TARGET, 1, 50),
                            List.of(
                                    row(TARGET, "work day", 480),
                                    row(TARGET, "work week", 2_400),
                                    row(TARGET, "100 hours", 6_000),
                                    row(TARGET, "work month", 10_020),
                                    row(TARGET, "work year", 120_000)),
                            Origin.OURS,
                            "8, 40, 100, 167 and 2,000 hours")
                    .asSetting();

    static final Parameter DATES =
            Parameters.table(
                            "dates",
                            "d",
                            "Days of which the horizon and the chances are asked.",
                            new Domain.Table(List.of(BY), 1, 100),
                            List.of(
                                    date(LocalDate.of(2027, 1, 1)),
                                    date(LocalDate.of(2027, 7, 1)),
                                    date(LocalDate.of(2028, 1, 1)),
                                    date(LocalDate.of(2029, 1, 1)),
                                    date(LocalDate.of(2030, 1, 1))),
                            Origin.OURS,
                            "the ends of the years in which most of it is decided")
                    .asSetting();

    private HorizonTables() {}

    private static Map<String, Value> model(
            String name, int year, int month, int day, double minutes) {
        return row(MODEL, name, LocalDate.of(year, month, day), minutes);
    }

    private static Map<String, Value> window(String name, int year, double weight) {
        return row(WINDOW, name, LocalDate.of(year, 1, 1), weight);
    }

    private static Map<String, Value> date(LocalDate by) {
        return row(List.of(BY), by);
    }
}
