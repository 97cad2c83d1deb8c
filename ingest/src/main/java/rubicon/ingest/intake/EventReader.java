package rubicon.ingest.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.JsonFault;
import rubicon.ingest.platform.StrictJson;
import rubicon.ingest.platform.Times;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.Characters;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.RetractionPayload;

/// Reads CloudEvents 1.0 off Kafka records, in structured or binary mode. Written by hand because a
/// refusal has to name the attribute or field at fault, which the SDK does not tell.
///
/// @see <a
///   href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
///   protocol binding</a>
public final class EventReader {
    static final int ATTRIBUTE_LIMIT = 500;

    private final ObjectMapper json = mapper();

    private static ObjectMapper mapper() {
        ObjectMapper mapper =
                JsonMapper.builder()
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        StrictJson.configure(mapper);
        return mapper;
    }

    /// What the record holds. Never throws for what a sender may have done.
    public Arrival read(Received received) {
        boolean isBinary = isBinary(received);
        byte[] value = received.value();
        Arrival plain = isBinary || value == null ? null : PlainEvents.read(value);
        return plain == null ? readClosely(received, isBinary) : plain;
    }

    /// As [#read], of any record, and slower.
    Arrival readClosely(Received received) {
        return readClosely(received, isBinary(received));
    }

    private Arrival readClosely(Received received, boolean isBinary) {
        try {
            JsonNode event = isBinary ? binary(received) : structured(received);
            return read(event, received.stampedAt());
        } catch (Unfit e) {
            return new Arrival.Unreadable(null, e.violation);
        }
    }

    private Arrival read(JsonNode event, Instant stampedAt) throws Unfit {
        if (!"1.0".equals(text(event, "specversion"))) {
            throw new Unfit("specversion", "is not 1.0");
        }
        EventKey key = new EventKey(required(event, "source"), required(event, "id"));
        try {
            String type = required(event, "type");
            JsonNode data = data(event);
            Instant time = time(event, data, stampedAt);
            if (!data.isObject()) {
                throw new Unfit("data", "is missing or no JSON object");
            }
            Optional<EventType> known = EventType.of(type);
            if (known.isEmpty()) {
                throw new Unfit("type", "'%s' is not known here".formatted(type));
            }
            return switch (known.get()) {
                case OBSERVATION_REPORTED ->
                        new Arrival.Report(key, time, convert(data, ObservationPayload.class));
                case OBSERVATION_RETRACTED ->
                        new Arrival.Retraction(key, time, convert(data, RetractionPayload.class));
                case MILESTONE_REPORTED ->
                        new Arrival.Entry(key, time, convert(data, MilestonePayload.class));
                case POLICY_THRESHOLD_REPORTED ->
                        new Arrival.Entry(key, time, convert(data, PolicyThresholdPayload.class));
                case FORECAST_REPORTED ->
                        new Arrival.Entry(key, time, convert(data, ForecastEntryPayload.class));
                case EVAL_RUN_COMPLETED ->
                        new Arrival.Run(key, time, convert(data, EvalRunPayload.class));
            };
        } catch (Unfit e) {
            return new Arrival.Unreadable(key, e.violation);
        }
    }

    private static boolean isBinary(Received received) {
        boolean declared = false;
        for (Received.NamedBytes header : received.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.equals("content-type") && startsWithStructured(header.value())) {
                return false;
            }
            declared = declared || name.equals("ce_specversion") || name.equals("ce_id");
        }
        return declared;
    }

    private static boolean startsWithStructured(byte @Nullable [] value) {
        return value != null
                && new String(value, StandardCharsets.UTF_8).startsWith("application/cloudevents");
    }

    private JsonNode structured(Received received) throws Unfit {
        return tree(received.value(), "value");
    }

    private JsonNode binary(Received received) throws Unfit {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (Received.NamedBytes header : received.headers()) {
            byte[] value = header.value();
            if (header.name().startsWith("ce_") && value != null) {
                event.put(
                        header.name().substring("ce_".length()),
                        new String(value, StandardCharsets.UTF_8));
            }
        }
        event.set("data", tree(received.value(), "data"));
        return event;
    }

    private JsonNode tree(byte @Nullable [] bytes, String field) throws Unfit {
        if (bytes == null || bytes.length == 0) {
            throw new Unfit(field, "is empty");
        }
        try {
            JsonNode tree = json.readTree(bytes);
            if (tree == null || !tree.isObject()) {
                throw new Unfit(field, "is no JSON object");
            }
            return tree;
        } catch (JacksonException e) {
            throw new Unfit(field, JsonFault.of(e).message());
        } catch (IOException e) {
            throw new Unfit(field, "is no JSON text");
        }
    }

    private <T> T convert(JsonNode data, Class<T> type) throws Unfit {
        try {
            return json.treeToValue(data, type);
        } catch (JsonProcessingException e) {
            JsonFault fault = JsonFault.of(e);
            throw new Unfit(fault.fieldOr("data"), fault.message());
        }
    }

    /// The payload, which may stand as JSON or as the Base64 of its bytes.
    private JsonNode data(JsonNode event) throws Unfit {
        JsonNode encoded = event.path("data_base64");
        if (encoded.isMissingNode() || encoded.isNull()) {
            return event.path("data");
        }
        if (event.hasNonNull("data")) {
            throw new Unfit("data_base64", "stands beside data; only one of them may");
        }
        if (!encoded.isTextual()) {
            throw new Unfit("data_base64", "is no text");
        }
        try {
            return tree(Base64.getDecoder().decode(encoded.textValue()), "data_base64");
        } catch (IllegalArgumentException e) {
            throw new Unfit("data_base64", "is no Base64");
        }
    }

    private static Instant time(JsonNode event, JsonNode data, Instant stampedAt) throws Unfit {
        if (event.hasNonNull("time") && !event.path("time").isTextual()) {
            throw new Unfit("time", "is no text");
        }
        String time = text(event, "time");
        if (time == null) {
            String stated = text(data, "statedAt");
            return stated == null ? stampedAt : instant("statedAt", stated);
        }
        return instant("time", time);
    }

    private static Instant instant(String field, String text) throws Unfit {
        try {
            return Times.instant(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new Unfit(field, "'%s' is no RFC 3339 time".formatted(text));
        }
    }

    private static String required(JsonNode event, String name) throws Unfit {
        String value = text(event, name);
        if (value == null || value.isBlank()) {
            throw new Unfit(name, "is missing");
        }
        if (value.length() > ATTRIBUTE_LIMIT) {
            throw new Unfit(name, "is longer than " + ATTRIBUTE_LIMIT);
        }
        String fault = Characters.fault(value);
        if (fault != null) {
            throw new Unfit(name, fault);
        }
        return value;
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.textValue() : null;
    }

    /// A fault of the sender's, on its way to becoming a value.
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Violation violation;

        Unfit(String field, String message) {
            super(message, null, false, false);
            this.violation = new Violation(field, message);
        }
    }
}
