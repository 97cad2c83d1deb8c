package rubicon.simulator.scenario.takeoff;

import rubicon.simulator.scenario.takeoff.task.TaskTakeoff;

/// The variant `task`.
final class TaskStory extends Story {
    private static final int FULL_FLOP = Numbers.place(CalendarTerms.FULL_FLOP);
    private static final int FLOP_GAP = Numbers.place(CalendarTerms.FLOP_GAP);
    private static final int TRAINING_FLOP = Numbers.place(CalendarTerms.TRAINING_FLOP);
    private static final int FLOP_GROWTH = Numbers.place(CalendarTerms.FLOP_GROWTH);
    private static final int PEOPLES_GROWTH = Numbers.place(CalendarTerms.PEOPLES_GROWTH);
    private static final int RHO = Numbers.place(CalendarTerms.TASK_RHO);
    private static final int WORKING_COMPUTE = Numbers.place(CalendarTerms.WORKING_COMPUTE);
    private static final int EFFICIENCY_SPREAD = Numbers.place(CalendarTerms.EFFICIENCY_SPREAD);
    private static final int CEILING = Numbers.place(CalendarTerms.SOFTWARE_CEILING);
    private static final int PARALLEL = Numbers.place(CalendarTerms.RESEARCH_PARALLEL);
    private static final int RETURNS = Numbers.place(CalendarTerms.SOFTWARE_RETURNS);
    private static final int PACE = Numbers.place(CalendarTerms.SOFTWARE_PACE);

    private static final int TASKS = 100;
    private static final double[] SHARES = {0.2, 0.5, 1};

    private final TaskTakeoff takeoff = new TaskTakeoff(TASKS, SHARES, TakeoffOutputs.POINTS);
    private final TaskTakeoff.Values values = new TaskTakeoff.Values();
    private final Grid grid = grid();
    private final double[] progress = list(TakeoffOutputs.PROGRESS, grid.size());
    private final double[] growth = list(TakeoffOutputs.GROWTH, grid.size());
    private final double[] automation = list(TakeoffOutputs.AUTOMATION, grid.size());
    private final double[] multiplier = list(TakeoffOutputs.MULTIPLIER, grid.size());
    private final double[] milestones =
            milestones(
                    "20 % of tasks automated",
                    "50 % of tasks automated", "100 % of tasks automated");

    TaskStory() {
        super(Variant.TASK);
    }

    @Override
    boolean run(double[] given) {
        values.fullFlop = given[FULL_FLOP];
        values.flopGap = given[FLOP_GAP];
        values.trainingFlop = given[TRAINING_FLOP];
        values.physicalGrowth = given[FLOP_GROWTH];
        values.peoplesGrowth = given[PEOPLES_GROWTH];
        values.rho = given[RHO];
        values.workingCompute = given[WORKING_COMPUTE];
        values.efficiencySpread = given[EFFICIENCY_SPREAD];
        values.ceiling = given[CEILING];
        values.parallel = given[PARALLEL];
        values.returns = given[RETURNS];
        values.pace = given[PACE];
        grid.span(given);
        takeoff.run(values, grid.times);
        for (int i = 0; i < progress.length; i++) {
            progress[i] = takeoff.software(i);
            growth[i] = takeoff.growth(i);
            automation[i] = takeoff.automated(i);
            multiplier[i] = takeoff.input(i);
        }
        for (int i = 0; i < milestones.length; i++) {
            milestones[i] = takeoff.reached(i);
        }
        return true;
    }
}
