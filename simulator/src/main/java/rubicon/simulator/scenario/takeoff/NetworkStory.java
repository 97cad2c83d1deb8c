package rubicon.simulator.scenario.takeoff;

import rubicon.simulator.scenario.takeoff.software.AutomationNetwork;

/// The variant `network`.
final class NetworkStory extends Story {
    private static final int SOFTWARE_DIFFICULTY = Numbers.place(SoftwareTerms.SOFTWARE_DIFFICULTY);
    private static final int HARDWARE_DIFFICULTY = Numbers.place(SoftwareTerms.HARDWARE_DIFFICULTY);
    private static final int OTHER_DIFFICULTY = Numbers.place(SoftwareTerms.OTHER_DIFFICULTY);
    private static final int LABOUR = Numbers.place(SoftwareTerms.LABOUR_WEIGHT);
    private static final int GOODS = Numbers.place(SoftwareTerms.GOODS_AUTOMATED);
    private static final int SOFTWARE = Numbers.place(SoftwareTerms.SOFTWARE_AUTOMATED);
    private static final int HARDWARE = Numbers.place(SoftwareTerms.HARDWARE_AUTOMATED);
    private static final int OTHER = Numbers.place(SoftwareTerms.OTHER_AUTOMATED);

    private final double[] feedback = one(TakeoffOutputs.FEEDBACK);
    private final double[] uniform = one(TakeoffOutputs.UNIFORM_THRESHOLD);
    private final double[] technical = one(TakeoffOutputs.TECHNICAL_THRESHOLD);

    NetworkStory() {
        super(Variant.NETWORK);
    }

    @Override
    boolean run(double[] given) {
        feedback[0] = index(given, given[GOODS], given[SOFTWARE], given[HARDWARE], given[OTHER]);
        uniform[0] = 1 / index(given, 1, 1, 1, 1);
        technical[0] = 1 / index(given, 0, 1, 1, 0);
        return true;
    }

    private static double index(
            double[] given, double goods, double software, double hardware, double other) {
        return AutomationNetwork.sum(
                goods,
                software / given[SOFTWARE_DIFFICULTY],
                hardware / given[HARDWARE_DIFFICULTY],
                other / (given[LABOUR] * given[OTHER_DIFFICULTY]));
    }
}
