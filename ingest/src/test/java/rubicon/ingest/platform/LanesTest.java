package rubicon.ingest.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.Topics;

class LanesTest {
    @Test
    void laneIsPartOfThePartitionThatKafkaSendsAKeyTo() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            byte[] key = ("run-" + i).getBytes(UTF_8);
            int lane = Lanes.of(key);
            assertThat(lane % Topics.PARTITIONS)
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, Topics.PARTITIONS));
            seen.add(lane);
        }
        assertThat(seen).hasSize(Lanes.COUNT).allMatch(it -> it >= 0 && it < Lanes.COUNT);
    }
}
