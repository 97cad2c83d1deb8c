package rubicon.ingest.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.HeadRepository.Head;
import rubicon.ingest.ledger.WorkingLedger.Appended;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;

/// Appends to the ledger and reads it, now or as of a moment.
@ApplicationScoped
public class LedgerService {
    private final StatementRepository statements;
    private final StatementTable table;
    private final HeadRepository heads;
    private final WorkingReads reads;
    private final TransactionSynchronizationRegistry transaction;

    LedgerService(
            StatementRepository statements,
            StatementTable table,
            HeadRepository heads,
            WorkingReads reads,
            TransactionSynchronizationRegistry transaction) {
        this.statements = statements;
        this.table = table;
        this.heads = heads;
        this.reads = reads;
        this.transaction = transaction;
    }

    /// Several ledgers as they were known at one moment.
    ///
    /// @param asOf the moment that was answered for
    public record Ledgers(Map<IndicatorId, IndicatorLedger> byIndicator, Instant asOf) {
        /// The ledger of one of the indicators that were asked for.
        public IndicatorLedger of(IndicatorId indicator) {
            return Objects.requireNonNull(byIndicator.get(indicator));
        }
    }

    /// What stood on an indicator at a moment.
    ///
    /// @param statements how many there were
    public record StoodThen(Standing standing, int statements) {}

