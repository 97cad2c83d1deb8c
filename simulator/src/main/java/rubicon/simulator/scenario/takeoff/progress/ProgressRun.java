package rubicon.simulator.scenario.takeoff.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import rubicon.simulator.scenario.takeoff.ode.Stretch;

/// One run of [ProgressModel]: `dP/dt = g + (r/ln 10)·E/RS`, `dRS/dt = E`.
///
/// Progress is the variable that steps, and time is integrated over it: `dt/dP` stays bounded where
/// progress explodes in time, and all kinks and milestones but the inputs' years are known values
/// of `P`. State: years since the start, `ln RS`.
final class ProgressRun {
    /// No stretch is longer, so that no trial step looks far beyond the inputs' next year.
    private static final double LONGEST = 1;

    private final ProgressModel model;
    private final double start;
    private final double end;
    private final double[] years;
    private final Map<String, Double> goals = new LinkedHashMap<>();
    private final NavigableSet<Double> stops = new TreeSet<>();
    private final NavigableSet<Double> moments = new TreeSet<>();

    ProgressRun(ProgressModel model, double[] multipliers, double[] years) {
        this.model = model;
        this.start = model.given().start();
        this.end = model.given().end();
        this.years = years.clone();
        goals.put("AC", model.coderProgress());
        for (double multiplier : multipliers) {
            goals.put(name(multiplier), model.progressAt(multiplier));
        }
        goals.put("SAR-taste", model.progressAtTaste(1));
        goals.put("SIAR-taste", model.progressAtTaste(3));
        stops.addAll(goals.values());
        for (double kink : model.kinks()) {
            stops.add(kink);
        }
        for (double node : model.given().inputs().nodes(start, end)) {
            moments.add(node);
        }
        for (double year : years) {
            if (year > start && year < end) {
                moments.add(year);
            }
        }
    }

    private static String name(double multiplier) {
        return multiplier == Math.rint(multiplier) && Math.abs(multiplier) < 1e15
                ? "x" + (long) multiplier
                : "x" + multiplier;
    }

    ProgressPath path() {
        Map<Double, Double> reached = new HashMap<>();
        Map<Double, ProgressPath.Point> points = new HashMap<>();
        double progress = 0;
        double year = start;
        double logStock = Math.log(model.initialStock() * model.taste(0));
        for (double stop : stops.headSet(0.0, true)) {
            reached.put(stop, start);
        }
        points.put(start, point(start, 0, logStock));
        while (year < end) {
            double goal = progress + LONGEST;
            Double stop = stops.higher(progress);
            boolean atStop = stop != null && stop <= goal;
            double until = atStop && stop != null ? stop : goal;
            double moment = moments.higher(year);
            Stretch.End to = stretch(progress, year, logStock, until, moment);
            progress = to.x();
            logStock = to.y().get(1);
            if (to.stopped()) {
                year = moment;
                points.put(year, point(year, progress, logStock));
            } else {
                // A moment reached within rounding of the stretch's end is still to come.
                year = Math.min(start + to.y().getFirst(), Math.nextDown(moment));
                if (atStop) {
                    reached.put(until, year);
                }
            }
        }
        return new ProgressPath(milestones(reached), pointsAsked(points));
    }

    private Stretch.End stretch(
            double progress, double year, double logStock, double until, double moment) {
        InputTable.Segment inputs = model.given().inputs().from(year);
        return Stretch.run(
                (p, y) -> slopes(p, start + y[0], y[1], inputs),
                progress,
                List.of(year - start, logStock),
                until,
                (p, y) -> start + y[0] - moment);
    }

    private double[] slopes(
            double progress, double year, double logStock, InputTable.Segment inputs) {
        InputTable.Moment at = inputs.at(year);
        double training = Math.max(0, at.trainingGrowth());
        double stockRate = Math.exp(model.logEffort(progress, at) - logStock);
        double perStock = model.softwareReturns() / HumanPath.LN_10;
        return new double[] {
            1 / (training + perStock * stockRate), 1 / (training / stockRate + perStock)
        };
    }

    private ProgressPath.Point point(double year, double progress, double logStock) {
        InputTable.Moment at = model.given().inputs().at(year);
        return new ProgressPath.Point(
                year,
                progress,
                Math.exp(logStock),
                model.multiplier(progress),
                model.automated(progress),
                at.trainingGrowth()
                        + model.softwareReturns()
                                / HumanPath.LN_10
                                * Math.exp(model.logEffort(progress, at) - logStock));
    }

    private Map<String, Double> milestones(Map<Double, Double> reached) {
        Map<String, Double> milestones = new LinkedHashMap<>();
        goals.forEach((name, goal) ->
                milestones.put(name, reached.getOrDefault(goal, Double.POSITIVE_INFINITY)));
        return milestones;
    }

    private List<ProgressPath.Point> pointsAsked(Map<Double, ProgressPath.Point> points) {
        List<ProgressPath.Point> asked = new ArrayList<>();
        for (double year : years) {
            ProgressPath.Point point = points.get(year);
            if (point != null) {
                asked.add(point);
            }
        }
        return asked;
    }
}
