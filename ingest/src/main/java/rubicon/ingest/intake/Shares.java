package rubicon.ingest.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// Shares polled records out to workers, whole partitions at a time.
final class Shares {
    private Shares() {}

    /// The shares of polled records.
    ///
    /// @param most how many shares there are at most
    /// @return none of them empty, as even as partitions allow; of each partition in the order of
    ///   offsets
    static List<List<Received>> of(ConsumerRecords<byte[], byte[]> records, int most) {
        List<TopicPartition> longestFirst =
                records.partitions().stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (TopicPartition it) -> -records.records(it).size())
                                        .thenComparingInt(TopicPartition::partition))
                        .toList();
        List<List<Received>> shares = new ArrayList<>();
        for (TopicPartition partition : longestFirst) {
            if (shares.size() < most) {
                shares.add(new ArrayList<>());
            }
            List<Received> shortest =
                    shares.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
            records.records(partition).forEach(record -> shortest.add(Received.of(record)));
        }
        return shares;
    }
}
