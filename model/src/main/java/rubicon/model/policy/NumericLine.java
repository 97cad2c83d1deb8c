package rubicon.model.policy;

import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.rule.Comparison;

/// A number that the issuer published for a threshold.
///
/// @param value in the indicator's unit
/// @param note what passing it means
public record NumericLine(
        IndicatorId indicator, Comparison op, double value, @Nullable String note) {}
