package rubicon.local.house;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import rubicon.local.StartFailed;
import rubicon.local.backup.Backup;
import rubicon.local.backup.Stores;
import rubicon.local.house.RunningHouse.Part;
import rubicon.local.postgres.LocalPostgres;

/// `./rubicon backup`: of a house that runs, or of one that does not.
record HouseBackup(Path home, PrintStream out) {
    private static final double MEGABYTE = 1e6;

    /// Writes a backup.
    ///
    /// @throws StartFailed if there is no house, or one that is just starting or stopping
    /// @throws rubicon.local.backup.BackupFailed if it can not be written
    void write(DataFolder data, Path file) throws IOException, InterruptedException {
        Backup.requireAbsent(file);
        data.requireUsable();
        if (data.isNew() || !Files.isDirectory(data.postgresql())) {
            throw new StartFailed("There is no house on %s.".formatted(data.path()));
        }
        Optional<RunningHouse> running = data.running();
        Backup.Summary summary =
                running.isPresent() ? ofRunning(data, running.get(), file) : ofStopped(data, file);
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s holds %d rows of %d tables and %d unread records (%.1f MB)",
                        file,
                        summary.rows(),
                        summary.tables(),
                        summary.records(),
                        summary.bytes() / MEGABYTE));
    }

    private static Backup.Summary ofRunning(DataFolder data, RunningHouse house, Path file)
            throws InterruptedException {
        if (!house.ready()) {
            throw new StartFailed(
                    "The house on %s is still starting; try again in a moment."
                            .formatted(data.path()));
        }
        String url =
                "jdbc:postgresql://127.0.0.1:%d/%s"
                        .formatted(port(house, Part.POSTGRESQL), LocalPostgres.DATABASE);
        return Backup.write(
                file,
                new Stores(
                        url,
                        LocalPostgres.USER,
                        data.databasePassword(),
                        "127.0.0.1:" + port(house, Part.KAFKA)),
                Launcher.version());
    }

    private Backup.Summary ofStopped(DataFolder data, Path file)
            throws IOException, InterruptedException {
        FolderLock lock = data.lockForHouse();
        BorrowedStores stores = new BorrowedStores(home, data);
        try (lock;
                Errand _ = new Errand(stores::close);
                stores) {
            Orphans.end(data);
            Stores database = stores.startPostgres();
            return Backup.write(file, database.with(stores.startKafka()), Launcher.version());
        }
    }

    private static int port(RunningHouse house, String part) {
        return house.parts().stream()
                .filter(it -> it.name().equals(part))
                .findFirst()
                .orElseThrow()
                .port();
    }
}
