package rubicon.simulator.scenario.applepicking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rubicon.model.reference.Inputs;
import rubicon.model.reference.Operation;
import rubicon.model.reference.Operations;

/// Apple picking: one tree, generations, many trees, the closed loop.
public final class ApplePickingOperations implements Operations {
    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "apple.remaining", ApplePickingOperations::remaining,
                "apple.allocation", ApplePickingOperations::allocation,
                "apple.horizon", ApplePickingOperations::horizon,
                "apple.generations", ApplePickingOperations::generations,
                "apple.aggregate", ApplePickingOperations::aggregate,
                "apple.rsi", ApplePickingOperations::closedLoop,
                "apple.jones", ApplePickingOperations::jones);
    }

    private static Object remaining(Inputs in) {
        Apples left = tree(in).after(in.number("xH"), in.number("xA"));
        return Map.of(
                "bottom", left.bottom(),
                "top", left.top(),
                "remaining", left.remaining(),
                "index", left.progress());
    }

    private static Object allocation(Inputs in) {
        Tree tree = tree(in);
        var best = tree.allocate(in.number("budget"));
        return Map.of(
                "threshold", best.threshold(),
                "agentSpend", best.agentSpend(),
                "humanSpend", best.humanSpend(),
                "remaining", best.left().remaining(),
                "marginalAgent", best.left().marginalAgent(tree.rates()),
                "marginalHuman", best.left().marginalHuman(tree.rates()));
    }

    private static Object horizon(Inputs in) {
        Rates.spend("people's spend before", in.number("priorHuman", 0));
        Horizon horizon = tree(in).horizon(in.number("priorAgent", 0));
        return Map.of(
                "effectiveLambda", horizon.effectiveReach(),
                "crossing", horizon.crossing(),
                "humanEquivalentLimit", horizon.humanEquivalentLimit(),
                "humanEquivalent",
                        Arrays.stream(in.numbers("agentSpends"))
                                .map(horizon::humanEquivalent)
                                .toArray());
    }

    private static Object generations(Inputs in) {
        History history = succession(in, in).until(in.number("endTime"));
        return Map.of(
                "events",
                history.events().stream().map(ApplePickingOperations::event).toList(),
                "remaining",
                Arrays.stream(in.numbers("sampleTimes")).map(history::remaining).toArray(),
                "finalRemaining",
                history.remaining(history.end()));
    }

    private static Object event(Handover event) {
        return Map.of(
                "release", event.generation().release(),
                "shareAtRelease", event.shareAtRelease(),
                "agentSpend", event.agentSpend(),
                "switchTime", event.switchTime(),
                "completed", event.completed(),
                "jump", event.jump(),
                "humanEquivalent", event.humanEquivalent(),
                "excessJump", event.excessJump());
    }

    private static Object aggregate(Inputs in) {
        var orchard =
                new Orchard(
                        in.objects("trees").stream()
                                .map(it ->
                                        new Orchard.WeightedTree(
                                                it.number("weight", 1), succession(it, in)))
                                .toList());
        var aggregate = orchard.monthly((int) in.integer("months"), in.number("monthLength", 1));
        return Map.of(
                "index", aggregate.index(),
                "meanIncrement", aggregate.meanIncrement(),
                "burstiness", aggregate.burstiness(),
                "maxShare", aggregate.maxShare());
    }

    private static Object closedLoop(Inputs in) {
        var loop =
                new ClosedLoop(
                        heights(in),
                        in.number("p"),
                        in.number("abar"),
                        in.number("alpha"),
                        in.number("beta"));
        var path = loop.path((int) in.integer("steps"));
        Map<String, Object> read =
                new HashMap<>(
                        Map.of(
                                "lambda", path.reach(),
                                "apples", path.picked(),
                                "activationPeriod", loop.activationPeriod(),
                                "asymptoticReach", loop.asymptoticReach(),
                                "regime", loop.regime().word()));
        loop.fixedPoint().ifPresent(it -> read.put("fixedPoint", it));
        return read;
    }

    private static Object jones(Inputs in) {
        var jones = new Jones(tree(in), in.number("beta"));
        double human = in.number("xH");
        double agent = in.number("xA");
        var elasticities =
                jones.elasticities(human, agent)
                        .orElse(new Jones.Elasticities(Double.NaN, Double.NaN));
        return Map.of(
                "ideas", jones.ideas(human, agent),
                "elasticityHuman", elasticities.human(),
                "elasticityAgent", elasticities.agent());
    }

    private static Tree tree(Inputs in) {
        return new Tree(
                Reach.of(heights(in), in.number("lam")),
                new Rates(in.number("rH"), in.number("rA")));
    }

    /// @param outer has the heights where the tree has none of its own
    private static Succession succession(Inputs in, Inputs outer) {
        List<Generation> generations =
                in.objects("generations").stream()
                        .map(it ->
                                new Generation(
                                        it.number("release"), it.number("lambda"), it.number("rA")))
                        .toList();
        return new Succession(
                heights(in.has("F") ? in : outer),
                in.number("rH"),
                in.number("budgetRate", 1),
                generations);
    }

    private static Heights heights(Inputs in) {
        if (!in.has("F")) {
            return new Heights.Uniform();
        }
        Inputs f = in.object("F");
        return switch (f.text("kind")) {
            case "uniform" -> new Heights.Uniform();
            case "power" -> new Heights.Power(f.number("c"));
            case "exponential" -> new Heights.Exponential(f.number("c"));
            case String other -> throw new IllegalArgumentException("F has no kind " + other);
        };
    }
}
