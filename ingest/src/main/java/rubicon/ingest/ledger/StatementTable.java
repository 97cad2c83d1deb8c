package rubicon.ingest.ledger;

import static rubicon.ingest.platform.PlainSql.array;
import static rubicon.ingest.platform.PlainSql.instant;
import static rubicon.ingest.platform.PlainSql.optionalInstant;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.WorkingLedger.Appended;
import rubicon.ingest.platform.CopiedColumn;
import rubicon.ingest.platform.PlainSql;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.Qualifier;
import rubicon.model.observation.RetractionReason;
import rubicon.model.observation.Subject;

/// The rows of the ledger where many of them are read or written at a time. Plain SQL: a batch goes
/// in by COPY and comes out by arrays, in one statement each.
///
/// What is read here lacks evidence, note, provenance and all tags where none is a flag or the
/// version of a scenario's mathematics: nothing else is decided by them.
@ApplicationScoped
class StatementTable {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private static final String KNOWN = "select id from ledger_statement where id = any(?)";
    private static final String COLUMNS =
            """
            select l.indicator, l.source, l.external_id, l.id, l.event_source, l.event_id,
                   l.stated_at, l.recorded_at, l.retraction_reason, l.retraction_text, l.model,
                   l.value, l.low, l.high, l.level, l.method, l.n, l.qualifier, l.observed_on,
                   l.precision, l.published_at, l.starting_point, l.evaluator, l.disputed,
                   l.confirmed,
                   case when jsonb_exists_any(l.tags, array['leakage', 'hacking', 'cheating', 'specVersion'])
                        then l.tags end,
                   l.developer, l.scaffold, l.released_on, l.actor
            """;

    /// Each observation is looked up by itself, which `offset 0` makes sure of: for some thousands
    /// at once PostgreSQL would rather read the whole table.
    static final String OF_KEYS =
            COLUMNS
                    + """
                    from unnest(?, ?, ?) as k (indicator, source, external_id)
                    cross join lateral (
                        select * from ledger_statement
                        where indicator = k.indicator
                            and source = k.source and external_id = k.external_id offset 0) l
                    """;

    private static final String OF_INDICATOR =
            COLUMNS
                    + """
                    from ledger_statement l
                    where l.indicator = ? and l.recorded_at <= cast(? as timestamptz)
                    order by l.source, l.external_id
                    """;

    private static final List<CopiedColumn<Appended>> WRITTEN =
            List.of(
                    CopiedColumn.constant("decision", Appended::decision),
                    CopiedColumn.uuid("id", Appended::row),
                    CopiedColumn.text("event_source", it -> it.statement().event().source()),
                    CopiedColumn.text("event_id", it -> it.statement().event().id()),
                    CopiedColumn.text("source", it -> it.statement().key().source()),
                    CopiedColumn.text("indicator", it -> it.statement().key().indicator().value()),
                    CopiedColumn.text("external_id", it -> it.statement().key().externalId()),
                    CopiedColumn.time("stated_at", it -> it.statement().statedAt()),
                    CopiedColumn.time("recorded_at", it -> it.statement().recordedAt()),
                    CopiedColumn.text("model", of(it -> it.model().isEmpty() ? null : it.model())),
                    CopiedColumn.text("developer", of(Subject::developer)),
                    CopiedColumn.text("scaffold", of(Subject::scaffold)),
                    CopiedColumn.day("released_on", of(Subject::releasedOn)),
                    CopiedColumn.constant("actor", of(Subject::actor)),
                    CopiedColumn.number("value", reported(it -> it.estimate().value())),
                    CopiedColumn.number("low", reported(it -> it.estimate().low())),
                    CopiedColumn.number("high", reported(it -> it.estimate().high())),
                    CopiedColumn.number("level", reported(it -> it.estimate().level())),
                    CopiedColumn.text("method", reported(it -> it.estimate().method())),
                    CopiedColumn.whole("n", reported(it -> it.estimate().n())),
                    CopiedColumn.text("qualifier", reported(it -> symbol(it.qualifier()))),
                    CopiedColumn.day("observed_on", reported(it -> it.observedOn().date())),
                    CopiedColumn.constant("precision", reported(it -> it.observedOn().precision())),
                    CopiedColumn.time("published_at", reported(Observation::publishedAt)),
                    CopiedColumn.text("starting_point", reported(Observation::startingPoint)),
                    CopiedColumn.constant("evaluator", reported(Observation::evaluator)),
                    CopiedColumn.text("evidence", reported(Observation::evidence)),
                    CopiedColumn.text("note", reported(Observation::note)),
                    CopiedColumn.text("disputed", reported(Observation::disputed)),
                    CopiedColumn.text("confirmed", reported(Observation::confirmed)),
                    CopiedColumn.json("tags", reported(Observation::tags), StatementTable::write),
                    CopiedColumn.constant("retraction_reason", retracted(Retracted::reason)),
                    CopiedColumn.text("retraction_text", retracted(Retracted::text)));

    private final PlainSql sql;
    private final Provenances provenances;

    StatementTable(PlainSql sql, Provenances provenances) {
        this.sql = sql;
        this.provenances = provenances;
    }

    private static <V> Function<Appended, @Nullable V> reported(
            Function<Observation, @Nullable V> value) {
        return row ->
                row.statement().content() instanceof Reported(Observation said)
                        ? value.apply(said)
                        : null;
    }

    private static <V> Function<Appended, @Nullable V> of(Function<Subject, @Nullable V> value) {
        return reported(it -> value.apply(it.subject()));
    }

    private static <V> Function<Appended, @Nullable V> retracted(
            Function<Retracted, @Nullable V> value) {
        return row ->
                row.statement().content() instanceof Retracted said ? value.apply(said) : null;
    }

