package rubicon.model.forecast;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What came of a forecast.
///
/// @param on when that was certain
/// @param point what the quantity was, where one was forecast
/// @param citation who says so
public record Resolution(
        Outcome outcome,
        LocalDate on,
        @Nullable Point point,
        String citation,
        @Nullable String evidence,
        @Nullable String note) {}
