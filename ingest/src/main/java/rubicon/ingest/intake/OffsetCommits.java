package rubicon.ingest.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Commits offsets without waiting for it. One that fails is committed again until it is, or until
/// its partition is somebody else's: with nothing after it no later batch would do that, and who
/// waits for the offset would wait for ever. Used by the thread that polls alone.
final class OffsetCommits implements ConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(OffsetCommits.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> open = new HashMap<>();
    private boolean failed;

    OffsetCommits(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /// Commits these, of partitions that are still ours, and what is still open of earlier ones.
    void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        open.putAll(offsets);
        open.keySet().retainAll(consumer.assignment());
        send();
    }

    /// Commits again what could not be committed.
    void retry() {
        if (failed) {
            send();
        }
    }

    private void send() {
        failed = false;
        if (!open.isEmpty()) {
            consumer.commitAsync(Map.copyOf(open), this::answered);
        }
    }

    private void answered(
            Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure == null) {
            offsets.forEach(open::remove);
        } else {
            failed = true;
            LOG.debug("Offsets could not be committed and are committed again", failure);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        open.keySet().removeAll(partitions);
    }
}