    private static void write(Map<String, String> tags, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            out.writeStringField(tag.getKey(), tag.getValue());
        }
        out.writeEndObject();
    }

    /// Those of these ids that are in the ledger.
    Set<UUID> known(Collection<UUID> ids) {
        return new HashSet<>(
                sql.query(
                        KNOWN,
                        it -> it.setArray(1, array(it, "uuid", ids, id -> id)),
                        row -> row.getObject(1, UUID.class)));
    }

    /// The histories of these observations; those of which nothing was said are left out.
    Map<ObservationKey, History> histories(Collection<ObservationKey> keys) {
        Map<ObservationKey, List<Statement>> found = new HashMap<>();
        Shared shared = new Shared();
        sql.forEach(
                OF_KEYS,
                it -> {
                    it.setArray(1, array(it, "text", keys, key -> key.indicator().value()));
                    it.setArray(2, array(it, "text", keys, ObservationKey::source));
                    it.setArray(3, array(it, "text", keys, ObservationKey::externalId));
                },
                row -> {
                    Statement statement = statement(row, shared);
                    found.computeIfAbsent(statement.key(), _ -> new ArrayList<>()).add(statement);
                });
        Map<ObservationKey, History> histories = new HashMap<>();
        found.forEach((key, statements) -> histories.put(key, History.of(statements)));
        return histories;
    }

    /// The history of an observation as it was known at a moment; empty if nothing was said of it.
    History history(ObservationKey key, Instant until) {
        return histories(List.of(key)).getOrDefault(key, History.EMPTY).asOf(until);
    }

    /// Takes the histories of an indicator one after the other, as they were known at a moment.
    void forEachHistory(IndicatorId indicator, Instant until, Consumer<History> taker) {
        List<Statement> one = new ArrayList<>();
        Shared shared = new Shared();
        sql.forEach(
                OF_INDICATOR,
                it -> {
                    it.setString(1, indicator.value());
                    it.setString(2, text(until));
                },
                row -> {
                    Statement statement = statement(row, shared);
                    if (!one.isEmpty() && !one.getLast().key().equals(statement.key())) {
                        taker.accept(History.of(one));
                        one.clear();
                    }
                    one.add(statement);
                });
        if (!one.isEmpty()) {
            taker.accept(History.of(one));
        }
    }

    /// Appends rows.
    void append(List<Appended> rows) {
        Set<Provenance> named = new HashSet<>();
        for (Appended row : rows) {
            if (row.statement().content() instanceof Reported(Observation said)) {
                named.add(said.provenance());
            }
        }
        Map<Provenance, UUID> ids = provenances.ids(named);
        List<CopiedColumn<Appended>> columns = new ArrayList<>(WRITTEN);
        columns.add(CopiedColumn.uuid("provenance", reported(it -> ids.get(it.provenance()))));
        sql.copyByKey("ledger_statement", columns, rows, Appended::row);
    }

    /// A moment in the years that PostgreSQL has.
    private static String text(Instant moment) {
        return moment.equals(Instant.MAX)
                ? "infinity"
                : moment.isBefore(Instant.EPOCH) ? "-infinity" : moment.toString();
    }

    private static @Nullable String symbol(@Nullable Qualifier qualifier) {
        return qualifier == null ? null : qualifier.symbol();
    }

    private static Statement statement(ResultSet row, Shared shared) throws SQLException {
        ObservationKey key =
                new ObservationKey(
                        shared.one(row.getString(2)),
                        shared.one(new IndicatorId(row.getString(1))),
                        row.getString(3));
        String reason = row.getString(9);
        Content content =
                reason != null
                        ? new Retracted(RetractionReason.valueOf(reason), row.getString(10))
                        : new Reported(observation(row, key, shared));
        return new Statement(
                row.getString(4),
                new EventKey(shared.one(row.getString(5)), row.getString(6)),
                key,
                shared.one(instant(row, 7)),
                instant(row, 8),
                content);
    }

    private static Observation observation(ResultSet row, ObservationKey key, Shared shared)
            throws SQLException {
        String qualifier = row.getString(18);
        Long n = row.getObject(17, Long.class);
        return new Observation(
                key,
                new Subject(
                        Objects.requireNonNullElse(row.getString(11), ""),
                        shared.optional(row.getString(27)),
                        shared.optional(row.getString(28)),
                        row.getObject(29, LocalDate.class),
                        Actor.valueOf(row.getString(30))),
                new Estimate(
                        row.getDouble(12),
                        row.getObject(13, Double.class),
                        row.getObject(14, Double.class),
                        row.getObject(15, Double.class),
                        shared.optional(row.getString(16)),
                        n),
                qualifier == null ? null : Qualifier.of(qualifier).orElseThrow(),
                shared.one(
                        new ObservedOn(
                                row.getObject(19, LocalDate.class),
                                Precision.valueOf(row.getString(20)))),
                optionalInstant(row, 21),
                shared.optional(row.getString(22)),
                Evaluator.valueOf(row.getString(23)),
                null,
                null,
                row.getString(24),
                row.getString(25),
                tags(row.getString(26)),
                Provenance.NONE);
    }

    private static SortedMap<String, String> tags(@Nullable String text) {
        if (text == null) {
            return new TreeMap<>();
        }
        try {
            return JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("tags were written as JSON", e);
        }
    }

    /// Values that many rows have in common, each kept once: up to a million rows may stay in
    /// memory.
    private static final class Shared {
        private final Map<Object, Object> seen = new HashMap<>();

        @SuppressWarnings("unchecked") // equal to it, so of its type
        <T> T one(T value) {
            return (T) seen.computeIfAbsent(value, it -> it);
        }

        @Nullable String optional(@Nullable String value) {
            return value == null ? null : one(value);
        }
    }
}
