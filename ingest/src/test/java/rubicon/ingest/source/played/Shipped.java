package rubicon.ingest.source.played;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import rubicon.ingest.testing.UpstreamServer;

/// The sources as Rubicon declares them.
final class Shipped {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Shipped() {}

    /// All declarations.
    static JsonNode all() throws IOException {
        try (InputStream in = Shipped.class.getResourceAsStream("/sources.yaml")) {
            return YAML.readTree(Objects.requireNonNull(in)).path("sources");
        }
    }

    /// The declaration of the source that is played.
    static ObjectNode declaration(PlayedSource played) throws IOException {
        for (JsonNode it : all()) {
            if (it.path("connector").asText().equals(played.connector())
                    && it instanceof ObjectNode declared) {
                return declared;
            }
        }
        throw new AssertionError("no source is shipped that reads by " + played.connector());
    }

    /// The sources that are played, in the form of the file: as shipped, but for the address and
    /// being switched on; of evaluation tools, which ship as examples, also but for name and
    /// options.
    static String played(UpstreamServer server) throws IOException {
        ArrayNode sources = YAML.createArrayNode();
        for (PlayedSource it : PlayedSources.all()) {
            ObjectNode source = declaration(it);
            source.put("id", it.id());
            source.put("url", server.url(it.folder() + "/" + it.file()).toString());
            source.put("enabled", true);
            if (!it.options().isEmpty()) {
                ObjectNode options = source.putObject("options");
                for (Map.Entry<String, String> option : it.options().entrySet()) {
                    options.put(option.getKey(), option.getValue());
                }
            }
            sources.add(source);
        }
        return YAML.writeValueAsString(YAML.createObjectNode().set("sources", sources));
    }
}
