package rubicon.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RunLoadTest {
    private final RunLoad load = new RunLoad("load", 1_001);

    @Test
    void aSecondRoundStatesTheSameRunsWithOtherScores() throws IOException {
        List<JsonNode> first = events(1);
        List<JsonNode> second = events(2);
        Set<String> ids = new HashSet<>();
        long sum = 0;
        for (int i = 0; i < load.size(); i++) {
            JsonNode before = first.get(i).path("data");
            JsonNode after = second.get(i).path("data");
            assertThat(after.path("runId")).isEqualTo(before.path("runId"));
            assertThat(after.path("score")).isNotEqualTo(before.path("score"));
            assertThat(after.path("score").asDouble()).isBetween(0.0, 1.0);
            assertThat(second.get(i).path("time").asText())
                    .isGreaterThan(first.get(i).path("time").asText());
            ids.add(first.get(i).path("id").asText());
            ids.add(second.get(i).path("id").asText());
            sum += Math.round(after.path("score").asDouble() * 4);
        }
        assertThat(ids).hasSize(2 * load.size());
        assertThat(load.fourfoldSum(2)).isEqualTo(sum);
    }

    @Test
    void aRowHasAValueForEachColumn() {
        int columns = RunLoad.table("peer").columns().size();
        assertThat(load.statements(1).map(it -> it.row().line().split("\t", -1).length))
                .containsOnly(columns);
    }

    private List<JsonNode> events(int round) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> events = new ArrayList<>();
        for (RunLoad.Statement it : load.statements(round).toList()) {
            events.add(json.readTree(it.message().value()));
        }
        return events;
    }
}
