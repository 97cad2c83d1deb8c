package rubicon.model.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which results the trend is fitted on: the running best of those released from a date on, without
/// those over a limit.
///
/// @param maxValue in the indicator's unit; null for no limit
/// @param cutBy the indicator whose value of the same subject is held against `maxValue`; null for
///   the own value. A horizon at 80 % is unreliable where the same agent's horizon at 50 % is.
public record TrendWindow(
        @Nullable LocalDate from, @Nullable Double maxValue, @Nullable IndicatorId cutBy) {}
