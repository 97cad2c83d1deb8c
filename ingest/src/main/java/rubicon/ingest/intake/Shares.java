package rubicon.ingest.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import rubicon.ingest.platform.Lanes;

/// Shares polled records out to workers: those that have one key, in one partition, to one of them.
/// Whole partitions would not do, for at the end of a load only the longest are left.
final class Shares {
    private static final Comparator<Received> BY_PLACE =
            Comparator.comparingInt(Received::partition).thenComparingLong(Received::offset);
    private static final Comparator<Map.Entry<Lane, List<Received>>> LONGEST_FIRST =
            Comparator.comparingInt((Map.Entry<Lane, List<Received>> it) -> -it.getValue().size())
                    .thenComparing(it -> it.getValue().getFirst(), BY_PLACE);

    private Shares() {}

    /// What stays in order.
    ///
    /// @param lane of the records' keys, see [Lanes]
    record Lane(int partition, int lane) {}

    /// What one worker is given of a batch.
    ///
    /// @param records not empty; of each partition in the order of their offsets
    record Share(int worker, Set<Lane> lanes, List<Received> records) {}

    /// The shares of polled records, one at most for each worker.
    ///
    /// @param load how many records each worker has already; is added to
    /// @param owners the workers that have records of some lanes already, and get what follows them
    /// @return as even as keys allow
    static List<Share> of(
            ConsumerRecords<byte[], byte[]> records, int[] load, Map<Lane, Integer> owners) {
        Map<Lane, List<Received>> lanes = lanes(records);
        Map<Integer, Share> shares = new TreeMap<>();
        owners.forEach((lane, worker) -> {
            List<Received> next = lanes.remove(lane);
            if (next != null) {
                give(worker, lane, next, shares, load);
            }
        });
        lanes.entrySet().stream()
                .sorted(LONGEST_FIRST)
                .forEach(it -> give(least(load), it.getKey(), it.getValue(), shares, load));
        shares.values().forEach(it -> it.records().sort(BY_PLACE));
        return List.copyOf(shares.values());
    }

    private static void give(
            int worker, Lane lane, List<Received> records, Map<Integer, Share> shares, int[] load) {
        Share share =
                shares.computeIfAbsent(
                        worker, it -> new Share(it, new HashSet<>(), new ArrayList<>()));
        share.lanes().add(lane);
        share.records().addAll(records);
        load[worker] += records.size();
    }

    private static int least(int[] load) {
        int least = 0;
        for (int i = 1; i < load.length; i++) {
            least = load[i] < load[least] ? i : least;
        }
        return least;
    }

    private static Map<Lane, List<Received>> lanes(ConsumerRecords<byte[], byte[]> records) {
        Map<Lane, List<Received>> lanes = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> it : records) {
            byte[] key = it.key();
            Lane lane = new Lane(it.partition(), key == null ? 0 : Lanes.of(key));
            lanes.computeIfAbsent(lane, _ -> new ArrayList<>()).add(Received.of(it));
        }
        return lanes;
    }
}
