package rubicon.ingest.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// Statements of our own within the current transaction, for tables where the work is done many
/// rows at a time.
@ApplicationScoped
public class PlainSql {
    private static final int FETCHED = 2_000;

    private final Session session;

    PlainSql(Session session) {
        this.session = session;
    }

    /// Sets the parameters of a statement.
    @FunctionalInterface
    public interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /// Reads a row of an answer.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes a row of an answer.
    @FunctionalInterface
    public interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    public void update(String sql, Binding binding) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                statement.executeUpdate();
            }
        });
    }

    /// Appends rows by PostgreSQL's COPY, which takes them several times as fast as a statement
    /// with parameters.
    public <T> void copy(String table, List<CopiedColumn<T>> columns, Collection<T> rows) {
        String statement = CopyRows.statement(table, columns);
        InputStream bytes = CopyRows.of(columns, rows);
        session.doWork(connection -> {
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// As [#copy], sorted by a key that comes by chance: its index takes neighbours in together,
    /// which spares PostgreSQL a fifth of what a row costs.
    public <T, K extends Comparable<K>> void copyByKey(
            String table, List<CopiedColumn<T>> columns, Collection<T> rows, Function<T, K> key) {
        copy(table, columns, rows.stream().sorted(Comparator.comparing(key)).toList());
    }

    public <T> List<T> query(String sql, Binding binding, RowReader<T> reader) {
        List<T> rows = new ArrayList<>();
        forEach(sql, binding, row -> rows.add(reader.read(row)));
        return rows;
    }

    /// Takes row after row, so that an answer of any length fits into memory.
    public void forEach(String sql, Binding binding, RowTaker taker) {
        session.doWork(connection -> read(connection, sql, binding, taker));
    }

    private static void read(Connection connection, String sql, Binding binding, RowTaker taker)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            binding.bind(statement);
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    taker.take(answer);
                }
            }
        }
    }

    /// A column of these rows.
    ///
    /// @param type of PostgreSQL's, which reads the values' texts
    public static <T> Array array(
            PreparedStatement statement,
            String type,
            Collection<T> rows,
            Function<T, @Nullable Object> value)
            throws SQLException {
        return statement.getConnection().createArrayOf(type, rows.stream().map(value).toArray());
    }

    /// A moment that is always there.
    public static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// A moment that may be missing.
    public static @Nullable Instant optionalInstant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
