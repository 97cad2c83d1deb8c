package rubicon.model.forecast;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.ObservedOn;

/// What somebody expects, or wants to reach.
///
/// @param source who tells it here
/// @param who expects it
/// @param what event or quantity, in words
/// @param indicator that would show it, where there is one
/// @param unit of numbers; null for days and probabilities
/// @param goal whether it is something to reach, not something expected
/// @param dueFrom first day on which it can come true, where one was named
/// @param due last day on which it can come true; null where none was named
/// @param statedOn when it was said; null where that is unknown
/// @param publishedAt when the world could know at the latest; null if not stated
/// @param resolution null while open
public record Forecast(
        String id,
        String source,
        String who,
        String what,
        @Nullable IndicatorId indicator,
        @Nullable String unit,
        Expectation expectation,
        boolean goal,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate due,
        @Nullable ObservedOn statedOn,
        String citation,
        @Nullable String locator,
        @Nullable String evidence,
        @Nullable Instant publishedAt,
        @Nullable String note,
        @Nullable Resolution resolution) {}
