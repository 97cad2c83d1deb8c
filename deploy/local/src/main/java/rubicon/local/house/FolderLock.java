package rubicon.local.house;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A lock that only one process holds, until it closes it or ends, however it ends. Its file stays.
record FolderLock(FileChannel channel) implements AutoCloseable {
    /// In a data folder: held by the launcher whose house runs there.
    static final String HOUSE = "house.lock";

    /// In a data folder: held by who starts a house that will write to `logs/house.log`.
    static final String START = "start.lock";

    /// Takes the lock, unless another holds it.
    static Optional<FolderLock> take(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLockedHere(channel)) {
            return Optional.of(new FolderLock(channel));
        }
        channel.close();
        return Optional.empty();
    }

    /// Whether a process holds the lock. Not for the holder: the system would take it for released.
    static boolean isHeld(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        Optional<FolderLock> free = take(file);
        if (free.isPresent()) {
            free.get().close();
        }
        return free.isEmpty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean isLockedHere(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }
}
