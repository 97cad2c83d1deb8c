package rubicon.ingest.ledger;

import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;

/// What is measured of a state.
///
/// @param best value of the frontier's last result, in the indicator's unit; null without one
/// @param held how many values are held; null where the state does not say
public record StateFigures(IndicatorId indicator, @Nullable Double best, @Nullable Long held) {}
