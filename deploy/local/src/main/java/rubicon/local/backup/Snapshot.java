package rubicon.local.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import rubicon.local.backup.Manifest.Migration;
import rubicon.local.backup.Manifest.SequencePart;

/// A database as it was at one moment, however long the reading takes. Nobody waits for it.
final class Snapshot implements AutoCloseable {
    static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    private Snapshot(Connection connection) {
        this.connection = connection;
    }

    static Snapshot take(Stores stores) throws SQLException {
        Connection connection = stores.connect();
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Snapshot snapshot = new Snapshot(connection);
            snapshot.schemas(); // the moment is that of the first query
            return snapshot;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Schemas that hold anything.
    List<String> schemas() throws SQLException {
        return texts(
                """
                SELECT n.nspname FROM pg_namespace n
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid)
                ORDER BY 1
                """);
    }

    /// What has made a schema.
    ///
    /// @throws BackupFailed if it was not made by a service's migrations alone
    List<Migration> migrations(String schema) throws SQLException {
        if (texts(
                        "SELECT relname FROM pg_class WHERE relname = ?"
                                + " AND relnamespace = ?::regnamespace",
                        HISTORY,
                        Sql.name(schema))
                .isEmpty()) {
            throw new BackupFailed(
                    "The schema %s of the database was not made by a service: a backup can not hold it."
                            .formatted(schema));
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT version, checksum, success FROM %s WHERE version IS NOT NULL ORDER BY installed_rank"
                                        .formatted(Sql.name(schema, HISTORY)))) {
            List<Migration> migrations = new ArrayList<>();
            while (rows.next()) {
                if (!rows.getBoolean("success")) {
                    throw new BackupFailed(
                            "The migration %s of the schema %s has failed; start the house first."
                                    .formatted(rows.getString("version"), schema));
                }
                migrations.add(new Migration(rows.getString("version"), rows.getInt("checksum")));
            }
            return migrations;
        }
    }

    /// Tables of a schema, but for the history of its migrations, which a restore writes anew.
    ///
    /// @throws BackupFailed if there are others than ordinary ones
    List<String> tables(String schema) throws SQLException {
        List<String> others =
                texts(
                        "SELECT relname FROM pg_class WHERE relnamespace = ?::regnamespace"
                                + " AND relkind IN ('p', 'm', 'f')",
                        Sql.name(schema));
        if (!others.isEmpty()) {
            throw new BackupFailed(
                    "%s.%s is no ordinary table: a backup can not hold it."
                            .formatted(schema, others.getFirst()));
        }
        return texts(
                "SELECT relname FROM pg_class WHERE relnamespace = ?::regnamespace"
                        + " AND relkind = 'r' AND relname <> ? ORDER BY 1",
                Sql.name(schema),
                HISTORY);
    }

    /// Columns that are stored, not computed.
    List<String> columns(String schema, String table) throws SQLException {
        return texts(
                "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0"
                        + " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
                Sql.name(schema, table));
    }

    /// Where the sequences stand: at or after the moment of the snapshot, which is as good.
    List<SequencePart> sequences(String schema) throws SQLException {
        List<SequencePart> sequences = new ArrayList<>();
        for (String name :
                texts(
                        "SELECT relname FROM pg_class WHERE relnamespace = ?::regnamespace"
                                + " AND relkind = 'S' ORDER BY 1",
                        Sql.name(schema))) {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "SELECT last_value, is_called FROM "
                                            + Sql.name(schema, name))) {
                row.next();
                sequences.add(new SequencePart(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    /// Writes a table as text.
    ///
    /// @return its rows
    long copy(String schema, String table, List<String> columns, OutputStream out)
            throws SQLException, IOException {
        return copy(connection, schema, table, columns, out);
    }

    static long copy(
            Connection connection,
            String schema,
            String table,
            List<String> columns,
            OutputStream out)
            throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "COPY %s (%s) TO STDOUT"
                                .formatted(Sql.name(schema, table), Sql.names(columns)),
                        out);
    }

    /// Records of a partition that were refused before the moment of the snapshot: the database has
    /// them already.
    Set<Refused> refused(String topic, int partition, long from) throws SQLException {
        Set<Refused> refused = new HashSet<>();
        if (texts("SELECT 'there' WHERE to_regclass('ingest.dead_letter') IS NOT NULL").isEmpty()) {
            return refused;
        }
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        SELECT "offset", round(extract(epoch FROM stamped_at) * 1000)::bigint
                        FROM ingest.dead_letter
                        WHERE topic = ? AND "partition" = ? AND "offset" >= ?
                        """)) {
            statement.setString(1, topic);
            statement.setInt(2, partition);
            statement.setLong(3, from);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    refused.add(new Refused(rows.getLong(1), rows.getLong(2)));
                }
            }
        }
        return refused;
    }

    /// A refused record of a partition. Offsets begin anew with each Kafka, so its time belongs to
    /// it.
    record Refused(long offset, long timestamp) {}

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private List<String> texts(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        }
    }
}
