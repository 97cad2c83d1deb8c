package rubicon.simulator.scenario.scurves;

import static rubicon.simulator.scenario.scurves.SCurvesDescription.BASELINE;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.BEFORE;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.CURVES;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.DRIFT;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.END_2024;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.END_2025;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.END_2026;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.FROM;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.GAIN;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.GENERATIONS;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.KAPPA;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.MIDPOINT;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.NOW;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.OVERLAP;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.POSITIONS;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.STEEPNESS;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.THETA;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.TO;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import rubicon.model.scurve.Curve;
import rubicon.model.scurve.CurveColumns;
import rubicon.model.scurve.Improvement;
import rubicon.model.scurve.Phase;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Belief;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// The scenario `s-curves`: marks on drawn curves year by year, and the same categories as one
/// curve over intelligence on which each generation builds the next.
public final class SCurvesModel implements KernelModel {
    private static final List<Long> YEARS = List.of(2024L, 2025L, 2026L);
    private static final int CURVE_STEPS = 200;
    private static final int PANELS = 200;

    @Override
    public Description description() {
        return SCurvesDescription.DESCRIPTION;
    }

    @Override
    public List<Function<Workspace, Kernel>> kernels(Assignment given) {
        return List.of(
                SCurvesModel::positions,
                SCurvesModel::present,
                SCurvesModel::ahead,
                SCurvesModel::curves,
                SCurvesModel::ranges);
    }

    @Override
    public List<Belief> beliefs(Assignment base) {
        return MarkSpread.beliefs(base);
    }

