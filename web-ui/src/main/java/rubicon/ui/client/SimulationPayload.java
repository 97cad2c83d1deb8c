package rubicon.ui.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A Monte Carlo run as it stands.
///
/// @param state `RUNNING`, `DONE`, `FAILED` or `CANCELLED`
/// @param progress from 0 to 1
/// @param problem why it failed, or who cancelled it
/// @param request as it was asked for
public record SimulationPayload(
        String id,
        String model,
        String state,
        long samples,
        double progress,
        Instant createdAt,
        String createdBy,
        @Nullable Instant finishedAt,
        @Nullable String problem,
        JsonNode request) {

    /// Whether it is under way.
    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    /// Whether it has results.
    public boolean isDone() {
        return state.equals("DONE");
    }
}
