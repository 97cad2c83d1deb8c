package rubicon.simulator.projection;

import java.time.Instant;

/// Why a scenario said nothing when it was last looked at.
///
/// @param version of the scenario
public record ProjectionFailure(int version, Instant at, String reason) {}
