package rubicon.local.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import rubicon.local.backup.BackupWriter.Written;
import rubicon.local.backup.Manifest.SchemaPart;
import rubicon.local.backup.Manifest.TablePart;
import rubicon.local.backup.Manifest.TopicPart;
import rubicon.local.backup.Snapshot.Refused;

/// Writes a house into one file. The house may run meanwhile: the database is read as it was at one
/// moment, and nobody waits.
public final class Backup {
    private Backup() {}

    /// What a backup holds.
    public record Summary(int tables, long rows, long records, long bytes) {}

    /// Writes a file of mode 600, whole or not at all.
    ///
    /// @param rubicon the version that writes it
    /// @throws BackupFailed with one sentence
    public static Summary write(Path file, Stores stores, String rubicon)
            throws InterruptedException {
        try {
            requireAbsent(file);
            Path fresh =
                    Files.createTempFile(
                            file.toAbsolutePath().getParent(),
                            "." + file.getFileName(),
                            ".part",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            try {
                Manifest manifest = write(fresh, stores, rubicon, Instant.now());
                Files.move(fresh, file);
                return summary(manifest, Files.size(file));
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (FileAlreadyExistsException e) {
            throw new BackupFailed("%s is there already.".formatted(file), e);
        } catch (IOException
                | SQLException
                | KafkaException
                | ExecutionException
                | TimeoutException e) {
            throw new BackupFailed(
                    "The backup could not be written to %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /// Checks that a backup would not take another's place.
    ///
    /// @throws BackupFailed if there is such a file
    public static void requireAbsent(Path file) {
        if (Files.exists(file)) {
            throw new BackupFailed("%s is there already.".formatted(file));
        }
    }

    private static Manifest write(Path file, Stores stores, String rubicon, Instant now)
            throws IOException,
                    SQLException,
                    ExecutionException,
                    InterruptedException,
                    TimeoutException {
        // In this order: see UnreadRecords.
        try (UnreadRecords unread = UnreadRecords.after(stores.bootstrapServers());
                Snapshot snapshot = Snapshot.take(stores);
                BackupWriter writer = BackupWriter.into(file)) {
            Map<String, Map<TopicPartition, Long>> ends = new HashMap<>();
            UnreadRecords.INBOUND.forEach(topic -> ends.put(topic, unread.ends(topic)));
            List<SchemaPart> schemas = new ArrayList<>();
            for (String schema : snapshot.schemas()) {
                schemas.add(schema(writer, snapshot, schema));
            }
            List<TopicPart> topics = new ArrayList<>();
            for (String topic : UnreadRecords.INBOUND) {
                topics.add(
                        topic(writer, snapshot, unread, topic, ends.getOrDefault(topic, Map.of())));
            }
            String createdAt = now.truncatedTo(ChronoUnit.SECONDS).toString();
            Manifest manifest = new Manifest(Manifest.FORMAT, rubicon, createdAt, schemas, topics);
            writer.finish(manifest);
            return manifest;
        }
    }

    private static SchemaPart schema(BackupWriter writer, Snapshot snapshot, String schema)
            throws IOException, SQLException {
        var migrations = snapshot.migrations(schema);
        List<TablePart> tables = new ArrayList<>();
        for (String table : snapshot.tables(schema)) {
            List<String> columns = snapshot.columns(schema, table);
            String name = "tables/%s/%s.copy".formatted(schema, table);
            Written written = writer.part(name, out -> snapshot.copy(schema, table, columns, out));
            tables.add(new TablePart(table, columns, name, written.count(), written.sha256()));
        }
        return new SchemaPart(schema, migrations, tables, snapshot.sequences(schema));
    }

    private static TopicPart topic(
            BackupWriter writer,
            Snapshot snapshot,
            UnreadRecords unread,
            String topic,
            Map<TopicPartition, Long> ends)
            throws IOException, SQLException {
        Map<Integer, Set<Refused>> refused = new HashMap<>();
        for (Map.Entry<TopicPartition, Long> from : unread.from(topic).entrySet()) {
            if (from.getValue() < ends.getOrDefault(from.getKey(), 0L)) {
                int partition = from.getKey().partition();
                refused.put(partition, snapshot.refused(topic, partition, from.getValue()));
            }
        }
        String name = "topics/%s.jsonl".formatted(topic);
        Written written =
                writer.part(
                        name,
                        out ->
                                unread.write(
                                        topic,
                                        ends,
                                        it ->
                                                !refused.getOrDefault(it.partition(), Set.of())
                                                        .contains(
                                                                new Refused(
                                                                        it.offset(),
                                                                        it.timestamp())),
                                        out));
        return new TopicPart(topic, name, written.count(), written.sha256());
    }

    private static Summary summary(Manifest manifest, long bytes) {
        int tables = manifest.schemas().stream().mapToInt(it -> it.tables().size()).sum();
        return new Summary(tables, manifest.rows(), manifest.records(), bytes);
    }
}
