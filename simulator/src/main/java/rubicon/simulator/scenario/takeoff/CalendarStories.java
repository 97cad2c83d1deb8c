package rubicon.simulator.scenario.takeoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.series.GeometricSteps;
import rubicon.simulator.scenario.takeoff.ai2027.Gaps;
import rubicon.simulator.scenario.takeoff.ai2027.Phase;
import rubicon.simulator.scenario.takeoff.ai2027.Timeline;
import rubicon.simulator.scenario.takeoff.ai2027.TimelineDraws;
import rubicon.simulator.scenario.takeoff.logistic.LogisticAutomation;
import rubicon.simulator.scenario.takeoff.task.Requirements;
import rubicon.simulator.scenario.takeoff.task.ResearchUpdate;
import rubicon.simulator.scenario.takeoff.task.TaskTakeoff;

/// The variants `kwa`, `ai2027-takeoff`, `ai2027-timeline` and `task`.
final class CalendarStories {
    private static final double LN_10 = Math.log(10);
    private static final double MONTHS = 12;
    private static final double MINUTES_PER_WORK_MONTH = 10_020;
    private static final int TASKS = 100;
    private static final double[] SHARES = {0.2, 0.5, 1};

    private static final String FULL = "99 % automated";

    private CalendarStories() {}

    static Map<String, Value> logistic(Assignment given) {
        double[] grid = Story.grid(given.real(Terms.PATH_YEARS));
        LogisticAutomation.Run run;
        try {
            run =
                    new LogisticAutomation(
                                    given.real(CalendarTerms.LABOUR_PART),
                                    given.real(CalendarTerms.SCALE),
                                    given.real(CalendarTerms.HARDENING),
                                    given.real(CalendarTerms.WIDTH),
                                    given.real(CalendarTerms.INITIAL_SHARE))
                            .run(grid);
        } catch (IllegalArgumentException tooSteep) {
            return new Story(Variant.KWA)
                    .tell(TakeoffOutputs.TIME, grid)
                    .tell(TakeoffOutputs.MILESTONE, List.of(FULL))
                    .tell(TakeoffOutputs.CALENDAR_START, LogisticAutomation.START)
                    .outputs("is undefined: " + tooSteep.getMessage());
        }
        List<LogisticAutomation.Point> points = run.points();
        return new Story(Variant.KWA)
                .path(
                        grid,
                        points.stream().mapToDouble(it -> it.logSoftware() / LN_10).toArray(),
                        points.stream().mapToDouble(it -> it.growth() / LN_10).toArray())
                .tell(
                        TakeoffOutputs.AUTOMATION,
                        points.stream().mapToDouble(LogisticAutomation.Point::share).toArray())
                .tell(TakeoffOutputs.CALENDAR_START, LogisticAutomation.START)
                .milestones(Map.of(FULL, run.yearOfFull() - LogisticAutomation.START))
                .outputs();
    }

