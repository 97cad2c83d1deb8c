package rubicon.simulator.scenario.takeoff;

import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.takeoff.software.ConstantReturns;
import rubicon.simulator.scenario.takeoff.software.DoublingTimes;
import rubicon.simulator.scenario.takeoff.software.ProgressSpeed;
import rubicon.simulator.scenario.takeoff.software.Retraining;
import rubicon.simulator.scenario.takeoff.software.SoftwareExplosion;

/// The variant `sie`.
final class ExplosionStory extends Story {
    private static final int SPEEDUP = Numbers.place(SoftwareTerms.SPEEDUP);
    private static final int RETURNS = Numbers.place(SoftwareTerms.RETURNS);
    private static final int CEILING_YEARS = Numbers.place(SoftwareTerms.CEILING_YEARS);
    private static final int EXPONENT = Numbers.place(SoftwareTerms.EXPONENT);
    private static final int SOFTWARE_SHARE = Numbers.place(SoftwareTerms.SOFTWARE_SHARE);
    private static final int DOUBLING_MONTHS = Numbers.place(SoftwareTerms.DOUBLING_MONTHS);
    private static final int PATH_YEARS = Numbers.place(Terms.PATH_YEARS);

    private static final double LG_2 = Math.log10(2);
    private static final double MONTHS = 12;
    private static final int[] YEARS_OF_PROGRESS = {1, 3, 10};
    private static final ProgressSpeed[] EVENTS =
            ProgressSpeed.REPORTED.toArray(ProgressSpeed[]::new);

    private final Retraining retraining;
    private final boolean constant;
    private final DoublingTimes doublings = new DoublingTimes();
    private final Grid grid = grid();
    private final double[] progress = list(TakeoffOutputs.PROGRESS, grid.size());
    private final double[] growth = list(TakeoffOutputs.GROWTH, grid.size());
    private final double[] milestones =
            milestones("1 year of progress", "3 years of progress", "10 years of progress");
    private final double[] feedback = one(TakeoffOutputs.FEEDBACK);
    private final double[] singularTime = one(TakeoffOutputs.SINGULAR_TIME);
    private final double[] pace12 = one(TakeoffOutputs.PACE_12);
    private final double[] pace4 = one(TakeoffOutputs.PACE_4);
    private final double[] reached = list(TakeoffOutputs.EVENT_REACHED, EVENTS.length);

    ExplosionStory(Assignment given) {
        super(Variant.SIE);
        retraining = Retraining.of(given.text(SoftwareTerms.RETRAINING));
        constant = given.text(SoftwareTerms.RETURNS_OVER_TIME).equals("constant");
        say(
                TakeoffOutputs.EVENT,
                ProgressSpeed.REPORTED.stream().map(ExplosionStory::words).toList());
    }

    private static String words(ProgressSpeed event) {
        return "%d× the recent pace over %d months".formatted(event.factor(), event.months());
    }

    @Override
    boolean run(double[] given) {
        doublings.run(
                given[SPEEDUP],
                given[RETURNS],
                given[CEILING_YEARS],
                given[EXPONENT],
                given[SOFTWARE_SHARE],
                given[DOUBLING_MONTHS],
                retraining,
                constant);
        grid.stretch(Math.min(given[PATH_YEARS], SoftwareExplosion.HORIZON_MONTHS / MONTHS));
        path();
        for (int i = 0; i < milestones.length; i++) {
            int needed = (int) Math.ceil(YEARS_OF_PROGRESS[i] * doublings.perYear() - 1e-9);
            milestones[i] =
                    needed <= doublings.steps()
                            ? doublings.month(needed) / MONTHS
                            : Double.POSITIVE_INFINITY;
        }
        feedback[0] = given[RETURNS];
        singularTime[0] =
                ConstantReturns.singularTime(
                        given[DOUBLING_MONTHS] / given[SPEEDUP] / MONTHS,
                        given[RETURNS],
                        given[EXPONENT]);
        pace12[0] = doublings.bestYearsIn(12);
        pace4[0] = doublings.bestYearsIn(4) * 3;
        for (int i = 0; i < EVENTS.length; i++) {
            reached[i] = doublings.reaches(EVENTS[i]) ? 1 : 0;
        }
        return true;
    }

    private void path() {
        int done = 0;
        for (int i = 0; i < progress.length; i++) {
            double month = grid.times[i] * MONTHS;
            while (done < doublings.steps() && doublings.month(done + 1) <= month) {
                done++;
            }
            if (done < doublings.steps()) {
                double begun = doublings.month(done);
                double length = doublings.month(done + 1) - begun;
                progress[i] = LG_2 * (done + (month - begun) / length);
                growth[i] = LG_2 * MONTHS / length;
            } else {
                progress[i] = LG_2 * done;
                growth[i] = 0;
            }
        }
    }
}
