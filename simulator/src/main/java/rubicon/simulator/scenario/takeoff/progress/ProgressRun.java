package rubicon.simulator.scenario.takeoff.progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import rubicon.simulator.scenario.takeoff.ode.Root;
import rubicon.simulator.scenario.takeoff.ode.Stepper;

/// Runs of [ProgressModel]: `dP/dt = g + (r/ln 10)·E/RS`, `dRS/dt = E`. Allocates nothing in them.
///
/// Progress is the variable that steps, and time is integrated over it: `dt/dP` stays bounded where
/// progress explodes in time. State: years since the start, `ln RS`. Steps end at kinks; milestones
/// and moments are read between their ends.
public final class ProgressRun {
    private static final double TOLERANCE = 1e-12;

    /// No step is longer, so that no trial looks far beyond the inputs' next year.
    private static final double LONGEST = 4;

    /// In a step of this share of progress nothing moves any more.
    private static final double LEAST = 1e-15;

    private static final double CROSSING = 1e-13;
    private static final int MOST_TRIES = 60;

    private final ProgressModel model;
    private final double[] multipliers;
    private final double[] goals;
    private final double[] reached;
    private final double[] kinks = new double[4];
    private final Stepper stepper = new Stepper(2, TOLERANCE, this::slope);
    private final DoubleUnaryOperator timeMissing = this::timeMissing;

    private double[] years = {};
    private final double[] progress;
    private final double[] logStock;

    private double start;
    private double perStock;
    private int segment;
    private int next;
    private double timeWanted;

    /// Runs of a model that is calibrated before each.
    ///
    /// @param multipliers of AI research whose times are asked for, each above 1
    /// @param moments how many years are asked for
    public ProgressRun(ProgressModel model, double[] multipliers, int moments) {
        this.model = model;
        this.multipliers = multipliers.clone();
        goals = new double[multipliers.length + 3];
        reached = new double[goals.length];
        progress = new double[moments];
        logStock = new double[moments];
    }

    /// One run.
    ///
    /// @param years asked for, ascending; those before the start or after the end get no answer
    /// @return whether numbers sufficed; if not, the model's objection says why
    public boolean run(double[] years) {
        begin(years);
        double end = model.values().end;
        double step = LONGEST / 32;
        segment = model.inputs().segment(start);
        stepper.state()[0] = 0;
        stepper.state()[1] = Math.log(model.initialStock() * model.taste(0));
        stepper.begin(0);
        arrive(0, start);
        while (true) {
            double from = stepper.x();
            double kink = nextKink(from);
            double length = Math.min(step, Math.min(LONGEST, kink - from));
            boolean atKink = from + length >= kink;
            double error = stepper.attempt(length);
            if (!(error <= 1)) {
                step = Stepper.better(length, error);
                if (step < LEAST * Math.max(1, Math.abs(from))) {
                    return model.objections()
                            .raise("the equation is too steep to be integrated", 0, 0);
                }
                continue;
            }
            if (length == step || Stepper.better(length, error) < step) {
                step = Math.min(LONGEST, Stepper.better(length, error));
            }
            double until = Math.min(model.inputs().end(segment), end);
            boolean atYear = start + stepper.next()[0] >= until;
            if (atYear) {
                length = shortened(length, until - start);
                atKink = false;
            }
            look(from, length, atYear ? until : start + stepper.next()[0]);
            stepper.accept();
            if (atYear) {
                stepper.state()[0] = until - start;
                if (until == end) {
                    return true;
                }
                segment++;
                stepper.begin(stepper.x());
            } else if (atKink) {
                stepper.begin(kink);
            }
        }
    }

    private void begin(double[] years) {
        this.years = years;
        start = model.values().start;
        perStock = model.softwareReturns() / HumanPath.LN_10;
        model.kinks(kinks);
        goals[0] = model.coderProgress();
        for (int i = 0; i < multipliers.length; i++) {
            goals[i + 1] = model.progressAt(multipliers[i]);
        }
        goals[goals.length - 2] = model.progressAtTaste(1);
        goals[goals.length - 1] = model.progressAtTaste(3);
        Arrays.fill(reached, Double.POSITIVE_INFINITY);
        Arrays.fill(progress, Double.NaN);
        next = 0;
        while (next < years.length && years[next] < start) {
            next++;
        }
        while (next < years.length && years[next] == start) {
            progress[next] = 0;
            logStock[next] = Math.log(model.initialStock() * model.taste(0));
            next++;
        }
    }

    /// The next kink after some progress; infinite if there is none.
    private double nextKink(double progress) {
        double next = Double.POSITIVE_INFINITY;
        for (double kink : kinks) {
            if (kink > progress && kink < next) {
                next = kink;
            }
        }
        return next;
    }

