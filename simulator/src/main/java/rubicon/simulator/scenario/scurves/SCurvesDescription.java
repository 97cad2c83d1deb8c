package rubicon.simulator.scenario.scurves;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.model.scurve.Phase;
import rubicon.model.scurve.Positions;
import rubicon.model.stats.Distribution;
import rubicon.model.stats.Uniform;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Column;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

/// The words of the model `s-curves`: what it asks, takes and leaves out.
final class SCurvesDescription {
    private static final String ESSAY =
            "The low hanging fruit of AI self-improvement, LessWrong, March 2026";
    private static final String UNIT = "last year's progress";
    private static final Domain MARKS = new Domain.Real(0, 1);
    static final Domain.Real INTELLIGENCE = new Domain.Real(-1_000, 1_000);

    static final Column CATEGORY =
            new Column("category", "c", "1", "The kind of self-improvement.", new Domain.Name(80));
    static final Column GAIN =
            new Column(
                    "gain",
                    "G_c",
                    UNIT,
                    "What it gives in all, in the unit of intelligence.",
                    new Domain.Real(0, 1_000));
    static final Column OVERLAP =
            new Column(
                    "overlap",
                    "ω_c",
                    "share",
                    "The part that no other category counts too.",
                    new Domain.Real(0.001, 1));
    static final Column END_2024 = mark(2024);
    static final Column END_2025 = mark(2025);
    static final Column END_2026 = mark(2026);
    private static final List<Column> POSITION_COLUMNS =
            List.of(CATEGORY, GAIN, OVERLAP, END_2024, END_2025, END_2026);
    static final Parameter POSITIONS =
            new Parameter(
                    "positions",
                    "u_c",
                    "1",
                    "Where each category stands along its drawn S at the end of three years.",
                    new Domain.Table(POSITION_COLUMNS, 1, 50),
                    new Value.Table(
                            List.of(
                                    position("bug-fixes", 0.3, 0.45, 0.62),
                                    position("supporting-structures", 0.35, 0.52, 0.68),
                                    position("automated-experiments", 0.18, 0.38, 0.58),
                                    position("closed-loop-optimisation", 0.25, 0.45, 0.6),
                                    position("chip-design", 0.2, 0.26, 0.34),
                                    position("supercomputer-layout", 0.12, 0.18, 0.26),
                                    position("data-cleaning-ordering", 0.35, 0.5, 0.62),
                                    position("synthetic-data", 0.4, 0.55, 0.65),
                                    position("surfacing-ideas", 0.25, 0.42, 0.56),
                                    position("qualitative-research", 0.08, 0.15, 0.28))),
                    Optional.empty(),
                    Origin.OURS,
                    "placeholders: the essay draws its positions and prints none; mark your own");
    static final Parameter KAPPA =
            real(
                    "kappa",
                    "κ",
                    "1",
                    "How narrow the steep part of a drawn S is.",
                    new Domain.Real(4, 14),
                    Positions.KAPPA,
                    Optional.of(new Uniform(4, 14)),
                    "ours, with the range as prior");
    static final Parameter MARK_SPREAD =
            real(
                            "markSpread",
                            "σ_u",
                            "share",
                            "How unsure the marks are: a simulation draws each about itself with this"
                                    + " standard deviation, cut to 0 and 1, and moves the curves"
                                    + " over intelligence as much. 0 for none.",
                            new Domain.Real(0, 0.5),
                            0.1,
                            Optional.empty(),
                            "a tenth of the drawn S, as one can read it off a drawing")
                    .asSetting();
    static final Parameter THETA =
            real(
                    "theta",
                    "θ",
                    "share",
                    "Share of the greatest slope from which a curve is called steep.",
                    new Domain.Real(0.01, 0.99),
                    Phase.STEEP,
                    Optional.empty(),
                    "half as steep as it gets");
    static final Column STEEPNESS =
            new Column(
                    "steepness",
                    "k_c",
                    "1/" + UNIT,
                    "How steep it is per unit of intelligence.",
                    new Domain.Real(0.001, 1_000, Scale.LOG));
    static final Column MIDPOINT =
            new Column(
                    "midpoint",
                    "m_c",
                    UNIT,
                    "Intelligence at which half of it is gained.",
                    INTELLIGENCE);
    private static final List<Column> CURVE_COLUMNS =
            List.of(CATEGORY, GAIN, OVERLAP, STEEPNESS, MIDPOINT);
    static final Parameter CURVES =
            new Parameter(
                    "curves",
                    "(G, k, m, ω)_c",
                    "1",
                    "The same categories on one axis of intelligence, on which their sum is one"
                            + " curve.",
                    new Domain.Table(CURVE_COLUMNS, 1, 50),
                    new Value.Table(
                            List.of(
                                    curve("bug-fixes", 1.7, 0.29),
                                    curve("supporting-structures", 1.6, -0.12),
                                    curve("automated-experiments", 2, 0.6),
                                    curve("closed-loop-optimisation", 1.5, 0.33),
                                    curve("chip-design", 0.8, 3),
                                    curve("supercomputer-layout", 0.8, 4),
                                    curve("data-cleaning-ordering", 1.2, 0),
                                    curve("synthetic-data", 1, -0.5),
                                    curve("surfacing-ideas", 1.4, 0.57),
                                    curve("qualitative-research", 1.3, 2.69))),
                    Optional.empty(),
                    Origin.OURS,
                    "laid through the placeholders of the last two years, the first of which ends"
                            + " at 0 and the second at 1");
    static final Parameter BEFORE =
            real(
                    "before",
                    "I_prev",
                    UNIT,
                    "Intelligence of the generation that helped to build the present one.",
                    INTELLIGENCE,
                    0,
                    Optional.empty(),
                    "the end of 2025, by the choice of the axis");
    static final Parameter NOW =
            real(
                    "now",
                    "I_now",
                    UNIT,
                    "Intelligence of the present generation.",
                    INTELLIGENCE,
                    1,
                    Optional.empty(),
                    "the end of 2026, by the choice of the axis");
    static final Parameter BASELINE =
            real(
                    "baseline",
                    "b",
                    UNIT,
                    "Progress without help by AI.",
                    new Domain.Real(0, 1_000),
                    0.5,
                    Optional.empty(),
                    "half of the last year's, an example");
    static final Parameter DRIFT =
            real(
                    "drift",
                    "d",
                    UNIT + "/generation",
                    "Progress from elsewhere that each generation adds.",
                    new Domain.Real(0, 1_000),
                    0.1,
                    Optional.empty(),
                    "an example");
    static final Parameter GENERATIONS =
            new Parameter(
                            "generations",
                            "n",
                            "generations",
                            "How many generations are followed, each built by the one before.",
                            new Domain.Whole(1, 200),
                            new Value.Whole(10),
                            Optional.empty(),
                            Origin.OURS,
                            "enough to see where it leads")
                    .asSetting();
    static final Parameter FROM =
            real(
                            "axisFrom",
                            "I",
                            UNIT,
                            "Where the curve over intelligence begins.",
                            INTELLIGENCE,
                            -3,
                            Optional.empty(),
                            "before any of the curves is steep")
                    .asSetting();
    static final Parameter TO =
            real(
                            "axisTo",
                            "I",
                            UNIT,
                            "Where it ends.",
                            INTELLIGENCE,
                            7,
                            Optional.empty(),
                            "when all of them are done")
                    .asSetting();

