package rubicon.ingest.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import rubicon.ingest.platform.Lanes;

/// Shares polled records out to workers: those that have one key, in one partition, to one of them.
/// Whole partitions would not do, for at the end of a load only the longest are left.
final class Shares {
    private static final Comparator<Received> BY_PLACE =
            Comparator.comparingInt(Received::partition).thenComparingLong(Received::offset);
    private static final Comparator<List<Received>> LONGEST_FIRST =
            Comparator.comparingInt((List<Received> it) -> -it.size())
                    .thenComparing(List::getFirst, BY_PLACE);

    private Shares() {}

    /// The shares of polled records.
    ///
    /// @param most how many shares there are at most
    /// @return none of them empty, as even as keys allow; of each partition in the order of offsets
    static List<List<Received>> of(ConsumerRecords<byte[], byte[]> records, int most) {
        List<List<Received>> shares = new ArrayList<>();
        for (List<Received> lane : lanes(records).stream().sorted(LONGEST_FIRST).toList()) {
            if (shares.size() < most) {
                shares.add(new ArrayList<>());
            }
            shares.stream().min(Comparator.comparingInt(List::size)).orElseThrow().addAll(lane);
        }
        shares.forEach(it -> it.sort(BY_PLACE));
        return shares;
    }

    private static Collection<List<Received>> lanes(ConsumerRecords<byte[], byte[]> records) {
        Map<Lane, List<Received>> lanes = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> it : records) {
            byte[] key = it.key();
            Lane lane = new Lane(it.partition(), key == null ? 0 : Lanes.of(key));
            lanes.computeIfAbsent(lane, _ -> new ArrayList<>()).add(Received.of(it));
        }
        return lanes.values();
    }

    /// What stays in order.
    ///
    /// @param lane of the records' keys, see [Lanes]
    private record Lane(int partition, int lane) {}
}
