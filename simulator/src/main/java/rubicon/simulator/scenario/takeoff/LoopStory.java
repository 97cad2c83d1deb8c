package rubicon.simulator.scenario.takeoff;

import rubicon.simulator.scenario.takeoff.software.PartialLoop;

/// The variant `loop`.
final class LoopStory extends Story {
    private static final int RETURNS = Numbers.place(SoftwareTerms.RETURNS);
    private static final int SHARE = Numbers.place(SoftwareTerms.LOOP_SHARE);

    private final double[] feedback = one(TakeoffOutputs.FEEDBACK);
    private final double[] amplification = one(TakeoffOutputs.AMPLIFICATION);

    LoopStory() {
        super(Variant.LOOP);
    }

    @Override
    boolean run(double[] given) {
        feedback[0] = given[RETURNS] * given[SHARE];
        amplification[0] = PartialLoop.amplification(feedback[0]);
        return true;
    }
}
