package rubicon.ingest.evalrun;

import static rubicon.ingest.platform.PlainSql.array;
import static rubicon.ingest.platform.PlainSql.instant;
import static rubicon.ingest.platform.PlainSql.optionalInstant;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rubicon.ingest.ledger.Provenances;
import rubicon.ingest.platform.CopiedColumn;
import rubicon.ingest.platform.PlainSql;
import rubicon.model.evalrun.EvalRun;
import rubicon.model.evalrun.EvalRunKey;
import rubicon.model.evalrun.EvalRunStatement;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.observation.Provenance;
import rubicon.model.wire.EvalRunRowPayload;

/// Statements about runs, and what stands. Plain SQL: runs come by the hundred thousand, so a batch
/// goes in by COPY and comes out by arrays, in one statement each.
@ApplicationScoped
class EvalRunRepository {
    private static final String LOCK =
            """
            select last_recorded_at, clock_timestamp() from eval_run_lane
            where lane = any(?) order by lane for update
            """;
    private static final String ADVANCE =
            "update eval_run_lane set last_recorded_at = cast(? as timestamptz) where lane = any(?)";
    private static final String KNOWN = "select id from eval_run_statement where id = any(?)";
    private static final String DECISIONS =
            "select event_source, event_id, decision from eval_run_statement where id = any(?)";

    /// Each run is looked up by itself, which `offset 0` makes sure of: for some thousands at once
    /// PostgreSQL would rather read the whole table.
    static final String STANDING =
            """
            select s.source, s.run_id, s.event_source, s.event_id, s.stated_at, s.suite, s.agent,
                   s.task_id, s.task_family, s.human_minutes, s.score, s.started_at, s.completed_at
            from unnest(?, ?) as k (source, run_id)
            cross join lateral (
                select * from eval_run where source = k.source and run_id = k.run_id offset 0) r
            cross join lateral (
                select * from eval_run_statement where id = r.statement offset 0) s
            """;

    static final String STAND =
            """
            insert into eval_run (statement, source, run_id, suite, agent)
            select * from unnest(?, ?, ?, ?, ?)
            on conflict (source, run_id) do update set
                statement = excluded.statement, suite = excluded.suite, agent = excluded.agent
            """;

    private static final String FROM_PLACE =
            """
            select r.statement, s.recorded_at, r.source, r.run_id, r.suite, r.agent, s.task_id,
                   s.task_family, s.human_minutes, s.score, s.started_at, s.completed_at, s.stated_at,
                   p.content
            from eval_run r join eval_run_statement s on s.id = r.statement
                join provenance p on p.id = s.provenance
            where (r.source, r.run_id) > (?, ?)
            """;
    private static final String LICENCES =
            """
            select distinct p.content ->> 'licence' from provenance p
            where p.content ->> 'licence' is not null
              and p.id in (
                select s.provenance from eval_run r join eval_run_statement s on s.id = r.statement
                where true
            """;
    private static final String SCORES =
            """
            select source, agent, task_family, task_id, human_minutes, score, count(*)
            from standing_eval_run where suite = ?
            group by source, agent, task_family, task_id, human_minutes, score
            order by source, agent, task_family, task_id, human_minutes, score
            """;

    private static final String SCORES_OF =
            """
            select source, agent, task_family, task_id, human_minutes, score, count(*)
            from standing_eval_run where suite = ? and agent = any(?)
            group by source, agent, task_family, task_id, human_minutes, score
            order by source, agent, task_family, task_id, human_minutes, score
            limit ?
            """;

    /// What stood of a suite and agent was once stated of them.
    private static final String SCORES_OF_AS_OF =
            """
            with stood as (
                select distinct on (source, run_id)
                       source, suite, agent, task_family, task_id, human_minutes, score
                from eval_run_statement
                where (source, run_id) in (
                        select source, run_id from eval_run_statement
                        where suite = ? and agent = any(?))
                  and recorded_at <= cast(? as timestamptz) and decision <> 'LATE'
                order by source, run_id, recorded_at desc)
            select source, agent, task_family, task_id, human_minutes, score, count(*)
            from stood where suite = ? and agent = any(?)
            group by source, agent, task_family, task_id, human_minutes, score
            order by source, agent, task_family, task_id, human_minutes, score
            limit ?
            """;

