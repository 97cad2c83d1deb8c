package rubicon.ingest.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;

/// What stood on an indicator at a moment.
///
/// @param indicator as it was defined then
/// @param observations what stands, by key
/// @param cutBy results of the indicator that the trend's window is cut by
/// @param asOf the moment that was answered for; null for now
/// @param today the day that the answer is of
record Stood(
        Indicator indicator,
        SeriesReading reading,
        Standing standing,
        Map<ObservationKey, Observation> observations,
        List<Result> cutBy,
        @Nullable Instant asOf,
        LocalDate today) {

    /// What stands behind a result.
    Observation said(ObservationKey key) {
        return Objects.requireNonNull(observations.get(key));
    }
}
