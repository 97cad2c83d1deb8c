package rubicon.simulator.scenario.researchloop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Column;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

/// The tables that the model `research-loop` takes.
final class Tables {
    private static final String SHORT_POSTS = "Daniel Paleka's short posts";
    private static final String SHARE = "share";
    private static final Domain SHARES = new Domain.Real(0, 1);
    private static final Domain HOURS = new Domain.Real(0, 100_000);
    private static final Domain REWORK = new Domain.Real(0, 0.949);
    private static final Domain SPEED = new Domain.Real(0.01, 1_000_000, Scale.LOG);
    private static final Domain WEIGHTS = new Domain.Real(0, 1_000_000);

    static final Column NAME =
            new Column("name", "i", "1", "What it is called.", new Domain.Name(80));
    static final Column HUMAN =
            new Column("human", "h_i", "h", "Hours of people a pass, before AI.", HOURS);
    static final Column COMPUTE =
            new Column("compute", "k_i", "h", "Hours of machines a pass, before AI.", HOURS);
    static final Column AUTOMATED =
            new Column("automated", "a_i", SHARE, "Share of the human hours that AI does.", SHARES);
    static final Column AI_SPEED =
            new Column(
                    "aiSpeed",
                    "v_i",
                    "×",
                    "Speed of AI relative to a person on that share.",
                    SPEED);
    static final Column REVIEW =
            new Column(
                    "review",
                    "c_i",
                    "h/h",
                    "Human time to review an hour's worth of automated work.",
                    new Domain.Real(0, 100));
    static final Column REWORK_NOW =
            new Column("rework", "ω_i", SHARE, "Share of passes to be repeated, now.", REWORK);
    static final Column REWORK_BEFORE =
            new Column("baseRework", "ω⁰_i", SHARE, "The same before AI.", REWORK);
    static final Parameter STAGES =
            table(
                    "stages",
                    "The stages that each pass of a line of research goes through.",
                    List.of(
                            NAME,
                            HUMAN,
                            COMPUTE,
                            AUTOMATED,
                            AI_SPEED,
                            REVIEW,
                            REWORK_NOW,
                            REWORK_BEFORE),
                    List.of(
                            row("idea", 16, 0, 0.2, 20, 0.3, 0.1, 0.1),
                            row("code", 24, 0, 0.8, 15, 0.15, 0.15, 0.2),
                            row("experiment", 6, 72, 0.6, 10, 0.1, 0.2, 0.25),
                            row("result", 8, 2, 0.5, 10, 0.25, 0.05, 0.05)),
                    SHORT_POSTS + " for the four stages; all numbers are ours");

    static final Column TASK_SHARE =
            new Column("share", "f_i", SHARE, "Of the time that it took before AI.", WEIGHTS);
    static final Column TASK_SPEED =
            new Column("speed", "s_i", "×", "How many times faster it is now.", SPEED);
    static final Parameter TASKS =
            table(
                    "tasks",
                    "What a researcher's time goes to, and how much faster each part has become.",
                    List.of(NAME, TASK_SHARE, TASK_SPEED),
                    List.of(
                            row("coding", 0.4, 5),
                            row("analysis", 0.3, 2),
                            row("the rest", 0.3, 1)),
                    "an example: most of the speed in two fifths of the time");

    static final Column SECTOR_SHARE =
            new Column("share", "share_j", SHARE, "Sales over total value added (Domar).", WEIGHTS);
    static final Column SECTOR_SPEED =
            new Column("speed", "a_j", "×", "How many times more productive.", SPEED);
    static final Parameter SECTORS =
            table(
                    "sectors",
                    "Sectors of the economy that AI makes more productive.",
                    List.of(NAME, SECTOR_SHARE, SECTOR_SPEED),
                    List.of(row("one near to code", 0.05, 1), row("another", 0.1, 1)),
                    "nothing has reached the economy yet; the shares are an example");

    static final Column WORK_HOURS =
            new Column("hours", "h", "h", "Hours that it takes people.", HOURS);
    static final Column WAGE = new Column("wage", "w", "1/h", "Wage per hour.", WEIGHTS);
    static final Column WORTH = new Column("value", "y", "1", "Value of what it gives.", WEIGHTS);
    static final Column DONE =
            new Column("automated", "a", SHARE, "Share of it that AI does.", SHARES);
    static final Parameter WORK =
            table(
                    "work",
                    "Tasks of which a share of automation is asked for, by four weightings.",
                    List.of(NAME, WORK_HOURS, WAGE, WORTH, DONE),
                    List.of(
                            row("routine", 10, 50, 1, 0.9),
                            row("skilled", 20, 100, 5, 0.5),
                            row("judgement", 5, 300, 10, 0.1)),
                    "an example in which the weightings differ by more than twice");

    static final Column SCORE =
            new Column("score", "s_c", SHARE, "How far AI is in it, from 0 to 1.", SHARES);
    static final Column WEIGHT = new Column("weight", "w_c", "1", "Beside the others.", WEIGHTS);
    static final Column LOGIT_SD =
            new Column(
                    "logitSd",
                    "sd_c",
                    "1",
                    "How uncertain the score is, as deviation of its log odds.",
                    new Domain.Real(0, 10));
    static final Parameter CATEGORIES =
            table(
                    "categories",
                    "The categories of AI research and their scores.",
                    List.of(NAME, SCORE, WEIGHT, LOGIT_SD),
                    List.of(
                            row("bug-fixes", 0.45, 1, 0.4),
                            row("supporting-structures", 0.55, 1, 0.4),
                            row("automated-experiments", 0.4, 1, 0.4),
                            row("closed-loop-optimisation", 0.6, 1, 0.4),
                            row("chip-design", 0.15, 1, 0.4),
                            row("supercomputer-layout", 0.1, 1, 0.4),
                            row("data-cleaning-ordering", 0.5, 1, 0.4),
                            row("synthetic-data", 0.6, 1, 0.4),
                            row("surfacing-ideas", 0.35, 1, 0.4),
                            row("qualitative-research", 0.08, 1, 0.4)),
                    "placeholders; the index from the ledger is the observatory's `/index`");

    private Tables() {}

    private static Parameter table(
            String name,
            String meaning,
            List<Column> columns,
            List<List<Value>> rows,
            String source) {
        return new Parameter(
                name,
                "i",
                "1",
                meaning,
                new Domain.Table(columns, 1, 50),
                new Value.Table(rows.stream().map(cells -> named(columns, cells)).toList()),
                Optional.empty(),
                Origin.OURS,
                source);
    }

    private static Map<String, Value> named(List<Column> columns, List<Value> cells) {
        Map<String, Value> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i).name(), cells.get(i));
        }
        return row;
    }

    private static List<Value> row(String name, double... numbers) {
        List<Value> cells = new ArrayList<>();
        cells.add(new Value.Text(name));
        for (double number : numbers) {
            cells.add(new Value.Real(number));
        }
        return cells;
    }
}
