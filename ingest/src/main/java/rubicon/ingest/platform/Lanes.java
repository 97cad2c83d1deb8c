package rubicon.ingest.platform;

import org.apache.kafka.common.utils.Utils;
import rubicon.model.wire.Topics;

/// Shares the keys of records out to lanes: what has one key is in one of them. A lane is part of
/// the partition to which Kafka's own clients send its keys, so that whoever works on some lanes of
/// some partitions meets nobody who works on others.
public final class Lanes {
    private static final int OF_PARTITION = 8;

    /// How many there are, counted from 0.
    public static final int COUNT = OF_PARTITION * Topics.PARTITIONS;

    private Lanes() {}

    /// The lane of a key.
    public static int of(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % COUNT;
    }
}
