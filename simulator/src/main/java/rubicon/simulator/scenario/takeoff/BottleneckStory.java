package rubicon.simulator.scenario.takeoff;

import rubicon.simulator.scenario.takeoff.software.BottleneckPath;
import rubicon.simulator.scenario.takeoff.software.BottleneckedGrowth;
import rubicon.simulator.scenario.takeoff.software.ResearchInput;

/// The variant `ces`.
final class BottleneckStory extends Story {
    private static final int GROWTH = Numbers.place(SoftwareTerms.INITIAL_GROWTH);
    private static final int SHARE = Numbers.place(SoftwareTerms.COMPUTE_SHARE);
    private static final int RHO = Numbers.place(SoftwareTerms.RHO);
    private static final int PARALLEL = Numbers.place(SoftwareTerms.PARALLEL);
    private static final int DIFFICULTY = Numbers.place(SoftwareTerms.DIFFICULTY);

    private static final double LN_10 = Math.log(10);
    private static final int[] POWERS = {1, 2, 4, 8};

    private final BottleneckPath path = new BottleneckPath();
    private final Grid grid = grid();
    private final double[] progress = list(TakeoffOutputs.PROGRESS, grid.size());
    private final double[] growth = list(TakeoffOutputs.GROWTH, grid.size());
    private final double[] milestones =
            milestones("10^1 × software", "10^2 × software", "10^4 × software", "10^8 × software");
    private final double[] feedback = one(TakeoffOutputs.FEEDBACK);
    private final double[] singularTime = one(TakeoffOutputs.SINGULAR_TIME);
    private final double[] inputLimit = one(TakeoffOutputs.INPUT_LIMIT);

    BottleneckStory() {
        super(Variant.CES);
    }

    @Override
    boolean run(double[] given) {
        double share = given[SHARE];
        double rho = given[RHO];
        path.set(share, rho, given[GROWTH], given[PARALLEL], given[DIFFICULTY]);
        grid.span(given);
        path.logLevels(grid.times, progress);
        for (int i = 0; i < progress.length; i++) {
            growth[i] =
                    Double.isInfinite(progress[i])
                            ? Double.POSITIVE_INFINITY
                            : path.growthAtLog(progress[i]) / LN_10;
            progress[i] /= LN_10;
        }
        for (int i = 0; i < milestones.length; i++) {
            milestones[i] = path.timeTo(POWERS[i] * LN_10);
        }
        feedback[0] =
                BottleneckedGrowth.effectiveReturns(
                        ResearchInput.labourElasticityOfLogs(share, rho, 0, 0),
                        given[PARALLEL],
                        given[DIFFICULTY]);
        singularTime[0] = path.timeTo(Double.POSITIVE_INFINITY);
        inputLimit[0] = ResearchInput.limitOfLabour(share, rho);
        return true;
    }
}
