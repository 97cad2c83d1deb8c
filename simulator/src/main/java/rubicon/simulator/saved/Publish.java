package rubicon.simulator.saved;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.Field;

/// What of a scenario is published whenever what it is bound to changes: the median of an output,
/// with its central 80 % interval.
///
/// @param indicator of the kind FORECAST, under which it is published
/// @param output that a simulation summarises
/// @param item of an output that is a list: at which item of what it runs along; null otherwise
/// @param plus another output, one number, whose median is added, such as the year in which a story
///   begins; null for none
/// @param resolution how it will turn out; null if nothing here could tell
public record Publish(
        String indicator,
        String output,
        @Nullable String item,
        @Nullable String plus,
        @Nullable Resolution resolution) {

    /// How it turns out.
    ///
    /// @param indicator whose value tells
    /// @param field a number of its state
    /// @param on the day whose end is waited for
    /// @param atLeast if what is published is a probability: of the value being as high as that
    ///   then; null if it is the value itself
    public record Resolution(
            String indicator, Field field, LocalDate on, @Nullable Double atLeast) {}
}
