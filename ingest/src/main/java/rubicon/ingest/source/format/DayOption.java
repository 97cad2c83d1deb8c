package rubicon.ingest.source.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;

/// The option `observedOn`, for files that have no dates of their own.
public final class DayOption {
    /// Its name, as the only option.
    public static final String NAME = "observedOn";

    private DayOption() {}

    /// The day that it names; where it names none, that on which the file was stated.
    ///
    /// @throws DriftException if it names something else
    public static LocalDate of(Delivery delivery) throws DriftException {
        String option = delivery.options().get(NAME);
        if (option == null) {
            return delivery.only().statedAt().atZone(ZoneOffset.UTC).toLocalDate();
        }
        try {
            return LocalDate.parse(option);
        } catch (DateTimeException e) {
            throw new DriftException("the option '%s' is no day: '%s'".formatted(NAME, option));
        }
    }
}
