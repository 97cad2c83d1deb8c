package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void partitionsStayWholeInTheOrderOfOffsetsAndSharesAreEven() {
        List<List<Received>> shares = Shares.of(records(1, 5, 3, 2), 2);

        assertThat(shares).extracting(List::size).containsExactly(6, 5);
        for (int partition = 0; partition < 4; partition++) {
            int one = partition;
            List<List<Long>> offsets =
                    shares.stream()
                            .map(share ->
                                    share.stream()
                                            .filter(it -> it.partition() == one)
                                            .map(Received::offset)
                                            .toList())
                            .filter(it -> !it.isEmpty())
                            .toList();
            assertThat(offsets).as("partition %d is of one share", one).hasSize(1);
            assertThat(offsets.getFirst()).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void noShareIsEmpty() {
        assertThat(Shares.of(records(4), 3)).extracting(List::size).containsExactly(4);
        assertThat(Shares.of(records(2, 2), 3)).extracting(List::size).containsExactly(2, 2);
        assertThat(Shares.of(records(2, 2), 1)).extracting(List::size).containsExactly(4);
    }

    /// @param lengths of partitions
    static ConsumerRecords<byte[], byte[]> records(int... lengths) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        for (int partition = 0; partition < lengths.length; partition++) {
            int one = partition;
            records.put(
                    new TopicPartition("things", one),
                    IntStream.range(0, lengths[one])
                            .mapToObj(offset ->
                                    new ConsumerRecord<>(
                                            "things", one, offset, new byte[0], new byte[0]))
                            .toList());
        }
        return new ConsumerRecords<>(records, Map.of());
    }
}
