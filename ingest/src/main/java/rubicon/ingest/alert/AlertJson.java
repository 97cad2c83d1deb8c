package rubicon.ingest.alert;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import org.hibernate.annotations.Immutable;
import rubicon.model.alert.AlertInstance;
import rubicon.model.alert.AlertState;
import rubicon.model.alert.Episode;
import rubicon.model.alert.Latch;
import rubicon.model.alert.Transition;
import rubicon.model.wire.AlertPayload;

/// The machine's records as JSON for their columns. The names of the states are kept in the rows,
/// so they are spelt out here and not taken from class names.
final class AlertJson {
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .disable(MapperFeature.AUTO_DETECT_GETTERS)
                    .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                    .addMixIn(AlertState.class, StateNames.class)
                    .addMixIn(Latch.class, LatchNames.class)
                    .build();

    private AlertJson() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = AlertState.Normal.class, name = "NORMAL"),
        @JsonSubTypes.Type(value = AlertState.Pending.class, name = "PENDING"),
        @JsonSubTypes.Type(value = AlertState.Firing.class, name = "FIRING"),
        @JsonSubTypes.Type(value = AlertState.Recovering.class, name = "RECOVERING")
    })
    private interface StateNames {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Latch.Off.class, name = "OFF"),
        @JsonSubTypes.Type(value = Latch.Waiting.class, name = "WAITING"),
        @JsonSubTypes.Type(value = Latch.Held.class, name = "HELD"),
        @JsonSubTypes.Type(value = Latch.Clearing.class, name = "CLEARING")
    })
    private interface LatchNames {}

    /// The column of an instance. It never changes in place, and is read and written once in a
    /// transaction.
    @Immutable
    static final class Instances implements AttributeConverter<AlertInstance, String> {
        @Override
        public String convertToDatabaseColumn(AlertInstance instance) {
            return text(instance);
        }

        @Override
        public AlertInstance convertToEntityAttribute(String column) {
            return read(column, AlertInstance.class);
        }
    }

    /// The column of an episode.
    @Immutable
    static final class Episodes implements AttributeConverter<Episode, String> {
        @Override
        public String convertToDatabaseColumn(Episode episode) {
            return text(episode);
        }

        @Override
        public Episode convertToEntityAttribute(String column) {
            return read(column, Episode.class);
        }
    }

    /// The column of an episode as it travels.
    @Immutable
    static final class Payloads implements AttributeConverter<AlertPayload, String> {
        @Override
        public String convertToDatabaseColumn(AlertPayload payload) {
            return text(payload);
        }

        @Override
        public AlertPayload convertToEntityAttribute(String column) {
            return read(column, AlertPayload.class);
        }
    }

    static String write(Transition transition) {
        return text(transition);
    }

    static String write(AlertPayload payload) {
        return text(payload);
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of the machine is always JSON", e);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type.getSimpleName() + " reads back", e);
        }
    }
}
