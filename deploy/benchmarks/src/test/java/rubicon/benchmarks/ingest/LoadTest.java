package rubicon.benchmarks.ingest;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LoadTest {
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
                JsonNode data = new ObjectMapper().readTree(it.json()).path("data");
                assertThat(data.path("externalId").asText()).isEqualTo(it.key());
                best = Math.max(best, data.path("value").asDouble());
            }
            assertThat(load.best(i)).isEqualTo(best);
        }
        assertThat(load.events()).hasSize(1_003);
    }
}
