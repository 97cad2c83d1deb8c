package rubicon.benchmarks.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoadTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Load load = new Load("load", 7, 1_003);

    @Test
    void everyTenthRoundRestatesAndTheLastValueOfAnIndicatorIsItsBest() throws IOException {
        Map<String, Set<String>> keys =
                load.events()
                        .collect(
                                groupingBy(
                                        Load.Event::indicator, mapping(Load.Event::key, toSet())));
        for (int i = 0; i < 7; i++) {
            String id = load.id(i);
            assertThat(keys.get(id)).hasSize((int) load.observations(i));
            double best = 0;
            for (Load.Event it : load.events().filter(one -> one.indicator().equals(id)).toList()) {
                JsonNode data = JSON.readTree(it.message().value()).path("data");
                assertThat(data.path("externalId").asText()).isEqualTo(it.key());
                best = Math.max(best, data.path("value").asDouble());
            }
            assertThat(load.best(i)).isEqualTo(best);
        }
        assertThat(load.events()).hasSize(1_003);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 63, 64, 70, 1_000, 1_003})
    void whatStandsAtTheEndIsKnownBefore(int size) {
        Load some = new Load("some", 7, size);
        Map<String, Double> standing = new HashMap<>();
        some.events().forEach(it -> standing.put(it.key(), it.value()));
        assertThat(some.observations()).isEqualTo(standing.size());
        assertThat(some.observations() + some.revisions()).isEqualTo(size);
        assertThat(some.tenfoldSum())
                .isEqualTo(standing.values().stream().mapToLong(it -> Math.round(it * 10)).sum());
    }

    @Test
    void anEnvelopeHasThePeersColumnsWithTheHousesValues() throws IOException {
        List<String> columns =
                Load.table("peer").columns().stream()
                        .map(it -> it.substring(0, it.indexOf(' ')))
                        .toList();
        for (Load.Event it : load.events().toList()) {
            JsonNode event = JSON.readTree(it.message().value());
            JsonNode data = event.path("data");
            JsonNode envelope = JSON.readTree(it.envelope().value());
            List<String> fields = new ArrayList<>();
            envelope.at("/schema/fields")
                    .forEach(field -> fields.add(field.path("field").asText()));
            assertThat(fields).isEqualTo(columns);
            List<String> values = new ArrayList<>();
            fields.forEach(name -> values.add(envelope.path("payload").path(name).asText()));
            assertThat(values)
                    .containsExactly(
                            data.path("externalId").asText(),
                            data.path("indicator").asText(),
                            data.at("/subject/model").asText(),
                            data.path("value").asText(),
                            data.path("low").asText(),
                            data.path("observedOn").asText(),
                            event.path("time").asText(),
                            data.path("evidence").asText());
            assertThat(it.row().line()).isEqualTo(String.join("\t", values) + "\n");
            assertThat(it.envelope().key()).isEqualTo(it.message().key()).isEqualTo(it.indicator());
        }
    }
}
