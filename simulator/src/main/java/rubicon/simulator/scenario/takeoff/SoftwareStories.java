package rubicon.simulator.scenario.takeoff;

import java.util.LinkedHashMap;
import java.util.Map;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.takeoff.software.AutomationNetwork;
import rubicon.simulator.scenario.takeoff.software.BalancedGrowth;
import rubicon.simulator.scenario.takeoff.software.BottleneckedGrowth;
import rubicon.simulator.scenario.takeoff.software.ConstantReturns;
import rubicon.simulator.scenario.takeoff.software.PartialLoop;
import rubicon.simulator.scenario.takeoff.software.ProgressSpeed;
import rubicon.simulator.scenario.takeoff.software.ResearchInput;
import rubicon.simulator.scenario.takeoff.software.Retraining;
import rubicon.simulator.scenario.takeoff.software.SoftwareExplosion;

/// The variants `sie`, `ces`, `balanced-growth`, `loop` and `network`.
final class SoftwareStories {
    private static final double LG_2 = Math.log10(2);
    private static final double LN_10 = Math.log(10);
    private static final double MONTHS = 12;
    private static final int[] YEARS_OF_PROGRESS = {1, 3, 10};
    private static final int[] POWERS = {1, 2, 4, 8};

    private SoftwareStories() {}

    static Story explosion(Assignment given) {
        boolean constant = given.text(SoftwareTerms.RETURNS_OVER_TIME).equals("constant");
        var explosion =
                new SoftwareExplosion(
                        given.real(SoftwareTerms.SPEEDUP),
                        given.real(SoftwareTerms.RETURNS),
                        given.real(SoftwareTerms.CEILING_YEARS),
                        given.real(SoftwareTerms.EXPONENT),
                        given.real(SoftwareTerms.SOFTWARE_SHARE),
                        given.real(SoftwareTerms.DOUBLING_MONTHS),
                        Retraining.of(given.text(SoftwareTerms.RETRAINING)),
                        constant);
        SoftwareExplosion.Path path = explosion.path();
        double[] times = path.times();
        double[] grid =
                Story.grid(
                        Math.min(
                                given.real(Terms.PATH_YEARS),
                                SoftwareExplosion.HORIZON_MONTHS / MONTHS));
        double[] progress = new double[grid.length];
        double[] growth = new double[grid.length];
        int done = 0;
        for (int i = 0; i < grid.length; i++) {
            double month = grid[i] * MONTHS;
            while (done + 1 < times.length && times[done + 1] <= month) {
                done++;
            }
            if (done + 1 < times.length) {
                double length = times[done + 1] - times[done];
                progress[i] = LG_2 * (done + (month - times[done]) / length);
                growth[i] = LG_2 * MONTHS / length;
            } else {
                progress[i] = LG_2 * done;
            }
        }
        Map<String, Double> milestones = new LinkedHashMap<>();
        for (int years : YEARS_OF_PROGRESS) {
            int doublings = (int) Math.ceil(years * explosion.doublingsPerYear() - 1e-9);
            milestones.put(
                    "%d years of progress".formatted(years),
                    doublings < times.length
                            ? times[doublings] / MONTHS
                            : Double.POSITIVE_INFINITY);
        }
        double first = explosion.doublingMonths() / explosion.speedup() / MONTHS;
        return new Story(Variant.SIE)
                .path(grid, progress, growth)
                .milestones(milestones)
                .tell(TakeoffOutputs.FEEDBACK, explosion.returns())
                .tell(
                        TakeoffOutputs.SINGULAR_TIME,
                        ConstantReturns.doublings(first, explosion.returns(), explosion.exponent())
                                .limit())
                .tell(TakeoffOutputs.PACE_12, path.bestYearsIn(12))
                .tell(TakeoffOutputs.PACE_4, path.bestYearsIn(4) * 3)
                .tell(
                        TakeoffOutputs.EVENT,
                        ProgressSpeed.REPORTED.stream().map(SoftwareStories::words).toList())
                .tell(
                        TakeoffOutputs.EVENT_REACHED,
                        ProgressSpeed.REPORTED.stream()
                                .mapToDouble(event -> path.reaches(event) ? 1 : 0)
                                .toArray());
    }

