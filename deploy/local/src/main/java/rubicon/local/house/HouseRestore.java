package rubicon.local.house;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import rubicon.local.backup.Restore;
import rubicon.local.postgres.LocalPostgres;

/// `./rubicon restore`: a house in an empty folder, whole or not at all. It is made in a folder
/// within; only what is complete is moved into its place.
record HouseRestore(Path home, PrintStream out) {

    /// Restores a backup.
    ///
    /// @throws rubicon.local.StartFailed if the folder is not empty
    /// @throws rubicon.local.backup.BackupFailed if the backup can not be restored
    void restore(DataFolder data, Path file) throws IOException, InterruptedException {
        data.requireEmpty();
        try (Restore restore = Restore.of(file, home)) {
            FolderLock lock = data.lockForHouse();
            try (lock) {
                data.requireEmpty();
                out.println("%s is sound; it holds %s".formatted(file, restore.description()));
                out.flush();
                make(restore, data);
            }
        }
        out.println("All of it is restored in %s; ./rubicon up starts it".formatted(data.path()));
    }

    private void make(Restore restore, DataFolder data) throws IOException, InterruptedException {
        DataFolder fresh = data.restoring();
        clear(data);
        BorrowedStores stores = new BorrowedStores(home, fresh);
        try (Errand _ = new Errand(stores::close)) {
            try {
                fresh.prepare();
                fill(restore, stores);
                data.adopt(fresh);
            } catch (IOException | InterruptedException | RuntimeException e) {
                clear(data);
                throw e;
            }
        }
    }

    private static void fill(Restore restore, BorrowedStores stores) throws InterruptedException {
        try (stores) {
            restore.database(stores.startPostgres());
            if (restore.hasRecords()) {
                restore.records(stores.startKafka());
            }
        }
    }

    /// Whatever a restore that was killed has left.
    private static void clear(DataFolder data) throws IOException, InterruptedException {
        Path postgresql = data.restoring().postgresql();
        if (Files.isDirectory(postgresql)) {
            LocalPostgres.stopOrphan(postgresql);
        }
        data.clear();
    }
}
