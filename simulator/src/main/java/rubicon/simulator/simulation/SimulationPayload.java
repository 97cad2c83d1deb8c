package rubicon.simulator.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.ReadValue;

/// A run as REST answers it.
///
/// @param state `RUNNING`, `DONE`, `FAILED` or `CANCELLED`
/// @param progress from 0 to 1
/// @param deadline until when it may last
/// @param problem why it failed, or who cancelled it
/// @param scenario the saved scenario that it is a run of, null if of none
/// @param scenarioVersion and which version of it
/// @param readings what was read from the ledger for it
/// @param request as it was asked for, with what was read in its place
public record SimulationPayload(
        UUID id,
        String model,
        String specVersion,
        String state,
        long samples,
        double progress,
        Instant createdAt,
        String createdBy,
        Instant deadline,
        @Nullable Instant finishedAt,
        @Nullable String problem,
        @Nullable String scenario,
        @Nullable Integer scenarioVersion,
        List<ReadValue> readings,
        JsonNode request) {

    static SimulationPayload of(SimulationEntity it, JsonNode request, List<ReadValue> readings) {
        return new SimulationPayload(
                it.id,
                it.model,
                it.specVersion,
                it.state.name(),
                it.samples,
                (double) it.done / it.blocks,
                it.createdAt,
                it.createdBy,
                it.deadline,
                it.finishedAt,
                it.problem,
                it.scenario,
                it.scenarioVersion,
                readings,
                request);
    }
}
