package rubicon.simulator.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What travels is what its schema says.
class WireSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID RUN = new UUID(1, 2);

    @Test
    void chunks() throws Exception {
        JsonSchema schema = schema("simulation-chunk");
        List<Chunk> chunks = Chunk.of(RUN, 10, 4, 2);
        assertThat(chunks)
                .containsExactly(
                        new Chunk(RUN, Chunk.TORNADO, 0),
                        new Chunk(RUN, 10, 1),
                        new Chunk(RUN, 11, 1),
                        new Chunk(RUN, 0, 4),
                        new Chunk(RUN, 4, 4),
                        new Chunk(RUN, 8, 2));
        for (Chunk chunk : chunks) {
            assertThat(schema.validate(JSON.valueToTree(chunk))).isEmpty();
            assertThat(JSON.readValue(JSON.writeValueAsBytes(chunk), Chunk.class)).isEqualTo(chunk);
        }
        assertThat(schema.validate(JSON.readTree("{\"run\": 1}"))).isNotEmpty();
    }

    @Test
    void parts() throws Exception {
        JsonSchema schema = schema("simulation-result");
        for (Part part :
                List.of(
                        new Part(RUN, 4, 2, new byte[] {1, 2, -3}, null),
                        new Part(RUN, 4, 2, null, "no"))) {
            JsonNode sent = JSON.readTree(JSON.writeValueAsBytes(part));
            assertThat(schema.validate(sent)).isEmpty();
            Part read = JSON.treeToValue(sent, Part.class);
            assertThat(read.summary()).isEqualTo(part.summary());
            assertThat(read.problem()).isEqualTo(part.problem());
        }
        assertThat(schema.validate(JSON.readTree("{}"))).isNotEmpty();
    }

    private static JsonSchema schema(String name) throws Exception {
        try (InputStream file =
                WireSchemaTest.class.getResourceAsStream("/schemas/" + name + ".json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(JSON.readTree(Objects.requireNonNull(file)));
        }
    }
}