    private static final String AGENTS =
            "select distinct agent from eval_run where suite = ? order by agent";
    private static final String AGENTS_AS_OF =
            """
            with stood as (
                select distinct on (source, run_id) suite, agent
                from eval_run_statement
                where (source, run_id) in (
                        select source, run_id from eval_run_statement where suite = ?)
                  and recorded_at <= cast(? as timestamptz) and decision <> 'LATE'
                order by source, run_id, recorded_at desc)
            select distinct agent from stood where suite = ? order by agent
            """;

    /// Of each run that was ever in the suite the statement that stood then, by which it may be in
    /// another one. Reads all statements of the suite: asking for the past is rare, and an index
    /// for it would cost every run that comes in.
    private static final String SCORES_AS_OF =
            """
            with stood as (
                select distinct on (source, run_id)
                       source, suite, agent, task_family, task_id, human_minutes, score
                from eval_run_statement
                where (source, run_id) in (
                        select source, run_id from eval_run_statement where suite = ?)
                  and recorded_at <= cast(? as timestamptz) and decision <> 'LATE'
                order by source, run_id, recorded_at desc)
            select source, agent, task_family, task_id, human_minutes, score, count(*)
            from stood where suite = ?
            group by source, agent, task_family, task_id, human_minutes, score
            order by source, agent, task_family, task_id, human_minutes, score
            """;

    private static final String DATES =
            """
            select source, agent, min(coalesce(started_at, completed_at, stated_at)),
                   max(coalesce(completed_at, stated_at))
            from standing_eval_run where suite = ?
            group by source, agent order by source, agent
            """;
    private static final String NEWEST = "select max(last_recorded_at) from eval_run_lane";
    private static final String MARK =
            "select string_agg(last_recorded_at::text, ' ' order by lane) from eval_run_lane";

    private static final List<CopiedColumn<Appended>> FOUND_BY =
            List.of(
                    CopiedColumn.text("source", it -> run(it).key().source()),
                    CopiedColumn.text("run_id", it -> run(it).key().runId()),
                    CopiedColumn.text("suite", it -> run(it).suite()),
                    CopiedColumn.text("agent", it -> run(it).agent()));
    private static final List<CopiedColumn<Appended>> STANDING_FIRST =
            and(FOUND_BY, List.of(CopiedColumn.uuid("statement", Appended::id)));
    private static final List<CopiedColumn<Appended>> WRITTEN =
            and(
                    FOUND_BY,
                    List.of(
                            CopiedColumn.uuid("id", Appended::id),
                            CopiedColumn.text(
                                    "event_source", it -> it.statement().event().source()),
                            CopiedColumn.text("event_id", it -> it.statement().event().id()),
                            CopiedColumn.time("stated_at", it -> it.statement().statedAt()),
                            CopiedColumn.text("task_id", it -> run(it).taskId()),
                            CopiedColumn.text("task_family", it -> run(it).taskFamily()),
                            CopiedColumn.number("human_minutes", it -> run(it).humanMinutes()),
                            CopiedColumn.number("score", it -> run(it).score()),
                            CopiedColumn.time("started_at", it -> run(it).startedAt()),
                            CopiedColumn.time("completed_at", it -> run(it).completedAt()),
                            CopiedColumn.time("recorded_at", Appended::recordedAt),
                            CopiedColumn.constant("decision", Appended::decision)));

    private final PlainSql sql;
    private final Provenances provenances;

    EvalRunRepository(PlainSql sql, Provenances provenances) {
        this.sql = sql;
        this.provenances = provenances;
    }

    /// Locks these lanes until the transaction ends, in sorted order, so that two transactions
    /// never wait for each other in a circle.
    ///
    /// @return a moment after that of every statement in them, and not before now
    Instant lock(SortedSet<Integer> lanes) {
        List<Instant> times =
                sql.query(
                        LOCK,
                        it -> it.setArray(1, array(it, "int4", lanes, lane -> lane)),
                        row -> later(instant(row, 1).plusNanos(1_000), instant(row, 2)));
        if (times.size() < lanes.size()) {
            throw new IllegalStateException(
                    "eval_run_lane has %d of the lanes %s".formatted(times.size(), lanes));
        }
        return times.stream().reduce(Instant.EPOCH, EvalRunRepository::later);
    }

