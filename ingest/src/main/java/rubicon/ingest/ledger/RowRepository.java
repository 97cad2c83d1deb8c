package rubicon.ingest.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import rubicon.ingest.ledger.RowPlace.Group;
import rubicon.ingest.platform.PlainSql;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.ObservationKey;

/// Finds what a page of an indicator's rows is made of. Plain SQL: the order is that of the index
/// `ledger_statement_by_date`, from which a page is read and no more.
@ApplicationScoped
class RowRepository {
    /// A withdrawal has the date of the value that it withdrew, so the dates of what was reported
    /// are all that there are.
    private static final String DATED =
            """
            select distinct l.observed_on, l.source collate "C", l.external_id collate "C"
            from ledger_statement l
            where l.indicator = ? and l.value is not null
              and (l.observed_on, l.source collate "C", l.external_id collate "C")
                  >= (?, ?, ?)
              and l.observed_on between ? and ?
              and l.recorded_at <= ? and (cast(? as text) is null or l.model = ?)
            order by 1, 2, 3
            limit ?
            """;

    private static final String UNDATED =
            """
            select distinct l.source collate "C", l.external_id collate "C"
            from ledger_statement l
            where l.indicator = ? and l.value is null
              and (l.source collate "C", l.external_id collate "C") >= (?, ?)
              and l.recorded_at <= ?
              and not exists (
                  select 1 from ledger_statement r
                  where r.indicator = l.indicator and r.source = l.source
                    and r.external_id = l.external_id and r.value is not null
                    and r.recorded_at <= ?
                    and (r.stated_at, r.event_id collate "C", r.event_source collate "C")
                        < (l.stated_at, l.event_id collate "C", l.event_source collate "C"))
            order by 1, 2
            limit ?
            """;

    private static final String LICENCES =
            """
            select distinct p.content ->> 'licence' from provenance p
            where p.content ->> 'licence' is not null
              and p.id in (select provenance from ledger_statement where indicator = ?)
            """;

    private static final String OF_KEYS =
            """
            select l.* from unnest(:indicators, :sources, :ids) as k (indicator, source, external_id)
            join ledger_statement l on l.indicator = k.indicator
                and l.source = k.source and l.external_id = k.external_id
            where l.recorded_at <= :until
            """;

    private final PlainSql sql;
    private final Session session;

    RowRepository(PlainSql sql, Session session) {
        this.sql = sql;
        this.session = session;
    }

    /// Observations with the dates that were reported of them, in the order of the list, from a
    /// place on.
    List<Group> dated(
            Indicator indicator, RowFilter filter, RowPlace from, Instant until, int limit) {
        return sql.query(
                DATED,
                it -> {
                    it.setString(1, indicator.id().value());
                    // The driver takes the ends of our dates for PostgreSQL's infinities.
                    it.setObject(2, Objects.requireNonNullElse(from.date(), LocalDate.MIN));
                    it.setString(3, from.source());
                    it.setString(4, from.externalId());
                    it.setObject(5, Objects.requireNonNullElse(filter.from(), LocalDate.MIN));
                    it.setObject(6, Objects.requireNonNullElse(filter.to(), LocalDate.MAX));
                    set(it, 7, until);
                    it.setString(8, filter.subject());
                    it.setString(9, filter.subject());
                    it.setInt(10, limit);
                },
                row ->
                        new Group(
                                row.getObject(1, LocalDate.class),
                                row.getString(2),
                                row.getString(3)));
    }

    /// Observations that were withdrawn before anybody had reported them, from a place on.
    List<Group> undated(Indicator indicator, RowPlace from, Instant until, int limit) {
        return sql.query(
                UNDATED,
                it -> {
                    it.setString(1, indicator.id().value());
                    it.setString(2, from.source());
                    it.setString(3, from.externalId());
                    set(it, 4, until);
                    set(it, 5, until);
                    it.setInt(6, limit);
                },
                row -> new Group(null, row.getString(1), row.getString(2)));
    }

    /// The licences that an indicator's values name themselves.
    SortedSet<String> licences(IndicatorId indicator) {
        return new TreeSet<>(
                sql.query(
                        LICENCES,
                        it -> it.setString(1, indicator.value()),
                        row -> row.getString(1)));
    }

    /// All that was stated of these observations until a moment, with evidence, note, tags and
    /// provenance.
    Map<ObservationKey, History> histories(Collection<ObservationKey> keys, Instant until) {
        Map<ObservationKey, List<Statement>> found =
                session
                        .createNativeQuery(OF_KEYS, StatementEntity.class)
                        .setParameter("indicators", texts(keys, it -> it.indicator().value()))
                        .setParameter("sources", texts(keys, ObservationKey::source))
                        .setParameter("ids", texts(keys, ObservationKey::externalId))
                        .setParameter("until", until)
                        .getResultList()
                        .stream()
                        .map(Statements::toDomain)
                        .collect(Collectors.groupingBy(Statement::key));
        Map<ObservationKey, History> histories = new HashMap<>();
        found.forEach((key, statements) -> histories.put(key, History.of(statements)));
        return histories;
    }

    private static String[] texts(
            Collection<ObservationKey> keys, Function<ObservationKey, String> text) {
        return keys.stream().map(text).toArray(String[]::new);
    }

    private static void set(PreparedStatement statement, int at, Instant moment)
            throws SQLException {
        statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
    }
}
