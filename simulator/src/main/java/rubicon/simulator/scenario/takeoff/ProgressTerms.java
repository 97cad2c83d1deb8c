package rubicon.simulator.scenario.takeoff;

import static rubicon.simulator.scenario.takeoff.Terms.central80;
import static rubicon.simulator.scenario.takeoff.Terms.fixed;
import static rubicon.simulator.scenario.takeoff.Terms.linear;
import static rubicon.simulator.scenario.takeoff.Terms.log;
import static rubicon.simulator.scenario.takeoff.Terms.oneOrNone;
import static rubicon.simulator.scenario.takeoff.Terms.onePlus80;
import static rubicon.simulator.scenario.takeoff.Terms.only;
import static rubicon.simulator.scenario.takeoff.Terms.published;
import static rubicon.simulator.scenario.takeoff.Terms.setting;
import static rubicon.simulator.scenario.takeoff.Variant.AIFM;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import rubicon.model.stats.Beta;
import rubicon.model.stats.Discrete;
import rubicon.model.stats.LogNormal;
import rubicon.model.stats.Normal;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

/// Parameters of the variant `aifm`, the AI Futures progress model.
final class ProgressTerms {
    private static final String SOURCE =
            "Kokotajlo, Lifland, Halstead & Kastner 2025, program of October 2025";

    static final Parameter PRESENT_HORIZON =
            only(
                    fixed(
                            "presentHorizon",
                            "H_now",
                            "min",
                            "Time horizon at 80 % success on the present day, in minutes of human"
                                    + " work.",
                            log(0.1, 100_000),
                            26,
                            Origin.SOURCE,
                            SOURCE),
                    AIFM);
    static final Parameter PRESENT_DOUBLING =
            only(
                    published(
                            "presentDoubling",
                            "T_now",
                            "years",
                            "Its doubling time then.",
                            log(0.02, 5),
                            0.408,
                            central80(0.25, 0.667),
                            SOURCE),
                    AIFM);
    static final Parameter DOUBLING_DIFFICULTY =
            only(
                    published(
                            "doublingDifficulty",
                            "d",
                            "1",
                            "Progress that each doubling of the horizon takes over that of the one"
                                    + " before.",
                            linear(0.5, 1.5),
                            0.92,
                            new Normal(0.92, 0.12 / LogNormal.Z_80),
                            SOURCE),
                    AIFM);
    static final Parameter AC_HORIZON =
            only(
                    published(
                            "acHorizon",
                            "H_AC",
                            "min",
                            "Time horizon that makes an automated coder.",
                            log(960, 1e14),
                            6_224_000,
                            central80(12_456, 3.11e9),
                            SOURCE),
                    AIFM);
    static final Parameter GAP_YEARS =
            only(
                    published(
                            "gapYears",
                            "–",
                            "years",
                            "Where a gap is taken: years of progress at the present rate that are"
                                    + " still missing at its horizon.",
                            linear(0, 200),
                            1.5,
                            central80(0.3, 7.5),
                            SOURCE),
                    AIFM);
    static final Parameter GAP_HORIZON =
            only(
                    published(
                            "gapHorizon",
                            "H_gap",
                            "min",
                            "Where a gap is taken: the nearer horizon from which it is counted.",
                            log(960, 1e14),
                            124_560,
                            central80(12_456, 1_245_600),
                            SOURCE),
                    AIFM);
    static final Parameter GAP_MODE =
            only(
                    oneOrNone(
                            "gapMode",
                            "–",
                            "0: a horizon alone makes an automated coder; 1: a nearer horizon and a"
                                    + " gap of years after it.",
                            0.5,
                            SOURCE),
                    AIFM);
    static final Parameter SWE_MULTIPLIER =
            only(
                    published(
                            "sweMultiplier",
                            "L/H",
                            "×",
                            "How many times over coding labour counts today because of agents.",
                            log(1, 100),
                            1.6,
                            onePlus80(0.18, 2),
                            SOURCE),
                    AIFM);
    static final Parameter RHO_CODING =
            only(
                    published(
                            "rhoCoding",
                            "ρ",
                            "1",
                            "Substitution between coding tasks; the lower, the more the tasks left to"
                                    + " people hold all up.",
                            linear(-20, -0.05),
                            -2,
                            Discrete.weighted(List.of(-5.0, -2.0, -1.0), List.of(0.25, 0.5, 0.25)),
                            SOURCE),
                    AIFM);
    static final Parameter THETA =
            only(
                    published(
                            "agentSlope",
                            "θ",
                            "OOM/year",
                            "Orders of magnitude that agents gain in efficiency at a task in a year"
                                    + " of progress at the present rate.",
                            log(0.01, 50),
                            3,
                            central80(0.67, 6),
                            SOURCE),
                    AIFM);
    static final Parameter ETA =
            only(
                    fixed(
                            "agentLevel",
                            "η",
                            "1",
                            "Labour that one H100 replaces at a task that has just become"
                                    + " automatable.",
                            log(0.0001, 100),
                            0.05,
                            Origin.SOURCE,
                            SOURCE),
                    AIFM);
    static final Parameter INF_LABOUR =
            only(
                    published(
                            "infLabour",
                            "A_L",
                            "×",
                            "Capacity for experiments that infinite coding labour would give.",
                            log(1.05, 1e6),
                            15,
                            onePlus80(1, 200),
                            SOURCE),
                    AIFM);
    static final Parameter INF_COMPUTE =
            only(
                    published(
                            "infCompute",
                            "A_C",
                            "×",
                            "Capacity for experiments that infinite compute would give.",
                            log(1.05, 1e12),
                            5000,
                            onePlus80(25, 1_000_000),
                            SOURCE),
                    AIFM);
    static final Parameter TENTH_LOSS =
            only(
                    published(
                            "tenthLoss",
                            "1/M",
                            "×",
                            "How many times less a tenth of the compute for experiments gives.",
                            log(1.05, 1000),
                            3.33,
                            onePlus80(1, 5.4),
                            SOURCE),
                    AIFM);
    static final Parameter CODING_PARALLEL =
            only(
                    published(
                            "codingParallel",
                            "λ",
                            "1",
                            "Exponent of coding labour at one time.",
                            linear(0, 1),
                            0.5,
                            new Beta(1.43, 1.43),
                            SOURCE),
                    AIFM);
    static final Parameter SOFTWARE_RATE =
            only(
                    published(
                            "softwareRate",
                            "–",
                            "OOM/year",
                            "Growth of software in 2023.",
                            log(0.05, 10),
                            0.79,
                            central80(0.25, 2.5),
                            SOURCE),
                    AIFM);
    static final Parameter TASTE_AT_AC =
            only(
                    published(
                            "tasteAtAc",
                            "–",
                            "SD",
                            "Research taste of AI at the automated coder, in standard deviations of"
                                    + " researchers.",
                            linear(-15, 15),
                            0.5,
                            new Normal(0.5, 3 / LogNormal.Z_80),
                            SOURCE),
                    AIFM);
    static final Parameter TASTE_SLOPE =
            only(
                    published(
                            "tasteSlope",
                            "–",
                            "SD/year",
                            "How fast it grows, for a year of progress at the present rate.",
                            log(0.05, 200),
                            2.5,
                            central80(0.8, 7.8),
                            SOURCE),
                    AIFM);
    static final Parameter TASTE_GAP =
            only(
                    published(
                            "tasteGap",
                            "–",
                            "×",
                            "How many times more the top researcher's taste gives than the median"
                                    + " one's.",
                            log(1.01, 1e4),
                            3.25,
                            onePlus80(0.4, 12.7),
                            SOURCE),
                    AIFM);
    static final Parameter PRESENT_DAY =
            only(
                    setting(
                            "presentDay",
                            "–",
                            "year",
                            "Decimal year for which horizon and multiplier hold.",
                            linear(2020, 2040),
                            2025.6,
                            "the program's date"),
                    AIFM);

