package rubicon.simulator.scenario.compoundingerror;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rubicon.model.reference.Inputs;
import rubicon.model.reference.Operation;
import rubicon.model.reference.Operations;

/// Chains of generations.
public final class CompoundingErrorOperations implements Operations {
    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "alignment.simple", CompoundingErrorOperations::simple,
                "alignment.required", CompoundingErrorOperations::required,
                "alignment.chain", CompoundingErrorOperations::audited,
                "alignment.drift", CompoundingErrorOperations::drift,
                "alignment.beta", CompoundingErrorOperations::uncertain,
                "alignment.layers", CompoundingErrorOperations::layers);
    }

    private static Object simple(Inputs in) {
        var chain = SimpleChain.ofFidelity(in.number("q"));
        return Map.of("survival", chain.aligned(generations(in)), "halfLife", chain.halfLife());
    }

    private static Object required(Inputs in) {
        var chain = SimpleChain.ofFidelity(in.number("current"));
        double target = in.number("target");
        return Map.of(
                "q", SimpleChain.requiredFidelity(target, in.integer("n")),
                "maxGenerations", chain.mostGenerations(target),
                "exactGenerations", chain.exactGenerations(target));
    }

    private static Object audited(Inputs in) {
        var chain =
                new AuditedChain(
                        in.number("e"),
                        in.number("d"),
                        in.integer("audits"),
                        in.number("c"),
                        in.number("recovery", 0));
        return Map.of(
                "netError", chain.netError(),
                "stationary", chain.stationary(),
                "aligned", chain.aligned(generations(in)),
                "meanFirstFailure", chain.meanFirstFailure());
    }

    private static Object drift(Inputs in) {
        var chain = new DriftingChain(in.number("e0"), in.number("g"));
        return Map.of("survival", chain.aligned(generations(in)), "limit", chain.limit());
    }

    private static Object uncertain(Inputs in) {
        var chain = new UncertainChain(in.number("a"), in.number("b"));
        List<Long> generations = generations(in);
        return Map.of(
                "survival", chain.aligned(generations),
                "plugIn", new SimpleChain(chain.meanError()).aligned(generations));
    }

    private static Object layers(Inputs in) {
        var chain = new LayeredChain(in.number("e"), in.number("kappa"), in.integer("layers"));
        return Map.of(
                "perGeneration", chain.fidelity(), "survival", chain.aligned(generations(in)));
    }

    private static List<Long> generations(Inputs in) {
        return Arrays.stream(in.numbers("n")).mapToObj(CompoundingErrorOperations::whole).toList();
    }

    private static Long whole(double number) {
        if (number != Math.rint(number)) {
            throw new IllegalArgumentException("n holds %s, no whole number".formatted(number));
        }
        return (long) number;
    }
}
