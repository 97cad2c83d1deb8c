package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The `data` of `rubicon.observation.reported.v1`, and the body of `POST /observations`.
///
/// @param level nominal coverage of `[low, high]`, in (0, 1)
/// @param disputed why the value is not to be relied upon; a later statement without it lifts it
/// @param statedAt when the source stated it; over Kafka the event's `time` counts instead
public record ObservationPayload(
        @Nullable String source,
        @Nullable String externalId,
        @Nullable String indicator,
        @Nullable SubjectPayload subject,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double level,
        @Nullable String method,
        @Nullable Long n,
        @Nullable String unit,
        @Nullable String qualifier,
        @Nullable LocalDate observedOn,
        @Nullable String precision,
        @Nullable Instant publishedAt,
        @Nullable Instant statedAt,
        @Nullable String startingPoint,
        @Nullable String evaluator,
        @Nullable String evidence,
        @Nullable String note,
        @Nullable String disputed,
        @Nullable Map<String, String> tags,
        @Nullable ProvenancePayload provenance) {}