    static final Domain.Column YEAR =
            new Domain.Column("year", "t", "year", "Decimal year, rising.", linear(1990, 2200));
    static final Domain.Column HUMANS =
            column("humans", "H", "people", "Researchers who write code.");
    static final Domain.Column INFERENCE =
            column("inferenceCompute", "C", "H100e", "Compute on which agents work.");
    static final Domain.Column EXPERIMENTS =
            column("experimentCompute", "X", "H100e", "Compute for experiments.");
    static final Domain.Column TRAINING =
            new Domain.Column(
                    "trainingGrowth", "g", "OOM/year", "Growth of training compute.", linear(0, 5));

    /// A coarse course of ours through the leading laboratory's order of magnitude.
    static final Parameter INPUTS =
            only(
                    new Parameter(
                            "inputs",
                            "H, C, X, g",
                            "1",
                            "People and compute by year; between the years levels grow steadily.",
                            new Domain.Table(
                                    List.of(YEAR, HUMANS, INFERENCE, EXPERIMENTS, TRAINING), 2, 80),
                            new Value.Table(
                                    rows(
                                            new double[][] {
                                                {2012, 10, 0.002, 0.003, 0.65},
                                                {2020, 100, 25, 150, 0.57},
                                                {2024, 800, 5e3, 3e4, 0.65},
                                                {2027, 5e3, 3e5, 1.5e6, 0.5},
                                                {2030, 25e3, 6e6, 4e7, 0.3},
                                                {2045, 4e5, 1e9, 2e10, 0.15}
                                            })),
                            Optional.empty(),
                            Origin.OURS,
                            "orders of magnitude of the leading laboratory, with growth that slows"
                                    + " after 2027"),
                    AIFM);

    private ProgressTerms() {}

    private static Domain.Column column(String name, String symbol, String unit, String meaning) {
        return new Domain.Column(name, symbol, unit, meaning, log(1e-9, 1e30));
    }

    private static List<Map<String, Value>> rows(double[][] rows) {
        List<String> names =
                List.of(
                        YEAR.name(),
                        HUMANS.name(),
                        INFERENCE.name(),
                        EXPERIMENTS.name(),
                        TRAINING.name());
        return Arrays.stream(rows)
                .map(row -> {
                    Map<String, Value> cells = new LinkedHashMap<>();
                    IntStream.range(0, row.length)
                            .forEach(i -> cells.put(names.get(i), new Value.Real(row[i])));
                    return cells;
                })
                .toList();
    }

    static List<Parameter> all() {
        return List.of(
                PRESENT_DAY,
                PRESENT_HORIZON,
                PRESENT_DOUBLING,
                DOUBLING_DIFFICULTY,
                AC_HORIZON,
                GAP_MODE,
                GAP_HORIZON,
                GAP_YEARS,
                SWE_MULTIPLIER,
                RHO_CODING,
                THETA,
                ETA,
                INF_LABOUR,
                INF_COMPUTE,
                TENTH_LOSS,
                CODING_PARALLEL,
                SOFTWARE_RATE,
                TASTE_AT_AC,
                TASTE_SLOPE,
                TASTE_GAP,
                INPUTS);
    }
}
