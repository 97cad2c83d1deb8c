package rubicon.ui.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;

/// A version of a catalogue entry as `GET /indicators/{id}/versions` answers it.
///
/// @param origin where it was written: `BUILT_IN`, `FOLDER` or `REST`
public record VersionPayload(
        IndicatorPayload entry,
        @Nullable String origin,
        Instant recordedAt,
        @Nullable String recordedBy) {}
