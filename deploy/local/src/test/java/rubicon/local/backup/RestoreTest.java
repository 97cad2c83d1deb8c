package rubicon.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.backup.BackupWriter.Written;
import rubicon.local.backup.Manifest.Migration;
import rubicon.local.backup.Manifest.SchemaPart;
import rubicon.local.backup.Manifest.SequencePart;
import rubicon.local.backup.Manifest.TablePart;
import rubicon.local.backup.Manifest.TopicPart;

/// What is refused before anything is written.
class RestoreTest {
    private static final String TABLE = "tables/ingest/word.copy";
    private static final String TOPIC = "topics/rubicon.observations.jsonl";

    @TempDir private Path folder;
    private Path home;
    private Path file;

    @BeforeEach
    void build() throws Exception {
        home = Files.createDirectory(folder.resolve("project"));
        file = folder.resolve("house.zip");
        migrations("V001__first.sql", "V002__second.sql");
    }

    @Test
    void aWholeBackupOfThisOrAnOlderSchemaIsTaken() throws Exception {
        write(1, "001", "002");
        try (Restore restore = Restore.of(file, home)) {
            assertThat(restore.description())
                    .isEqualTo("2 rows and 1 unread records of 2026-11-20T09:00:00Z");
            assertThat(restore.hasRecords()).isTrue();
        }
        migrations("V001__first.sql", "V002__second.sql", "V010__third.sql");
        Restore.of(file, home).close();
    }

    @Test
    void aFileThatIsNoBackupIsRefused() throws Exception {
        Files.writeString(file, "dear house");
        refused("%s is no backup, or was cut off.");

        try (JarOutputStream zip = new JarOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("letter.txt"));
        }
        refused("%s is no whole backup: it has no manifest.json.");
    }

    @Test
    void aFileThatWasCutOffIsRefused() throws Exception {
        write(1, "001");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 40));

        refused("%s is no backup, or was cut off.");
    }

    @Test
    void aDamagedPartIsNamed() throws Exception {
        for (String part : List.of(TABLE, TOPIC)) {
            Files.deleteIfExists(file);
            write(1, "001");
            replace(part, "something else\n");
            refused("%s is damaged: its part " + part + " is not what was written.");
        }
        delete(TABLE);
        refused("%s is no whole backup: it has no " + TABLE + ".");
    }

    @Test
    void aFlippedBitIsFound() throws Exception {
        write(1, "001");
        byte[] bytes = Files.readAllBytes(file);
        int content =
                new String(bytes, StandardCharsets.ISO_8859_1).indexOf(TABLE) + TABLE.length() + 4;
        bytes[content] ^= 0x10;
        Files.write(file, bytes);

        refused("%s is damaged: its part " + TABLE + " is not what was written.");
    }

    @Test
    void aDamagedManifestIsRefused() throws Exception {
        write(1, "001");
        replace("manifest.json", "{}");

        refused("%s is damaged: its part manifest.json is not what was written.");
    }

    @Test
    void aNewerFormatIsRefused() throws Exception {
        write(2, "001");

        refused("%s is a backup of format 2, newer than the 1 that this Rubicon reads.");
    }

    @Test
    void aNewerSchemaIsRefused() throws Exception {
        write(1, "001", "002", "010");

        refused("%s holds the schema ingest in version 010, newer than the 002 of this Rubicon.");
    }

    @Test
    void aSchemaOfOtherMigrationsIsRefused() throws Exception {
        write(1, "002");

        refused("%s holds the schema ingest as other migrations than this Rubicon's have made it.");
    }

    @Test
    void aSchemaOfAServiceThatThereIsNotIsRefused() throws Exception {
        write(1, "001");
        home = folder.resolve("elsewhere");

        refused("%s holds the schema ingest, which no service of this Rubicon has.");
    }

    private void refused(String sentence) {
        assertThatThrownBy(() -> Restore.of(file, home))
                .isInstanceOf(BackupFailed.class)
                .hasMessage(sentence, file);
    }

    private void migrations(String... files) throws IOException {
        Path app = Files.createDirectories(home.resolve("ingest/target/quarkus-app/app"));
        try (OutputStream out = Files.newOutputStream(app.resolve("rubicon-ingest-1.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            for (String name : files) {
                jar.putNextEntry(new ZipEntry("db/migration/" + name));
            }
        }
    }

    private void write(int format, String... versions) throws Exception {
        Files.createFile(file);
        try (BackupWriter writer = BackupWriter.into(file)) {
            Written table = writer.part(TABLE, out -> print(out, "1\talpha\n2\tbeta\n", 2));
            Written topic = writer.part(TOPIC, out -> print(out, "{}\n", 1));
            List<Migration> migrations =
                    Arrays.stream(versions).map(it -> new Migration(it, 7)).toList();
            writer.finish(
                    new Manifest(
                            format,
                            "0.1.0",
                            "2026-11-20T09:00:00Z",
                            List.of(
                                    new SchemaPart(
                                            "ingest",
                                            migrations,
                                            List.of(
                                                    new TablePart(
                                                            "word",
                                                            List.of("id", "word"),
                                                            TABLE,
                                                            table.count(),
                                                            table.sha256())),
                                            List.of(new SequencePart("word_id", 2, true)))),
                            List.of(
                                    new TopicPart(
                                            "rubicon.observations",
                                            TOPIC,
                                            topic.count(),
                                            topic.sha256()))));
        }
    }

    private static long print(OutputStream out, String text, long count) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        return count;
    }

    private void replace(String part, String content) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.writeString(zip.getPath(part), content);
        }
    }

    private void delete(String part) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.delete(zip.getPath(part));
        }
    }
}
