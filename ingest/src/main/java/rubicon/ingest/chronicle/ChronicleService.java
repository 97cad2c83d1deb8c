package rubicon.ingest.chronicle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.RowId;
import rubicon.model.chronicle.EntryHistory;
import rubicon.model.chronicle.EntryKey;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.chronicle.EntryRevision;
import rubicon.model.chronicle.EntryStatement;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.EntryPayload;
import rubicon.model.wire.PagePayload;

/// Appends to the chronicle and reads it, now or as of a moment.
@ApplicationScoped
public class ChronicleService {
    private static final Instant NOW = Instant.parse("9999-01-01T00:00:00Z");

    private final EntryStatementRepository statements;
    private final LedgerService ledger;

    ChronicleService(EntryStatementRepository statements, LedgerService ledger) {
        this.statements = statements;
        this.ledger = ledger;
    }

    /// A statement that is now in the chronicle, and what it did there.
    ///
    /// @param recordedAt when the chronicle knew
    public record Appended(EntryKey key, Decision decision, Instant recordedAt) {}

    /// Lets nobody else tell the chronicle anything until the transaction ends; to be asked for
    /// after the locks of indicators and before those of the alerts that read the chronicle.
    @Transactional(TxType.MANDATORY)
    public void lock() {
        statements.lock();
    }

    /// When the chronicle's newest statement was recorded.
    @Transactional
    public Instant lastRecordedAt() {
        return statements.lastRecordedAt();
    }

    /// All that was told of the entries of a kind, ordered by key.
    @Transactional
    public List<EntryHistory<ChroniclePayload>> told(EntryKind kind) {
        return List.copyOf(histories(statements.ofKind(kind.name(), NOW)).values());
    }

    /// Appends what is not in the chronicle yet, in this order. Writers wait for each other from
    /// here to the end of their transactions, so this comes after all other locks are held.
    @Transactional(TxType.MANDATORY)
    public List<Appended> append(List<NewStatement> arrived) {
        if (arrived.isEmpty()) {
            return List.of();
        }
        Instant last = statements.lock();
        // The clock is read after the lock is held: a reader that came first has answered for a
        // moment before it.
        Instant now = ledger.now();
        Instant clock = last.isBefore(now) ? now : last.plus(1, ChronoUnit.MICROS);
        Set<UUID> known =
                statements.known(arrived.stream().map(it -> RowId.of(it.event())).toList());
        Map<EntryKey, EntryHistory<ChroniclePayload>> histories =
                histories(
                        statements.ofEntries(
                                arrived.stream().map(it -> it.key().id()).distinct().toList()));
        List<Appended> appended = new ArrayList<>();
        for (NewStatement it : arrived) {
            if (known.add(RowId.of(it.event()))) {
                EntryStatement<ChroniclePayload> statement =
                        new EntryStatement<>(it.event(), it.statedAt(), clock, it.content());
                EntryHistory<ChroniclePayload> history =
                        histories.getOrDefault(it.key(), EntryHistory.of(List.of()));
                Decision decision = history.decide(statement);
                histories.put(it.key(), history.with(statement));
                statements.persist(row(it.key(), statement, decision));
                appended.add(new Appended(it.key(), decision, clock));
                last = clock;
                clock = clock.plus(1, ChronoUnit.MICROS);
            }
        }
        statements.advance(last);
        statements.flush();
        return List.copyOf(appended);
    }

    /// What stands of a kind, now or as of a moment.
    ///
    /// @param type of the kind's payloads
    /// @param order of the items
    @Transactional
    public <T extends ChroniclePayload> PagePayload<T> standing(
            EntryKind kind, Class<T> type, @Nullable Instant asked, Comparator<T> order) {
        Instant asOf = asked == null ? null : ledger.settled(asked);
        List<T> items =
                histories(statements.ofKind(kind.name(), asOf == null ? NOW : asOf))
                        .values()
                        .stream()
                        .flatMap(it -> it.standing().stream())
                        .map(it -> answer(it, type))
                        .sorted(order)
                        .toList();
        return new PagePayload<>(items, null, asOf);
    }

    /// The entries of a kind that have this id, each of another source, with their pasts; ordered
    /// by source.
    ///
    /// @param type of the kind's payloads
    @Transactional
    public <T extends ChroniclePayload> List<EntryPayload<T>> entries(
            EntryKind kind, Class<T> type, String id, @Nullable Instant asked) {
        Instant asOf = asked == null ? null : ledger.settled(asked);
        List<EntryPayload<T>> found = new ArrayList<>();
        histories(statements.ofEntry(kind.name(), id, asOf == null ? NOW : asOf))
                .values()
                .forEach(history -> {
                    List<T> revisions =
                            history.revisions().stream().map(it -> answer(it, type)).toList();
                    found.add(new EntryPayload<>(revisions.getLast(), revisions, asOf));
                });
        return found;
    }

    /// What each of these events did when it arrived; those that are not in the chronicle are left
    /// out.
    @Transactional
    public Map<EventKey, Decision> decisions(Collection<EventKey> events) {
        Map<EventKey, Decision> decisions = new HashMap<>();
        if (!events.isEmpty()) {
            for (Object[] row : statements.decisions(events.stream().map(RowId::of).toList())) {
                decisions.put(
                        new EventKey((String) row[0], (String) row[1]),
                        Decision.valueOf((String) row[2]));
            }
        }
        return decisions;
    }

    private static SortedMap<EntryKey, EntryHistory<ChroniclePayload>> histories(
            List<EntryStatementEntity> rows) {
        Map<EntryKey, List<EntryStatement<ChroniclePayload>>> byKey = new HashMap<>();
        for (EntryStatementEntity row : rows) {
            byKey.computeIfAbsent(
                            new EntryKey(EntryKind.valueOf(row.kind), row.source, row.entry),
                            _ -> new ArrayList<>())
                    .add(
                            new EntryStatement<>(
                                    new EventKey(row.eventSource, row.eventId),
                                    row.statedAt,
                                    row.recordedAt,
                                    EntryContents.read(row.kind, row.content)));
        }
        SortedMap<EntryKey, EntryHistory<ChroniclePayload>> histories = new TreeMap<>();
        byKey.forEach((key, statements) -> histories.put(key, EntryHistory.of(statements)));
        return histories;
    }

    private static EntryStatementEntity row(
            EntryKey key, EntryStatement<ChroniclePayload> statement, Decision decision) {
        EntryStatementEntity row = new EntryStatementEntity();
        row.id = RowId.of(statement.event());
        row.eventSource = statement.event().source();
        row.eventId = statement.event().id();
        row.kind = key.kind().name();
        row.source = key.source();
        row.entry = key.id();
        row.statedAt = statement.statedAt();
        row.recordedAt = statement.recordedAt();
        row.decision = decision.name();
        row.content = EntryContents.write(statement.content());
        return row;
    }

    private static <T extends ChroniclePayload> T answer(
            EntryRevision<ChroniclePayload> revision, Class<T> type) {
        EntryStatement<ChroniclePayload> statement = revision.statement();
        return type.cast(
                statement
                        .content()
                        .answered(revision.number(), statement.statedAt(), statement.recordedAt()));
    }
}
