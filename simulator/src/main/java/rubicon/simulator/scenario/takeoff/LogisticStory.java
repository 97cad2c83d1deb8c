package rubicon.simulator.scenario.takeoff;

import rubicon.simulator.scenario.takeoff.logistic.LogisticAutomation;
import rubicon.simulator.scenario.takeoff.logistic.LogisticPath;

/// The variant `kwa`.
final class LogisticStory extends Story {
    private static final int LABOUR_PART = Numbers.place(CalendarTerms.LABOUR_PART);
    private static final int SCALE = Numbers.place(CalendarTerms.SCALE);
    private static final int HARDENING = Numbers.place(CalendarTerms.HARDENING);
    private static final int WIDTH = Numbers.place(CalendarTerms.WIDTH);
    private static final int INITIAL_SHARE = Numbers.place(CalendarTerms.INITIAL_SHARE);

    private static final double LN_10 = Math.log(10);

    private final LogisticPath path = new LogisticPath();
    private final Grid grid = grid();
    private final double[] progress = list(TakeoffOutputs.PROGRESS, grid.size());
    private final double[] growth = list(TakeoffOutputs.GROWTH, grid.size());
    private final double[] automation = list(TakeoffOutputs.AUTOMATION, grid.size());
    private final double[] start = always(TakeoffOutputs.CALENDAR_START, 1);
    private final double[] milestones = milestones("99 % automated");

    LogisticStory() {
        super(Variant.KWA);
        start[0] = LogisticAutomation.START;
    }

    @Override
    boolean run(double[] given) {
        grid.span(given);
        path.set(
                given[LABOUR_PART],
                given[SCALE],
                given[HARDENING],
                given[WIDTH],
                given[INITIAL_SHARE]);
        if (!path.run(grid.times, progress, automation, growth)) {
            return false;
        }
        for (int i = 0; i < progress.length; i++) {
            progress[i] /= LN_10;
            growth[i] /= LN_10;
        }
        milestones[0] = path.fullAfter();
        return true;
    }

    @Override
    String objection() {
        return "the equation is too steep to be integrated";
    }
}