    /// Notes the recorded time of the newest statement of these lanes.
    void advance(SortedSet<Integer> lanes, Instant recordedAt) {
        sql.update(
                ADVANCE,
                it -> {
                    it.setString(1, recordedAt.toString());
                    it.setArray(2, array(it, "int4", lanes, lane -> lane));
                });
    }

    /// Those of these ids that are kept.
    Set<UUID> known(Collection<UUID> ids) {
        return new HashSet<>(
                sql.query(
                        KNOWN,
                        it -> it.setArray(1, array(it, "uuid", ids, id -> id)),
                        row -> row.getObject(1, UUID.class)));
    }

    /// The decision that each of these met with.
    Map<EventKey, Decision> decisions(Collection<UUID> ids) {
        Map<EventKey, Decision> decisions = new HashMap<>();
        sql.query(
                        DECISIONS,
                        it -> it.setArray(1, array(it, "uuid", ids, id -> id)),
                        row ->
                                Map.entry(
                                        new EventKey(row.getString(1), row.getString(2)),
                                        Decision.valueOf(row.getString(3))))
                .forEach(it -> decisions.put(it.getKey(), it.getValue()));
        return decisions;
    }

    /// What stands of these runs, without its provenance: nothing is decided by that.
    Map<EvalRunKey, EvalRunStatement> standing(Collection<EvalRunKey> keys) {
        Map<EvalRunKey, EvalRunStatement> standing = new HashMap<>();
        sql.query(
                        STANDING,
                        it -> {
                            it.setArray(1, array(it, "text", keys, EvalRunKey::source));
                            it.setArray(2, array(it, "text", keys, EvalRunKey::runId));
                        },
                        EvalRunRepository::statement)
                .forEach(it -> standing.put(it.run().key(), it));
        return standing;
    }

    /// Appends statements.
    void append(List<Appended> rows) {
        Map<Provenance, UUID> ids =
                provenances.ids(
                        rows.stream()
                                .map(it -> it.statement().run().provenance())
                                .collect(Collectors.toSet()));
        List<CopiedColumn<Appended>> columns = new ArrayList<>(WRITTEN);
        columns.add(
                CopiedColumn.uuid("provenance", it -> ids.get(it.statement().run().provenance())));
        sql.copyByKey("eval_run_statement", columns, rows, Appended::id);
    }

    /// Notes what stands of runs of which nothing stood; each run once.
    void standFirst(Collection<Appended> rows) {
        if (!rows.isEmpty()) {
            sql.copy("eval_run", STANDING_FIRST, rows);
        }
    }

    /// Notes what stands now of runs of which something else stood; each run once, by a statement
    /// that was appended before.
    void stand(Collection<Appended> rows) {
        if (!rows.isEmpty()) {
            sql.update(
                    STAND,
                    it -> {
                        it.setArray(1, array(it, "uuid", rows, Appended::id));
                        it.setArray(2, array(it, "text", rows, row -> run(row).key().source()));
                        it.setArray(3, array(it, "text", rows, row -> run(row).key().runId()));
                        it.setArray(4, array(it, "text", rows, row -> run(row).suite()));
                        it.setArray(5, array(it, "text", rows, row -> run(row).agent()));
                    });
        }
    }

