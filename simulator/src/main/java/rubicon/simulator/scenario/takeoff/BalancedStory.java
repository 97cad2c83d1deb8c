package rubicon.simulator.scenario.takeoff;

import rubicon.simulator.scenario.takeoff.software.BalancedGrowth;

/// The variant `balanced-growth`.
final class BalancedStory extends Story {
    private static final int ALPHA = Numbers.place(SoftwareTerms.ALPHA);
    private static final int GAMMA = Numbers.place(SoftwareTerms.GAMMA);
    private static final int RETURNS = Numbers.place(SoftwareTerms.COGNITIVE_RETURNS);
    private static final int LABOUR_GROWTH = Numbers.place(SoftwareTerms.LABOUR_GROWTH);
    private static final int COMPUTE_GROWTH = Numbers.place(SoftwareTerms.COMPUTE_GROWTH);

    private static final double LN_10 = Math.log(10);

    private final Grid grid = grid();
    private final double[] progress = list(TakeoffOutputs.PROGRESS, grid.size());
    private final double[] growth = list(TakeoffOutputs.GROWTH, grid.size());
    private final double[] feedback = one(TakeoffOutputs.FEEDBACK);
    private final double[] amplification = one(TakeoffOutputs.AMPLIFICATION);

    BalancedStory() {
        super(Variant.BALANCED_GROWTH);
    }

    @Override
    boolean run(double[] given) {
        grid.span(given);
        double rate =
                BalancedGrowth.after(
                                given[ALPHA], given[GAMMA], given[RETURNS], given[COMPUTE_GROWTH])
                        / LN_10;
        for (int i = 0; i < progress.length; i++) {
            growth[i] = rate;
            // Infinite growth has done nothing yet at the very start.
            progress[i] = grid.times[i] == 0 ? 0 : rate * grid.times[i];
        }
        feedback[0] = given[RETURNS];
        amplification[0] =
                BalancedGrowth.speedup(
                        given[ALPHA],
                        given[GAMMA],
                        given[RETURNS],
                        given[LABOUR_GROWTH],
                        given[COMPUTE_GROWTH]);
        return true;
    }
}
