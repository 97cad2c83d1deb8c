package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import rubicon.simulator.calibration.Calibration;
import rubicon.simulator.evaluation.Evaluation;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.simulation.Asked;
import rubicon.simulator.simulation.RequestReader;
import rubicon.simulator.simulation.ScenarioVersion;
import rubicon.simulator.simulation.SimulationPayload;
import rubicon.simulator.simulation.Simulations;

/// Runs saved scenarios.
@ApplicationScoped
class ScenarioRuns {
    /// What may differ from run to run of one scenario.
    private static final Set<String> OF_A_RUN =
            new TreeSet<>(Set.of("samples", "seed", "sobolPairs", "timeLimit", "asOf"));

    private static final Set<String> OF_AN_EVALUATION = Set.of("asOf");

    private final RequestReader requests;
    private final Calibration calibration;
    private final Simulations simulations;

    ScenarioRuns(RequestReader requests, Calibration calibration, Simulations simulations) {
        this.requests = requests;
        this.calibration = calibration;
        this.simulations = simulations;
    }

    /// Takes a run on.
    ///
    /// @param other what shall differ from what the scenario says
    /// @throws ProblemException if something is wrong with it
    SimulationPayload begin(Scenario scenario, JsonNode other, String user)
            throws InterruptedException {
        Calibration.Resolved resolved = resolved(scenario, other, OF_A_RUN);
        return simulations.beginOf(
                requests.read(resolved.body()),
                Asked.byUser(
                        Optional.of(new ScenarioVersion(scenario.id().value(), scenario.version())),
                        resolved.readings()),
                user);
    }

    /// One run with all that is drawn at its median, and with what the ledger holds in the place of
    /// what is bound: what a projection of now would be about.
    ///
    /// @param other may hold `asOf`
    /// @throws ProblemException if something is wrong with it, the model takes none of what the
    ///   ledger holds, or the ledger is away
    Evaluation evaluate(Scenario scenario, JsonNode other) {
        Calibration.Resolved resolved = resolved(scenario, other, OF_AN_EVALUATION);
        Plan plan = requests.read(resolved.body()).plan();
        return Evaluation.of(plan.model(), plan.base(), resolved.readings());
    }

    private Calibration.Resolved resolved(Scenario scenario, JsonNode other, Set<String> may) {
        ObjectNode body = scenario.definition().run().deepCopy();
        List<FieldProblem> problems = new ArrayList<>();
        if (!other.isObject()) {
            problems.add(new FieldProblem("body", "body must be a JSON object"));
        }
        for (Map.Entry<String, JsonNode> it : other.properties()) {
            if (may.contains(it.getKey())) {
                body.set(it.getKey(), it.getValue());
            } else {
                problems.add(
                        new FieldProblem(
                                it.getKey(),
                                "%s cannot be given here; there are %s, and for others a fork"
                                        .formatted(it.getKey(), String.join(", ", may))));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(Problem.refused(problems));
        }
        return calibration.bound(body, scenario.definition().bindings());
    }
}
