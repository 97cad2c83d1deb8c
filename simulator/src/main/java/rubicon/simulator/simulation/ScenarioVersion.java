package rubicon.simulator.simulation;

/// Which scenario a run is of.
///
/// @param version from 1
public record ScenarioVersion(String scenario, int version) {}
