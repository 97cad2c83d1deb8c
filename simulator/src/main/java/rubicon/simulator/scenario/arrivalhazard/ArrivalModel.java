package rubicon.simulator.scenario.arrivalhazard;

import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.AHEAD;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.ANCHORS;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.BY;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.END;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EVENTS;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EVENT_SHAPE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EVENT_TIME;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EVIDENCE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EXPOSURE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EXTREMIZE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.FAMILY;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.OPINIONS;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.PROBABILITY_BY;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.RATIO;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.SAYS;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.SEEN_ON;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.STATED_ON;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.WEIGHT;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import rubicon.model.arrival.EvidenceUpdate.FromFamily;
import rubicon.model.arrival.GammaPoisson;
import rubicon.model.arrival.Pool;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Row;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// The scenario `arrival-hazard`: two curves through what was stated, what silence and evidence
/// leave of them, several opinions as one, and the rate of events that were counted.
public final class ArrivalModel implements KernelModel {
    private static final int CURVE_STEPS = 160;
    private static final String NO_RISE =
            "needs anchors that rise in date and probability, the first after the statement";

    @Override
    public Description description() {
        return ArrivalDescription.DESCRIPTION;
    }

    @Override
    public List<Function<Workspace, Kernel>> kernels(Assignment given) {
        List<LocalDate> curve = Dates.grid(given.day(STATED_ON), given.day(END), CURVE_STEPS);
        return List.of(
                workspace ->
                        Kernel.telling(
                                curves(workspace, days(curve)),
                                answers -> answers.put("curveDates", new Value.Days(curve))),
                ArrivalModel::pool,
                ArrivalModel::rate);
    }

    private static long[] days(List<LocalDate> dates) {
        return dates.stream().mapToLong(LocalDate::toEpochDay).toArray();
    }

    private static Kernel curves(Workspace workspace, long[] curve) {
        List<Row> evidence = workspace.given().rows(EVIDENCE);
        var said =
                new Said(
                        evidence.stream()
                                .map(it -> new FromFamily(it.text(FAMILY), it.real(RATIO)))
                                .toList(),
                        evidence.stream().map(it -> it.day(SEEN_ON)).toList());
        double[] ratios = workspace.column(EVIDENCE, RATIO);
        long start = workspace.given().day(STATED_ON).toEpochDay();
        long[] anchors =
                days(workspace.given().rows(ANCHORS).stream().map(it -> it.day(BY)).toList());
        double[] probabilities = workspace.column(ANCHORS, PROBABILITY_BY);
        var piecewise = new Shape.Piecewise(start, anchors);
        var weibull = new Shape.Weibull(start, anchors);
        var stepwise = new View(workspace, "", piecewise, anchors, curve);
        var smooth = new View(workspace, "Weibull", weibull, anchors, curve);
        Result hazards = workspace.list("hazards", anchors.length);
        Result conditional = workspace.list("conditional", anchors.length);
        Result[] parameters = workspace.ones("weibullShape", "weibullScale", "weibullMedian");
        Result bits = workspace.one("evidenceBits");
        Result capped = workspace.whole("cappedQuarters");
        return () -> {
            if (!rise(start, anchors, probabilities)) {
                stepwise.undefined(NO_RISE);
                smooth.undefined(NO_RISE);
                Result.undefined(NO_RISE, parameters);
                hazards.undefined(NO_RISE);
                conditional.undefined(NO_RISE);
                bits.undefined(NO_RISE);
                capped.undefined(NO_RISE);
                return;
            }
            said.hear(ratios);
            piecewise.lay(probabilities);
            for (int i = 0; i < anchors.length; i++) {
                hazards.set(i, piecewise.perYear(i));
                conditional.set(i, piecewise.conditional(i));
            }
            boolean possible = stepwise.read(said);
            if (anchors.length < 2) {
                smooth.undefined("needs two anchors");
                Result.undefined("needs two anchors", parameters);
            } else {
                weibull.lay(probabilities);
                parameters[0].set(weibull.shape());
                parameters[1].set(weibull.scaleYears());
                parameters[2].set(weibull.medianYears());
                possible |= smooth.read(said);
            }
            if (possible) {
                bits.set(said.bits());
                capped.set((double) said.cappedQuarters());
            } else {
                bits.undefined(View.IMPOSSIBLE);
                capped.undefined(View.IMPOSSIBLE);
            }
        };
    }

    private static boolean rise(long start, long[] anchors, double[] probabilities) {
        long date = start;
        double probability = 0;
        for (int i = 0; i < anchors.length; i++) {
            if (anchors[i] <= date || probabilities[i] <= probability) {
                return false;
            }
            date = anchors[i];
            probability = probabilities[i];
        }
        return true;
    }

    private static Kernel pool(Workspace workspace) {
        double[] says = workspace.column(OPINIONS, SAYS);
        double[] weights = workspace.column(OPINIONS, WEIGHT);
        Place extremize = workspace.number(EXTREMIZE);
        Result linear = workspace.one("linearPool");
        Result geometric = workspace.one("geometricPool");
        Result extremized = workspace.one("extremizedPool");
        Result median = workspace.one("medianPool");
        Result spread = workspace.one("opinionSpread");
        var pool = new Pool.Working(says.length);
        return () -> {
            pool.join(says, weights, extremize.value());
            linear.set(pool.linear());
            geometric.set(pool.geometricOdds());
            extremized.set(pool.extremized());
            median.set(pool.median());
            spread.set(pool.logOddsSd());
        };
    }

    private static Kernel rate(Workspace workspace) {
        Place shape = workspace.number(EVENT_SHAPE);
        Place time = workspace.number(EVENT_TIME);
        Place events = workspace.number(EVENTS);
        Place exposure = workspace.number(EXPOSURE);
        double ahead = workspace.given().real(AHEAD);
        Result rate = workspace.one("eventRate");
        Result chance = workspace.one("eventChance");
        return () -> {
            double a = shape.value() + events.value();
            double b = time.value() + exposure.value();
            rate.set(a / b);
            chance.set(GammaPoisson.atLeastOne(a, b, ahead));
        };
    }
}