    private void slope(double progress, double[] state, double[] slope) {
        InputCourse inputs = model.inputs();
        double year = start + state[0];
        double training = Math.max(0, inputs.training(segment, year));
        double effort =
                model.logEffort(
                        progress,
                        inputs.logHumans(segment, year),
                        inputs.logInference(segment, year),
                        inputs.logExperiments(segment, year));
        double stockRate = Math.exp(effort - state[1]);
        slope[0] = 1 / (training + perStock * stockRate);
        slope[1] = 1 / (training / stockRate + perStock);
    }

    /// Tries shorter steps until one ends at a time: from where the interpolation is there, by
    /// Newton's method, halved where it leaves the bracket.
    ///
    /// @param length of a step that was tried and goes beyond
    private double shortened(double length, double time) {
        stepper.interpolate();
        timeWanted = time;
        double low = 0;
        double high = length;
        double now = length * partAtTime();
        stepper.attempt(now);
        for (int i = 0; i < MOST_TRIES; i++) {
            double beyond = stepper.next()[0] - time;
            if (beyond >= 0) {
                high = now;
            } else {
                low = now;
            }
            double next = now - beyond / stepper.slopeAtEnd()[0];
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(beyond) <= CROSSING || next == now) {
                break;
            }
            now = next;
            stepper.attempt(now);
        }
        return now;
    }

    /// Notes what lies in the step that was tried last.
    private void look(double from, double length, double until) {
        boolean goal = false;
        for (int i = 0; i < goals.length; i++) {
            goal |= isReached(i, from, length);
        }
        if (!goal && !(next < years.length && years[next] <= until)) {
            return;
        }
        stepper.interpolate();
        for (int i = 0; i < goals.length; i++) {
            if (isReached(i, from, length)) {
                reached[i] =
                        Math.min(until, start + stepper.between((goals[i] - from) / length, 0));
            }
        }
        while (next < years.length && years[next] <= until) {
            timeWanted = years[next] - start;
            double part = partAtTime();
            progress[next] = from + part * length;
            logStock[next] = stepper.between(part, 1);
            next++;
        }
    }

    private boolean isReached(int goal, double from, double length) {
        return goals[goal] > from && goals[goal] <= from + length;
    }

    /// Goals that are reached at the start.
    private void arrive(double at, double year) {
        for (int i = 0; i < goals.length; i++) {
            if (goals[i] <= at) {
                reached[i] = year;
            }
        }
    }

    private double partAtTime() {
        double atStart = timeMissing(0);
        double atEnd = timeMissing(1);
        if (atStart >= 0) {
            return 0;
        }
        return atEnd <= 0 ? 1 : Root.find(timeMissing, 0, atStart, 1, atEnd, 0);
    }

    private double timeMissing(double part) {
        return stepper.between(part, 0) - timeWanted;
    }

    /// Decimal year of a milestone; infinite if not before the end.
    ///
    /// @param milestone 0 of the automated coder, then the multipliers, then AI's taste at the top
    ///   person's and at its cube
    public double reached(int milestone) {
        return reached[milestone];
    }

    /// `P` in a year that was asked for; NaN if that is not before the end.
    public double progress(int moment) {
        return progress[moment];
    }

    /// `dP/dt` then, orders of magnitude a year.
    public double rate(int moment) {
        InputCourse inputs = model.inputs();
        double year = years[moment];
        int at = inputs.segment(year);
        double effort =
                model.logEffort(
                        progress[moment],
                        inputs.logHumans(at, year),
                        inputs.logInference(at, year),
                        inputs.logExperiments(at, year));
        return inputs.training(at, year) + perStock * Math.exp(effort - logStock[moment]);
    }

    /// Share of coding tasks that agents can do then.
    public double automated(int moment) {
        return model.automated(progress[moment]);
    }

    /// Multiplier of software research then, with the present day's people and compute.
    public double multiplier(int moment) {
        return model.multiplier(progress[moment]);
    }

    /// All of it.
    ProgressPath path() {
        Map<String, Double> milestones = new LinkedHashMap<>();
        milestones.put("AC", reached[0]);
        for (int i = 0; i < multipliers.length; i++) {
            milestones.put(name(multipliers[i]), reached[i + 1]);
        }
        milestones.put("SAR-taste", reached[reached.length - 2]);
        milestones.put("SIAR-taste", reached[reached.length - 1]);
        List<ProgressPath.Point> points = new ArrayList<>();
        for (int i = 0; i < years.length; i++) {
            if (!Double.isNaN(progress[i])) {
                points.add(
                        new ProgressPath.Point(
                                years[i],
                                progress[i],
                                Math.exp(logStock[i]),
                                multiplier(i),
                                automated(i),
                                rate(i)));
            }
        }
        return new ProgressPath(milestones, points);
    }

    private static String name(double multiplier) {
        return multiplier == Math.rint(multiplier) && Math.abs(multiplier) < 1e15
                ? "x" + (long) multiplier
                : "x" + multiplier;
    }
}
