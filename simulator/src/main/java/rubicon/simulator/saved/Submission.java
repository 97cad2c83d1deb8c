package rubicon.simulator.saved;

import java.util.Optional;

/// A scenario as it was sent, found right.
///
/// @param id as it was proposed
/// @param version that it was made from, where the sender tells
record Submission(Optional<ScenarioId> id, Optional<Integer> version, Definition definition) {}
