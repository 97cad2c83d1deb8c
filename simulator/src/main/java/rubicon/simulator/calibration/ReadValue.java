package rubicon.simulator.calibration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What was read for a parameter.
///
/// @param parameter its name, with row and column in a table
/// @param indicator null for the day as of which the ledger was read
/// @param value a number, or a day as ISO date
/// @param low, high, level the interval about it, where the ledger holds one
/// @param day what the value speaks of
/// @param version of the indicator's state
/// @param asOf of which moment the state was
/// @param fallback why the scenario's own value was taken instead; null if it was not
public record ReadValue(
        String parameter,
        @Nullable String indicator,
        Field field,
        Object value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double level,
        @Nullable LocalDate day,
        @Nullable Long version,
        Instant asOf,
        @Nullable String fallback) {

    /// Whether a model would be told the same.
    public boolean saysAs(ReadValue other) {
        return parameter.equals(other.parameter)
                && Objects.equals(indicator, other.indicator)
                && field == other.field
                && value.toString().equals(other.value.toString())
                && Objects.equals(low, other.low)
                && Objects.equals(high, other.high)
                && Objects.equals(level, other.level);
    }

    /// Whether it is an integer.
    public boolean isWhole() {
        return value instanceof Double number && Field.isWhole(number);
    }

    /// Names what it was read from: the indicator's state by its version.
    public String origin() {
        String of = indicator == null ? "" : indicator + "@" + version;
        return field == Field.AS_OF ? of + "day@" + value : of;
    }

    /// The same, with the reason why it is not the ledger's.
    static ReadValue fallback(
            String parameter, Reference reference, Object value, Instant asOf, String why) {
        return new ReadValue(
                parameter,
                reference.indicator(),
                reference.field(),
                value,
                null,
                null,
                null,
                null,
                null,
                asOf,
                why);
    }
}
