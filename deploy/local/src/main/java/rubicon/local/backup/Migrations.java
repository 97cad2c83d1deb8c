package rubicon.local.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import rubicon.local.backup.Manifest.Migration;
import rubicon.local.backup.Manifest.SchemaPart;
import rubicon.local.process.Folders;

/// The migrations of a service, as its build holds them; its schema has its name.
///
/// @param home the project's folder
record Migrations(Path home, String service) {
    private static final String FOLDER = "db/migration/";
    private static final Pattern FILE = Pattern.compile(FOLDER + "V([0-9._]+?)__.*\\.sql");

    /// Checks that these are the migrations that have made a schema, and perhaps later ones.
    ///
    /// @throws BackupFailed if they are not, or are older ones
    void requireOf(Path backup, SchemaPart schema) throws IOException {
        List<String> known = versions();
        List<String> made = schema.migrations().stream().map(Migration::version).toList();
        if (made.isEmpty()) {
            return;
        }
        if (known.isEmpty()) {
            throw new BackupFailed(
                    "%s holds the schema %s, which no service of this Rubicon has."
                            .formatted(backup, service));
        }
        if (newer(made.getLast(), known.getLast())) {
            throw new BackupFailed(
                    "%s holds the schema %s in version %s, newer than the %s of this Rubicon."
                            .formatted(backup, service, made.getLast(), known.getLast()));
        }
        if (!known.subList(0, Math.min(made.size(), known.size())).equals(made)) {
            throw others(backup);
        }
    }

    /// Makes an empty schema as a backup's was.
    ///
    /// @throws BackupFailed if a migration of then says something else today
    void apply(Path backup, SchemaPart schema, Stores stores) throws IOException, SQLException {
        if (schema.migrations().isEmpty()) {
            return;
        }
        Path folder = Files.createTempDirectory("rubicon-migrations");
        try {
            unpackInto(folder);
            Flyway.configure()
                    .dataSource(stores.jdbcUrl(), stores.user(), stores.password())
                    .schemas(service)
                    .locations("filesystem:" + folder)
                    .target(schema.migrations().getLast().version())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new BackupFailed(
                    "The schema %s could not be made: %s".formatted(service, e.getMessage()), e);
        } finally {
            Folders.delete(folder);
        }
        try (Snapshot made = Snapshot.take(stores)) {
            if (!made.migrations(service).equals(schema.migrations())) {
                throw others(backup);
            }
        }
    }

    private BackupFailed others(Path backup) {
        return new BackupFailed(
                "%s holds the schema %s as other migrations than this Rubicon's have made it."
                        .formatted(backup, service));
    }

    private static boolean newer(String one, String other) {
        return MigrationVersion.fromVersion(one).compareTo(MigrationVersion.fromVersion(other)) > 0;
    }

    private List<String> versions() throws IOException {
        Path jar = jar();
        if (!Files.exists(jar)) {
            return List.of();
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> FILE.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .sorted(Comparator.comparing(MigrationVersion::fromVersion))
                    .toList();
        }
    }

    private void unpackInto(Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar().toFile())) {
            List<? extends ZipEntry> files =
                    zip.stream().filter(it -> FILE.matcher(it.getName()).matches()).toList();
            for (ZipEntry file : files) {
                try (var content = zip.getInputStream(file)) {
                    Files.copy(content, folder.resolve(Path.of(file.getName()).getFileName()));
                }
            }
        }
    }

    private Path jar() throws IOException {
        Path folder = home.resolve(service).resolve("target/quarkus-app/app");
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "rubicon-*.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            }
        }
        return folder.resolve("rubicon-" + service + ".jar");
    }
}
