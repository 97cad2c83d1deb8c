package rubicon.simulator.scenario.takeoff;

import rubicon.simulator.scenario.series.GeometricSteps;
import rubicon.simulator.scenario.takeoff.ai2027.Timeline;
import rubicon.simulator.scenario.takeoff.ai2027.TimelineDraws;

/// The variant `ai2027-timeline`.
final class TimelineStory extends Story {
    private static final int CURRENT_HORIZON = Numbers.place(CalendarTerms.CURRENT_HORIZON);
    private static final int TARGET_MONTHS = Numbers.place(CalendarTerms.TARGET_MONTHS);
    private static final int FIRST_DOUBLING = Numbers.place(CalendarTerms.FIRST_DOUBLING);
    private static final int DOUBLING_RATIO = Numbers.place(CalendarTerms.DOUBLING_RATIO);
    private static final int COST_MONTHS = Numbers.place(CalendarTerms.COST_MONTHS);
    private static final int PRESENT_SPEEDUP = Numbers.place(CalendarTerms.PRESENT_SPEEDUP);
    private static final int CODER_SPEEDUP = Numbers.place(CalendarTerms.CODER_SPEEDUP);
    private static final int DELAY_MONTHS = Numbers.place(CalendarTerms.DELAY_MONTHS);

    private static final double MONTHS = 12;
    private static final double MINUTES_PER_WORK_MONTH = 10_020;

    private final Timeline.Days days = new Timeline.Days();
    private final Grid grid = grid();
    private final double[] years = new double[grid.size()];
    private final double[] progress = list(TakeoffOutputs.PROGRESS, grid.size());
    private final double[] growth = list(TakeoffOutputs.GROWTH, grid.size());
    private final double[] multiplier = list(TakeoffOutputs.MULTIPLIER, grid.size());
    private final double[] start = always(TakeoffOutputs.CALENDAR_START, 1);
    private final double[] milestones = milestones("superhuman coder");

    TimelineStory() {
        super(Variant.AI2027_TIMELINE);
        start[0] = TimelineDraws.PUBLISHED;
    }

    @Override
    boolean run(double[] given) {
        double doublings =
                TimelineDraws.doublings(
                        given[CURRENT_HORIZON] / MINUTES_PER_WORK_MONTH, given[TARGET_MONTHS]);
        double months =
                GeometricSteps.total(
                                given[FIRST_DOUBLING], Math.log(given[DOUBLING_RATIO]), doublings)
                        + given[COST_MONTHS];
        grid.span(given);
        for (int i = 0; i < years.length; i++) {
            years[i] = TimelineDraws.PUBLISHED + grid.times[i];
        }
        days.run(
                months,
                given[PRESENT_SPEEDUP],
                given[CODER_SPEEDUP],
                TimelineDraws.PUBLISHED - given[DELAY_MONTHS] / MONTHS,
                years,
                progress);
        for (int i = 0; i < years.length; i++) {
            growth[i] = months > 0 ? days.pace(years[i], progress[i]) : 1;
            multiplier[i] = growth[i];
            progress[i] /= MONTHS;
        }
        milestones[0] =
                days.arrived() ? days.year() - TimelineDraws.PUBLISHED : Double.POSITIVE_INFINITY;
        return true;
    }
}
