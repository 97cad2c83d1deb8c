package rubicon.ingest.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import rubicon.ingest.ledger.HeadRepository.Head;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;

/// Appends to the ledger and reads it, now or as of a moment.
@ApplicationScoped
public class LedgerService {
    private final StatementRepository statements;
    private final HeadRepository heads;

    LedgerService(StatementRepository statements, HeadRepository heads) {
        this.statements = statements;
        this.heads = heads;
    }

    /// A ledger as it was known at a moment.
    ///
    /// @param asOf the moment that was answered for: the one asked, or an earlier one where a
    ///   transaction was still open that may yet record before it
    public record AsOfRead(IndicatorLedger ledger, Instant asOf) {}

    /// Locks these indicators for the rest of the transaction and opens their ledgers.
    ///
    /// @param events those about to be appended, to tell which are known already
    @Transactional(TxType.MANDATORY)
    public WorkingLedger open(SortedSet<IndicatorId> indicators, Collection<EventKey> events) {
        SortedMap<IndicatorId, Head> locked = heads.lock(indicators);
        Set<UUID> ids = events.stream().map(RowId::of).collect(Collectors.toSet());
        Set<String> known =
                statements.known(ids).stream().map(UUID::toString).collect(Collectors.toSet());
        // The clock is read after the locks are held: a reader that came first has answered for a
        // moment before it.
        return new WorkingLedger(locked, this::read, known, statements.now());
    }

    /// Writes what was appended.
    @Transactional(TxType.MANDATORY)
    public void save(WorkingLedger working) {
        statements.persist(working.appended());
        statements.flush();
    }

    /// Writes an indicator's state with its head.
    ///
    /// @param statements how many statements touched the indicator in this transaction
    /// @param state makes the state's JSON of the version and ledger time that it gets
    /// @return that JSON
    @Transactional(TxType.MANDATORY)
    public String saveState(
            WorkingLedger working, IndicatorId indicator, int statements, StateWriter state) {
        Head head = working.advanced(indicator, statements);
        String json = state.write(head.version(), head.lastRecordedAt());
        heads.update(indicator, head, json);
        return json;
    }

    /// Makes the JSON of a state.
    @FunctionalInterface
    public interface StateWriter {
        String write(long version, Instant asOf);
    }

    /// The ledger of an indicator as it is now.
    @Transactional
    public IndicatorLedger read(IndicatorId indicator) {
        return ledger(statements.ofIndicator(indicator.value()));
    }

    /// The ledger of an indicator as it was known at a moment. The same moment is never answered
    /// twice differently.
    @Transactional
    public AsOfRead read(IndicatorId indicator, Instant asked) {
        Instant asOf = settled(asked);
        return new AsOfRead(ledger(statements.ofIndicatorAsOf(indicator.value(), asOf)), asOf);
    }

    /// The latest moment not after the one asked whose rows are all visible.
    @Transactional
    public Instant settled(Instant asked) {
        Instant now = statements.now();
        Instant open = statements.oldestOpen();
        Instant settled = open.isBefore(now) ? open : now;
        return asked.isBefore(settled) ? asked : settled;
    }

    /// What each of these events did when it arrived; those that are not in the ledger are left
    /// out.
    @Transactional
    public Map<EventKey, Decision> decisions(Collection<EventKey> events) {
        Map<EventKey, Decision> decisions = new HashMap<>();
        List<UUID> ids = events.stream().map(RowId::of).toList();
        if (!ids.isEmpty()) {
            for (Object[] row : statements.decisions(ids)) {
                decisions.put(
                        new EventKey((String) row[0], (String) row[1]),
                        Decision.valueOf((String) row[2]));
            }
        }
        return decisions;
    }

    /// Releases after a moment: first statements of observations, newest first.
    @Transactional
    public List<Statement> releases(Instant since, int limit) {
        return statements.newest(since, limit).stream().map(Statements::toDomain).toList();
    }

    /// The states computed last, as JSON.
    @Transactional
    public List<String> states() {
        return heads.states();
    }

    private static IndicatorLedger ledger(List<StatementEntity> rows) {
        return IndicatorLedger.of(rows.stream().map(Statements::toDomain).toList());
    }
}
