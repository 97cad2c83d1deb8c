package rubicon.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import rubicon.model.ledger.EventKey;

/// Remembers what a call has published, and tells what became of it.
@ApplicationScoped
class ReceiptService {
    private final ReceiptRepository receipts;
    private final OutcomeService outcomes;
    private final InstantSource time;

    ReceiptService(ReceiptRepository receipts, OutcomeService outcomes, InstantSource time) {
        this.receipts = receipts;
        this.outcomes = outcomes;
        this.time = time;
    }

    /// A receipt.
    ///
    /// @param status `PENDING` until all events are handled, then `HANDLED`
    public record Receipt(
            String id, String status, Instant createdAt, int handled, int refused, int pending) {}

    @Transactional
    Receipt issue(Collection<EventKey> events, String source) {
        ReceiptEntity row = new ReceiptEntity();
        row.id = UUID.randomUUID();
        row.createdAt = time.instant();
        row.eventIds = events.stream().map(EventKey::id).toArray(String[]::new);
        row.source = source;
        receipts.persist(row);
        return new Receipt(row.id.toString(), "PENDING", row.createdAt, 0, 0, row.eventIds.length);
    }

    @Transactional
    Optional<Receipt> find(UUID id) {
        return receipts.findByIdOptional(id).map(this::receipt);
    }

    private Receipt receipt(ReceiptEntity row) {
        Set<EventKey> events = new LinkedHashSet<>();
        for (String id : List.of(row.eventIds)) {
            events.add(new EventKey(row.source, id));
        }
        Map<EventKey, Outcome> became = outcomes.of(events);
        int refused = (int) became.values().stream().filter(it -> it == Outcome.REFUSED).count();
        int pending = events.size() - became.size();
        return new Receipt(
                row.id.toString(),
                pending == 0 ? "HANDLED" : "PENDING",
                row.createdAt,
                became.size() - refused,
                refused,
                pending);
    }
}
