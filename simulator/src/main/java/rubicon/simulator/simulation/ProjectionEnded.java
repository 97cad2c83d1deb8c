package rubicon.simulator.simulation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rubicon.simulator.calibration.ReadValue;

/// A run that makes a projection has ended; told inside the transaction that ends it.
///
/// @param projection the key of the projection
/// @param result empty if the run failed or was cancelled
public record ProjectionEnded(
        UUID run,
        String projection,
        ScenarioVersion of,
        List<ReadValue> readings,
        Optional<Results.Result> result) {}
