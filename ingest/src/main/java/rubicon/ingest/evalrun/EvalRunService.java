package rubicon.ingest.evalrun;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.RowId;
import rubicon.ingest.platform.Lanes;
import rubicon.model.evalrun.EvalRunKey;
import rubicon.model.evalrun.EvalRunStatement;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.EvalRunRowPayload;

/// Appends statements about runs, and reads what stands.
@ApplicationScoped
public class EvalRunService {
    private final EvalRunRepository runs;

    EvalRunService(EvalRunRepository runs) {
        this.runs = runs;
    }

    /// Appends statements in their order; those that are kept already are passed over.
    ///
    /// @return what was appended, with what it did
    /// @throws org.hibernate.exception.ConstraintViolationException if one of several is kept with
    ///   another run
    @Transactional(TxType.MANDATORY)
    public List<Appended> append(Collection<EvalRunStatement> statements) {
        Map<UUID, EvalRunStatement> fresh = new LinkedHashMap<>();
        statements.forEach(it -> fresh.putIfAbsent(RowId.of(it.event()), it));
        if (fresh.isEmpty()) {
            return List.of();
        }
        SortedSet<Integer> lanes = new TreeSet<>();
        statements.forEach(it -> lanes.add(lane(it.run().key())));
        Instant clock = runs.lock(lanes);
        Set<EvalRunKey> keys = new LinkedHashSet<>();
        fresh.values().forEach(it -> keys.add(it.run().key()));
        Map<EvalRunKey, EvalRunStatement> before = runs.standing(keys);
        Set<UUID> perhapsKnown = perhapsKnown(fresh, before);
        if (!perhapsKnown.isEmpty()) {
            fresh.keySet().removeAll(runs.known(perhapsKnown));
        }
        if (fresh.isEmpty()) {
            return List.of();
        }
        Map<EvalRunKey, EvalRunStatement> standing = new HashMap<>(before);
        List<Appended> appended = new ArrayList<>();
        Map<EvalRunKey, Appended> changed = new LinkedHashMap<>();
        for (Map.Entry<UUID, EvalRunStatement> it : fresh.entrySet()) {
            EvalRunStatement statement = it.getValue();
            EvalRunKey key = statement.run().key();
            EvalRunStatement last = standing.get(key);
            Decision decision = last == null ? Decision.NEW : statement.after(last);
            Appended row = new Appended(it.getKey(), statement, decision, clock);
            clock = clock.plus(1, ChronoUnit.MICROS);
            appended.add(row);
            if (decision != Decision.LATE) {
                standing.put(key, statement);
                changed.put(key, row);
            }
        }
        runs.append(appended);
        Map<EvalRunKey, Appended> first = new LinkedHashMap<>(changed);
        first.keySet().removeAll(before.keySet());
        changed.keySet().removeAll(first.keySet());
        runs.standFirst(first.values());
        runs.stand(changed.values());
        runs.advance(lanes, appended.getLast().recordedAt());
        return appended;
    }

    /// Those that may be kept already: what comes after the statement that stands, the last one of
    /// its run, is not. One that is kept of another run is found only by itself; among several the
    /// primary key refuses it.
    private static Set<UUID> perhapsKnown(
            Map<UUID, EvalRunStatement> fresh, Map<EvalRunKey, EvalRunStatement> standing) {
        if (fresh.size() == 1) {
            return fresh.keySet();
        }
        Set<UUID> ids = new HashSet<>();
        fresh.forEach((id, it) -> {
            EvalRunStatement last = standing.get(it.run().key());
            if (last != null
                    && (last.event().equals(it.event())
                            || EvalRunStatement.ORDER.compare(it, last) <= 0)) {
                ids.add(id);
            }
        });
        return ids;
    }

    /// What each of these events did when it arrived; those that are not kept are left out.
    @Transactional
    public Map<EventKey, Decision> decisions(Collection<EventKey> events) {
        return runs.decisions(events.stream().map(RowId::of).toList());
    }

    /// The standing runs of a suite, counted by agent, task and score.
    @Transactional
    public List<ScoreCount> scores(String suite) {
        return runs.scores(suite);
    }

    /// The runs of a suite that stood at a moment, counted by agent, task and score.
    ///
    /// @param asOf of which all statements are visible
    @Transactional
    public List<ScoreCount> scores(String suite, Instant asOf) {
        return runs.scores(suite, asOf);
    }

    /// The runs of some agents of a suite, counted by agent, task and score.
    ///
    /// @param asOf of which all statements are visible; null for what stands
    /// @param limit most counts that are read
    @Transactional
    public List<ScoreCount> scores(
            String suite, Collection<String> agents, @Nullable Instant asOf, int limit) {
        return asOf == null
                ? runs.scores(suite, agents, limit)
                : runs.scores(suite, agents, asOf, limit);
    }

    /// The agents of a suite, by their names.
    ///
    /// @param asOf as for [#scores]
    @Transactional
    public List<String> agents(String suite, @Nullable Instant asOf) {
        return asOf == null ? runs.agents(suite) : runs.agents(suite, asOf);
    }

    /// When the standing runs of a suite were made, by source and agent.
    @Transactional
    public List<RunDates> dates(String suite) {
        return runs.dates(suite);
    }

    /// When the newest statement about any run was recorded; the epoch where there is none.
    @Transactional
    public Instant lastRecordedAt() {
        return runs.lastRecordedAt();
    }

    /// Tells whether anything was recorded meanwhile: equal texts mean that nothing was.
    @Transactional
    public String mark() {
        return runs.mark();
    }

    /// Standing runs by source and id, from a place on.
    @Transactional
    List<EvalRunRowPayload> page(EvalRunFilter filter, RunPlace place, int limit) {
        return runs.page(filter, place, limit);
    }

    /// The licences that standing runs name.
    @Transactional
    SortedSet<String> licences(EvalRunFilter filter) {
        return runs.licences(filter);
    }

    /// That of the key under which runs are sent.
    private static int lane(EvalRunKey key) {
        return Lanes.of(key.runId().getBytes(StandardCharsets.UTF_8));
    }
}
