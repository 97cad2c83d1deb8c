package rubicon.ingest.trackrecord;

import static rubicon.ingest.platform.PlainSql.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import rubicon.ingest.platform.PlainSql;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.trackrecord.MadeShape;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.Shape;

/// Keeps what shapes expected of indicators, for ever, with the moment of the ledger that they
/// knew.
@ApplicationScoped
public class OwnShapes {
    private static final String KEEP =
            """
            insert into own_shapes (indicator, made_on, known_at, shapes)
            values (?, ?, cast(? as timestamptz), cast(? as jsonb))
            on conflict do nothing
            """;
    private static final String LAST =
            """
            select made_on, known_at, shapes from own_shapes where indicator = ?
            order by known_at desc, made_on desc limit 1
            """;
    private static final String ALL =
            """
            select made_on, known_at, shapes from own_shapes where indicator = ?
            order by known_at, made_on
            """;
    private static final String NEWEST = "select coalesce(max(kept_at), 'epoch') from own_shapes";

    private final PlainSql sql;
    private final ObjectMapper json;

    OwnShapes(PlainSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// A shape as it is kept. Names stay as they are: what was kept is read by them for ever.
    private record Kept(
            Shape shape,
            int points,
            DatedValue first,
            DatedValue last,
            LocalDate knownTo,
            double degrees,
            List<MadeShape.Expected> expected) {
        static Kept of(MadeShape it) {
            return new Kept(
                    it.shape(),
                    it.points(),
                    it.first(),
                    it.last(),
                    it.knownTo(),
                    it.degrees(),
                    it.expected());
        }

        MadeShape made(LocalDate day) {
            return new MadeShape(day, shape, points, first, last, knownTo, degrees, expected);
        }
    }

    private record Row(Instant knownAt, List<MadeShape> made) {}

    /// Keeps what shapes expect, unless the last that was kept expects the same, or knew more.
    ///
    /// @param knownAt moment of the ledger from which they were made
    /// @param made on one day
    /// @return whether it was kept
    @Transactional(TxType.MANDATORY)
    public boolean keep(IndicatorId indicator, Instant knownAt, List<MadeShape> made) {
        List<Row> last = sql.query(LAST, it -> it.setString(1, indicator.value()), this::row);
        if (!last.isEmpty()
                && (last.getFirst().knownAt().isAfter(knownAt)
                        || kept(last.getFirst().made()).equals(kept(made)))) {
            return false;
        }
        sql.update(
                KEEP,
                it -> {
                    it.setString(1, indicator.value());
                    it.setObject(2, made.getFirst().made());
                    it.setString(3, knownAt.toString());
                    it.setString(4, text(kept(made)));
                });
        return true;
    }

    /// What was kept of an indicator, in the order of what was known.
    @Transactional
    public List<MadeShape> of(IndicatorId indicator) {
        return sql.query(ALL, it -> it.setString(1, indicator.value()), this::row).stream()
                .flatMap(it -> it.made().stream())
                .toList();
    }

    /// When the newest of any indicator was kept; the epoch without one.
    @Transactional
    public Instant newest() {
        return sql.query(NEWEST, it -> {}, row -> instant(row, 1)).getFirst();
    }

    private static List<Kept> kept(List<MadeShape> made) {
        return made.stream().map(Kept::of).toList();
    }

    private Row row(ResultSet row) throws SQLException {
        LocalDate day = row.getObject(1, LocalDate.class);
        return new Row(
                instant(row, 2), read(row.getString(3)).stream().map(it -> it.made(day)).toList());
    }

    private String text(List<Kept> kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept shape is always JSON", e);
        }
    }

    private List<Kept> read(String text) {
        try {
            return Arrays.asList(json.readValue(text, Kept[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept shape is always readable", e);
        }
    }
}
