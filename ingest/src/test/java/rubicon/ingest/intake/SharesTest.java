package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.ingest.intake.Shares.Lane;
import rubicon.ingest.intake.Shares.Share;

class SharesTest {
    @Test
    void whatHasOneKeyIsOfOneShareInTheOrderOfOffsets() {
        ConsumerRecords<byte[], byte[]> records = records(List.of(7, 5), 3);

        List<List<Received>> shares = shares(records, 2);

        // Keys 0, 1, 2 of a partition come in turn: 3, 2, 2 and 2, 2, 1 records.
        assertThat(shares).extracting(List::size).containsExactly(6, 6);
        for (int partition = 0; partition < 2; partition++) {
            for (byte key = 0; key < 3; key++) {
                int of = partition;
                byte with = key;
                assertThat(
                                shares.stream()
                                        .filter(share ->
                                                share.stream().anyMatch(it -> is(it, of, with))))
                        .as("key %d of partition %d is of one share", key, partition)
                        .hasSize(1);
            }
        }
        for (List<Received> share : shares) {
            assertThat(share)
                    .isSortedAccordingTo(
                            Comparator.comparingInt(Received::partition)
                                    .thenComparingLong(Received::offset));
        }
    }

    @Test
    void onePartitionAloneIsSharedToo() {
        assertThat(shares(records(List.of(1_000), 10), 2))
                .extracting(List::size)
                .containsExactly(500, 500);
    }

    @Test
    void whatHasNoKeyStaysInTheOrderOfItsPartition() {
        assertThat(shares(records(List.of(4), 0), 3)).extracting(List::size).containsExactly(4);
        assertThat(shares(records(List.of(2, 2), 0), 3))
                .extracting(List::size)
                .containsExactly(2, 2);
        assertThat(shares(records(List.of(2, 2), 0), 1)).extracting(List::size).containsExactly(4);
    }

    @Test
    void whatFollowsIsGivenToWhoHasItsKeyAndTheRestToWhoHasLeast() {
        ConsumerRecords<byte[], byte[]> first = records(List.of(1), 1);
        Lane ofKey = Shares.of(first, new int[3], Map.of()).getFirst().lanes().iterator().next();
        int[] load = {5, 9, 4};

        List<Share> shares = Shares.of(records(List.of(2, 3), 1), load, Map.of(ofKey, 1));

        assertThat(shares).extracting(Share::worker).containsExactly(1, 2);
        assertThat(shares).extracting(it -> it.records().size()).containsExactly(2, 3);
        assertThat(load).containsExactly(5, 11, 7);
    }

    private static List<List<Received>> shares(ConsumerRecords<byte[], byte[]> records, int most) {
        return Shares.of(records, new int[most], Map.of()).stream().map(Share::records).toList();
    }

    private static boolean is(Received it, int partition, byte key) {
        return it.partition() == partition && Arrays.equals(it.key(), new byte[] {key});
    }

    /// @param lengths of partitions
    /// @param keys how many come in turn; 0 for records without
    private static ConsumerRecords<byte[], byte[]> records(List<Integer> lengths, int keys) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        for (int partition = 0; partition < lengths.size(); partition++) {
            List<ConsumerRecord<byte[], byte[]>> own = new ArrayList<>();
            for (int offset = 0; offset < lengths.get(partition); offset++) {
                byte @Nullable [] key = keys == 0 ? null : new byte[] {(byte) (offset % keys)};
                own.add(new ConsumerRecord<>("things", partition, offset, key, new byte[0]));
            }
            records.put(new TopicPartition("things", partition), own);
        }
        return new ConsumerRecords<>(records, Map.of());
    }
}