    static Story takeoff(Assignment given) {
        Gaps gaps =
                Gaps.of(
                        given.whole(CalendarTerms.RESEARCHER_FROM_START) == 1
                                ? 0
                                : given.real(CalendarTerms.SC_TO_SAR),
                        given.real(CalendarTerms.MEDIAN_TO_BEST),
                        given.real(CalendarTerms.JUMPS));
        List<Phase> phases =
                List.of(
                        new Phase(gaps.scToSar(), speed(0), speed(1)),
                        new Phase(gaps.sarToSiar(), speed(1), speed(2)),
                        new Phase(gaps.siarToAsi(), speed(2), speed(3)));
        double[] grid = Story.grid(given.real(Terms.PATH_YEARS));
        double[] progress = new double[grid.length];
        double[] growth = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            // After the last milestone research goes on at its last speed.
            double left = grid[i];
            growth[i] = speed(3);
            for (Phase phase : phases) {
                double within = phase.progressAt(left);
                progress[i] += within;
                if (left < phase.years()) {
                    growth[i] = phase.speedAt(within);
                    left = 0;
                    break;
                }
                left -= phase.years();
            }
            progress[i] += left * speed(3);
        }
        double sar = phases.get(0).years();
        double siar = sar + phases.get(1).years();
        Map<String, Double> milestones = new LinkedHashMap<>();
        milestones.put("superhuman AI researcher", sar);
        milestones.put("superintelligent AI researcher", siar);
        milestones.put("artificial superintelligence", siar + phases.get(2).years());
        return new Story(Variant.AI2027_TAKEOFF)
                .path(grid, progress, growth)
                .tell(TakeoffOutputs.MULTIPLIER, growth)
                .milestones(milestones);
    }

    private static double speed(int milestone) {
        return Gaps.SPEEDS.get(milestone);
    }

    static Story timeline(Assignment given) {
        double doublings =
                TimelineDraws.doublings(
                        given.real(CalendarTerms.CURRENT_HORIZON) / MINUTES_PER_WORK_MONTH,
                        given.real(CalendarTerms.TARGET_MONTHS));
        double months =
                GeometricSteps.of(
                                        given.real(CalendarTerms.FIRST_DOUBLING),
                                        given.real(CalendarTerms.DOUBLING_RATIO))
                                .total(doublings)
                        + given.real(CalendarTerms.COST_MONTHS);
        var timeline =
                new Timeline(
                        months,
                        given.real(CalendarTerms.PRESENT_SPEEDUP),
                        given.real(CalendarTerms.CODER_SPEEDUP),
                        TimelineDraws.PUBLISHED - given.real(CalendarTerms.DELAY_MONTHS) / MONTHS);
        double[] grid = Story.grid(given.real(Terms.PATH_YEARS));
        double[] years = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            years[i] = TimelineDraws.PUBLISHED + grid[i];
        }
        double[] progress = timeline.progressAt(years);
        double[] growth = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            growth[i] = months > 0 ? timeline.pace(years[i], progress[i]) : 1;
            progress[i] /= MONTHS;
        }
        Timeline.Arrival arrival = timeline.arrival();
        return new Story(Variant.AI2027_TIMELINE)
                .path(grid, progress, growth)
                .tell(TakeoffOutputs.MULTIPLIER, growth)
                .tell(TakeoffOutputs.CALENDAR_START, TimelineDraws.PUBLISHED)
                .milestones(
                        Map.of(
                                "superhuman coder",
                                arrival.arrived()
                                        ? arrival.year() - TimelineDraws.PUBLISHED
                                        : Double.POSITIVE_INFINITY));
    }

    static Story task(Assignment given) {
        var takeoff =
                new TaskTakeoff(
                        new Requirements(
                                Math.pow(10, given.real(CalendarTerms.FULL_FLOP)),
                                Math.pow(10, given.real(CalendarTerms.FLOP_GAP)),
                                TASKS),
                        given.real(CalendarTerms.TRAINING_FLOP),
                        given.real(CalendarTerms.FLOP_GROWTH),
                        given.real(CalendarTerms.PEOPLES_GROWTH),
                        given.real(CalendarTerms.TASK_RHO),
                        given.real(CalendarTerms.WORKING_COMPUTE),
                        given.real(CalendarTerms.EFFICIENCY_SPREAD),
                        new ResearchUpdate.Law(
                                1,
                                Math.pow(10, given.real(CalendarTerms.SOFTWARE_CEILING)),
                                given.real(CalendarTerms.RESEARCH_PARALLEL),
                                given.real(CalendarTerms.SOFTWARE_RETURNS)),
                        given.real(CalendarTerms.SOFTWARE_PACE));
        double[] grid = Story.grid(given.real(Terms.PATH_YEARS));
        TaskTakeoff.Run run = takeoff.run(grid, SHARES);
        Map<String, Double> milestones = new LinkedHashMap<>();
        for (int i = 0; i < SHARES.length; i++) {
            milestones.put(
                    "%d %% of tasks automated".formatted(Math.round(100 * SHARES[i])),
                    run.reached().get(i));
        }
        List<TaskTakeoff.Moment> moments = run.moments();
        return new Story(Variant.TASK)
                .path(
                        grid,
                        moments.stream().mapToDouble(TaskTakeoff.Moment::software).toArray(),
                        moments.stream().mapToDouble(TaskTakeoff.Moment::growth).toArray())
                .tell(
                        TakeoffOutputs.AUTOMATION,
                        moments.stream().mapToDouble(TaskTakeoff.Moment::automated).toArray())
                .tell(
                        TakeoffOutputs.MULTIPLIER,
                        moments.stream().mapToDouble(TaskTakeoff.Moment::input).toArray())
                .milestones(milestones);
    }
}
