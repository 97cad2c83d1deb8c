package rubicon.ingest.source.played;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.ingest.testing.UpstreamServer;

/// That the sources are played as they ship.
class ShippedTest {
    private static final UpstreamServer SERVER = new UpstreamServer();

    /// No real file of these is held, or they are forms of our own.
    private static final Set<String> NOT_PLAYED =
            Set.of("csv", "facts", "huggingface-eval-results", "jsonl");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    static Stream<Named<PlayedSource>> sources() {
        return PlayedSources.all().stream().map(it -> Named.of(it.id(), it));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void sourceIsPlayedAsItShips(PlayedSource source) throws Exception {
        JsonNode played =
                new YAMLMapper()
                        .readTree(Shipped.played(SERVER))
                        .path("sources")
                        .valueStream()
                        .filter(it -> it.path("id").asText().equals(source.id()))
                        .findFirst()
                        .orElseThrow();
        ObjectNode shipped = Shipped.declaration(source);
        boolean example = shipped.path("id").asText().startsWith("own-");
        assertThat(shipped.path("id").asText().equals(source.id())).isNotEqualTo(example);
        assertThat(source.options().isEmpty()).as("options as shipped").isNotEqualTo(example);
        for (String field : List.of("connector", "absence", "every")) {
            assertThat(played.path(field)).as(field).isEqualTo(shipped.path(field));
        }
        if (!example) {
            assertThat(played.path("options")).isEqualTo(shipped.path("options"));
        }
    }

    @Test
    void everyConnectorIsPlayed() throws Exception {
        Set<String> connectors = new HashSet<>();
        Shipped.all().forEach(it -> connectors.add(it.path("connector").asText()));
        PlayedSources.all().forEach(it -> connectors.remove(it.connector()));
        assertThat(connectors).isEqualTo(NOT_PLAYED);
    }
}
