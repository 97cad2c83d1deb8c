package rubicon.ingest.imports;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.ledger.RowId;
import rubicon.model.ledger.Decision;
import rubicon.model.observation.Observation;

/// Counts what each row of a file did in the ledger. What the ledger knew before, by an earlier
/// import or an earlier row, is unchanged. What never got there, and entries of the chronicle,
/// which have a list of their own, are not counted.
final class Outcomes implements Rows {
    private static final int BATCH = 2_000;

    private final Function<List<UUID>, Map<UUID, Decision>> ledger;
    private final Map<String, Long> counts = new HashMap<>();
    private final List<UUID> batch = new ArrayList<>();
    private final LongOpenHashSet seen = new LongOpenHashSet();

    /// @param ledger what statements with these ids did for this import; those that are not there
    ///   are left out
    Outcomes(Function<List<UUID>, Map<UUID, Decision>> ledger) {
        this.ledger = ledger;
    }

    @Override
    public void good(long number, Outgoing event, Optional<Observation> observation) {
        batch.add(RowId.of(event.key()));
        if (batch.size() == BATCH) {
            count();
        }
    }

    @Override
    public void bad(RowFaultPayload fault) {
        // It was told while rows were published.
    }

    /// By decision, how many rows.
    Map<String, Long> counts() {
        count();
        return counts;
    }

    private void count() {
        if (batch.isEmpty()) {
            return;
        }
        Map<UUID, Decision> did = ledger.apply(batch);
        for (UUID id : batch) {
            Decision decision = did.get(id);
            if (decision != null) {
                // Half of a digest: all of them of a million rows would need sixteen megabytes
                // more.
                boolean isFirst = seen.add(id.getLeastSignificantBits());
                counts.merge((isFirst ? decision : Decision.UNCHANGED).name(), 1L, Long::sum);
            }
        }
        batch.clear();
    }
}