    /// Locks these indicators for the rest of the transaction and opens their ledgers. From here on
    /// queries of this transaction do not see what was not flushed.
    ///
    /// @param events those about to be appended, with the observations that they speak of. Looked
    ///   up is one by itself only: of several each is known by the history of its observation, and
    ///   one that is in the ledger with another observation is refused by the primary key when it
    ///   is saved, for [org.hibernate.exception.ConstraintViolationException]
    @Transactional(TxType.MANDATORY)
    public WorkingLedger open(
            SortedSet<IndicatorId> indicators, Map<EventKey, ObservationKey> events) {
        // Else each query would first look through everything that the batch has touched so far.
        statements.getEntityManager().setFlushMode(FlushModeType.COMMIT);
        SortedMap<IndicatorId, Head> locked = heads.lock(indicators);
        Map<ObservationKey, History> histories = HashMap.newHashMap(events.size());
        events.values().forEach(it -> histories.put(it, History.EMPTY));
        Map<EventKey, UUID> ids = HashMap.newHashMap(events.size());
        events.keySet().forEach(it -> ids.put(it, RowId.of(it)));
        Set<UUID> known = new HashSet<>();
        if (!events.isEmpty()) {
            Set<ObservationKey> asked = reads.perhapsKnown(histories.keySet(), locked);
            if (!asked.isEmpty()) {
                Map<ObservationKey, History> found = reads.histories(asked);
                histories.putAll(found);
                for (History history : found.values()) {
                    history.statements().forEach(it -> known.add(UUID.fromString(it.id())));
                }
            }
            if (events.size() == 1) {
                known.addAll(table.known(ids.values()));
            }
        }
        // The clock is read after the locks are held: a reader that came first has answered for a
        // moment before it.
        WorkingLedger working =
                new WorkingLedger(locked, reads, histories, ids, known, statements.now());
        transaction.registerInterposedSynchronization(
                new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            reads.keep(working);
                        }
                    }
                });
        return working;
    }

    private static Map<IndicatorId, IndicatorLedger> byIndicator(
            Collection<IndicatorId> indicators, List<StatementEntity> rows) {
        Map<String, List<StatementEntity>> byIndicator =
                rows.stream().collect(Collectors.groupingBy(row -> row.indicator));
        Map<IndicatorId, IndicatorLedger> ledgers = new HashMap<>();
        indicators.forEach(
                id -> ledgers.put(id, ledger(byIndicator.getOrDefault(id.value(), List.of()))));
        return ledgers;
    }

    /// Writes what was appended.
    @Transactional(TxType.MANDATORY)
    public void save(WorkingLedger working) {
        List<Appended> rows = working.takeUnsaved();
        if (!rows.isEmpty()) {
            table.append(rows);
        }
        statements.flush();
    }

    /// Writes the heads of indicators, with the states of some.
    ///
    /// @param touched indicators, each with how many statements touched it in this transaction
    /// @param told those whose states are wanted; the others' are [#behind]
    /// @param writer makes a state of the version and ledger time that it gets
    /// @return that JSON, by indicator
    @Transactional(TxType.MANDATORY)
    public SortedMap<IndicatorId, String> saveStates(
            WorkingLedger working,
            Map<IndicatorId, Integer> touched,
            Set<IndicatorId> told,
            StateWriter writer) {
        SortedMap<IndicatorId, Head> advanced = new TreeMap<>();
        SortedMap<IndicatorId, String> states = new TreeMap<>();
        Map<IndicatorId, String> held = new HashMap<>();
        Map<IndicatorId, StateFigures> figures = new HashMap<>();
        touched.forEach((id, statements) -> {
            Head head = working.advance(id, statements);
            advanced.put(id, head);
            if (told.contains(id)) {
                Written state = writer.write(id, head.version(), head.lastRecordedAt());
                states.put(id, state.json());
                held.put(id, VerdictReads.text(state.held()));
                figures.put(id, state.figures());
            }
        });
        heads.update(advanced, states, held, figures);
        return states;
    }

    /// The indicators to whose ledgers something was appended since their states were computed, but
    /// for those that an import is coming to.
    @Transactional
    public SortedSet<IndicatorId> behind() {
        return heads.behind();
    }

    /// Some indicators with the statements that they have together.
    public record Portion(SortedSet<IndicatorId> indicators, long statements) {}

    /// Shares indicators out so that those of one portion have no more statements than that
    /// together; one that has more is by itself.
    @Transactional
    public List<Portion> portions(SortedSet<IndicatorId> indicators, long most) {
        Map<IndicatorId, Long> statements = heads.versions(indicators);
        List<Portion> portions = new ArrayList<>();
        for (IndicatorId indicator : indicators) {
            long own = statements.getOrDefault(indicator, 0L);
            Portion last = portions.isEmpty() ? null : portions.getLast();
            if (last == null || last.statements() + own > most) {
                portions.add(new Portion(new TreeSet<>(List.of(indicator)), own));
            } else {
                last.indicators().add(indicator);
                portions.set(
                        portions.size() - 1,
                        new Portion(last.indicators(), last.statements() + own));
            }
        }
        return portions;
    }

    /// The indicators that rows of imports have come to since rules were evaluated for such.
    @Transactional
    public SortedSet<IndicatorId> unjudged() {
        return heads.unjudged();
    }

    /// A state to be written.
    ///
    /// @param held what is held of the indicator's values
    /// @param figures what is measured of it
    public record Written(
            String json, Map<ObservationKey, History.Held> held, StateFigures figures) {}

    /// Makes a state.
    @FunctionalInterface
    public interface StateWriter {
        Written write(IndicatorId indicator, long version, Instant asOf);
    }

    /// The dates that these observations speak of, as they were reported last; none for one that
    /// nobody has reported.
    @Transactional
    public Map<ObservationKey, ObservedOn> dates(Collection<ObservationKey> keys) {
        Map<String, Set<String>> indicators = new HashMap<>();
        for (ObservationKey key : keys) {
            indicators
                    .computeIfAbsent(key.source(), _ -> new HashSet<>())
                    .add(key.indicator().value());
        }
        Set<ObservationKey> asked = Set.copyOf(keys);
        Map<ObservationKey, ObservedOn> dates = new HashMap<>();
        indicators.forEach((source, ids) -> {
            for (Object[] row : statements.dates(source, ids)) {
                ObservationKey key =
                        new ObservationKey(
                                source, new IndicatorId((String) row[0]), (String) row[1]);
                if (asked.contains(key)) {
                    dates.put(
                            key,
                            new ObservedOn((LocalDate) row[2], Precision.valueOf((String) row[3])));
                }
            }
        });
        return dates;
    }

    /// The ledger of an indicator as it is now.
    @Transactional
    public IndicatorLedger read(IndicatorId indicator) {
        return ledger(statements.ofIndicator(indicator.value()));
    }

    /// Ledgers as they were known at one moment, of an indicator and of those that its own are
    /// locked with. The same moment is never answered twice differently.
    @Transactional
    public Ledgers read(Collection<IndicatorId> indicators, Instant asked) {
        Instant moment = moment(indicators, asked);
        List<StatementEntity> rows = rows(indicators);
        rows.removeIf(row -> row.recordedAt.isAfter(moment));
        return new Ledgers(byIndicator(indicators, rows), moment);
    }

    /// The moment that is answered for where this one is asked: it, or an earlier one where a
    /// transaction was still open that may yet record before it.
    @Transactional
    public Instant moment(Collection<IndicatorId> indicators, Instant asked) {
        Instant settled = settled();
        // Who appends to these ledgers takes turns and reads the clock in its turn: with the newest
        // row everything before it is visible, whoever else is still writing elsewhere.
        Instant newest = heads.lastRecordedAt(indicators);
        Instant complete = newest.isAfter(settled) ? newest : settled;
        return asked.isBefore(complete) ? asked : complete;
    }

    /// What stood on an indicator.
    ///
    /// @param indicator as it was defined then
    /// @param moment one of [#moment]
    @Transactional
    public StoodThen standing(Indicator indicator, Instant moment) {
        int[] statements = {0};
        Standing standing =
                Standing.of(
                        indicator,
                        taker ->
                                table.forEachHistory(
                                        indicator.id(),
                                        moment,
                                        it -> {
                                            taker.accept(it);
                                            statements[0] += it.statements().size();
                                        }),
                        key -> table.history(key, moment));
        return new StoodThen(standing, statements[0]);
    }

    /// What was said of an observation, as it was known at a moment; empty where nobody has said
    /// anything.
    @Transactional
    public History history(ObservationKey key, Instant moment) {
        return table.history(key, moment);
    }

    /// The ledgers, as they are now, of indicators of which several sources speak.
    ///
    /// @param indicator the only one that is wanted; null for all
    @Transactional
    public SortedMap<IndicatorId, IndicatorLedger> ofSeveralSources(
            @Nullable IndicatorId indicator) {
        List<StatementEntity> rows =
                statements.ofSeveralSources(Optional.ofNullable(indicator).map(IndicatorId::value));
        Set<IndicatorId> found =
                rows.stream()
                        .map(row -> new IndicatorId(row.indicator))
                        .collect(Collectors.toSet());
        return new TreeMap<>(byIndicator(found, rows));
    }

    /// When the newest statement about any of these indicators was recorded; the epoch where there
    /// is none.
    @Transactional
    public Instant lastRecordedAt(Collection<IndicatorId> indicators) {
        return heads.lastRecordedAt(indicators);
    }

    /// The database's clock: all replicas of the service share it.
    @Transactional
    public Instant now() {
        return statements.now();
    }

    /// The latest moment not after the one asked whose rows are all visible.
    @Transactional
    public Instant settled(Instant asked) {
        Instant settled = settled();
        return asked.isBefore(settled) ? asked : settled;
    }

    /// The latest moment whose rows are all visible.
    private Instant settled() {
        Instant now = statements.now();
        Instant open = statements.oldestOpen();
        return open.isBefore(now) ? open : now;
    }

    /// How many observations were reported of an indicator.
    @Transactional
    public long observations(IndicatorId indicator) {
        return statements.count("indicator = ?1 and decision = 'NEW'", indicator.value());
    }

    /// All that was said of these observations; those of which nothing was are left out. What no
    /// decision rests on, such as notes and most tags, is not in it.
    @Transactional
    public Map<ObservationKey, History> histories(Collection<ObservationKey> keys) {
        return table.histories(keys);
    }

    /// Those of these observations of which nothing is in the ledger, each once.
    @Transactional
    public Set<ObservationKey> unknown(Collection<ObservationKey> keys) {
        Set<ObservationKey> unknown = new HashSet<>(keys);
        unknown.removeAll(table.histories(Set.copyOf(keys)).keySet());
        return unknown;
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

    /// The states computed last, as JSON, and nobody computes another until the transaction ends.
    @Transactional(TxType.MANDATORY)
    public List<String> lockStates() {
        heads.lockAll();
        return heads.states();
    }

    /// What is measured of the states computed last.
    @Transactional
    public List<StateFigures> figures() {
        return heads.figures();
    }

    /// The indicators whose states speak of an earlier day than this, or of none.
    @Transactional
    public SortedSet<IndicatorId> toldBefore(LocalDate day) {
        return heads.toldBefore(day);
    }

    private List<StatementEntity> rows(Collection<IndicatorId> indicators) {
        return indicators.isEmpty()
                ? new ArrayList<>()
                : statements.ofIndicators(indicators.stream().map(IndicatorId::value).toList());
    }

    private static IndicatorLedger ledger(List<StatementEntity> rows) {
        return IndicatorLedger.of(rows.stream().map(Statements::toDomain).toList());
    }
}
