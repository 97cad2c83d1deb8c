package rubicon.ingest.indicator;

import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.analysis.SeriesReading;

/// Which values a question asks for.
public final class Readings {
    private Readings() {}

    /// The reading of the parameter `reading`; `COUNTED` where it is left out.
    ///
    /// @throws ProblemException if there is none of that name
    public static SeriesReading of(@Nullable String name) {
        if (name == null) {
            return SeriesReading.COUNTED;
        }
        for (SeriesReading reading : SeriesReading.values()) {
            if (reading.name().equals(name)) {
                return reading;
            }
        }
        throw ProblemException.refused(
                "reading",
                "'%s' is none of COUNTED, STANDING, ALL, CLEAN, INDEPENDENT".formatted(name));
    }
}
