package rubicon.ingest.imports;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.observation.Observation;
import rubicon.model.wire.EventType;

/// Looks at every row of a file and publishes none. Two rows that state something else of one
/// observation at one moment contradict each other: nothing tells which is the later. To find them
/// it remembers sixteen bytes of each row, so there is a largest number of rows.
final class Checking implements Rows {
    /// How many faults are told one by one.
    static final int LONGEST_REPORT = 1_000;

    private static final long MOST_ROWS = 1_000_000;
    private static final long TELL_EVERY = 20_000;

    private final MessageDigest digest;
    private final LongConsumer progress;
    private final Long2LongOpenHashMap said = new Long2LongOpenHashMap();
    private final SortedMap<String, Long> indicators = new TreeMap<>();
    private final List<RowFaultPayload> report = new ArrayList<>();
    private List<String> unread = List.of();
    private List<String> passedOver = List.of();
    private long observations;
    private long evalRuns;
    private long rows;
    private long faults;

    /// @param digest that tells rows apart
    /// @param progress told, now and then, how many rows were looked at
    Checking(MessageDigest digest, LongConsumer progress) {
        this.digest = digest;
        this.progress = progress;
    }

    @Override
    public void good(long number, Outgoing event, Optional<Observation> observation) {
        looked(number);
        switch (event.type()) {
            case OBSERVATION_REPORTED -> observations++;
            case EVAL_RUN_COMPLETED -> evalRuns++;
            default -> {}
        }
        if (rows > MOST_ROWS) {
            if (rows == MOST_ROWS + 1) {
                fault(
                        new RowFaultPayload(
                                number, "file", "has more than %,d rows".formatted(MOST_ROWS)));
            }
        } else if (event.type() == EventType.OBSERVATION_RETRACTED) {
            indicators.merge(event.recordKey(), 0L, Long::sum);
        } else if (observation.isPresent()) {
            indicators.merge(event.recordKey(), 1L, Long::sum);
            Observation it = observation.get();
            long content = hash(says(event, it));
            long before = said.putIfAbsent(hash(it.key() + " " + event.time()), content);
            if (before != said.defaultReturnValue() && before != content) {
                fault(
                        new RowFaultPayload(
                                number,
                                "statedAt",
                                "an earlier row states something else of the same observation at"
                                        + " the same moment"));
            }
        }
    }

    /// What a row says that moves any result: the id of its event, and what that leaves out. Two
    /// events of one id are one to the ledger, and what the second says besides is lost.
    private static String says(Outgoing event, Observation it) {
        return String.join(
                "\n",
                event.key().id(),
                String.valueOf(it.evaluator()),
                String.valueOf(it.publishedAt()),
                it.tags().toString());
    }

    @Override
    public void passedOver(List<String> names, List<String> sentences) {
        unread = names;
        passedOver = sentences;
    }

    @Override
    public void bad(RowFaultPayload fault) {
        looked(fault.row());
        fault(fault);
    }

    private void fault(RowFaultPayload fault) {
        faults++;
        if (report.size() < LONGEST_REPORT) {
            report.add(fault);
        }
    }

    private void looked(long number) {
        if (number > rows) {
            rows = number;
            if (rows % TELL_EVERY == 0) {
                progress.accept(rows);
            }
        }
    }

    private long hash(String text) {
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    /// How many rows the file has.
    long rows() {
        return rows;
    }

    long faults() {
        return faults;
    }

    /// The first faults.
    List<RowFaultPayload> report() {
        return report;
    }

    /// What the file holds.
    Held held() {
        return new Held(observations, evalRuns, unread, passedOver);
    }

    /// What a file holds, by kind, and what of it is not read.
    record Held(long observations, long evalRuns, List<String> unread, List<String> passedOver) {}

    /// Of which the file speaks, each with how many values it states.
    SortedMap<String, Long> indicators() {
        return indicators;
    }
}
