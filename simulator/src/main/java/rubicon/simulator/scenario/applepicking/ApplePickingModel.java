package rubicon.simulator.scenario.applepicking;

import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.ACTIVATION;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.BASE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.GAIN;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.HEIGHTS;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.LEFT_BY_PEOPLE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.PERIODS;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.REACH;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.SHAPE;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// The scenario `apple-picking`: one tree and one generation of agents, a row of generations, many
/// trees, and the loop in which agents raise their own reach.
public final class ApplePickingModel implements KernelModel {
    private static final int CURVE_STEPS = 200;

    @Override
    public Description description() {
        return ApplePickingDescription.DESCRIPTION;
    }

    @Override
    public List<Function<Workspace, Kernel>> kernels(Assignment given) {
        Spreading heights = heights(given);
        return List.of(
                workspace -> new OneTree(workspace, heights),
                workspace -> new Generations(workspace, heights),
                workspace -> closedLoop(workspace, heights),
                workspace -> localGain(workspace, heights));
    }

    private static Spreading heights(Assignment given) {
        return switch (given.text(HEIGHTS)) {
            case "power" -> Spreading.POWER;
            case "exponential" -> Spreading.EXPONENTIAL;
            default -> Spreading.UNIFORM;
        };
    }

    private static Kernel closedLoop(Workspace workspace, Spreading heights) {
        Place shape = workspace.number(SHAPE);
        Place leftByPeople = workspace.number(LEFT_BY_PEOPLE);
        Place activation = workspace.number(ACTIVATION);
        Place base = workspace.number(BASE);
        Place gain = workspace.number(GAIN);
        int periods = (int) workspace.given().whole(PERIODS);
        Result activationPeriod = workspace.one("activationPeriod");
        Result asymptoticReach = workspace.one("asymptoticReach");
        Result fixedPoint = workspace.one("fixedPoint");
        Result reach = workspace.list("loopReach", periods + 1);
        Result picked = workspace.list("loopPicked", periods + 1);
        return Kernel.telling(
                () -> {
                    double from =
                            ClosedLoop.activationPeriod(activation.value(), leftByPeople.value());
                    double to =
                            ClosedLoop.asymptoticReach(
                                    from, activation.value(), base.value(), gain.value());
                    activationPeriod.set(from);
                    asymptoticReach.set(to);
                    if (ClosedLoop.regime(from, to, gain.value()) == ClosedLoop.Regime.SOFT) {
                        fixedPoint.set(
                                ClosedLoop.fixedPoint(
                                        activation.value(), base.value(), gain.value()));
                    } else {
                        fixedPoint.undefined("is there in the soft regime only");
                    }
                    double now = 0;
                    for (int t = 0; t <= periods; t++) {
                        double got =
                                ClosedLoop.picked(
                                        heights, shape.value(), leftByPeople.value(), now, t);
                        reach.set(t, now);
                        picked.set(t, got);
                        now = ClosedLoop.next(got, activation.value(), base.value(), gain.value());
                    }
                },
                answers ->
                        answers.put(
                                        "regime",
                                        ClosedLoop.regime(
                                                        activationPeriod.get(0),
                                                        asymptoticReach.get(0),
                                                        gain.value())
                                                .word())
                                .put(
                                        "loopPeriods",
                                        new Value.Wholes(
                                                LongStream.rangeClosed(0, periods)
                                                        .boxed()
                                                        .toList())));
    }

    private static Kernel localGain(Workspace workspace, Spreading heights) {
        Place shape = workspace.number(SHAPE);
        Place gain = workspace.number(GAIN);
        Place reach = workspace.number(REACH);
        Result localGain = workspace.one("localGain");
        return () ->
                localGain.set(
                        ClosedLoop.localGain(heights, shape.value(), gain.value(), reach.value()));
    }

    /// From 0 to an end in equal steps.
    static double[] steps(double end) {
        return IntStream.rangeClosed(0, CURVE_STEPS)
                .mapToDouble(step -> Math.min(end, end * step / CURVE_STEPS))
                .toArray();
    }
}
