package rubicon.simulator.evaluation;

import java.util.List;
import java.util.Map;
import org.hipparchus.exception.MathRuntimeException;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;

/// One deterministic run as REST answers it.
///
/// @param parameters all of them, with those that nobody gave
/// @param reasons why an output is null, by its name
/// @param readings what was read from the ledger for it
public record Evaluation(
        String model,
        String specVersion,
        Map<String, @Nullable Object> parameters,
        Map<String, @Nullable Object> outputs,
        Map<String, String> reasons,
        List<ReadValue> readings) {

    /// Runs a model once.
    ///
    /// @throws ProblemException if its arithmetic fails at these values
    public static Evaluation of(
            ScenarioModel model, Assignment assignment, List<ReadValue> readings) {
        Map<String, Value> outputs = answers(model, assignment);
        return new Evaluation(
                model.description().id().value(),
                model.description().specVersion(),
                Values.write(assignment.values()),
                Values.write(outputs),
                Values.reasons(outputs),
                readings);
    }

    /// What a model answers.
    ///
    /// @throws ProblemException if its arithmetic fails at these values
    public static Map<String, Value> answers(ScenarioModel model, Assignment assignment) {
        try {
            return model.evaluate(assignment);
        } catch (MathRuntimeException | ArithmeticException e) {
            throw new ProblemException(
                    Problem.of(
                            422,
                            "The model gives no answer",
                            "the arithmetic fails at these values: " + e.getMessage()));
        }
    }
}
