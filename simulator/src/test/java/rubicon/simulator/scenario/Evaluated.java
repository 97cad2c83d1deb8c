package rubicon.simulator.scenario;

import java.util.List;
import java.util.Map;

/// The outputs of one run, read by name and type.
public record Evaluated(Map<String, Value> outputs) {

    /// Runs a model with its defaults but for what is given.
    ///
    /// @throws AssertionError if the model refuses it
    public static Evaluated of(ScenarioModel model, Map<String, Value> given) {
        return switch (Assignment.resolve(model.description(), given)) {
            case Resolution.Resolved(Assignment assignment) ->
                    new Evaluated(model.evaluate(assignment));
            case Resolution.Refused(var violations) ->
                    throw new AssertionError(violations.toString());
        };
    }

    public double real(String name) {
        return switch (outputs.get(name)) {
            case Value.Real(double real) -> real;
            case Value.Whole(long whole) -> whole;
            case null, default -> throw unexpected(name);
        };
    }

    public List<Double> reals(String name) {
        if (outputs.get(name) instanceof Value.Reals(var reals)) {
            return reals;
        }
        throw unexpected(name);
    }

    public String text(String name) {
        if (outputs.get(name) instanceof Value.Text(String text)) {
            return text;
        }
        throw unexpected(name);
    }

    public List<String> texts(String name) {
        if (outputs.get(name) instanceof Value.Texts(var texts)) {
            return texts;
        }
        throw unexpected(name);
    }

    /// Why an output is not there.
    public String reason(String name) {
        if (outputs.get(name) instanceof Value.Undefined(String reason)) {
            return reason;
        }
        throw unexpected(name);
    }

    private AssertionError unexpected(String name) {
        return new AssertionError(name + " is " + outputs.get(name));
    }
}
