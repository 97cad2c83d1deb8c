package rubicon.ingest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The published schemas.
public final class Schemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Schemas() {}

    /// What is wrong with a payload by its schema, and which of its fields the schema does not
    /// describe; empty if all is well.
    public static List<String> faults(String schema, JsonNode payload) {
        List<String> faults = new ArrayList<>();
        FACTORY
                .getSchema(SchemaLocation.of("classpath:schemas/" + schema + ".json"), STRICT)
                .validate(payload)
                .stream()
                .map(ValidationMessage::getMessage)
                .forEach(faults::add);
        undescribed(read(schema), payload, "$", faults);
        return faults;
    }

    private static void undescribed(
            JsonNode schema, JsonNode value, String path, List<String> faults) {
        JsonNode resolved = resolved(schema);
        if (value.isArray()) {
            value.forEach(it -> undescribed(resolved.path("items"), it, path + "[]", faults));
        }
        if (!value.isObject() || resolved.path("additionalProperties").isObject()) {
            return;
        }
        value.properties()
                .forEach(field -> {
                    JsonNode described = resolved.path("properties").path(field.getKey());
                    if (described.isMissingNode()) {
                        faults.add(path + "." + field.getKey() + ": is not described");
                    } else if (!path.equals("$") || !field.getKey().equals("data")) {
                        undescribed(
                                described, field.getValue(), path + "." + field.getKey(), faults);
                    }
                });
    }

    private static JsonNode resolved(JsonNode schema) {
        JsonNode chosen = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
        return chosen.has("$ref")
                ? read(chosen.path("$ref").asText().replace(".json", ""))
                : chosen;
    }

    private static JsonNode read(String schema) {
        String name = "/schemas/" + schema + ".json";
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
