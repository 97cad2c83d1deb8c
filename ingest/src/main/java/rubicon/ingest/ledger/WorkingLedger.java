package rubicon.ingest.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import rubicon.ingest.ledger.HeadRepository.Head;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.ObservationKey;

/// The ledgers of some indicators within one transaction that holds their locks. What is appended
/// here is written when the transaction's owner calls [LedgerService#save].
public final class WorkingLedger {
    private final SortedMap<IndicatorId, Head> heads;
    private final Function<IndicatorId, IndicatorLedger> loader;
    private final Map<IndicatorId, IndicatorLedger> ledgers;
    private final Set<String> known;
    private final List<StatementEntity> appended = new ArrayList<>();
    private Instant clock;

    WorkingLedger(
            SortedMap<IndicatorId, Head> heads,
            Map<IndicatorId, IndicatorLedger> ledgers,
            Function<IndicatorId, IndicatorLedger> loader,
            Set<String> known,
            Instant now) {
        this.heads = heads;
        this.ledgers = new HashMap<>(ledgers);
        this.loader = loader;
        this.known = new HashSet<>(known);
        this.clock =
                heads.values().stream()
                        .map(head -> head.lastRecordedAt().plus(1, ChronoUnit.MICROS))
                        .reduce(now, (a, b) -> a.isAfter(b) ? a : b);
    }

    /// A statement that is now in the ledger, and what it did there.
    public record Appended(Statement statement, Decision decision) {}

    /// Whether this event is in the ledger already.
    public boolean knows(EventKey event) {
        return known.contains(RowId.of(event).toString());
    }

    /// Appends a statement; its recorded time is later than that of every row before it.
    ///
    /// @throws IllegalStateException if the event is in the ledger already
    public Appended append(ObservationKey key, EventKey event, Instant statedAt, Content content) {
        String id = RowId.of(event).toString();
        if (!known.add(id)) {
            throw new IllegalStateException("event " + event + " is in the ledger already");
        }
        Statement statement = new Statement(id, event, key, statedAt, clock, content);
        clock = clock.plus(1, ChronoUnit.MICROS);
        Decision decision = ledger(key.indicator()).append(statement);
        appended.add(Statements.toEntity(statement, decision));
        return new Appended(statement, decision);
    }

    /// The ledger of an indicator, with what was appended here. Reading one whose head is not
    /// locked is allowed: who changes it recomputes what depends on it.
    public IndicatorLedger ledger(IndicatorId indicator) {
        return ledgers.computeIfAbsent(indicator, loader);
    }

    /// Database time within this transaction; later than every row appended so far.
    public Instant now() {
        return clock;
    }

    List<StatementEntity> appended() {
        return appended;
    }

    /// The head of a touched indicator after this transaction.
    ///
    /// @param statements how many statements touched it
    Head advanced(IndicatorId indicator, int statements) {
        Head head = heads.get(indicator);
        if (head == null) {
            throw new IllegalStateException(indicator + " is not locked");
        }
        return new Head(head.version() + statements, clock.minus(1, ChronoUnit.MICROS));
    }
}
