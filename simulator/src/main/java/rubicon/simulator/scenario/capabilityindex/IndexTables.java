package rubicon.simulator.scenario.capabilityindex;

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

/// The tables that the model `capability-index` takes.
final class IndexTables {
    static final String LOW = "Claude 3.5 Sonnet (June 2024)";
    static final String HIGH = "GPT-5 (high)";
    static final Domain.Day DAYS =
            new Domain.Day(LocalDate.of(2015, 1, 1), LocalDate.of(2100, 12, 31));
    static final Domain.Real PLACES = new Domain.Real(-10, 10);
    static final Domain.Real POINTS = new Domain.Real(-1_000, 2_000);
    private static final String FIT =
            "Epoch AI, benchmark-stitching (MIT): 1,324 scores of 179 models on 38 benchmarks,"
                    + " fitted as Epoch does (ridge .1, Winogrande as anchor)";

    static final Column NAME = Columns.NAME;
    static final Column RELEASED =
            new Column("released", "t", "date", "When the model came out.", DAYS);
    static final Column CAPABILITY =
            new Column("capability", "C", "1", "Its place on the scale.", PLACES);
    static final Column DIFFICULTY =
            new Column(
                    "difficulty", "D", "1", "The place at which a model scores one half.", PLACES);
    static final Column SLOPE =
            new Column(
                    "slope",
                    "α",
                    "1",
                    "How sharply it tells models apart.",
                    new Domain.Real(0.1, 10, Scale.LOG));
    static final Column BENCHMARK =
            new Column("benchmark", "b", "1", "One of the benchmarks.", new Domain.Name(120));
    static final Column SCORE =
            new Column(
                    "score",
                    "y",
                    "share",
                    "From chance, 0, to a perfect answer, 1.",
                    new Domain.Real(0, 1));
    static final Column INDEX = new Column("points", "I*", "points", "An index.", POINTS);

    private static final List<Column> MODEL = List.of(NAME, RELEASED, CAPABILITY);
    private static final List<Column> TEST = List.of(NAME, DIFFICULTY, SLOPE);
    private static final List<Column> SCORED = List.of(BENCHMARK, SCORE);

    static final Parameter MODELS =
            Parameters.table(
                    "models",
                    "C_m",
                    "Models with their places and release dates.",
                    new Domain.Table(MODEL, 2, 300),
                    List.of(
                            model("LLaMA 65B", 2023, 2, 24, 1.0758),
                            model("GPT-4 (March 2023)", 2023, 3, 14, 1.6044),
                            model("Claude 3 Opus", 2024, 2, 29, 1.6693),
                            model("GPT-4 Turbo", 2024, 4, 9, 1.7003),
                            model("GPT-4o", 2024, 5, 13, 1.7439),
                            model(LOW, 2024, 6, 20, 1.8058),
                            model("o1-mini (high)", 2024, 9, 12, 2.1261),
                            model("o1 (medium)", 2024, 12, 17, 2.3156),
                            model("Gemini 2.5 Pro Exp (March 2025)", 2025, 3, 25, 2.3968),
                            model("o3 (high)", 2025, 4, 16, 2.5091),
                            model(HIGH, 2025, 8, 7, 2.6453),
                            model("GPT-5 Pro (high)", 2025, 10, 7, 2.6592)),
                    Origin.SOURCE,
                    FIT + ": the twelve that were ahead of all before them");

    static final Parameter BENCHMARKS =
            Parameters.table(
                    "benchmarks",
                    "D_b, α_b",
                    "Benchmarks with their places.",
                    new Domain.Table(TEST, 1, 60),
                    List.of(
                            test("Winogrande", 0, 1),
                            test("MMLU", 0.8181, 1.8139),
                            test("MATH level 5", 1.73, 4.6768),
                            test("GPQA diamond", 1.7718, 2.123),
                            test("Aider polyglot", 2.1379, 3.7901),
                            test("OTIS Mock AIME", 2.1557, 5.808),
                            test("SWE-bench Verified", 2.329, 1.2608),
                            test("OSWorld", 2.3331, 3.9247),
                            test("The Agent Company", 2.4553, 3.404),
                            test("WeirdML", 2.4628, 1.7874),
                            test("SimpleBench", 2.4699, 1.7972),
                            test("FrontierMath", 2.8246, 4.3333),
                            test("Terminal Bench", 2.9229, 1.0655),
                            test("Cybench", 3.0677, 1.6396),
                            test("FrontierMath tier 4", 3.2521, 3.7449),
                            test("GSO-Bench", 4.4259, 1.3373)),
                    Origin.SOURCE,
                    FIT);

    static final Parameter NEW_SCORES =
            Parameters.table(
                    "newScores",
                    "y_b",
                    "Scores of a model that is not in the table.",
                    new Domain.Table(SCORED, 1, 60),
                    List.of(
                            scored("GPQA diamond", 0.9),
                            scored("WeirdML", 0.7),
                            scored("SWE-bench Verified", 0.72),
                            scored("FrontierMath", 0.5),
                            scored("FrontierMath tier 4", 0.25),
                            scored("Terminal Bench", 0.55)),
                    Origin.OURS,
                    "a made up model, a step above the newest in the table");

    static final Parameter TARGETS =
            Parameters.table(
                            "targets",
                            "I*",
                            "Indices of which the date is asked.",
                            new Domain.Table(List.of(INDEX), 1, 50),
                            List.of(points(155), points(160), points(170), points(180)),
                            Origin.OURS,
                            "up to as far above GPT-5 as that is above GPT-4, and more")
                    .asSetting();

    private IndexTables() {}

    private static Map<String, Value> model(
            String name, int year, int month, int day, double capability) {
        return row(MODEL, name, LocalDate.of(year, month, day), capability);
    }

    private static Map<String, Value> test(String name, double difficulty, double slope) {
        return row(TEST, name, difficulty, slope);
    }

    private static Map<String, Value> scored(String benchmark, double score) {
        return row(SCORED, benchmark, score);
    }

    private static Map<String, Value> points(double points) {
        return row(List.of(INDEX), points);
    }
}
