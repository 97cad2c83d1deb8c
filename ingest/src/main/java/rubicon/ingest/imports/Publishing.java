package rubicon.ingest.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.observation.ObservationKey;

/// Publishes the rows of a file that come after those that Kafka has already.
final class Publishing implements Rows {
    private static final int BATCH = 2_000;

    private final EventPublisher publisher;
    private final long before;
    private final Map<String, Long> offsets;
    private final BiConsumer<Long, Map<String, Long>> progress;
    private final List<Outgoing> batch = new ArrayList<>();
    private final List<RowFaultPayload> faults = new ArrayList<>();
    private long last;

    /// @param before rows that Kafka has
    /// @param offsets by partition, the offset after the last of them
    /// @param progress told, after each batch, both anew
    Publishing(
            EventPublisher publisher,
            long before,
            Map<String, Long> offsets,
            BiConsumer<Long, Map<String, Long>> progress) {
        this.publisher = publisher;
        this.before = before;
        this.offsets = new HashMap<>(offsets);
        this.progress = progress;
    }

    @Override
    public void good(long number, Outgoing event, Optional<ObservationKey> key)
            throws InterruptedException {
        if (number > before) {
            // Several events of one row go together, or the next start would leave some out.
            if (batch.size() >= BATCH && number != last) {
                flush();
            }
            batch.add(event);
            last = number;
        }
    }

    /// It was sound when the file was checked; the catalogue is another one now.
    @Override
    public void bad(RowFaultPayload fault) {
        faults.add(fault);
    }

    /// Rows that were not published after all.
    List<RowFaultPayload> faults() {
        return faults;
    }

    /// Publishes what is left.
    void flush() throws InterruptedException {
        if (!batch.isEmpty()) {
            publisher
                    .publish(batch)
                    .forEach((partition, offset) ->
                            offsets.merge(partition.toString(), offset, Math::max));
            batch.clear();
            progress.accept(last, offsets);
        }
    }
}
