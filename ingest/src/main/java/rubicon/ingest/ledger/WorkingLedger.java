package rubicon.ingest.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import rubicon.ingest.ledger.HeadRepository.Head;
import rubicon.ingest.ledger.WorkingReads.Read;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.ObservationKey;

/// The ledgers of some indicators within one transaction that holds their locks. What is appended
/// here is written when the transaction's owner calls [LedgerService#save]. Of what is in the
/// ledger it reads what it is asked for.
public final class WorkingLedger {
    private final SortedMap<IndicatorId, Head> heads;
    private final WorkingReads reads;
    private final Map<ObservationKey, History> histories;
    private final Map<IndicatorId, SortedMap<ObservationKey, History>> whole = new HashMap<>();
    private final Map<IndicatorId, Read> standings = new HashMap<>();
    private final Map<EventKey, UUID> ids;
    private final Set<UUID> known;
    private final Map<IndicatorId, Set<ObservationKey>> changed = new HashMap<>();
    private final Set<IndicatorId> imported = new HashSet<>();
    private final List<Appended> unsaved = new ArrayList<>();
    private Instant clock;

    /// Takes over the maps and the set, which are its own from here on.
    ///
    /// @param histories of observations that will be asked for; [History#EMPTY] for a new one
    /// @param ids of the rows that events make or made
    /// @param known those of them that are in the ledger
    WorkingLedger(
            SortedMap<IndicatorId, Head> heads,
            WorkingReads reads,
            Map<ObservationKey, History> histories,
            Map<EventKey, UUID> ids,
            Set<UUID> known,
            Instant now) {
        this.heads = new TreeMap<>(heads);
        this.reads = reads;
        this.histories = histories;
        this.ids = ids;
        this.known = known;
        this.clock =
                heads.values().stream()
                        .map(head -> head.lastRecordedAt().plus(1, ChronoUnit.MICROS))
                        .reduce(now, (a, b) -> a.isAfter(b) ? a : b);
    }

    /// A statement that is now in the ledger, and what it did there.
    ///
    /// @param row the statement's id
    /// @param marks whether it flags a value that it does not change, or lifts a flag
    public record Appended(UUID row, Statement statement, Decision decision, boolean marks) {
        /// Whether rules may read another value now.
        public boolean isNews() {
            return marks || decision != Decision.UNCHANGED;
        }
    }

    /// Appends a statement; its recorded time is later than that of every row before it.
    ///
    /// @return empty if its event is in the ledger already
    public Optional<Appended> append(
            ObservationKey key, EventKey event, Instant statedAt, Content content) {
        UUID id = ids.computeIfAbsent(event, RowId::of);
        if (!known.add(id)) {
            return Optional.empty();
        }
        Statement statement = new Statement(id.toString(), event, key, statedAt, clock, content);
        clock = clock.plus(1, ChronoUnit.MICROS);
        History before = history(key);
        Appended appended =
                new Appended(
                        id,
                        statement,
                        before.decide(statement),
                        before.isMarkedBy(statement, SeriesReading::isFlagged));
        change(key, before.with(statement));
        unsaved.add(appended);
        return Optional.of(appended);
    }

    /// Notes that what was appended about an indicator is of an import: its rules wait.
    public void importing(IndicatorId indicator) {
        imported.add(indicator);
    }

    /// Whether more of an import is to come to an indicator, or the rules have not looked at it
    /// since.
    public boolean isImporting(IndicatorId indicator) {
        Head head = heads.get(indicator);
        return imported.contains(indicator)
                || (head != null && head.judgedVersion() < head.importedVersion());
    }

    /// Notes that rules are evaluated for all that imports have brought to an indicator so far.
    public void judged(IndicatorId indicator) {
        heads.computeIfPresent(indicator, (_, head) -> head.judged());
    }

    /// Whether something was appended to an indicator's ledger since its state was computed.
    public boolean isBehind(IndicatorId indicator) {
        Head head = heads.get(indicator);
        return head != null && head.stateVersion() < head.version();
    }

    private void change(ObservationKey key, History history) {
        histories.put(key, history);
        changed.computeIfAbsent(key.indicator(), _ -> new HashSet<>()).add(key);
        SortedMap<ObservationKey, History> all = whole.get(key.indicator());
        if (all != null) {
            all.put(key, history);
        }
        Read standing = standings.get(key.indicator());
        if (standing != null) {
            standing.standing().change(history, this::history);
        }
    }

    /// All that was stated about an observation, also here; without evidence, note, tags and
    /// provenance.
    public History history(ObservationKey key) {
        History known = histories.get(key);
        if (known == null) {
            known = reads.histories(List.of(key)).getOrDefault(key, History.EMPTY);
            histories.put(key, known);
        }
        return known;
    }

    /// The histories of all observations of an indicator, ordered by key. Costs as much as there
    /// are: [#standing] says what counts for less.
    public Collection<History> histories(IndicatorId indicator) {
        SortedMap<ObservationKey, History> all = whole.get(indicator);
        if (all == null) {
            SortedMap<ObservationKey, History> read = new TreeMap<>();
            reads.forEachHistory(indicator, it -> read.put(it.statements().getFirst().key(), it));
            changedOf(indicator).forEach(it -> read.put(it, history(it)));
            whole.put(indicator, read);
            all = read;
        }
        return all.values();
    }

    /// What stands on an indicator, with what was appended here. Reading one whose head is not
    /// locked is allowed: who changes it recomputes what depends on it.
    public Standing standing(Indicator indicator) {
        Read read = standings.get(indicator.id());
        if (read == null) {
            read = reads.standing(indicator, heads.get(indicator.id()));
            for (ObservationKey key : changedOf(indicator.id())) {
                read.standing().change(history(key), this::history);
            }
            standings.put(indicator.id(), read);
        }
        return read.standing();
    }

    private Set<ObservationKey> changedOf(IndicatorId indicator) {
        return changed.getOrDefault(indicator, Set.of());
    }

    /// What was read of standings, each with the version of the head that it is of now.
    List<Read> standings() {
        return standings.values().stream()
                .map(it -> {
                    Head head = heads.get(it.standing().indicator().id());
                    return head == null
                            ? it
                            : new Read(it.standing(), OptionalLong.of(head.version()));
                })
                .toList();
    }

    /// Database time within this transaction; later than every row appended so far.
    public Instant now() {
        return clock;
    }

    /// What was appended and not taken from here before.
    List<Appended> takeUnsaved() {
        List<Appended> rows = List.copyOf(unsaved);
        unsaved.clear();
        return rows;
    }

    /// Advances the head of a touched indicator.
    ///
    /// @param statements how many statements touched it
    /// @return what it is after this transaction
    Head advance(IndicatorId indicator, int statements) {
        Head head = heads.get(indicator);
        if (head == null) {
            throw new IllegalStateException(indicator + " is not locked");
        }
        Head next =
                statements == 0 ? head : head.after(statements, clock.minus(1, ChronoUnit.MICROS));
        if (imported.contains(indicator)) {
            next = next.imported();
        }
        heads.put(indicator, next);
        return next;
    }
}
