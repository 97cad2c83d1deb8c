package rubicon.simulator.scenario.saturation;

import static rubicon.simulator.scenario.Parameters.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import rubicon.simulator.scenario.Columns;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Column;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Parameters;
import rubicon.simulator.scenario.Value;

/// The tables that the model `saturation` takes.
final class ScoreTables {
    static final Domain.Day DAYS =
            new Domain.Day(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 12, 31));
    static final Domain.Real SHARES = new Domain.Real(0, 1);

    static final Column NAME = Columns.NAME;
    static final Column DATE = new Column("date", "t", "date", "When it was scored.", DAYS);
    static final Column SCORE = new Column("score", "y", "share", "The score.", SHARES);
    static final Column FROM = Columns.from(DAYS);
    static final Column WEIGHT = Columns.WEIGHT;
    static final Column BY = Columns.by(DAYS);

    private static final List<Column> SCORED = List.of(NAME, DATE, SCORE);
    private static final List<Column> WINDOW = List.of(NAME, FROM, WEIGHT);

    static final Parameter SCORES =
            Parameters.table(
                    "scores",
                    "(t, y)",
                    "Scores of one benchmark; only those above all before them count.",
                    new Domain.Table(SCORED, 2, 500),
                    List.of(
                            score("o1-preview", 2024, 10, 8, 0.169),
                            score("o1-preview, another agent", 2025, 5, 14, 0.224),
                            score("o3", 2025, 5, 15, 0.316),
                            score("undisclosed", 2025, 7, 28, 0.3422),
                            score("DeepSeek-R1", 2025, 9, 12, 0.3644),
                            score("GPT-5 (low effort)", 2025, 10, 6, 0.3956),
                            score("Gemini 2.5 Pro", 2025, 10, 10, 0.4356),
                            score("GPT-5-Codex", 2025, 11, 10, 0.4844),
                            score("Gemini 3 Pro", 2025, 12, 7, 0.5067),
                            score("DeepSeek-V3.2-Speciale", 2025, 12, 16, 0.5644),
                            score("Gemini 2.5 Pro, another agent", 2025, 12, 27, 0.5956),
                            score("Gemini 3 Pro, another agent", 2026, 1, 5, 0.6133)),
                    Origin.SOURCE,
                    "MLE-bench (OpenAI, MIT), 75 competitions, records of the leaderboard without"
                            + " leaked labels to 2026-02-26");

    static final Parameter WINDOWS =
            Parameters.table(
                            "windows",
                            "w_k",
                            "Windows of the trend; which is right nobody knows.",
                            new Domain.Table(WINDOW, 1, 10),
                            List.of(
                                    window("all", LocalDate.of(2024, 1, 1)),
                                    window("since July 2025", LocalDate.of(2025, 7, 1)),
                                    window("since October 2025", LocalDate.of(2025, 10, 1))),
                            Origin.OURS,
                            "all, the newer two thirds, the newer half; believed alike")
                    .asSetting();

    static final Parameter TARGETS =
            Parameters.table(
                            "targets",
                            "y*",
                            "Scores of which the date is asked.",
                            new Domain.Table(List.of(SCORE), 1, 50),
                            List.of(target(0.7), target(0.8), target(0.9), target(0.95)),
                            Origin.OURS,
                            "from here to the ceiling")
                    .asSetting();

    static final Parameter DATES =
            Parameters.table(
                            "dates",
                            "d",
                            "Days of which the score and the chances are asked.",
                            new Domain.Table(List.of(BY), 1, 100),
                            List.of(
                                    date(LocalDate.of(2026, 7, 1)),
                                    date(LocalDate.of(2027, 1, 1)),
                                    date(LocalDate.of(2027, 7, 1)),
                                    date(LocalDate.of(2028, 1, 1))),
                            Origin.OURS,
                            "two years of half years")
                    .asSetting();

    private ScoreTables() {}

    private static Map<String, Value> score(
            String name, int year, int month, int day, double score) {
        return row(SCORED, name, LocalDate.of(year, month, day), score);
    }

    private static Map<String, Value> window(String name, LocalDate from) {
        return row(WINDOW, name, from, 1);
    }

    private static Map<String, Value> target(double score) {
        return row(List.of(SCORE), score);
    }

    private static Map<String, Value> date(LocalDate by) {
        return row(List.of(BY), by);
    }
}
