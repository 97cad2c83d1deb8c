package rubicon.simulator.scenario.takeoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Row;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.takeoff.progress.InputTable;
import rubicon.simulator.scenario.takeoff.progress.ProgressModel;
import rubicon.simulator.scenario.takeoff.progress.ProgressParameters;
import rubicon.simulator.scenario.takeoff.progress.ProgressPath;

/// The variant `aifm`.
final class ProgressStory {
    private static final double REFERENCE_YEAR = 2024.8;
    private static final double SCALE_YEAR = 2023;
    private static final double TENTH = 0.1;
    private static final double TOP = 0.999;
    private static final double[] MULTIPLIERS = {5, 25, 250, 2000, 10_000};

    /// The run's names of milestones, and ours.
    private static final Map<String, String> MILESTONES = milestones();

    private ProgressStory() {}

    private static Map<String, String> milestones() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("AC", "automated coder");
        names.put("SAR-taste", "taste of the top researcher");
        names.put("SIAR-taste", "its cube");
        names.put("x5", "research 5 times faster");
        names.put("x25", "research 25 times faster");
        names.put("x250", "research 250 times faster");
        names.put("x2000", "research 2,000 times faster");
        names.put("x10000", "research 10,000 times faster");
        return names;
    }

    static Map<String, Value> outputs(Assignment given) {
        double present = given.real(ProgressTerms.PRESENT_DAY);
        double[] grid = Story.grid(given.real(Terms.PATH_YEARS));
        Story story =
                new Story(Variant.AIFM)
                        .tell(TakeoffOutputs.TIME, grid)
                        .tell(TakeoffOutputs.MILESTONE, List.copyOf(MILESTONES.values()))
                        .tell(TakeoffOutputs.CALENDAR_START, present);
        double[] years = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            years[i] = present + grid[i];
        }
        ProgressPath path;
        try {
            path = ProgressModel.of(parameters(given, years)).run(MULTIPLIERS, years);
        } catch (IllegalArgumentException contradiction) {
            // Each value is right by itself; together they describe no world.
            return story.outputs("is undefined: " + contradiction.getMessage());
        }
        List<ProgressPath.Point> points = path.points();
        double now = points.getFirst().progress();
        Map<String, Double> milestones = new LinkedHashMap<>();
        MILESTONES.forEach((theirs, ours) ->
                milestones.put(
                        ours,
                        path.milestones().getOrDefault(theirs, Double.POSITIVE_INFINITY)
                                - present));
        return story.path(
                        grid,
                        points.stream().mapToDouble(it -> it.progress() - now).toArray(),
                        points.stream().mapToDouble(ProgressPath.Point::rate).toArray())
                .tell(
                        TakeoffOutputs.AUTOMATION,
                        points.stream().mapToDouble(ProgressPath.Point::automated).toArray())
                .tell(
                        TakeoffOutputs.MULTIPLIER,
                        points.stream().mapToDouble(ProgressPath.Point::multiplier).toArray())
                .milestones(milestones)
                .outputs();
    }

    private static ProgressParameters parameters(Assignment given, double[] years) {
        InputTable inputs = inputs(given);
        boolean isGap = given.whole(ProgressTerms.GAP_MODE) == 1;
        double start = inputs.years().getFirst();
        return new ProgressParameters(
                inputs,
                start,
                Math.max(years[years.length - 1], inputs.years().getLast()),
                given.real(ProgressTerms.PRESENT_DAY),
                REFERENCE_YEAR,
                SCALE_YEAR,
                new ProgressParameters.Horizon(
                        given.real(ProgressTerms.PRESENT_HORIZON),
                        given.real(ProgressTerms.PRESENT_DOUBLING),
                        given.real(ProgressTerms.DOUBLING_DIFFICULTY),
                        given.real(isGap ? ProgressTerms.GAP_HORIZON : ProgressTerms.AC_HORIZON),
                        isGap ? given.real(ProgressTerms.GAP_YEARS) : 0),
                new ProgressParameters.Coding(
                        given.real(ProgressTerms.SWE_MULTIPLIER),
                        given.real(ProgressTerms.RHO_CODING),
                        given.real(ProgressTerms.THETA),
                        given.real(ProgressTerms.ETA),
                        given.real(ProgressTerms.CODING_PARALLEL)),
                new ProgressParameters.Experiments(
                        given.real(ProgressTerms.INF_LABOUR),
                        given.real(ProgressTerms.INF_COMPUTE),
                        TENTH,
                        1 / given.real(ProgressTerms.TENTH_LOSS)),
                given.real(ProgressTerms.SOFTWARE_RATE),
                new ProgressParameters.Taste(
                        given.real(ProgressTerms.TASTE_AT_AC),
                        given.real(ProgressTerms.TASTE_SLOPE),
                        given.real(ProgressTerms.TASTE_GAP),
                        TOP));
    }

    private static InputTable inputs(Assignment given) {
        List<Row> rows = given.rows(ProgressTerms.INPUTS);
        return new InputTable(
                column(rows, ProgressTerms.YEAR),
                column(rows, ProgressTerms.HUMANS),
                column(rows, ProgressTerms.INFERENCE),
                column(rows, ProgressTerms.EXPERIMENTS),
                column(rows, ProgressTerms.TRAINING));
    }

    private static List<Double> column(List<Row> rows, Domain.Column column) {
        return rows.stream().map(row -> row.real(column)).toList();
    }
}
