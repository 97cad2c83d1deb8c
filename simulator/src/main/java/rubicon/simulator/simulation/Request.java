package rubicon.simulator.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import rubicon.simulator.montecarlo.Blocks;
import rubicon.simulator.montecarlo.Plan;

/// A run as it was asked for, found right.
///
/// @param sobolPairs points of the design for Sobol indices; 0 for none
/// @param json the body of the call
public record Request(Plan plan, int sobolPairs, Duration timeLimit, JsonNode json) {

    /// Whether chance has a part in it.
    boolean isDrawn() {
        return !plan.inputs().isEmpty();
    }

    /// Runs of the model: samples, and those of the design.
    long runs() {
        return plan.samples() + sobolPairs * (plan.inputs().size() + 2L);
    }

    /// Blocks of samples and of the design.
    int blocks() {
        return plan.blocks() + Blocks.count(sobolPairs);
    }
}
