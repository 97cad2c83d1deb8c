package rubicon.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import rubicon.local.backup.Manifest.SchemaPart;
import rubicon.local.backup.Manifest.SequencePart;
import rubicon.local.backup.Manifest.TablePart;

/// Fills the tables of fresh schemas from a backup: all of them, or none.
final class Loader {
    private final BackupReader backup;
    private final Connection connection;

    private Loader(BackupReader backup, Connection connection) {
        this.backup = backup;
        this.connection = connection;
    }

    /// Fills the tables, and reads each again to see that it holds what was backed up.
    ///
    /// @throws BackupFailed naming a table that does not
    static void load(BackupReader backup, Stores stores) throws SQLException, IOException {
        try (Connection connection = stores.connect()) {
            connection.setAutoCommit(false);
            Loader loader = new Loader(backup, connection);
            // Neither triggers nor foreign keys look: the rows stood together already.
            loader.execute("SET LOCAL session_replication_role = replica");
            for (SchemaPart schema : backup.manifest().schemas()) {
                loader.load(schema);
            }
            connection.commit();
            connection.setAutoCommit(true);
            loader.execute("ANALYZE");
        }
    }

    private void load(SchemaPart schema) throws SQLException, IOException {
        empty(schema);
        for (TablePart table : schema.tables()) {
            fill(schema.name(), table);
            verify(schema.name(), table);
        }
        for (SequencePart sequence : schema.sequences()) {
            set(schema.name(), sequence);
        }
    }

    /// Migrations put rows into tables too.
    private void empty(SchemaPart schema) throws SQLException {
        List<TablePart> tables = schema.tables();
        if (!tables.isEmpty()) {
            execute(
                    "TRUNCATE "
                            + tables.stream()
                                    .map(it -> Sql.name(schema.name(), it.name()))
                                    .collect(Collectors.joining(", ")));
        }
    }

    private void fill(String schema, TablePart table) throws SQLException, IOException {
        try (InputStream rows = backup.open(table.file())) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "COPY %s (%s) FROM STDIN"
                                    .formatted(
                                            Sql.name(schema, table.name()),
                                            Sql.names(table.columns())),
                            rows);
        }
    }

    private void verify(String schema, TablePart table) throws SQLException, IOException {
        MessageDigest digest = Sha256.create();
        long rows;
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            rows = Snapshot.copy(connection, schema, table.name(), table.columns(), sink);
        }
        if (rows != table.rows()
                || !HexFormat.of().formatHex(digest.digest()).equals(table.sha256())) {
            throw new BackupFailed(
                    "The table %s.%s has %d rows that are not the %d of the backup."
                            .formatted(schema, table.name(), rows, table.rows()));
        }
    }

    private void set(String schema, SequencePart sequence) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            statement.setString(1, Sql.name(schema, sequence.name()));
            statement.setLong(2, sequence.lastValue());
            statement.setBoolean(3, sequence.called());
            statement.executeQuery().close();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
