package rubicon.simulator.projection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.saved.Publish.Resolution;

/// What a scenario said of what the ledger held then.
///
/// @param simulation the run that gave it
/// @param readings what was read
/// @param value the median; null where it came out infinite or undefined, and was not published
/// @param low, high, level the published interval, if there is one
/// @param quantiles by share; an infinite one as the text `Infinity`
/// @param resolution how it turns out; null if nothing says so
/// @param score null until it has turned out
/// @param unscored why there is no score; null if there is
public record ProjectionPayload(
        UUID id,
        String scenario,
        int version,
        UUID simulation,
        String specVersion,
        Instant madeAt,
        List<ReadValue> readings,
        String indicator,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double level,
        JsonNode quantiles,
        @Nullable Resolution resolution,
        @Nullable Score score,
        @Nullable String unscored) {}