    private static <T> List<T> and(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static EvalRun run(Appended row) {
        return row.statement().run();
    }

    /// Standing runs from a place on.
    List<EvalRunRowPayload> page(EvalRunFilter filter, RunPlace place, int limit) {
        StringBuilder text = new StringBuilder(FROM_PLACE).append(conditions(filter));
        text.append(" order by r.source, r.run_id limit ?");
        return sql.query(
                text.toString(),
                it -> {
                    it.setString(1, place.source());
                    it.setString(2, place.runId());
                    int next = 3;
                    for (String wanted : filter.wanted().values()) {
                        it.setString(next++, wanted);
                    }
                    it.setInt(next, limit);
                },
                EvalRunRepository::row);
    }

    /// The licences that standing runs name.
    SortedSet<String> licences(EvalRunFilter filter) {
        return new TreeSet<>(
                sql.query(
                        LICENCES + conditions(filter) + ")",
                        it -> {
                            int next = 1;
                            for (String wanted : filter.wanted().values()) {
                                it.setString(next++, wanted);
                            }
                        },
                        row -> row.getString(1)));
    }

    private static String conditions(EvalRunFilter filter) {
        return filter.wanted().keySet().stream()
                .map(" and r.%s = ?"::formatted)
                .collect(Collectors.joining());
    }

    /// The standing runs of a suite, counted by agent, task and score.
    List<ScoreCount> scores(String suite) {
        return sql.query(SCORES, it -> it.setString(1, suite), EvalRunRepository::score);
    }

    /// As [#scores], of what stood at a moment.
    List<ScoreCount> scores(String suite, Instant asOf) {
        return sql.query(
                SCORES_AS_OF,
                it -> {
                    it.setString(1, suite);
                    it.setString(2, asOf.toString());
                    it.setString(3, suite);
                },
                EvalRunRepository::score);
    }

    /// As [#scores], of some agents, the first so many counts.
    List<ScoreCount> scores(String suite, Collection<String> agents, int limit) {
        return sql.query(
                SCORES_OF,
                it -> {
                    it.setString(1, suite);
                    it.setArray(2, array(it, "text", agents, agent -> agent));
                    it.setInt(3, limit);
                },
                EvalRunRepository::score);
    }

    /// As [#scores], of what stood of some agents at a moment, the first so many counts.
    List<ScoreCount> scores(String suite, Collection<String> agents, Instant asOf, int limit) {
        return sql.query(
                SCORES_OF_AS_OF,
                it -> {
                    it.setString(1, suite);
                    it.setArray(2, array(it, "text", agents, agent -> agent));
                    it.setString(3, asOf.toString());
                    it.setString(4, suite);
                    it.setArray(5, array(it, "text", agents, agent -> agent));
                    it.setInt(6, limit);
                },
                EvalRunRepository::score);
    }

    /// The agents of the standing runs of a suite.
    List<String> agents(String suite) {
        return sql.query(AGENTS, it -> it.setString(1, suite), row -> row.getString(1));
    }

    /// The agents of the runs of a suite that stood at a moment.
    List<String> agents(String suite, Instant asOf) {
        return sql.query(
                AGENTS_AS_OF,
                it -> {
                    it.setString(1, suite);
                    it.setString(2, asOf.toString());
                    it.setString(3, suite);
                },
                row -> row.getString(1));
    }

    /// When the standing runs of a suite were made.
    List<RunDates> dates(String suite) {
        return sql.query(
                DATES,
                it -> it.setString(1, suite),
                row ->
                        new RunDates(
                                row.getString(1),
                                row.getString(2),
                                instant(row, 3),
                                instant(row, 4)));
    }

    /// When the newest statement was recorded; the epoch without one.
    Instant lastRecordedAt() {
        return sql.query(NEWEST, it -> {}, row -> instant(row, 1)).getFirst();
    }

    /// A text that is another one whenever a statement was recorded meanwhile. Of each lane the
    /// newest: those of two lanes may become visible in another order than they were recorded in.
    String mark() {
        return sql.query(MARK, it -> {}, row -> row.getString(1)).getFirst();
    }

    private static ScoreCount score(ResultSet row) throws SQLException {
        return new ScoreCount(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, Double.class),
                row.getDouble(6),
                row.getLong(7));
    }

    private static EvalRunStatement statement(ResultSet row) throws SQLException {
        return new EvalRunStatement(
                new EventKey(row.getString(3), row.getString(4)),
                instant(row, 5),
                new EvalRun(
                        new EvalRunKey(row.getString(1), row.getString(2)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getObject(10, Double.class),
                        row.getDouble(11),
                        optionalInstant(row, 12),
                        optionalInstant(row, 13),
                        Provenance.NONE));
    }

    private static EvalRunRowPayload row(ResultSet row) throws SQLException {
        return new EvalRunRowPayload(
                row.getString(1),
                instant(row, 2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, Double.class),
                row.getDouble(10),
                optionalInstant(row, 11),
                optionalInstant(row, 12),
                instant(row, 13),
                Provenances.read(row.getString(14)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
