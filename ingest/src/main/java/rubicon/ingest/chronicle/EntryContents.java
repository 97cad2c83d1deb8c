package rubicon.ingest.chronicle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PolicyThresholdPayload;

/// Carries what was told between payload and column. Fields of a later version are passed over, so
/// that a service of an earlier one still starts.
final class EntryContents {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private EntryContents() {}

    static String write(ChroniclePayload content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was checked is always JSON", e);
        }
    }

    static ChroniclePayload read(String kind, String content) {
        try {
            return JSON.readValue(content, type(EntryKind.valueOf(kind)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the chronicle holds what cannot be read", e);
        }
    }

    private static Class<? extends ChroniclePayload> type(EntryKind kind) {
        return switch (kind) {
            case MILESTONE -> MilestonePayload.class;
            case POLICY_THRESHOLD -> PolicyThresholdPayload.class;
            case FORECAST -> ForecastEntryPayload.class;
        };
    }
}
