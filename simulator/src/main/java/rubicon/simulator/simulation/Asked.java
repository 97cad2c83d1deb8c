package rubicon.simulator.simulation;

import java.util.List;
import java.util.Optional;
import rubicon.simulator.calibration.ReadValue;

/// What a run was asked for with.
///
/// @param of the scenario that it is a run of, if any
/// @param readings what was read from the ledger for it
/// @param projection the key of the projection that it makes, if any: no two runs that are under
///   way or done have one
public record Asked(
        Optional<ScenarioVersion> of, List<ReadValue> readings, Optional<String> projection) {
    public Asked {
        readings = List.copyOf(readings);
    }

    /// A run that a user asked for.
    public static Asked byUser(Optional<ScenarioVersion> of, List<ReadValue> readings) {
        return new Asked(of, readings, Optional.empty());
    }
}
