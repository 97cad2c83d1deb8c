package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorStatePayload.ForecastPayload;

/// When an indicator is expected to cross a threshold: the answer of `/indicators/{id}/crossing`.
/// What is null has its reason in `reasons`, by the field's name.
///
/// @param asOf the moment that was answered for; null for now
/// @param today the day that the forecast is of: it knows that nothing was crossed by then
/// @param threshold in the indicator's unit
/// @param crossedOn date of the first record at it or beyond it
/// @param forecast by the window that the catalogue declares and by others
public record CrossingPayload(
        String indicator,
        String unit,
        @Nullable Instant asOf,
        String reading,
        LocalDate today,
        double threshold,
        @Nullable LocalDate crossedOn,
        @Nullable ForecastPayload forecast,
        Map<String, String> reasons) {}
