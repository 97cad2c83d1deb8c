package rubicon.simulator.saved;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version of a saved scenario.
///
/// @param version from 1
/// @param publishing whether it is the one that publishes what its definition says; a ready-made
///   one whose indicator was taken does not
/// @param builtIn whether it comes with the house and cannot be changed
/// @param forkOf what it was forked from, null if from nothing
/// @param author of this version
/// @param createdAt when the first version was saved
/// @param updatedAt when this version was
public record Scenario(
        ScenarioId id,
        int version,
        Definition definition,
        boolean publishing,
        boolean builtIn,
        @Nullable String forkOf,
        String author,
        Instant createdAt,
        Instant updatedAt) {}
