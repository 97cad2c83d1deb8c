package rubicon.local.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import rubicon.local.backup.Manifest.SchemaPart;

/// Brings a backup back into stores that are empty.
public final class Restore implements AutoCloseable {
    private final Path home;
    private final Path file;
    private final BackupReader backup;

    private Restore(Path home, Path file, BackupReader backup) {
        this.home = home;
        this.file = file;
        this.backup = backup;
    }

    /// Opens a backup and checks all that can be checked before anything is written.
    ///
    /// @param home the project's folder, whose services are built
    /// @throws BackupFailed if it is damaged, or newer than this Rubicon
    public static Restore of(Path file, Path home) {
        try {
            BackupReader backup = BackupReader.open(file);
            try {
                for (SchemaPart schema : backup.manifest().schemas()) {
                    new Migrations(home, schema.name()).requireOf(file, schema);
                }
                backup.check();
                return new Restore(home, file, backup);
            } catch (IOException | RuntimeException e) {
                backup.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    /// The moment of the backup, and how much it holds.
    public String description() {
        Manifest it = backup.manifest();
        return "%d rows and %d unread records of %s"
                .formatted(it.rows(), it.records(), it.createdAt());
    }

    /// Whether there are records for Kafka.
    public boolean hasRecords() {
        return backup.manifest().records() > 0;
    }

    /// Makes the schemas as they were and fills them; every table is read again and compared.
    ///
    /// @throws BackupFailed if one is not what was backed up
    public void database(Stores stores) {
        try {
            for (SchemaPart schema : backup.manifest().schemas()) {
                new Migrations(home, schema.name()).apply(file, schema, stores);
            }
            Loader.load(backup, stores);
        } catch (IOException | SQLException e) {
            throw failed(file, e);
        }
    }

    /// Sends the unread records to Kafka again.
    public void records(String bootstrapServers) {
        try {
            Replay.send(backup, bootstrapServers);
        } catch (IOException | KafkaException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        backup.close();
    }

    private static BackupFailed failed(Path file, Exception e) {
        return new BackupFailed("%s could not be restored: %s".formatted(file, e.getMessage()), e);
    }
}