    static final Description DESCRIPTION =
            new Description(
                    new ModelId("s-curves"),
                    "Overlapping S-curves",
                    "How many kinds of self-improvement are in their steep part at once, and does"
                            + " their sum give back more than is put in?",
                    "2",
                    List.of(
                            POSITIONS,
                            KAPPA,
                            MARK_SPREAD,
                            THETA,
                            CURVES,
                            BEFORE,
                            NOW,
                            BASELINE,
                            DRIFT,
                            GENERATIONS,
                            FROM,
                            TO),
                    SCurvesOutputs.all(),
                    List.of(
                            ESSAY + ": the idea and the ten categories",
                            "All positions and the parametrisation are this project's"),
                    List.of(
                            "Every number is ours: the essay's positions are marks on drawings, and"
                                    + " its tool was not found.",
                            "The axis of intelligence has no natural unit; only counts of phases"
                                    + " and slopes on equal axes can be compared.",
                            "Steps are generations, not time.",
                            "A category's curve does not move while others are climbed, and what"
                                    + " several count at once is told by one share only.",
                            "The count of early-steep curves falls as curves saturate: a lower"
                                    + " count may be progress."));

    private SCurvesDescription() {}

    private static Column mark(int year) {
        return new Column(
                "end" + year,
                "u_c(%d)".formatted(year),
                "share",
                "Position along the drawn S at the end of %d.".formatted(year),
                MARKS);
    }

    private static Map<String, Value> position(String category, double... marks) {
        return row(POSITION_COLUMNS, category, 0.1, 1, marks[0], marks[1], marks[2]);
    }

    private static Map<String, Value> curve(String category, double steepness, double midpoint) {
        return row(CURVE_COLUMNS, category, 0.1, 1, steepness, midpoint);
    }

    private static Map<String, Value> row(List<Column> columns, String name, double... numbers) {
        Map<String, Value> row = new LinkedHashMap<>();
        row.put(columns.getFirst().name(), new Value.Text(name));
        for (int i = 0; i < numbers.length; i++) {
            row.put(columns.get(i + 1).name(), new Value.Real(numbers[i]));
        }
        return row;
    }

    private static Parameter real(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain domain,
            double byDefault,
            Optional<Distribution> prior,
            String reason) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                new Value.Real(byDefault),
                prior,
                Origin.OURS,
                reason);
    }
}
