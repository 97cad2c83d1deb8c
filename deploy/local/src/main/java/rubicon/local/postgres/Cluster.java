package rubicon.local.postgres;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import rubicon.local.Durability;
import rubicon.local.StartFailed;
import rubicon.local.process.Folders;
import rubicon.local.process.LogTail;

/// Makes the folder of a database cluster. It is made beside its place and moved there when whole,
/// so that a start that was cut off leaves nothing half-made behind.
final class Cluster {
    private static final int LOG_LINES = 5;

    private final PostgresSettings settings;
    private final PostgresBinaries binaries;
    private final UserRights rights;

    Cluster(PostgresSettings settings, PostgresBinaries binaries, UserRights rights) {
        this.settings = settings;
        this.binaries = binaries;
        this.rights = rights;
    }

    void createIfMissing() throws IOException, InterruptedException {
        if (Files.exists(settings.data().resolve("PG_VERSION"))) {
            return;
        }
        Path fresh = settings.data().resolveSibling(settings.data().getFileName() + ".new");
        Folders.delete(fresh);
        Files.createDirectories(fresh);
        Path password = Files.createTempFile(settings.cache(), "password", "");
        try {
            Files.writeString(password, settings.password());
            create(fresh, password);
            Files.deleteIfExists(settings.data());
            Files.move(fresh, settings.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new StartFailed(
                    "PostgreSQL's folder could not be moved to " + settings.data(), e);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void create(Path folder, Path password) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(binaries.program("initdb"));
        command.addAll(List.of("-D", folder.toString(), "-U", LocalPostgres.USER));
        command.add("--pwfile=" + password);
        command.add("--auth=scram-sha-256");
        command.add("--encoding=UTF8");
        // Sorts and compares alike on every system, whatever locales it has.
        command.addAll(
                List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (settings.durability() == Durability.FLEETING) {
            command.add("--no-sync");
        }
        int exit =
                new ProcessBuilder(rights.command(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new StartFailed(
                    "PostgreSQL could not make its data folder "
                            + settings.data()
                            + "; its log "
                            + settings.log()
                            + " ends with: "
                            + LogTail.of(settings.log(), LOG_LINES));
        }
    }
}
