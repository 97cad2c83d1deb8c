package rubicon.simulator.scenario.takeoff;

import java.util.List;
import java.util.Optional;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Row;
import rubicon.simulator.scenario.takeoff.progress.InputCourse;
import rubicon.simulator.scenario.takeoff.progress.ProgressModel;
import rubicon.simulator.scenario.takeoff.progress.ProgressRun;
import rubicon.simulator.scenario.takeoff.progress.ProgressValues;

/// The variant `aifm`.
final class ProgressStory extends Story {
    private static final int PRESENT_DAY = Numbers.place(ProgressTerms.PRESENT_DAY);
    private static final int PRESENT_HORIZON = Numbers.place(ProgressTerms.PRESENT_HORIZON);
    private static final int PRESENT_DOUBLING = Numbers.place(ProgressTerms.PRESENT_DOUBLING);
    private static final int DIFFICULTY = Numbers.place(ProgressTerms.DOUBLING_DIFFICULTY);
    private static final int AC_HORIZON = Numbers.place(ProgressTerms.AC_HORIZON);
    private static final int GAP_MODE = Numbers.place(ProgressTerms.GAP_MODE);
    private static final int GAP_HORIZON = Numbers.place(ProgressTerms.GAP_HORIZON);
    private static final int GAP_YEARS = Numbers.place(ProgressTerms.GAP_YEARS);
    private static final int SWE_MULTIPLIER = Numbers.place(ProgressTerms.SWE_MULTIPLIER);
    private static final int RHO_CODING = Numbers.place(ProgressTerms.RHO_CODING);
    private static final int THETA = Numbers.place(ProgressTerms.THETA);
    private static final int ETA = Numbers.place(ProgressTerms.ETA);
    private static final int INF_LABOUR = Numbers.place(ProgressTerms.INF_LABOUR);
    private static final int INF_COMPUTE = Numbers.place(ProgressTerms.INF_COMPUTE);
    private static final int TENTH_LOSS = Numbers.place(ProgressTerms.TENTH_LOSS);
    private static final int CODING_PARALLEL = Numbers.place(ProgressTerms.CODING_PARALLEL);
    private static final int SOFTWARE_RATE = Numbers.place(ProgressTerms.SOFTWARE_RATE);
    private static final int TASTE_AT_AC = Numbers.place(ProgressTerms.TASTE_AT_AC);
    private static final int TASTE_SLOPE = Numbers.place(ProgressTerms.TASTE_SLOPE);
    private static final int TASTE_GAP = Numbers.place(ProgressTerms.TASTE_GAP);

    private static final double REFERENCE_YEAR = 2024.8;
    private static final double SCALE_YEAR = 2023;
    private static final double TENTH = 0.1;
    private static final double TOP = 0.999;
    private static final double[] MULTIPLIERS = {5, 25, 250, 2000, 10_000};

    /// Milestones of a run in the order in which they are told.
    private static final int[] TOLD = {0, 6, 7, 1, 2, 3, 4, 5};

    private final InputCourse inputs;
    private final ProgressModel model;
    private final ProgressRun run;
    private final Grid grid = grid();
    private final double[] years = new double[grid.size()];
    private final double[] progress = list(TakeoffOutputs.PROGRESS, grid.size());
    private final double[] growth = list(TakeoffOutputs.GROWTH, grid.size());
    private final double[] automation = list(TakeoffOutputs.AUTOMATION, grid.size());
    private final double[] multiplier = list(TakeoffOutputs.MULTIPLIER, grid.size());
    private final double[] start = always(TakeoffOutputs.CALENDAR_START, 1);
    private final double[] milestones =
            milestones(
                    "automated coder",
                    "taste of the top researcher",
                    "its cube",
                    "research 5 times faster",
                    "research 25 times faster",
                    "research 250 times faster",
                    "research 2,000 times faster",
                    "research 10,000 times faster");

    ProgressStory(Assignment given) {
        super(Variant.AIFM);
        List<Row> rows = given.rows(ProgressTerms.INPUTS);
        inputs = new InputCourse(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            inputs.years[i] = rows.get(i).real(ProgressTerms.YEAR);
            inputs.humans[i] = rows.get(i).real(ProgressTerms.HUMANS);
            inputs.inference[i] = rows.get(i).real(ProgressTerms.INFERENCE);
            inputs.experiments[i] = rows.get(i).real(ProgressTerms.EXPERIMENTS);
            inputs.training[i] = rows.get(i).real(ProgressTerms.TRAINING);
        }
        model = new ProgressModel(inputs);
        run = new ProgressRun(model, MULTIPLIERS, grid.size());
    }

    @Override
    Optional<double[]> cells(String column) {
        if (column.equals(ProgressTerms.YEAR.name())) {
            return Optional.of(inputs.years);
        } else if (column.equals(ProgressTerms.HUMANS.name())) {
            return Optional.of(inputs.humans);
        } else if (column.equals(ProgressTerms.INFERENCE.name())) {
            return Optional.of(inputs.inference);
        } else if (column.equals(ProgressTerms.EXPERIMENTS.name())) {
            return Optional.of(inputs.experiments);
        } else if (column.equals(ProgressTerms.TRAINING.name())) {
            return Optional.of(inputs.training);
        }
        return super.cells(column);
    }

    @Override
    boolean run(double[] given) {
        double present = given[PRESENT_DAY];
        start[0] = present;
        grid.span(given);
        for (int i = 0; i < years.length; i++) {
            years[i] = present + grid.times[i];
        }
        assume(given);
        if (!(model.calibrate() && run.run(years))) {
            return false;
        }
        double now = run.progress(0);
        for (int i = 0; i < years.length; i++) {
            progress[i] = run.progress(i) - now;
            growth[i] = run.rate(i);
            automation[i] = run.automated(i);
            multiplier[i] = run.multiplier(i);
        }
        for (int i = 0; i < milestones.length; i++) {
            milestones[i] = run.reached(TOLD[i]) - present;
        }
        return true;
    }

    @Override
    String objection() {
        return model.objection();
    }

    private void assume(double[] given) {
        boolean isGap = given[GAP_MODE] == 1;
        ProgressValues values = model.values();
        values.start = inputs.years[0];
        values.end = Math.max(years[years.length - 1], inputs.years[inputs.years.length - 1]);
        values.presentDay = given[PRESENT_DAY];
        values.referenceYear = REFERENCE_YEAR;
        values.scaleYear = SCALE_YEAR;
        values.presentMinutes = given[PRESENT_HORIZON];
        values.presentDoublingYears = given[PRESENT_DOUBLING];
        values.difficulty = given[DIFFICULTY];
        values.coderMinutes = given[isGap ? GAP_HORIZON : AC_HORIZON];
        values.gapYears = isGap ? given[GAP_YEARS] : 0;
        values.presentMultiplier = given[SWE_MULTIPLIER];
        values.rho = given[RHO_CODING];
        values.theta = given[THETA];
        values.eta = given[ETA];
        values.parallel = given[CODING_PARALLEL];
        values.infLabour = given[INF_LABOUR];
        values.infCompute = given[INF_COMPUTE];
        values.refFactor = TENTH;
        values.refGain = 1 / given[TENTH_LOSS];
        values.softwareRate = given[SOFTWARE_RATE];
        values.sdAtCoder = given[TASTE_AT_AC];
        values.slope = given[TASTE_SLOPE];
        values.topToMedian = given[TASTE_GAP];
        values.topQuantile = TOP;
    }
}
