package rubicon.ingest.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.observation.Observation;

/// Publishes the rows of a file that come after those that Kafka has already.
final class Publishing implements Rows {
    private static final int BATCH = 2_000;

    private final EventPublisher publisher;
    private final long before;
    private final Map<String, Long> offsets;
    private final Progress progress;
    private final List<Outgoing> batch = new ArrayList<>();
    private final List<RowFaultPayload> faults = new ArrayList<>();
    private long last;

    /// Told after each batch, all anew but the faults.
    @FunctionalInterface
    interface Progress {
        /// How far it is.
        ///
        /// @param rows that Kafka has
        /// @param offsets by partition, the offset after the last of them
        /// @param faults found since, of rows up to there
        void at(long rows, Map<String, Long> offsets, List<RowFaultPayload> faults);
    }

    /// @param before rows that Kafka has
    /// @param offsets by partition, the offset after the last of them
    Publishing(
            EventPublisher publisher, long before, Map<String, Long> offsets, Progress progress) {
        this.publisher = publisher;
        this.before = before;
        this.offsets = new HashMap<>(offsets);
        this.progress = progress;
    }

    @Override
    public void good(long number, Outgoing event, Optional<Observation> observation)
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

    /// It was sound when the file was checked; the catalogue is another one now. What was told with
    /// the rows before is not told again.
    @Override
    public void bad(RowFaultPayload fault) {
        if (before == 0 || fault.row() > before) {
            faults.add(fault);
        }
    }

    /// Rows that were not published after all and were not told with the progress.
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
            List<RowFaultPayload> told = faults.stream().filter(it -> it.row() <= last).toList();
            progress.at(last, offsets, told);
            faults.removeAll(told);
        }
    }
}