    private static Kernel positions(Workspace workspace) {
        var marks =
                new Marks(
                        List.of(
                                workspace.column(POSITIONS, END_2024),
                                workspace.column(POSITIONS, END_2025),
                                workspace.column(POSITIONS, END_2026)),
                        workspace.column(POSITIONS, GAIN),
                        workspace.column(POSITIONS, OVERLAP),
                        workspace.number(KAPPA));
        Place theta = workspace.number(THETA);
        Result steep = workspace.list("steepCount", YEARS.size());
        Result earlySteep = workspace.list("earlySteepCount", YEARS.size());
        Result gained = workspace.list("aggregateGain", YEARS.size());
        Result slope = workspace.list("meanSlope", YEARS.size());
        Result pending = workspace.list("pendingSinceYearBefore", YEARS.size());
        Result shares = workspace.list("shares", marks.size());
        Result lastSteep = workspace.one("lastSteepCount");
        Result lastEarly = workspace.one("lastEarlySteepCount");
        Result lastGained = workspace.one("lastAggregateGain");
        Result lastPending = workspace.one("lastPending");
        int last = YEARS.size() - 1;
        return Kernel.telling(
                () -> {
                    marks.read();
                    for (int year = 0; year < YEARS.size(); year++) {
                        int early = marks.count(year, Phase.EARLY_STEEP, theta.value());
                        int late = marks.count(year, Phase.LATE_STEEP, theta.value());
                        steep.set(year, early + late);
                        earlySteep.set(year, early);
                        gained.set(year, marks.gained(year));
                        slope.set(year, marks.meanSlope(year));
                        pending.set(year, marks.pendingSince(Math.max(0, year - 1), year));
                    }
                    for (int i = 0; i < marks.size(); i++) {
                        shares.set(i, marks.share(last, i));
                    }
                    lastSteep.set(steep.get(last));
                    lastEarly.set(earlySteep.get(last));
                    lastGained.set(gained.get(last));
                    lastPending.set(pending.get(last));
                },
                answers ->
                        answers.put("years", new Value.Wholes(YEARS))
                                .put(
                                        "phases",
                                        new Value.Texts(
                                                IntStream.range(0, marks.size())
                                                        .mapToDouble(shares::get)
                                                        .mapToObj(it -> Phase.of(it, theta.value()))
                                                        .map(SCurvesModel::word)
                                                        .toList())));
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static CurveColumns columns(Workspace workspace) {
        return new CurveColumns(
                workspace.column(CURVES, GAIN),
                workspace.column(CURVES, STEEPNESS),
                workspace.column(CURVES, MIDPOINT),
                workspace.column(CURVES, OVERLAP));
    }

    private static Kernel present(Workspace workspace) {
        CurveColumns curves = columns(workspace);
        Place baseline = workspace.number(BASELINE);
        Place before = workspace.number(BEFORE);
        Place now = workspace.number(NOW);
        Place theta = workspace.number(THETA);
        Result output = workspace.one("output");
        Result slope = workspace.one("slope");
        Result supercritical = workspace.one("supercritical");
        Result steep = workspace.one("steepNow");
        Result early = workspace.one("earlySteepNow");
        Result saturated = workspace.one("saturatedNow");
        Result pending = workspace.one("pending");
        Result index = workspace.one("imminentIndex");
        Result newlySteep = workspace.one("newlySteep");
        Result remaining = workspace.one("remaining");
        return () -> {
            double at = now.value();
            output.set(curves.output(baseline.value(), at));
            slope.set(curves.slope(at));
            supercritical.set(slope.get(0) > 1 ? 1 : 0);
            early.set(curves.count(Phase.EARLY_STEEP, at, theta.value()));
            steep.set(early.get(0) + curves.count(Phase.LATE_STEEP, at, theta.value()));
            saturated.set(curves.count(Phase.SATURATED, at, theta.value()));
            double all = curves.all();
            pending.set(curves.pending(before.value(), at));
            index.set(all == 0 ? 0 : pending.get(0) / all);
            newlySteep.set(curves.newlySteep(before.value(), at, theta.value()));
            remaining.set(curves.remaining(at));
        };
    }

    /// `I_{n+1} = O(I_n) + drift·(n + 1)` from the present generation on.
    private static Kernel ahead(Workspace workspace) {
        CurveColumns curves = columns(workspace);
        Place baseline = workspace.number(BASELINE);
        Place drift = workspace.number(DRIFT);
        Place now = workspace.number(NOW);
        int generations = (int) workspace.given().whole(GENERATIONS);
        Result path = workspace.list("path", generations + 1);
        Result largest = workspace.one("largestStep");
        Result generation = workspace.whole("largestStepGeneration");
        return Kernel.telling(
                () -> {
                    path.set(0, now.value());
                    largest.set(Double.NEGATIVE_INFINITY);
                    generation.set(0);
                    for (int n = 1; n <= generations; n++) {
                        double before = path.get(n - 1);
                        path.set(n, curves.output(baseline.value(), before) + drift.value() * n);
                        if (path.get(n) - before > largest.get(0)) {
                            largest.set(path.get(n) - before);
                            generation.set(n);
                        }
                    }
                },
                answers ->
                        answers.put(
                                "generation",
                                new Value.Wholes(
                                        LongStream.rangeClosed(0, generations).boxed().toList())));
    }

    private static Kernel curves(Workspace workspace) {
        CurveColumns curves = columns(workspace);
        Place baseline = workspace.number(BASELINE);
        double from = workspace.given().real(FROM);
        double width = workspace.given().real(TO) - from;
        double[] axis =
                IntStream.rangeClosed(0, CURVE_STEPS)
                        .mapToDouble(step -> from + width * step / CURVE_STEPS)
                        .toArray();
        Result output = workspace.list("outputCurve", axis.length);
        Result slope = workspace.list("slopeCurve", axis.length);
        return Kernel.telling(
                () -> {
                    for (int i = 0; i < axis.length; i++) {
                        output.set(i, curves.output(baseline.value(), axis[i]));
                        slope.set(i, curves.slope(axis[i]));
                    }
                },
                answers -> {
                    answers.put("intelligence", Value.Reals.of(axis));
                    crossings(workspace.given(), answers);
                });
    }

    /// Found for evaluations alone: how many there are differs from draw to draw.
    private static void crossings(Assignment given, Answers answers) {
        List<Curve> curves =
                given.rows(CURVES).stream()
                        .map(it ->
                                new Curve(
                                        it.real(GAIN),
                                        it.real(STEEPNESS),
                                        it.real(MIDPOINT),
                                        it.real(OVERLAP)))
                        .toList();
        var found = new Improvement(curves, given.real(BASELINE)).fixedPoints(PANELS);
        answers.put("crossings", found.stream().map(Improvement.FixedPoint::intelligence).toList());
        answers.put(
                "crossingKinds",
                new Value.Texts(
                        found.stream().map(it -> it.stable() ? "stable" : "unstable").toList()));
    }

    private static Kernel ranges(Workspace workspace) {
        CurveColumns curves = columns(workspace);
        Result from = workspace.list("supercriticalFrom", curves.size());
        Result to = workspace.list("supercriticalTo", curves.size());
        return () -> {
            for (int i = 0; i < curves.size(); i++) {
                double half = curves.supercriticalHalf(i);
                boolean nowhere = Double.isNaN(half);
                from.set(i, nowhere ? Double.POSITIVE_INFINITY : curves.midpoint(i) - half);
                to.set(i, nowhere ? Double.NEGATIVE_INFINITY : curves.midpoint(i) + half);
            }
        };
    }
}