    private static String words(ProgressSpeed event) {
        return "%d× the recent pace over %d months".formatted(event.factor(), event.months());
    }

    static Story bottleneck(Assignment given) {
        var input =
                new ResearchInput(
                        given.real(SoftwareTerms.COMPUTE_SHARE), given.real(SoftwareTerms.RHO));
        var law =
                new BottleneckedGrowth(
                        input,
                        given.real(SoftwareTerms.INITIAL_GROWTH),
                        given.real(SoftwareTerms.PARALLEL),
                        given.real(SoftwareTerms.DIFFICULTY));
        double[] grid = Story.grid(given.real(Terms.PATH_YEARS));
        double[] levels = law.logLevels(grid);
        double[] progress = new double[grid.length];
        double[] growth = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            progress[i] = levels[i] / LN_10;
            growth[i] =
                    Double.isInfinite(levels[i])
                            ? Double.POSITIVE_INFINITY
                            : law.growthAtLog(levels[i]) / LN_10;
        }
        Map<String, Double> milestones = new LinkedHashMap<>();
        for (int power : POWERS) {
            milestones.put("10^%d × software".formatted(power), law.timeTo(Math.pow(10, power)));
        }
        return new Story(Variant.CES)
                .path(grid, progress, growth)
                .milestones(milestones)
                .tell(TakeoffOutputs.FEEDBACK, law.effectiveReturns(1))
                .tell(TakeoffOutputs.SINGULAR_TIME, law.timeTo(Double.POSITIVE_INFINITY))
                .tell(TakeoffOutputs.INPUT_LIMIT, input.limitOfLabour(1));
    }

    static Story balanced(Assignment given) {
        var law =
                new BalancedGrowth(
                        given.real(SoftwareTerms.ALPHA),
                        given.real(SoftwareTerms.GAMMA),
                        given.real(SoftwareTerms.COGNITIVE_RETURNS),
                        given.real(SoftwareTerms.LABOUR_GROWTH),
                        given.real(SoftwareTerms.COMPUTE_GROWTH));
        double[] grid = Story.grid(given.real(Terms.PATH_YEARS));
        double[] progress = new double[grid.length];
        double[] growth = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            growth[i] = law.after() / LN_10;
            // Infinite growth has done nothing yet at the very start.
            progress[i] = grid[i] == 0 ? 0 : growth[i] * grid[i];
        }
        return new Story(Variant.BALANCED_GROWTH)
                .path(grid, progress, growth)
                .tell(TakeoffOutputs.FEEDBACK, law.cognitiveReturns())
                .tell(TakeoffOutputs.AMPLIFICATION, law.speedup());
    }

    static Story loop(Assignment given) {
        var loop =
                new PartialLoop(
                        given.real(SoftwareTerms.RETURNS), given.real(SoftwareTerms.LOOP_SHARE));
        return new Story(Variant.LOOP)
                .tell(TakeoffOutputs.FEEDBACK, loop.product())
                .tell(TakeoffOutputs.AMPLIFICATION, loop.amplification());
    }

    static Story network(Assignment given) {
        var network =
                new AutomationNetwork(
                        given.real(SoftwareTerms.SOFTWARE_DIFFICULTY),
                        given.real(SoftwareTerms.HARDWARE_DIFFICULTY),
                        given.real(SoftwareTerms.OTHER_DIFFICULTY),
                        given.real(SoftwareTerms.LABOUR_WEIGHT));
        double index =
                network.index(
                        given.real(SoftwareTerms.GOODS_AUTOMATED),
                        given.real(SoftwareTerms.SOFTWARE_AUTOMATED),
                        given.real(SoftwareTerms.HARDWARE_AUTOMATED),
                        given.real(SoftwareTerms.OTHER_AUTOMATED));
        return new Story(Variant.NETWORK)
                .tell(TakeoffOutputs.FEEDBACK, index)
                .tell(TakeoffOutputs.UNIFORM_THRESHOLD, network.uniformThreshold())
                .tell(TakeoffOutputs.TECHNICAL_THRESHOLD, network.softwareHardwareThreshold());
    }
}
