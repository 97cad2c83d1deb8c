package rubicon.ingest.source.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;

/// The option `observedOn`, for files that have no dates of their own.
public final class DayOption {
    /// Its name, as the only option.
    public static final String NAME = "observedOn";

    private DayOption() {}

    /// The day that it names. Where it names none, the rows are undated, see
    /// [rubicon.ingest.source.Connector#isUndated]: the day of the statement would move with every
    /// reading of a file that grows.
    ///
    /// @throws DriftException if it names something else
    public static Optional<LocalDate> of(Delivery delivery) throws DriftException {
        String option = delivery.options().get(NAME);
        if (option == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(option));
        } catch (DateTimeException e) {
            throw new DriftException("the option '%s' is no day: '%s'".formatted(NAME, option));
        }
    }
}
