package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.evaluation.Distributions;
import rubicon.simulator.evaluation.Values;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

/// What stands for a number of the ledger while a scenario is read.
final class BoundTrial {
    private static final double SPREAD = 0.1;
    private static final double HALF = 0.5;

    private BoundTrial() {}

    /// Something of the kind that the ledger would tell, about the value that the parameter has
    /// without it: a distribution where the simulation draws it, else one value.
    ///
    /// @param own what the scenario itself gives, checked; missing where it gives nothing
    static JsonNode value(Reference reference, Parameter parameter, JsonNode own) {
        if (!parameter.domain().isNumeric()) {
            return own.isMissingNode() ? written(parameter.defaultValue()) : own;
        }
        double about = about(parameter, own);
        if (!Double.isFinite(about)) {
            return written(parameter.defaultValue());
        }
        if (!reference.drawn()) {
            return parameter.domain() instanceof Domain.Whole
                    ? JsonNodeFactory.instance.numberNode((long) Math.rint(about))
                    : JsonNodeFactory.instance.numberNode(about);
        }
        ObjectNode drawn = JsonNodeFactory.instance.objectNode();
        return about > 0
                ? drawn.put("distribution", "lognormal")
                        .put("mu", Math.log(about))
                        .put("sigma", SPREAD)
                : drawn.put("distribution", "normal").put("mean", about).put("sd", SPREAD);
    }

    private static double about(Parameter parameter, JsonNode own) {
        if (Distributions.isOne(own)) {
            return inside(parameter.domain(), Distributions.read(own).quantile(HALF));
        }
        if (own.isNumber()) {
            return own.doubleValue();
        }
        if (own.isMissingNode() && parameter.prior().isPresent()) {
            return parameter.prior().get().quantile(HALF);
        }
        return written(parameter.defaultValue()).asDouble(Double.NaN);
    }

    private static double inside(Domain domain, double value) {
        return switch (domain) {
            case Domain.Real real -> Math.clamp(value, real.min(), real.max());
            case Domain.Whole whole ->
                    Math.clamp(value, (double) whole.min(), (double) whole.max());
            default -> value;
        };
    }

    private static JsonNode written(Value value) {
        Object written = Values.write(value);
        if (written == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        return switch (written) {
            case Double real -> JsonNodeFactory.instance.numberNode(real);
            case Long whole -> JsonNodeFactory.instance.numberNode(whole);
            default -> JsonNodeFactory.instance.textNode(written.toString());
        };
    }
}
